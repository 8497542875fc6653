import HTTP2
import Reactor
import Synchronization

/// A server for tests: it answers some paths, and records what happens to their streams.
final class TestServer: Sendable {
    let server: HTTP2Server
    let loops: EventLoopGroup
    let handler: TestHandler
    let port: Int

    /// What ships, but for the times that peers have: a test may wait for minutes until it gets one of the few threads that
    /// all tests share. One that is about such a time sets it.
    static var unhurried: Limits {
        var limits = Limits()
        limits.handshakeMilliseconds = 3_600_000
        limits.headersMilliseconds = 3_600_000
        limits.bodyMilliseconds = 3_600_000
        limits.idleMilliseconds = 3_600_000
        limits.quietMilliseconds = 3_600_000
        limits.stalledMilliseconds = 3_600_000
        limits.discardMilliseconds = 3_600_000
        return limits
    }

    init(tls: TLSServerIdentity? = nil, limits: Limits = TestServer.unhurried, loopCount: Int = 2) throws {
        loops = try EventLoopGroup(count: loopCount)
        handler = TestHandler()
        server = try HTTP2Server(
            [.init(.tcp(host: "127.0.0.1", port: 0), tls: tls)], loops: loops, handler: handler, limits: limits)
        port = server.boundPort() ?? 0
        server.start()
    }

    /// Serves during `body` only.
    static func with(
        tls: TLSServerIdentity? = nil, limits: Limits = TestServer.unhurried, loopCount: Int = 2,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        let server = try TestServer(tls: tls, limits: limits, loopCount: loopCount)
        let result: Result<Void, any Error>
        do { result = .success(try await body(server)) } catch { result = .failure(error) }
        await server.server.shutdown(drainMilliseconds: 0)
        await server.loops.shutdown()
        try result.get()
    }

    /// Waits until the server's figures are as wanted; false after half a minute.
    func eventually(_ condition: @Sendable (Statistics) -> Bool) async -> Bool {
        await eventually { condition(self.server.statistics) }
    }

    func eventually(_ condition: @Sendable () -> Bool) async -> Bool {
        for _ in 0..<3_000 {
            if condition() { return true }
            await withCheckedContinuation { continuation in
                loops.loops[0].schedule(afterMilliseconds: 10) { continuation.resume() }
            }
        }
        return condition()
    }
}

final class TestHandler: RequestHandler {
    struct Record: Sendable {
        var closed = 0
        var pulledBytes = 0
        var handled = 0
    }
    let record = Mutex(Record())
    let firehose = [UInt8](repeating: 0x61, count: 64 * 1024)
    let waiting = Mutex<[LoopBound<Ticker>]>([])

    func handle(_ request: consuming Request, on stream: any ResponseStream) {
        record.withLock { $0.handled += 1 }
        stream.onClose = { [self] in record.withLock { $0.closed += 1 } }
        guard case .complete(let body) = request.body else {
            return stream.respond(ResponseHead(status: 413), body: Array("too large\n".utf8), trailers: nil)
        }
        let parts = request.head.path.split(separator: "/")
        switch parts.first ?? "" {
        case "hello": stream.respond(ResponseHead(status: 200), body: Array("hello\n".utf8), trailers: nil)
        case "echo":
            stream.respond(
                ResponseHead(status: 200, headers: ["x-length": String(body.count)]), body: body, trailers: nil)
        case "whoami":
            let text = request.peer.map { "\($0.commonName):\($0.organizations.joined(separator: ","))" } ?? "nobody"
            stream.respond(ResponseHead(status: 200), body: Array(text.utf8), trailers: nil)
        case "size":
            let count = parts.dropFirst().first.flatMap { Int($0) } ?? 0
            stream.respond(ResponseHead(status: 200), pulling: Firehose(self, bytes: count))
        case "produced":
            let count = parts.dropFirst().first.flatMap { Int($0) } ?? 0
            stream.respond(ResponseHead(status: 200), producing: Firehose(self, bytes: count), holding: count)
        case "huge-trailers":
            let field = String(repeating: "x", count: 100_000)
            stream.respond(ResponseHead(status: 200), body: [], trailers: ["grpc-message": field])
        case "huge-head":
            let field = String(repeating: "x", count: 100_000)
            stream.respond(ResponseHead(status: 200, headers: ["x-long": field]), body: [], trailers: nil)
        case "trailers":
            stream.respond(
                ResponseHead(status: 200), body: Array("body".utf8),
                trailers: ["grpc-status": "0", "grpc-message": "ok"])
        case "bare-trailers":
            stream.respond(ResponseHead(status: 200), body: [], trailers: ["grpc-status": "5"])
        case "later":
            let bound = LoopBound(stream, loop: stream.loop)
            Task.detached {
                await Task.yield()
                bound.loop.execute {
                    bound.value.respond(ResponseHead(status: 200), body: Array("later".utf8), trailers: nil)
                }
            }
        case "async":
            let bound = LoopBound(stream, loop: stream.loop)
            Task(executorPreference: bound.loop) {
                await Task.yield()
                bound.value.respond(ResponseHead(status: 200), body: Array("async".utf8), trailers: nil)
            }
        case "never": break
        case "reset": stream.reset(.internalError)
        case "ticks":
            let ticker = Ticker(stream)
            stream.respond(ResponseHead(status: 200), pulling: ticker)
            waiting.withLock { $0.append(LoopBound(ticker, loop: stream.loop)) }
        default: stream.respond(ResponseHead(status: 404), body: [], trailers: nil)
        }
    }

    /// Gives every stream of `/ticks` the same bytes.
    func tick(_ bytes: [UInt8]) {
        for bound in waiting.withLock({ $0 }) {
            bound.loop.execute { bound.value.add(bytes) }
        }
    }

    /// Ends every stream of `/ticks`.
    func endTicks() {
        for bound in waiting.withLock({ $0 }) { bound.loop.execute { bound.value.end() } }
    }
}

/// A body of so many bytes.
final class Firehose: BodySource {
    private let handler: TestHandler
    private var left: Int

    init(_ handler: TestHandler, bytes: Int) {
        self.handler = handler
        left = bytes
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        let wanted = min(left, buffer.remaining)
        let start = handler.firehose.count - min(wanted, handler.firehose.count)
        let count = buffer.write(handler.firehose, from: start)
        left -= count
        handler.record.withLock { $0.pulledBytes += count }
        return left == 0 ? .end(trailers: nil) : .more
    }
}

/// A body that grows from outside, like a watch.
final class Ticker: BodySource {
    private let stream: any ResponseStream
    private var waiting: [UInt8] = []
    private var isEnding = false

    init(_ stream: any ResponseStream) { self.stream = stream }

    func add(_ bytes: [UInt8]) {
        waiting += bytes
        stream.bodyAvailable()
    }

    func end() {
        isEnding = true
        stream.bodyAvailable()
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        let count = buffer.write(waiting)
        waiting.removeFirst(count)
        if !waiting.isEmpty { return .more }
        return isEnding ? .end(trailers: nil) : .blocked
    }
}
