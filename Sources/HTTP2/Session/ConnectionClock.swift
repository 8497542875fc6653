/// A connection's time limits: facts in, what to do out. Pure. All times in milliseconds of one monotonic clock.
struct ConnectionClock {
    struct Facts {
        /// The peer has sent its preface.
        var isReady: Bool
        var hasStreams: Bool
        /// What the socket has not taken, and all it has taken so far.
        var pendingBytes: Int
        var bytesSent: Int
    }

    enum Action: Equatable {
        case nothing
        case ping
        /// In order, with a GOAWAY.
        case retire(CloseReason)
        case close(CloseReason)
    }

    private let startedMilliseconds: UInt64
    /// When the handshake was done; nil before.
    var establishedMilliseconds: UInt64?
    var heardMilliseconds: UInt64
    /// When the last stream ended, or the connection began.
    var idleMilliseconds: UInt64
    /// When a PING went out that has not been answered.
    var pingedMilliseconds: UInt64?
    private var sentBefore = 0
    private var movedMilliseconds: UInt64

    init(nowMilliseconds now: UInt64) {
        startedMilliseconds = now
        heardMilliseconds = now
        idleMilliseconds = now
        movedMilliseconds = now
    }

    /// Any byte shows that the peer lives.
    mutating func heard(at now: UInt64) {
        heardMilliseconds = now
        pingedMilliseconds = nil
    }

    mutating func check(_ facts: Facts, _ limits: Limits, nowMilliseconds now: UInt64) -> Action {
        func isOver(_ since: UInt64, _ limit: Int) -> Bool { now > since && now - since > UInt64(max(limit, 0)) }

        if facts.pendingBytes == 0 || facts.bytesSent != sentBefore {
            sentBefore = facts.bytesSent
            movedMilliseconds = now
        }
        guard facts.isReady else {
            let since = establishedMilliseconds ?? startedMilliseconds
            return isOver(since, limits.handshakeMilliseconds) ? .close(.handshakeTimeout) : .nothing
        }
        if isOver(movedMilliseconds, limits.stalledMilliseconds) { return .close(.stalled) }
        if let pinged = pingedMilliseconds {
            return isOver(pinged, limits.pingMilliseconds) ? .close(.unresponsive) : .nothing
        }
        guard facts.hasStreams else {
            return isOver(idleMilliseconds, limits.idleMilliseconds) ? .retire(.idle) : .nothing
        }
        if isOver(heardMilliseconds, limits.quietMilliseconds) {
            pingedMilliseconds = now
            return .ping
        }
        return .nothing
    }
}
