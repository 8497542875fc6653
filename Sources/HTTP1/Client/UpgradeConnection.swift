package import HTTP2
package import Reactor

/// Why a server did not become a peer of another protocol.
package struct UpgradeError: Error, Sendable, CustomStringConvertible {
    /// The server's answer, when it gave one; 0: it could not be reached, or made no sense.
    package let status: Int
    /// Its words, or ours.
    package let message: String
    package let contentType: String

    package var description: String { message }

    package init(status: Int = 0, _ message: String, contentType: String = "text/plain") {
        self.status = status
        self.message = message
        self.contentType = contentType
    }
}

/// A client's connection that leaves HTTP/1.1 with its first request (RFC 9110, section 7.8). Belongs to its loop.
package final class UpgradeConnection: TransportDelegate, Tunnel {
    /// What the server answered with: 101, and its fields.
    package struct Opened: Sendable {
        package let connection: LoopBound<UpgradeConnection>
        package let headers: HeaderFields
    }

    private enum Phase {
        case connecting
        case waitingForAnswer
        /// It was refused; the reason is on its way.
        case readingRefusal
        /// Nobody listens yet: what comes stays in the kernel.
        case upgraded
        case tunnelling(any TunnelDelegate)
        case closed
    }

    package let loop: EventLoop
    private let request: [UInt8]
    private let parser: MessageParser
    private var transport: Transport?
    private var phase = Phase.connecting
    private var early: [UInt8] = []
    private var hasEnded = false
    private var continuation: CheckedContinuation<Result<Opened, UpgradeError>, Never>?
    private var timer: LoopTimer?

    private init(_ request: [UInt8], on loop: EventLoop) {
        self.request = request
        self.loop = loop
        parser = MessageParser(.response, listLimit: ClientLimits().headerListBytes)
    }

    /// Connects, asks, and returns when the server has agreed.
    /// - Parameters:
    ///   - head: its `upgrade` field says to what; `host` and `connection` are added.
    ///   - loop: whose the connection is; the caller runs there.
    /// - Throws: when the server cannot be reached, refuses, or does not answer in time.
    package static func open(
        _ endpoint: Endpoint, tls: TLSContext?, _ head: RequestHead, on loop: EventLoop
    ) async throws(UpgradeError) -> Opened {
        let found = await withCheckedContinuation { continuation in
            Connector.resolve(endpoint, on: loop) { continuation.resume(returning: $0) }
        }
        let candidates: Connector.Candidates
        switch found {
        case .success(let some): candidates = some
        case .failure(let error): throw UpgradeError(error.message)
        }
        var problem = UpgradeError("no address for \(endpoint)")
        for at in 0..<candidates.count {
            let connection = UpgradeConnection(encode(head), on: loop)
            switch await connection.run(candidates, at, tls) {
            case .success(let opened): return opened
            case .failure(let error):
                guard error.status == 0 else { throw error }
                problem = error
            }
        }
        throw problem
    }

    private static func encode(_ head: RequestHead) -> [UInt8] {
        var fields: HeaderFields = ["host": head.authority, "connection": "Upgrade", "content-length": "0"]
        for field in head.headers.fields where field.name != "content-length" && field.name != "connection" {
            fields.append(field.name, field.value)
        }
        return Array("\(head.method) \(head.path) HTTP/1.1\r\n".utf8) + AnswerHead.trailers(fields)
    }

    private func run(_ candidates: Connector.Candidates, _ at: Int, _ tls: TLSContext?) async
        -> Result<Opened, UpgradeError>
    {
        await withCheckedContinuation { continuation in
            self.continuation = continuation
            let bound = LoopBound(self, loop: loop)
            timer = loop.schedule(afterMilliseconds: ClientLimits().connectMilliseconds) {
                bound.value.fail(UpgradeError("no answer within \(ClientLimits().connectMilliseconds) ms"))
            }
            do throws(ReactorError) {
                transport = try Connector.connect(candidates, at: at, tls: tls, on: loop, delegate: self)
            } catch {
                fail(UpgradeError(error.message))
            }
        }
    }

    private func settle(_ result: Result<Opened, UpgradeError>) {
        timer?.cancel()
        timer = nil
        let waiting = continuation
        continuation = nil
        waiting?.resume(returning: result)
    }

    private func fail(_ error: UpgradeError) {
        guard continuation != nil else { return }
        settle(.failure(error))
        transport?.abort()
    }

    // MARK: Transport

    package func transportEstablished() {
        guard let transport else { return }
        phase = .waitingForAnswer
        transport.keepAlive(
            idleSeconds: ClientLimits().quietMilliseconds / 1000,
            intervalSeconds: ClientLimits().pingMilliseconds / 1000 / HTTP1Limits.keepAliveProbes,
            probes: HTTP1Limits.keepAliveProbes)
        request.withUnsafeBytes { transport.send($0) }
    }

    package func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        switch phase {
        case .tunnelling(let delegate): delegate.tunnelReceived(bytes)
        case .upgraded: early.append(contentsOf: bytes)
        case .waitingForAnswer, .readingRefusal: readAnswer(bytes)
        case .connecting, .closed: break
        }
    }

    private func readAnswer(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty || parser.isBetweenHeadAndBody {
            let (consumed, progress) = parser.receive(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[consumed...])
            switch progress {
            case .needsMore:
                if parser.body.count > HTTP1Limits.refusalBytes { return refused() }
            case .head:
                if parser.head.status == 101 { return upgraded(rest) }
                // 100 and its like announce another head.
                if parser.head.status < 200 { parser.reset() } else { phase = .readingRefusal }
            case .complete: return refused()
            case .refused(let refusal): return fail(UpgradeError("the answer is malformed: \(refusal.reason)"))
            }
        }
    }

    private func upgraded(_ rest: UnsafeRawBufferPointer) {
        phase = .upgraded
        transport?.readsToTheEnd = true
        early = Array(rest)
        transport?.setReading(false)
        settle(.success(Opened(connection: LoopBound(self, loop: loop), headers: parser.head.headers)))
    }

    private func refused() {
        let text = String(decoding: parser.body.prefix(HTTP1Limits.refusalBytes), as: UTF8.self)
        fail(
            UpgradeError(
                status: parser.head.status, text.isEmpty ? StatusWords.reason(parser.head.status) : text,
                contentType: parser.head.headers["content-type"] ?? "text/plain"))
    }

    package func transportReceivedEnd() {
        hasEnded = true
        switch phase {
        case .tunnelling(let delegate): delegate.tunnelReceivedEnd()
        case .readingRefusal: refused()
        case .upgraded, .closed: break
        case .connecting, .waitingForAnswer: fail(UpgradeError("the server ended the connection without an answer"))
        }
    }

    package func transportDrained() {
        if case .tunnelling(let delegate) = phase { delegate.tunnelDrained() }
    }

    package func transportClosed(_ error: ReactorError?) {
        transport = nil
        let before = phase
        phase = .closed
        fail(UpgradeError(error?.message ?? "the server ended the connection"))
        if case .tunnelling(let delegate) = before { delegate.tunnelClosed() }
    }

    // MARK: Tunnel

    /// From now on `delegate` hears what the server sends; what came before it is told in the loop's next turn.
    package func begin(_ delegate: any TunnelDelegate) {
        guard case .upgraded = phase else {
            let late = LoopBound(delegate, loop: loop)
            return loop.execute { late.value.tunnelClosed() }
        }
        phase = .tunnelling(delegate)
        let bound = LoopBound(self, loop: loop)
        loop.execute { bound.value.tellWhatCame() }
    }

    private func tellWhatCame() {
        guard case .tunnelling(let delegate) = phase else { return }
        let held = early
        early = []
        if !held.isEmpty { held.withUnsafeBytes { delegate.tunnelReceived($0) } }
        if hasEnded { delegate.tunnelReceivedEnd() } else { transport?.setReading(true) }
    }

    package var pendingBytes: Int { transport?.pendingBytes ?? 0 }
    package func send(_ bytes: UnsafeRawBufferPointer) { transport?.send(bytes) }
    package func setReading(_ reads: Bool) { if !hasEnded { transport?.setReading(reads) } }
    package func finish() { transport?.finish() }
    package func abort() { transport?.abort() }
}
