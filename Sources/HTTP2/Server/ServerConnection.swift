internal import CNghttp2
internal import Reactor
internal import Synchronization

/// One client's connection: the streams on it, its time limits and its end. Belongs to its loop.
final class ServerConnection: TransportDelegate, SessionOwner {
    let loop: EventLoop
    unowned let shard: ServerShard
    let limits: Limits
    let counters: Counters
    private var transport: Transport?
    private(set) var driver: SessionDriver?
    private(set) var streams: [Int32: ServerStream] = [:]
    private(set) var peer: PeerIdentity?
    let isPlaintext: Bool
    private(set) var budget: AbuseBudget
    /// The peer's SETTINGS have come: it speaks HTTP/2.
    var hasPreface = false
    private var closeReason: CloseReason?
    private var isDraining = false
    /// Requests that have not arrived whole, and their body bytes.
    private(set) var incompleteRequests = 0
    private(set) var heldBytes = 0
    /// Streams with a whole answer under way, which a zero window must not hold up for ever.
    private(set) var wholeAnswers = 0
    private var clock: ConnectionClock
    private var countedSent = 0

    init(shard: ServerShard, isPlaintext: Bool) {
        self.shard = shard
        self.isPlaintext = isPlaintext
        loop = shard.loop
        limits = shard.limits
        counters = shard.counters
        let now = shard.nowMilliseconds
        budget = AbuseBudget(limits.abuse, nowMilliseconds: now)
        clock = ConnectionClock(nowMilliseconds: now)
    }

    func start(_ socket: AcceptedSocket, tls: TLSContext?) {
        do throws(ReactorError) {
            let transport = try Transport(socket, tls: tls, delegate: self)
            self.transport = transport
            transport.start()
        } catch {
            closeReason = .connectionLost
            ended()
        }
    }

    var nowMilliseconds: UInt64 { shard.nowMilliseconds }

    // MARK: Transport

    func transportEstablished() {
        guard let transport else { return }
        peer = transport.peer.map(PeerIdentity.init)
        clock.establishedMilliseconds = nowMilliseconds
        clock.heardMilliseconds = nowMilliseconds
        if !isPlaintext, transport.applicationProtocol != "h2" { return close(.protocolError) }
        guard let session = ServerCallbacks.makeSession(for: self, limits) else { return close(.connectionLost) }
        let driver = SessionDriver(session: session, transport: transport, owner: self)
        self.driver = driver
        ServerCallbacks.greet(session, limits)
        driver.requestFlush()
    }

