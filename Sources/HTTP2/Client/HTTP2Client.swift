public import Reactor

/// A whole answer.
public struct Response: Sendable, Equatable {
    public var head: ResponseHead
    public var body: [UInt8]
    /// Empty if there were none.
    public var trailers: HeaderFields
}

/// A client of one server for `async` code. It connects when it is first needed, keeps one connection, and makes a
/// new one when that is lost or the server says GOAWAY. Use it from anywhere.
public final class HTTP2Client: Sendable {
    public let loop: EventLoop
    private let dialer: Dialer

    public init(
        _ endpoint: Endpoint, tls: TLSContext? = nil, on loop: EventLoop, limits: ClientLimits = ClientLimits()
    ) {
        self.loop = loop
        dialer = Dialer(endpoint, tls: tls, on: loop, limits: limits)
    }

    /// Sends a request and collects its answer. A request that the server certainly did not process is sent once
    /// more on a new connection.
    /// - Parameters:
    ///   - limitBytes: a larger answer fails with `tooLarge`.
    ///   - deadlineMilliseconds: for connecting, sending and the whole answer.
    public func send(
        _ head: RequestHead, body: [UInt8]? = nil, limitBytes: Int = 64 * 1024 * 1024,
        deadlineMilliseconds: Int = 30_000
    ) async throws(HTTP2Error) -> Response {
        do throws(HTTP2Error) {
            return try await attempt(head, body, limitBytes, deadlineMilliseconds)
        } catch {
            guard error.code == .refused else { throw error }
            return try await attempt(head, body, limitBytes, deadlineMilliseconds)
        }
    }

    private func attempt(
        _ head: RequestHead, _ body: [UInt8]?, _ limitBytes: Int, _ deadlineMilliseconds: Int
    ) async throws(HTTP2Error) -> Response {
        let call = UnaryCall(loop: loop, limitBytes: limitBytes)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.execute { [dialer] in
                    call.start(head, body, dialer, deadlineMilliseconds) { continuation.resume(returning: $0) }
                }
            }
        } onCancel: {
            loop.execute { call.giveUp(HTTP2Error(.cancelled, "cancelled")) }
        }
        return try result.get()
    }

    /// Opens a request whose answer is read piece by piece, and whose body may be written piece by piece.
    public func open(_ head: RequestHead, body: ExchangeBody = .none) async throws(HTTP2Error) -> Exchange {
        let loop = self.loop
        let result: Result<Exchange, HTTP2Error> = await withCheckedContinuation { continuation in
            loop.execute { [dialer] in
                dialer.connection { connection in
                    continuation.resume(returning: Exchange.open(head, body, connection, loop))
                }
            }
        }
        return try result.get()
    }

    /// Closes the connection at once; requests under way fail. It may be used again after.
    public func close() async {
        await withCheckedContinuation { continuation in
            loop.execute { [dialer] in
                dialer.drop()
                continuation.resume()
            }
        }
    }
}

/// What an exchange sends.
public enum ExchangeBody: Sendable {
    case none
    case whole([UInt8])
    /// Written with `Exchange.write`, ended with `Exchange.finish`.
    case streamed
}

/// Holds the one connection, or those who wait for it. Belongs to its loop.
final class Dialer: @unchecked Sendable {
    // Unchecked: its fields are touched on the loop only.
    private let endpoint: Endpoint
    private let tls: TLSContext?
    private let loop: EventLoop
    private let limits: ClientLimits
    private var current: ClientConnection?
    private var waiting: [(Result<ClientConnection, HTTP2Error>) -> Void] = []

    init(_ endpoint: Endpoint, tls: TLSContext?, on loop: EventLoop, limits: ClientLimits) {
        self.endpoint = endpoint
        self.tls = tls
        self.loop = loop
        self.limits = limits
    }

    func connection(_ completion: @escaping (Result<ClientConnection, HTTP2Error>) -> Void) {
        if let current, current.state == .open { return completion(.success(current)) }
        current = nil
        waiting.append(completion)
        guard waiting.count == 1 else { return }
        ClientConnection.connect(to: endpoint, tls: tls, on: loop, limits: limits) { [weak self] result in
            guard let self else {
                if case .success(let connection) = result { connection.abort() }
                return
            }
            if case .success(let connection) = result { current = connection }
            let completions = waiting
            waiting = []
            for completion in completions { completion(result) }
        }
    }

    func drop() {
        current?.abort()
        current = nil
    }

    deinit {
        guard let current else { return }
        let bound = LoopBound(current, loop: loop)
        loop.execute { bound.value.close() }
    }
}

/// One request whose answer is collected. Belongs to its loop.
final class UnaryCall: ClientStreamDelegate, @unchecked Sendable {
    // Unchecked: its fields are touched on the loop only.
    private let loop: EventLoop
    private let limitBytes: Int
    private var stream: ClientStream?
    private var head: ResponseHead?
    private var body: [UInt8] = []
    private var timer: LoopTimer?
    private var completion: ((Result<Response, HTTP2Error>) -> Void)?
    private var isOver = false

    init(loop: EventLoop, limitBytes: Int) {
        self.loop = loop
        self.limitBytes = limitBytes
    }

    func start(
        _ head: RequestHead, _ body: [UInt8]?, _ dialer: Dialer, _ deadlineMilliseconds: Int,
        completion: @escaping (Result<Response, HTTP2Error>) -> Void
    ) {
        guard !isOver else { return completion(.failure(HTTP2Error(.cancelled, "cancelled"))) }
        self.completion = completion
        timer = loop.schedule(afterMilliseconds: deadlineMilliseconds) {
            self.giveUp(HTTP2Error(.deadlineExceeded, "no answer within \(deadlineMilliseconds) ms"))
        }
        dialer.connection { [self] result in
            guard !isOver else { return }
            do throws(HTTP2Error) {
                let connection = try result.get()
                stream = try connection.open(head, body: body.map { .whole($0) } ?? .none, delegate: self)
            } catch {
                end(.failure(error))
            }
        }
    }

    func giveUp(_ error: HTTP2Error) {
        guard !isOver else { return }
        stream?.cancel(error)
        end(.failure(error))
    }

    private func end(_ result: Result<Response, HTTP2Error>) {
        isOver = true
        timer?.cancel()
        timer = nil
        stream = nil
        let completion = self.completion
        self.completion = nil
        completion?(result)
    }

    func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) { self.head = head }

    func streamReceived(_ bytes: RawSpan, on stream: ClientStream) {
        stream.consumed(bytes.byteCount)
        guard !isOver else { return }
        guard body.count + bytes.byteCount <= limitBytes else {
            return giveUp(HTTP2Error(.tooLarge, "the answer is larger than \(limitBytes) bytes"))
        }
        bytes.withUnsafeBytes { body.append(contentsOf: $0) }
    }

    func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
        guard !isOver else { return }
        switch outcome {
        case .failure(let error): end(.failure(error))
        case .success(let trailers):
            guard let head else { return end(.failure(HTTP2Error(.protocolViolation, "an answer without a head"))) }
            end(.success(Response(head: head, body: body, trailers: trailers)))
        }
    }
}
