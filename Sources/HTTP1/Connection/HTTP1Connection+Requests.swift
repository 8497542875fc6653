internal import FrameLog
internal import HTTP2
internal import Reactor

/// Requests as they arrive.
extension HTTP1Connection {
    func read(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes
        while !rest.isEmpty || parser.isBetweenHeadAndBody {
            guard case .request = input else { return hold(rest) }
            if parser.isFresh { clock.requestBegan(at: shard.nowMilliseconds) }
            let (consumed, progress) = parser.receive(rest)
            rest = UnsafeRawBufferPointer(rebasing: rest[consumed...])
            switch progress {
            case .needsMore: bodyArrived()
            case .head: headArrived(mayAskForBody: rest.isEmpty)
            case .complete: requestArrived()
            case .refused(let refusal): return refuse(refusal)
            }
        }
    }

    private func headArrived(mayAskForBody: Bool) {
        spoke()
        clock.headArrived(at: shard.nowMilliseconds)
        let head = parser.head
        guard head.hasBody else { return }
        if let length = head.contentLength, length > UInt64(limits.requestBodyBytes) { return bodyIsTooLarge() }
        if head.expectsContinue, mayAskForBody { AnswerHead.goOn.withUnsafeBytes { transport?.send($0) } }
    }

    /// Answered at once; what still comes of it is dropped, and then the connection ends.
    private func bodyIsTooLarge() {
        guard stream == nil else { return }
        isLast = true
        parser.discardBody()
        releaseRequest()
        clock.discards(at: shard.nowMilliseconds)
        shard.counters.countHit(.requestBodyBytes)
        guard let opened = open() else { return }
        dispatch(opened, .tooLarge(limitBytes: limits.requestBodyBytes))
    }

    private func bodyArrived() {
        guard !parser.isInHead else { return }
        if parser.discardsBody {
            if clock.discarded(parser.takeDiscarded(), limits) {
                shard.counters.countHit(.discardedBytes)
                close(.abuse)
            }
            return
        }
        let fresh = parser.body.count - heldRequestBytes
        guard fresh > 0 else { return }
        if parser.body.count > limits.requestBodyBytes { return bodyIsTooLarge() }
        if let limit = shares.takeForRequest(fresh) {
            shard.counters.countHit(limit)
            return refuse(Refusal(503, limit.explanation(limits), limit: limit))
        }
        heldRequestBytes += fresh
    }

    func releaseRequest() {
        shares.releaseRequest(heldRequestBytes)
        heldRequestBytes = 0
    }

    private func requestArrived() {
        bodyArrived()
        guard case .request = input else { return }
        input = .held
        if parser.discardsBody {
            // The handler has had it as too large; all of it has come, so the peer can hear the end of the answer.
            if stream == nil { finish(.done) }
            return
        }
        guard let opened = open() else { return }
        if shard.turns.takeNow() { return dispatch(opened, .complete(takeBody())) }
        waiting = opened
        if !isInTurns {
            isInTurns = true
            shard.turns.wait(self)
        }
    }

    private func takeBody() -> [UInt8] {
        releaseRequest()
        return parser.takeBody()
    }

    private func open() -> HTTP1Stream? {
        guard !isEnding else { return nil }
        clock.requestArrived()
        shard.counters.streamsOpen.count()
        shard.counters.streamsOpened.count()
        let stream = HTTP1Stream(self, parser.head)
        if !parser.head.keepsAlive { isLast = true }
        return stream
    }

    func giveNext() -> Bool {
        isInTurns = false
        guard let next = waiting else { return false }
        waiting = nil
        isInTurns = true
        dispatch(next, .complete(takeBody()))
        return true
    }

    /// Hands the request to the handler.
    private func dispatch(_ opened: HTTP1Stream, _ body: Request.Body) {
        stream = opened
        let head: RequestHead
        do throws(Refusal) {
            head = try parser.head.request(isPlaintext: isPlaintext)
        } catch {
            return refuse(error)
        }
        let began = loop.clockNanoseconds
        shard.handler.handle(Request(head: head, body: body, peer: peer, isPlaintext: isPlaintext), on: opened)
        shard.turns.spent(nanoseconds: loop.clockNanoseconds &- began)
    }

    /// Says what is wrong, and ends the connection: nobody knows where the next request begins.
    func refuse(_ refusal: Refusal) {
        if let limit = refusal.limit { shard.counters.countHit(limit) }
        spoke()
        releaseRequest()
        guard outgoing == nil else { return close(.protocolError) }
        let text = Array((refusal.reason + "\n").utf8)
        var fields: HeaderFields = ["content-type": "text/plain; charset=utf-8"]
        if refusal.status == 503 { fields.append("retry-after", "1") }
        let head = AnswerHead.encode(
            ResponseHead(status: refusal.status, headers: fields), framing: .length(text.count), announcedLength: nil,
            isVersion10: false, isLast: true, keepsAlive10: false)
        (head + text).withUnsafeBytes { transport?.send($0) }
        endStream(.resetByServer)
        finish(refusal.limit == nil ? .protocolError : .abuse)
    }
}
