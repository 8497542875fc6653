internal import HTTP2
internal import Reactor

/// A connection's time limits: facts in, what to do out. Pure. All times in milliseconds of one monotonic clock.
struct HTTP1Clock: Equatable {
    private enum Waiting: Equatable {
        /// For the first byte of the first request.
        case first(since: UInt64)
        /// For the first byte of the next.
        case next(since: UInt64)
        case head(since: UInt64)
        case body(since: UInt64)
        /// For the rest of a body that nobody wants.
        case discarding(since: UInt64, bytes: Int)
        /// For nothing of the peer's.
        case nothing
        /// For the peer to read why the connection ends.
        case end(at: UInt64)
    }

    enum Action: Equatable {
        case nothing
        /// An answer that says so, then the end.
        case refuse(LimitHit)
        /// In order, without a word.
        case finish(LimitHit)
        case close(LimitHit)
        case cut
    }

    private var waiting: Waiting
    private var sentBefore = 0
    private var movedMilliseconds: UInt64

    init(nowMilliseconds now: UInt64) {
        waiting = .first(since: now)
        movedMilliseconds = now
    }

    mutating func requestBegan(at now: UInt64) { waiting = .head(since: now) }
    mutating func headArrived(at now: UInt64) { waiting = .body(since: now) }
    mutating func requestArrived() { if case .discarding = waiting {} else { waiting = .nothing } }
    mutating func discards(at now: UInt64) { waiting = .discarding(since: now, bytes: 0) }
    mutating func becameIdle(at now: UInt64) { waiting = .next(since: now) }
    mutating func upgraded() { waiting = .nothing }
    mutating func ends(at now: UInt64, _ limits: Limits) {
        waiting = .end(at: now &+ UInt64(max(0, limits.goodbyeMilliseconds)))
    }

    /// More of a body that nobody wants. Returns whether it is more than a peer may send.
    mutating func discarded(_ count: Int, _ limits: Limits) -> Bool {
        guard case .discarding(let since, let bytes) = waiting else { return false }
        waiting = .discarding(since: since, bytes: bytes &+ count)
        return bytes &+ count > limits.discardedBytes
    }

    /// - Parameters:
    ///   - pendingBytes: what the socket has not taken.
    ///   - bytesSent: all that it has taken so far.
    mutating func check(pendingBytes: Int, bytesSent: Int, _ limits: Limits, nowMilliseconds now: UInt64) -> Action {
        func isOver(_ since: UInt64, _ limit: Int) -> Bool { now > since && now - since > UInt64(max(limit, 0)) }

        if pendingBytes == 0 || bytesSent != sentBefore {
            sentBefore = bytesSent
            movedMilliseconds = now
        }
        if isOver(movedMilliseconds, limits.stalledMilliseconds) { return .close(.stalledMilliseconds) }
        switch waiting {
        case .first(let since):
            return isOver(since, limits.handshakeMilliseconds) ? .close(.handshakeMilliseconds) : .nothing
        case .next(let since): return isOver(since, limits.idleMilliseconds) ? .finish(.idleMilliseconds) : .nothing
        case .head(let since):
            return isOver(since, limits.headersMilliseconds) ? .refuse(.headersMilliseconds) : .nothing
        case .body(let since): return isOver(since, limits.bodyMilliseconds) ? .refuse(.bodyMilliseconds) : .nothing
        case .discarding(let since, _):
            return isOver(since, limits.discardMilliseconds) ? .close(.bodyMilliseconds) : .nothing
        case .end(let at): return now > at ? .cut : .nothing
        case .nothing: return .nothing
        }
    }
}

/// What is looked at once per sweep.
extension HTTP1Connection {
    func sweep() {
        guard let transport else { return }
        let action = clock.check(
            pendingBytes: transport.pendingBytes, bytesSent: transport.bytesSent, limits,
            nowMilliseconds: shard.nowMilliseconds)
        switch action {
        case .nothing: break
        case .refuse(let limit): refuse(Refusal(408, limit.explanation(limits), limit: limit))
        case .finish(let limit):
            shard.counters.countHit(limit)
            finish(.idle)
        case .close(let limit):
            shard.counters.countHit(limit)
            switch limit {
            case .stalledMilliseconds: close(.stalled)
            case .handshakeMilliseconds: close(.handshakeTimeout)
            default: close(.abuse)
            }
        case .cut: close(.done)
        }
    }
}
