internal import CNghttp2
internal import FrameLog
internal import Reactor

/// Requests as they arrive, and their answers as they leave.
extension ServerConnection {
    func open(_ id: Int32) -> ServerStream {
        let stream = ServerStream(id: id, connection: self, nowMilliseconds: nowMilliseconds)
        streams[id] = stream
        incompleteRequests += 1
        counters.streamsOpen.count()
        counters.streamsOpened.count()
        return stream
    }

    /// - Parameter code: of the RST_STREAM that ended it; 0 when both sides had come to their end.
    func streamClosed(_ id: Int32, _ code: UInt32) {
        guard let stream = streams.removeValue(forKey: id) else { return }
        streamEnded(
            stream,
            stream.isResetByPeer
                ? .resetByPeer : code == HTTP2ErrorCode.noError.rawValue ? .answered : .resetByServer)
        if streams.isEmpty {
            clock.idleMilliseconds = nowMilliseconds
            if isDraining { driver?.requestFlush() }
        }
    }

    func streamEnded(_ stream: ServerStream, _ end: StreamEnd) {
        if let incoming = stream.incoming { requestLeft(incoming) }
        if stream.progress.bytes >= 0 { finiteAnswers -= 1 }
        if stream.heldAnswerBytes > 0 {
            shares.releaseAnswer(stream.heldAnswerBytes)
        }
        if stream.isInHandler { leftHandler(stream) } else { goOnIfHeldUp() }
        counters.streamsOpen.count(-1)
        stream.ended(end)
    }

    private func requestLeft(_ request: IncomingRequest) {
        incompleteRequests -= 1
        shares.releaseRequest(request.body.count)
    }

    /// Takes room for a stream's whole answer, until the stream ends. Returns the limit that forbids it.
    func holdAnswer(_ bytes: Int) -> LimitHit? {
        let limit = shares.takeForAnswer(bytes)
        if let limit { counters.countHit(limit) }
        return limit
    }

    /// Keeps a piece of a request's body, or tells the handler that it is too large, or refuses it. Returns whether
    /// the stream's window may open again by as much.
    func bodyArrived(_ bytes: UnsafeBufferPointer<UInt8>, on stream: ServerStream) -> Bool {
        // Nil: the handler already has the request; the rest of a body that was too large is discarded.
        guard let held = stream.incoming?.body.count else {
            let before = stream.discardedBytes
            stream.discardedBytes = before &+ bytes.count
            guard stream.discardedBytes > limits.discardedBytes else { return true }
            if before <= limits.discardedBytes { counters.countHit(.discardedBytes) }
            return false
        }
        if held + bytes.count > limits.requestBodyBytes {
            stream.incoming?.body = []
            shares.releaseRequest(held)
            counters.countHit(.requestBodyBytes)
            dispatch(stream, .tooLarge(limitBytes: limits.requestBodyBytes))
            return true
        }
        if let limit = shares.takeForRequest(bytes.count) {
            counters.countHit(limit)
            refuse(stream, 429, limit)
            return true
        }
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

    /// A request is whole: it is handled now, or when it is its turn.
    func requestArrived(_ stream: ServerStream) {
        guard stream.incoming != nil, !stream.isWaiting else { return }
        if waiting.isEmpty, !areAnswersPiledUp, shard.turns.takeNow() { return dispatch(stream) }
        stream.isWaiting = true
        waiting.append(stream)
        waitForTurn()
    }

    private func waitForTurn() {
        guard !waiting.isEmpty, !isInTurns, !isHeldUp else { return }
        if areAnswersPiledUp {
            isHeldUp = true
            counters.countHit(.connectionAnswerBytes)
        } else {
            isInTurns = true
            shard.turns.wait(self)
        }
    }

    private var areAnswersPiledUp: Bool { shares.areAnswersPiledUp(inHandler: inHandler) }

    private func goOnIfHeldUp() {
        guard isHeldUp, !areAnswersPiledUp else { return }
        isHeldUp = false
        waitForTurn()
    }

    /// The handler has begun to answer, or the stream has ended before.
    func leftHandler(_ stream: ServerStream, answerBytes: Int? = nil) {
        guard stream.isInHandler else { return }
        stream.isInHandler = false
        inHandler -= 1
        if let answerBytes { shares.sawAnswer(answerBytes) }
        goOnIfHeldUp()
    }

    /// It is this connection's turn. False: it has no request that can be handled, and leaves the queue.
    func giveNext() -> Bool {
        isInTurns = false
        guard !areAnswersPiledUp else {
            waitForTurn()
            return false
        }
        guard closeReason == nil, let stream = waiting.popFirst() else { return false }
        isInTurns = true
        dispatch(stream)
        return true
    }

    /// Hands the request to the handler.
    func dispatch(_ stream: ServerStream, _ kind: Request.Body? = nil) {
        stream.isWaiting = false
        guard var incoming = stream.takeRequest() else { return }
        requestLeft(incoming)
        let body = kind ?? .complete(incoming.body)
        incoming.body = []
        let request = Request(head: incoming.head(), body: body, peer: peer, isPlaintext: isPlaintext)
        stream.isInHandler = true
        inHandler += 1
        let began = loop.clockNanoseconds
        shard.handler.handle(request, on: stream)
        shard.turns.spent(nanoseconds: loop.clockNanoseconds &- began)
    }

    /// Answers without asking the handler: the request went over a limit before it was one.
    func refuse(_ stream: ServerStream, _ status: Int, _ limit: LimitHit) {
        guard let incoming = stream.takeRequest() else { return }
        requestLeft(incoming)
        stream.refuse(status, limit)
    }

    /// A short answer that says what the limit is. 429 asks to try again, as clients of Kubernetes do.
    func submitText(_ status: Int, _ limit: LimitHit, on stream: ServerStream) {
        let text = Array((limit.explanation(limits) + "\n").utf8)
        var head = ResponseHead(status: status, headers: ["content-type": "text/plain; charset=utf-8"])
        if status == 429 { head.headers.append("retry-after", "1") }
        stream.body = .whole(text, trailers: nil)
        submit(head, contentLength: text.count, on: stream, hasBody: true)
    }

    func submit(_ head: ResponseHead, contentLength: Int?, on stream: ServerStream, hasBody: Bool) {
        submit(
            head, contentLength: contentLength, on: stream, hasBody ? ServerCallbacks.dataProvider(for: stream) : nil)
    }

    func submit(
        _ head: ResponseHead, contentLength: Int?, on stream: ServerStream, _ body: nghttp2_data_provider?
    ) {
        guard let driver, let session = driver.session else { return }
        let scratch = shard.scratch
        scratch.begin()
        scratch.add(":status", String(head.status))
        scratch.add(head.headers)
        if let contentLength, head.headers["content-length"] == nil {
            scratch.add("content-length", String(contentLength))
        }
        let status = scratch.withPairs { pairs, count in
            guard let body else { return nghttp2_submit_response(session, stream.id, pairs, count, nil) }
            return withUnsafePointer(to: body) { nghttp2_submit_response(session, stream.id, pairs, count, $0) }
        }
        if status != 0 { return reset(stream.id, .internalError) }
        if body != nil, stream.body.isFinite {
            stream.progress = (0, nowMilliseconds)
            finiteAnswers += 1
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
}
