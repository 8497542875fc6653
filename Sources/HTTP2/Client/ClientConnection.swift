internal import CNghttp2
public import Reactor

/// A connection to a server, for code that lives on its loop and has thousands of streams: no task, no lock, no
/// allocation per event. `HTTP2Client` is the same for everyone else.
public final class ClientConnection: TransportDelegate, SessionOwner {
    public enum State: Sendable, Equatable {
        case connecting
        case open
        /// The server said GOAWAY, or `close` was called: streams end, none are opened.
        case draining
        case closed
    }

    public let loop: EventLoop
    public private(set) var state = State.connecting
    /// Called once when no new streams can be opened any more.
    public var onDraining: (() -> Void)?
    /// Called once when the connection is gone. Nil: in order.
    public var onClose: ((HTTP2Error?) -> Void)?

    private let tls: TLSContext?
    private let limits: ClientLimits
    private let timeLimits: Limits
    private var candidates: Connector.Candidates?
    private var attempt = 0
    private var whenOpen: ((Result<ClientConnection, HTTP2Error>) -> Void)?
    private var transport: Transport?
    private(set) var driver: SessionDriver?
    private var streams: [Int32: ClientStream] = [:]
    private let scratch = HeaderScratch()
    private var clock: ConnectionClock
    fileprivate var hasPreface = false
    private var failure: HTTP2Error?
    private var sweepTimer: LoopTimer?
    /// An open connection keeps itself, since the loop is all that knows it while nobody asks for anything.
    private var selfWhileOpen: ClientConnection?

    private init(tls: TLSContext?, on loop: EventLoop, limits: ClientLimits) {
        self.loop = loop
        self.tls = tls
        self.limits = limits
        timeLimits = limits.forClock
        clock = ConnectionClock(nowMilliseconds: loop.nowNanoseconds / 1_000_000)
    }

    /// Connects, with TLS or plain with prior knowledge. Call it on the loop; `completion` comes there too.
    public static func connect(
        to endpoint: Endpoint, tls: TLSContext?, on loop: EventLoop, limits: ClientLimits = ClientLimits(),
        completion: @escaping (Result<ClientConnection, HTTP2Error>) -> Void
    ) {
        let connection = ClientConnection(tls: tls, on: loop, limits: limits)
        connection.selfWhileOpen = connection
        connection.whenOpen = completion
        connection.scheduleSweep()
        let bound = LoopBound(connection, loop: loop)
        Connector.resolve(endpoint, on: loop) { result in
            switch result {
            case .failure(let error): bound.value.fail(HTTP2Error(.cannotConnect, error))
            case .success(let candidates):
                bound.value.candidates = candidates
                bound.value.tryNext(after: HTTP2Error(.cannotConnect, "\(endpoint) has no address"))
            }
        }
    }

    private func tryNext(after error: HTTP2Error) {
        var latest = error
        while state == .connecting, let candidates, attempt < candidates.count {
            attempt += 1
            do throws(ReactorError) {
                transport = try Connector.connect(candidates, at: attempt - 1, tls: tls, on: loop, delegate: self)
                return
            } catch {
                latest = HTTP2Error(.cannotConnect, error)
            }
        }
        fail(latest)
    }

    // MARK: Transport

    public func transportEstablished() {
        guard let transport else { return }
        if transport.isTLS, transport.applicationProtocol != "h2" {
            return fail(HTTP2Error(.protocolViolation, "the server does not speak HTTP/2"))
        }
        let memory = SessionMemory()
        guard let session = ClientCallbacks.makeSession(for: self, limits, in: memory) else {
            return fail(HTTP2Error(.cannotConnect, "out of memory"))
        }
        clock.establishedMilliseconds = nowMilliseconds
        clock.heard(at: nowMilliseconds)
        let driver = SessionDriver(session: session, memory: memory, transport: transport, owner: self)
        self.driver = driver
        ClientCallbacks.greet(session, limits)
        driver.requestFlush()
        state = .open
        let completion = whenOpen
        whenOpen = nil
        completion?(.success(self))
    }