    func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        counters.bytesReceived.count(bytes.count)
        clock.heard(at: nowMilliseconds)
        driver?.receive(bytes)
    }

    func transportReceivedEnd() {
        if closeReason == nil { closeReason = .done }
        transport?.finish()
    }

    func transportDrained() { driver?.flush() }

    func transportClosed(_ error: ReactorError?) {
        if closeReason == nil {
            switch error?.code {
            case nil: closeReason = .done
            case .handshakeFailed?: closeReason = .handshakeFailed
            default: closeReason = .connectionLost
            }
        }
        ended()
    }

    private func ended() {
        countSent()
        driver?.close()
        driver = nil
        let left = streams
        streams = [:]
        for stream in left.values { streamEnded(stream) }
        transport = nil
        counters.countClosed(closeReason ?? .done)
        shard.remove(self)
    }

    /// Closes at once.
    private func close(_ reason: CloseReason) {
        if closeReason == nil { closeReason = reason }
        if let transport { transport.abort() } else { ended() }
    }

    /// Ends in order with a GOAWAY; what is under way is cut.
    private func terminate(_ code: HTTP2ErrorCode, _ reason: CloseReason) {
        guard closeReason == nil else { return }
        closeReason = reason
        guard let session = driver?.session else { return close(reason) }
        nghttp2_session_terminate_session(session, code.rawValue)
        driver?.requestFlush()
    }

    // MARK: Session

    func sessionFlushed() {
        countSent()
        guard let transport, let driver else { return }
        if transport.pendingBytes > 0 {
            if driver.queuedFrames > limits.queuedFrames { close(.abuse) }
            return
        }
        if driver.isOver || (isDraining && streams.isEmpty) { transport.finish() }
    }

    func sessionFailed(_ status: Int) {
        close(status == NGHTTP2.flooded ? .abuse : .protocolError)
    }

    private func countSent() {
        guard let transport else { return }
        counters.bytesSent.count(transport.bytesSent &- countedSent)
        countedSent = transport.bytesSent
    }

    /// Takes from the abuse budget; over it, says goodbye.
    func charge(_ kind: AbuseBudget.Kind) {
        if case .giveUp = budget.charge(kind, nowMilliseconds: nowMilliseconds) {
            terminate(.enhanceYourCalm, .abuse)
        }
    }

    // MARK: Streams

    func open(_ id: Int32) -> ServerStream {
        let stream = ServerStream(id: id, connection: self, nowMilliseconds: nowMilliseconds)
        streams[id] = stream
        incompleteRequests += 1
        counters.streamsOpen.count()
        counters.streamsOpened.count()
        return stream
    }

    func streamClosed(_ id: Int32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        streamEnded(stream)
        if streams.isEmpty {
            clock.idleMilliseconds = nowMilliseconds
            if isDraining { driver?.requestFlush() }
        }
    }

    private func streamEnded(_ stream: ServerStream) {
        if let incoming = stream.incoming { requestLeft(incoming) }
        if stream.progress.bytes >= 0 { wholeAnswers -= 1 }
        counters.streamsOpen.count(-1)
        stream.ended()
    }

    private func requestLeft(_ request: IncomingRequest) {
        incompleteRequests -= 1
        release(request.body.count)
    }

    private func release(_ bytes: Int) {
        heldBytes -= bytes
        shard.held.bytes.count(-bytes)
    }

    /// Keeps a piece of a request's body, or tells the handler that it is too large, or refuses it. Returns whether
    /// the stream's window may open again by as much.
    func bodyArrived(_ bytes: UnsafeBufferPointer<UInt8>, on stream: ServerStream) -> Bool {
        // Nil: the handler already has the request; the rest of a body that was too large is discarded.
        guard let held = stream.incoming?.body.count else {
            stream.discardedBytes += bytes.count
            return stream.discardedBytes <= limits.discardedBytes
        }
        if held + bytes.count > limits.requestBodyBytes {
            stream.incoming?.body = []
            release(held)
            dispatch(stream, .tooLarge(limitBytes: limits.requestBodyBytes))
            return true
        }
        if heldBytes + bytes.count > limits.connectionRequestBytes
            || shard.held.bytes.load(ordering: .relaxed) + bytes.count > limits.serverRequestBytes
        {
            reset(stream.id, .refusedStream)
            return true
        }
        heldBytes += bytes.count
        shard.held.bytes.count(bytes.count)
        stream.incoming?.body.append(contentsOf: bytes)
        return true
    }

    /// The answer has gone out, and the request is not whole yet: it may end in peace for a while. A reset at once
    /// would be right too (RFC 9113, section 8.1), but clients such as curl then drop the answer.
    func answeredEarly(_ id: Int32) {
        let bound = LoopBound(self, loop: loop)
        loop.schedule(afterMilliseconds: limits.discardMilliseconds) {
            if bound.value.streams[id] != nil { bound.value.reset(id, .noError) }
        }
    }

    /// Hands the request to the handler.
    func dispatch(_ stream: ServerStream, _ kind: Request.Body? = nil) {
        guard var incoming = stream.takeRequest() else { return }
        requestLeft(incoming)
        let body = kind ?? .complete(incoming.body)
        incoming.body = []
        let request = Request(head: incoming.head(), body: body, peer: peer, isPlaintext: isPlaintext)
        shard.handler.handle(request, on: stream)
    }

    func submit(_ head: ResponseHead, contentLength: Int?, on stream: ServerStream, hasBody: Bool) {
        guard let driver, let session = driver.session else { return }
        let scratch = shard.scratch
        scratch.begin()
        scratch.add(":status", String(head.status))
        scratch.add(head.headers)
        if let contentLength, head.headers["content-length"] == nil {
            scratch.add("content-length", String(contentLength))
        }
        let status = withUnsafePointer(to: ServerCallbacks.dataProvider(for: stream)) { provider in
            scratch.withPairs { nghttp2_submit_response(session, stream.id, $0, $1, hasBody ? provider : nil) }
        }
        if status != 0 { return reset(stream.id, .internalError) }
        if hasBody, stream.body.isWhole {
            stream.progress = (0, nowMilliseconds)
            wholeAnswers += 1
        }
        driver.requestFlush()
    }

    func submitTrailers(_ trailers: HeaderFields, on id: Int32) {
        guard let session = driver?.session else { return }
        let scratch = shard.scratch
        scratch.begin()
        scratch.add(trailers)
        _ = scratch.withPairs { nghttp2_submit_trailer(session, id, $0, $1) }
    }

    /// 100 Continue, for a client that asked before it sends its body.
    func submitContinue(on id: Int32) {
        guard let session = driver?.session else { return }
        let scratch = shard.scratch
        scratch.begin()
        scratch.add(":status", "100")
        _ = scratch.withPairs { nghttp2_submit_headers(session, NGHTTP2.noFlag, id, nil, $0, $1, nil) }
    }

    func reset(_ id: Int32, _ code: HTTP2ErrorCode) {
        guard let driver, let session = driver.session else { return }
        nghttp2_submit_rst_stream(session, NGHTTP2.noFlag, id, code.rawValue)
        driver.requestFlush()
    }

    // MARK: Time

    /// Looks at all time limits. Called every `sweepMilliseconds`.
    func sweep() {
        guard let transport, closeReason == nil else { return }
        let now = nowMilliseconds
        let facts = ConnectionClock.Facts(
            isReady: hasPreface, hasStreams: !streams.isEmpty, pendingBytes: transport.pendingBytes,
            bytesSent: transport.bytesSent)
        switch clock.check(facts, limits, nowMilliseconds: now) {
        case .nothing: break
        case .ping:
            if let session = driver?.session { nghttp2_submit_ping(session, NGHTTP2.noFlag, nil) }
            driver?.requestFlush()
        case .retire(let reason): return terminate(.noError, reason)
        case .close(let reason): return close(reason)
        }
        if incompleteRequests > 0 || wholeAnswers > 0 { sweepStreams(now) }
    }

    private func sweepStreams(_ now: UInt64) {
        for stream in streams.values {
            if let incoming = stream.incoming {
                let limit = incoming.areHeadersWhole ? limits.bodyMilliseconds : limits.headersMilliseconds
                if now &- incoming.startedMilliseconds > UInt64(limit) {
                    // A stream in mid-headers cannot be reset alone: the peer may never finish the block.
                    if !incoming.areHeadersWhole { return terminate(.enhanceYourCalm, .handshakeTimeout) }
                    reset(stream.id, .cancel)
                }
            } else if stream.progress.bytes >= 0 {
                let sent = stream.body.sentBytes
                if sent != stream.progress.bytes {
                    stream.progress = (sent, now)
                } else if now &- stream.progress.atMilliseconds > UInt64(limits.stalledMilliseconds) {
                    reset(stream.id, .cancel)
                }
            }
        }
    }

    func acknowledged() { clock.pingedMilliseconds = nil }

    // MARK: Shutdown

    /// Announces the end, and after a moment takes no new streams; those under way go on.
    func drain() {
        guard !isDraining, closeReason == nil else { return }
        guard let session = driver?.session else { return close(.shutdown) }
        nghttp2_submit_shutdown_notice(session)
        driver?.requestFlush()
        let bound = LoopBound(self, loop: loop)
        loop.schedule(afterMilliseconds: limits.goAwayMilliseconds) { bound.value.refuseNewStreams() }
    }

    private func refuseNewStreams() {
        guard let driver, let session = driver.session, closeReason == nil else { return }
        isDraining = true
        nghttp2_submit_goaway(
            session, NGHTTP2.noFlag, nghttp2_session_get_last_proc_stream_id(session),
            HTTP2ErrorCode.noError.rawValue, nil, 0)
        driver.requestFlush()
    }

    /// The time for draining is over.
    func cut() { close(.shutdown) }
}
