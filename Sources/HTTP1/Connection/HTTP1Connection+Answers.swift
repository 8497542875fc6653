internal import FrameLog
internal import HTTP2
internal import Reactor

/// Answers as they leave.
extension HTTP1Connection {
    func answer(_ head: ResponseHead, whole body: [UInt8], trailers: HeaderFields?, on stream: HTTP1Stream) {
        guard stream === self.stream else { return }
        let hasNone = stream.isHead || head.status == 204 || head.status == 304
        // HTTP/1.0 has nowhere to put trailers.
        let trailers = stream.isVersion10 ? nil : trailers
        let framing: BodyFraming = hasNone ? .none : trailers == nil ? .length(body.count) : .chunked
        let announced = stream.isHead && trailers == nil ? body.count : nil
        if !hasNone { hold(body.count) }
        begin(head, framing, announced, .whole(hasNone ? [] : body, trailers: trailers), on: stream)
    }

    func answer(_ head: ResponseHead, pulling source: any BodySource, on stream: HTTP1Stream) {
        answer(head, .pulled(source), on: stream)
    }

    func answer(_ head: ResponseHead, producing source: any BodySource, holding bytes: Int, on stream: HTTP1Stream) {
        if stream === self.stream, !stream.isHead { hold(bytes) }
        answer(head, .produced(source), on: stream)
    }

    /// Of a length that is not known.
    private func answer(_ head: ResponseHead, _ body: OutgoingBody, on stream: HTTP1Stream) {
        guard stream === self.stream else { return }
        let framing: BodyFraming = stream.isHead ? .none : stream.isVersion10 ? .untilClose : .chunked
        if framing == .untilClose { isLast = true }
        begin(head, framing, nil, body, on: stream)
    }

    private func hold(_ bytes: Int) {
        guard bytes > limits.smallAnswerBytes else { return }
        // Never refused for a connection that holds no other answer, which this one cannot.
        if let limit = shares.takeForAnswer(bytes) { shard.counters.countHit(limit) }
        heldAnswerBytes = bytes
    }

    private func begin(
        _ head: ResponseHead, _ framing: BodyFraming, _ announcedLength: Int?, _ body: OutgoingBody,
        on stream: HTTP1Stream
    ) {
        let bytes = AnswerHead.encode(
            head, framing: framing, announcedLength: announcedLength, isVersion10: stream.isVersion10, isLast: isLast,
            keepsAlive10: stream.isVersion10 && !isLast)
        outgoing = OutgoingAnswer(head: bytes, body: body, framing: framing)
        requestFlush()
    }

    func bodyAvailable() {
        if outgoing?.becameAvailable() == true { requestLengthyFlush() }
    }

    /// Sends until nothing is left to send, the socket takes no more, or other connections should have their turn.
    func flush() {
        let stage = loop.buffers.stage
        var isOver = false
        while let transport, transport.isOpen, transport.pendingBytes == 0, outgoing != nil, !isOver {
            stage.removeAll()
            var reading = OutgoingAnswer.Reading.bytes
            while case .bytes = reading, stage.room >= ReactorLimits.stageReserve {
                reading = outgoing?.fill(stage, from: stream?.existingReader) ?? .deferred
            }
            if stage.count > 0 { transport.send(stage.bytes) }
            stage.removeAll()
            switch reading {
            case .bytes:
                if loop.isTurnOver {
                    requestLengthyFlush()
                    isOver = true
                }
            case .deferred: isOver = true
            case .end:
                isOver = true
                answered()
            case .fault:
                shard.counters.faults.count()
                return close(.done)
            }
        }
        countSent()
    }

    /// The answer is whole: the next request's turn, or the end.
    private func answered() {
        outgoing = nil
        endStream(.answered)
        if parser.discardsBody {
            // The rest of a body that was refused is let in for a while, so that the peer comes to read the answer.
            if case .request = input { return }
            return finish(.done)
        }
        if isLast { return finish(.done) }
        parser.reset()
        input = .request
        clock.becameIdle(at: shard.nowMilliseconds)
        release()
    }

    func endStream(_ end: StreamEnd) {
        outgoing = nil
        if heldAnswerBytes > 0 {
            shares.releaseAnswer(heldAnswerBytes)
            heldAnswerBytes = 0
        }
        guard let ending = stream ?? waiting else { return }
        stream = nil
        waiting = nil
        shard.counters.streamsOpen.count(-1)
        ending.ended(end)
    }
}