    public func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        clock.heard(at: nowMilliseconds)
        driver?.receive(bytes)
    }

    public func transportReceivedEnd() {
        if failure == nil, !streams.isEmpty {
            failure = HTTP2Error(.connectionLost, "the server closed the connection")
        }
        transport?.finish()
        stopOpening()
    }

    public func transportDrained() { driver?.drained() }

    public func transportClosed(_ error: ReactorError?) {
        transport = nil
        let reason = error.map { HTTP2Error(state == .connecting ? .cannotConnect : .connectionLost, $0) }
        if state == .connecting, failure == nil, error?.code == .cannotConnect {
            return tryNext(after: reason ?? HTTP2Error(.cannotConnect, "cannot connect"))
        }
        fail(failure ?? reason)
    }

    // MARK: Session

    func sessionFlushed() {
        guard let transport, let driver, transport.pendingBytes == 0 else { return }
        if driver.isOver || (state == .draining && streams.isEmpty) { transport.finish() }
    }

    func sessionFailed(_ status: Int) {
        fail(HTTP2Error(.protocolViolation, "HTTP/2: \(NGHTTP2.words(status))"))
    }

    /// The one end of a connection, in whatever state.
    private func fail(_ error: HTTP2Error?) {
        guard state != .closed else { return }
        if driver?.isInside == true {
            // A delegate gave up while the session is calling: it still holds pointers to the streams.
            let bound = LoopBound(self, loop: loop)
            return loop.execute { bound.value.fail(error) }
        }
        let wasConnecting = state == .connecting
        state = .closed
        sweepTimer?.cancel()
        driver?.close()
        driver = nil
        transport?.abort()
        transport = nil
        let left = streams
        streams = [:]
        let lost = error ?? HTTP2Error(.connectionLost, "the connection was closed")
        for stream in left.values { stream.ended(.failure(lost)) }
        if wasConnecting {
            let completion = whenOpen
            whenOpen = nil
            completion?(.failure(lost))
        }
        let (draining, close) = (onDraining, onClose)
        onDraining = nil
        onClose = nil
        draining?()
        close?(error)
        selfWhileOpen = nil
    }

    fileprivate func stopOpening() {
        guard state == .open else { return }
        state = .draining
        let callback = onDraining
        onDraining = nil
        callback?()
    }

    /// Opens no more streams, and closes when those that are open have ended.
    public func close() {
        stopOpening()
        if state == .connecting { return fail(HTTP2Error(.cancelled, "closed while connecting")) }
        driver?.requestFlush()
    }

    /// Closes at once; streams end with `connectionLost`.
    public func abort() { fail(HTTP2Error(.connectionLost, "the connection was given up")) }

    /// Stops or goes on to read the socket: with everything that the kernel buffers full, the server stalls.
    public func setReading(_ reads: Bool) { transport?.setReading(reads) }

    // MARK: Streams

    public var streamCount: Int { streams.count }

    /// Sends a request. Over the server's stream limit it waits inside the connection for its turn.
    public func open(
        _ head: RequestHead, body: RequestBody, delegate: any ClientStreamDelegate
    ) throws(HTTP2Error) -> ClientStream {
        guard state == .open, let driver, let session = driver.session else {
            throw HTTP2Error(.refused, "the connection takes no more requests")
        }
        guard streams.count < limits.queuedRequests else {
            throw HTTP2Error(.refused, "\(streams.count) requests wait on this connection already")
        }
        let stream = ClientStream(connection: self, body: body, delegate: delegate)
        scratch.begin()
        scratch.add(":method", head.method)
        scratch.add(":scheme", head.scheme)
        scratch.add(":authority", head.authority)
        scratch.add(":path", head.path)
        scratch.add(head.headers)
        let hasBody: Bool
        switch body {
        case .none: hasBody = false
        case .whole(let bytes):
            hasBody = true
            if head.headers["content-length"] == nil { scratch.add("content-length", String(bytes.count)) }
        case .streamed, .pulled: hasBody = true
        }
        let context = Unmanaged.passUnretained(stream).toOpaque()
        let id = withUnsafePointer(to: ClientCallbacks.dataProvider(for: stream)) { provider in
            scratch.withPairs { pairs, count in
                nghttp2_submit_request(session, nil, pairs, count, hasBody ? provider : nil, context)
            }
        }
        guard id > 0 else {
            // Stream numbers are used up after a billion requests: a new connection has them again.
            if id == NGHTTP2.streamsUsedUp { stopOpening() }
            throw HTTP2Error(.refused, "HTTP/2: \(NGHTTP2.words(Int(id)))")
        }
        stream.opened(id)
        streams[id] = stream
        driver.requestFlush()
        return stream
    }

    func streamClosed(_ id: Int32, _ code: HTTP2ErrorCode) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        stream.closed(code)
        if state == .draining, streams.isEmpty { driver?.requestFlush() }
    }

    func submitTrailers(_ trailers: HeaderFields, on id: Int32) {
        guard let session = driver?.session else { return }
        scratch.begin()
        scratch.add(trailers)
        _ = scratch.withPairs { nghttp2_submit_trailer(session, id, $0, $1) }
    }

    func reset(_ id: Int32, _ code: HTTP2ErrorCode) {
        guard let driver, let session = driver.session else { return }
        nghttp2_submit_rst_stream(session, NGHTTP2.noFlag, id, code.rawValue)
        driver.requestFlush()
    }

    func consumed(_ bytes: Int, on id: Int32) {
        guard let driver, let session = driver.session, bytes > 0 else { return }
        nghttp2_session_consume_stream(session, id, bytes)
        // The window update, if one is due now, goes out with the next flush.
        if nghttp2_session_want_write(session) != 0 { driver.requestFlush() }
    }

    // MARK: Time

    private var nowMilliseconds: UInt64 { loop.nowNanoseconds / 1_000_000 }

    private func scheduleSweep() {
        let bound = LoopBound(self, loop: loop)
        sweepTimer = loop.schedule(afterMilliseconds: limits.sweepMilliseconds) { bound.value.sweep() }
    }

    private func sweep() {
        guard state != .closed else { return }
        let facts = ConnectionClock.Facts(
            isReady: hasPreface, hasStreams: !streams.isEmpty, pendingBytes: transport?.pendingBytes ?? 0,
            bytesSent: transport?.bytesSent ?? 0)
        switch clock.check(facts, timeLimits, nowMilliseconds: nowMilliseconds) {
        case .nothing: break
        case .ping:
            if let session = driver?.session { nghttp2_submit_ping(session, NGHTTP2.noFlag, nil) }
            driver?.requestFlush()
        case .retire: close()
        case .close(let reason):
            let what = reason == .handshakeTimeout ? "the server took too long to answer" : "the server does not answer"
            return fail(HTTP2Error(state == .connecting ? .cannotConnect : .connectionLost, what))
        }
        scheduleSweep()
    }
}

extension ClientConnection {
    func frameArrived(_ frame: nghttp2_frame) {
        let id = frame.hd.stream_id
        switch frame.hd.type {
        case NGHTTP2.headers:
            streams[id]?.headersEnded()
            if frame.hd.flags & NGHTTP2.endStream != 0 { streams[id]?.endArrived() }
        case NGHTTP2.data:
            if frame.hd.flags & NGHTTP2.endStream != 0 { streams[id]?.endArrived() }
        case NGHTTP2.settings: hasPreface = true
        case NGHTTP2.goAway: stopOpening()
        default: break
        }
    }

    var headerLimitBytes: Int { limits.headerListBytes }
}

extension ClientLimits {
    /// The same time limits in the form that the connection's clock reads; an idle client connection stays.
    var forClock: Limits {
        var limits = Limits()
        limits.handshakeMilliseconds = connectMilliseconds
        limits.quietMilliseconds = quietMilliseconds
        limits.pingMilliseconds = pingMilliseconds
        limits.idleMilliseconds = Int.max
        return limits
    }
}
