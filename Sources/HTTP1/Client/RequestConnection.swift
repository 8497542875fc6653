package import HTTP2
package import Reactor

/// Why a server did not become a peer of another protocol, or gave no answer.
package struct RequestError: Error, Sendable, CustomStringConvertible {
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

/// A client's connection for one request of HTTP/1.1, which leaves that protocol with it if both want to (RFC 9110, section
/// 7.8). Belongs to its loop.
///
/// An answer's body is pulled from here by whoever passes it on: nothing is read of the server that is not taken.
package final class RequestConnection: TransportDelegate, Tunnel, BodySource {
    /// What the server answered with: 101 and the connection is a tunnel, or the head of an answer whose body follows.
    package struct Opened: Sendable {
        package let connection: LoopBound<RequestConnection>
        package let status: Int
        package let headers: HeaderFields
    }

    private enum Phase {
        case connecting
        case waitingForAnswer
        /// It was refused; the reason is on its way.
        case readingRefusal
        /// The head of an answer has come, and its body is pulled.
        case answering
        /// The body has come whole, and what is left of it is pulled.
        case answered
        /// Nobody listens yet: what comes stays in the kernel.
        case upgraded
        case tunnelling(any TunnelDelegate)
        case closed
    }

    package let loop: EventLoop
    private let request: [UInt8]
    /// Nil: only an upgrade will do.
    private let answerMethod: String?
    /// What has come of an answer and was not pulled.
    private var unread: [UInt8] = []
    private var taken = 0
    private weak var reader: (any ResponseStream)?
    private let parser: MessageParser
    private var transport: Transport?
    private var phase = Phase.connecting
    private var early: [UInt8] = []
    private var hasEnded = false
    private var continuation: CheckedContinuation<Result<Opened, RequestError>, Never>?
    private var timer: LoopTimer?

    private init(_ request: [UInt8], answerMethod: String?, on loop: EventLoop) {
        self.request = request
        self.answerMethod = answerMethod
        self.loop = loop
        parser = MessageParser(.response, listLimit: ClientLimits().headerListBytes)
    }

    /// Connects, asks, and returns when the server has agreed to leave HTTP/1.1.
    /// - Parameters:
    ///   - head: its `upgrade` field says to what; `host` and `connection` are added.
    ///   - loop: whose the connection is; the caller runs there.
    /// - Throws: when the server cannot be reached, refuses, or does not answer in time.
    package static func open(
        _ endpoint: Endpoint, tls: TLSContext?, _ head: RequestHead, on loop: EventLoop
    ) async throws(RequestError) -> Opened {
        try await open(endpoint, tls, encode(head, body: nil), answerMethod: nil, on: loop)
    }

    /// Connects, asks, and returns when the head of an answer has come, whatever it says. There is no limit to how long that
    /// takes once the server is reached.
    /// - Parameters:
    ///   - head: the fields as they are to be sent, but for `host`, `connection` and `content-length`, which are added.
    ///   - body: nil: there is none, and none is announced.
    /// - Throws: when the server cannot be reached, or makes no sense.
    package static func ask(
        _ endpoint: Endpoint, tls: TLSContext?, _ head: RequestHead, body: [UInt8]?, on loop: EventLoop
    ) async throws(RequestError) -> Opened {
        try await open(endpoint, tls, encode(head, body: body), answerMethod: head.method, on: loop)
    }

    private static func open(
        _ endpoint: Endpoint, _ tls: TLSContext?, _ request: [UInt8], answerMethod: String?, on loop: EventLoop
    ) async throws(RequestError) -> Opened {
        let found = await withCheckedContinuation { continuation in
            Connector.resolve(endpoint, on: loop) { continuation.resume(returning: $0) }
        }
        let candidates: Connector.Candidates
        switch found {
        case .success(let some): candidates = some
        case .failure(let error): throw RequestError(error.message)
        }
        var problem = RequestError("no address for \(endpoint)")
        for at in 0..<candidates.count {
            let connection = RequestConnection(request, answerMethod: answerMethod, on: loop)
            switch await connection.run(candidates, at, tls) {
            case .success(let opened): return opened
            case .failure(let error):
                guard error.status == 0 else { throw error }
                problem = error
            }
        }
        throw problem
    }

    private static func encode(_ head: RequestHead, body: [UInt8]?) -> [UInt8] {
        let isUpgrade = head.headers["upgrade"] != nil
        var fields: HeaderFields = ["host": head.authority, "connection": isUpgrade ? "Upgrade" : "close"]
        if let length = body?.count ?? (isUpgrade ? 0 : nil) { fields.append("content-length", String(length)) }
        for field in head.headers.fields where !["host", "connection", "content-length"].contains(field.name) {
            fields.append(field.name, field.value)
        }
        return Array("\(head.method) \(head.path) HTTP/1.1\r\n".utf8) + AnswerHead.trailers(fields) + (body ?? [])
    }

    private func run(_ candidates: Connector.Candidates, _ at: Int, _ tls: TLSContext?) async
        -> Result<Opened, RequestError>
    {
        await withCheckedContinuation { continuation in
            self.continuation = continuation
            let bound = LoopBound(self, loop: loop)
            timer = loop.schedule(afterMilliseconds: ClientLimits().connectMilliseconds) {
                bound.value.fail(RequestError("no answer within \(ClientLimits().connectMilliseconds) ms"))
            }
            do throws(ReactorError) {
                transport = try Connector.connect(candidates, at: at, tls: tls, on: loop, delegate: self)
            } catch {
                fail(RequestError(error.message))
            }
        }
    }

    private func settle(_ result: Result<Opened, RequestError>) {
        timer?.cancel()
        timer = nil
        let waiting = continuation
        continuation = nil
        waiting?.resume(returning: result)
    }

    private func fail(_ error: RequestError) {
        guard continuation != nil else { return }
        settle(.failure(error))
        transport?.abort()
    }

    // MARK: Transport

    package func transportEstablished() {
        guard let transport else { return }
        phase = .waitingForAnswer
        // Who asks for an answer may have to wait for what happens next, as watchers do.
        if answerMethod != nil { timer?.cancel() }
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
        case .waitingForAnswer, .readingRefusal, .answering: readAnswer(bytes)
        case .connecting, .answered, .closed: break
        }
    }

    private func readAnswer(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty || parser.isBetweenHeadAndBody {
            let (consumed, progress) = parser.receive(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[consumed...])
            switch progress {
            case .needsMore:
                if case .answering = phase { return tookBody() }
                if parser.body.count > HTTP1Limits.refusalBytes { return refused() }
            case .head:
                if parser.head.status == 101 { return upgraded(rest) }
                // 100 and its like announce another head.
                if parser.head.status < 200 {
                    parser.reset()
                } else if answerMethod != nil {
                    if beginAnswer() { return }
                } else {
                    phase = .readingRefusal
                }
            case .complete:
                if case .answering = phase { return answerEnded() }
                return refused()
            case .refused(let refusal):
                if case .answering = phase { return answerBroke() }
                return fail(RequestError("the answer is malformed: \(refusal.reason)"))
            }
        }
    }

    private func upgraded(_ rest: UnsafeRawBufferPointer) {
        phase = .upgraded
        transport?.readsToTheEnd = true
        early = Array(rest)
        transport?.setReading(false)
        settle(.success(Opened(connection: LoopBound(self, loop: loop), status: 101, headers: parser.head.headers)))
    }

    // MARK: An answer that is passed on

    /// - Returns: whether the answer has no body, whatever its head says (RFC 9112, section 6.3).
    private func beginAnswer() -> Bool {
        let status = parser.head.status
        let isWhole = answerMethod == "HEAD" || status == 204 || status == 304
        phase = isWhole ? .answered : .answering
        if isWhole { transport?.finish() }
        settle(
            .success(
                Opened(connection: LoopBound(self, loop: loop), status: status, headers: parser.head.headers)))
        return isWhole
    }

    private func tookBody() {
        unread.append(contentsOf: parser.takeBody())
        if unread.count - taken > HTTP1Limits.unreadBytes { transport?.setReading(false) }
        reader?.bodyAvailable()
    }

    private func answerEnded() {
        phase = .answered
        tookBody()
        transport?.finish()
    }

    /// Less came than was announced: who reads must not take it for the whole.
    private func answerBroke() {
        phase = .closed
        transport?.abort()
        reader?.reset(.internalError)
    }

    /// - Parameter stream: is told when there is more to pull.
    package func pass(to stream: any ResponseStream) { reader = stream }

    package func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        taken += buffer.write(unread, from: taken)
        if taken < unread.count { return .more }
        unread.removeAll(keepingCapacity: true)
        taken = 0
        switch phase {
        case .answered: return .end(trailers: nil)
        case .answering:
            if !hasEnded { transport?.setReading(true) }
            return .blocked
        default: return .blocked
        }
    }

    private func refused() {
        let text = String(decoding: parser.body.prefix(HTTP1Limits.refusalBytes), as: UTF8.self)
        fail(
            RequestError(
                status: parser.head.status, text.isEmpty ? StatusWords.reason(parser.head.status) : text,
                contentType: parser.head.headers["content-type"] ?? "text/plain"))
    }

    package func transportReceivedEnd() {
        hasEnded = true
        switch phase {
        case .tunnelling(let delegate): delegate.tunnelReceivedEnd()
        case .readingRefusal: refused()
        // A body of no announced length ends with its connection.
        case .answering:
            let head = parser.head
            if head.isChunked || head.contentLength != nil { answerBroke() } else { answerEnded() }
        case .upgraded, .answered, .closed: break
        case .connecting, .waitingForAnswer: fail(RequestError("the server ended the connection without an answer"))
        }
    }

    package func transportDrained() {
        if case .tunnelling(let delegate) = phase { delegate.tunnelDrained() }
    }

    package func transportClosed(_ error: ReactorError?) {
        transport = nil
        let before = phase
        if case .answered = phase { return }
        phase = .closed
        if case .answering = before { reader?.reset(.internalError) }
        fail(RequestError(error?.message ?? "the server ended the connection"))
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
