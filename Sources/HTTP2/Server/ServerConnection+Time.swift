internal import CNghttp2
internal import Reactor

/// What is looked at once per sweep: every time limit of the connection and of its streams.
extension ServerConnection {
    func sweep() {
        guard let transport else { return }
        let now = nowMilliseconds
        if let cutMilliseconds {
            if now > cutMilliseconds { close(.done) }
            return
        }
        let facts = ConnectionClock.Facts(
            isReady: hasPreface, hasStreams: !streams.isEmpty, pendingBytes: transport.pendingBytes,
            bytesSent: transport.bytesSent)
        switch clock.check(facts, limits, nowMilliseconds: now) {
        case .nothing: break
        case .ping:
            if let session = driver?.session { nghttp2_submit_ping(session, NGHTTP2.noFlag, nil) }
            driver?.requestFlush()
        case .retire(let reason):
            counters.countHit(.idleMilliseconds)
            return terminate(.noError, reason, LimitHit.idleMilliseconds.explanation(limits))
        case .close(let reason):
            switch reason {
            case .handshakeTimeout: counters.countHit(.handshakeMilliseconds)
            case .unresponsive: counters.countHit(.pingMilliseconds)
            case .stalled: counters.countHit(.stalledMilliseconds)
            default: break
            }
            return close(reason)
        }
        if incompleteRequests > 0 || finiteAnswers > 0 { sweepStreams(now) }
    }

    private func sweepStreams(_ now: UInt64) {
        for stream in streams.values {
            if let incoming = stream.incoming {
                if stream.isWaiting { continue }
                let limit = incoming.areHeadersWhole ? limits.bodyMilliseconds : limits.headersMilliseconds
                if now &- incoming.startedMilliseconds > UInt64(limit) {
                    // A stream in mid-headers cannot be reset alone: the peer may never finish the block.
                    if !incoming.areHeadersWhole {
                        counters.countHit(.headersMilliseconds)
                        return terminate(
                            .enhanceYourCalm, .handshakeTimeout, LimitHit.headersMilliseconds.explanation(limits))
                    }
                    counters.countHit(.bodyMilliseconds)
                    refuse(stream, 408, .bodyMilliseconds)
                }
            } else if stream.progress.bytes >= 0 {
                let sent = stream.body.sentBytes
                if sent != stream.progress.bytes {
                    stream.progress = (sent, now)
                } else if now &- stream.progress.atMilliseconds > UInt64(limits.stalledMilliseconds) {
                    counters.countHit(.stalledMilliseconds)
                    reset(stream.id, .cancel)
                }
            }
        }
    }

    func acknowledged() { clock.pingedMilliseconds = nil }
}
