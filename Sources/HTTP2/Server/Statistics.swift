package import FrameLog
internal import Synchronization

/// Why a connection ended.
public enum CloseReason: String, Sendable, CaseIterable {
    /// The peer left in order, or this side had nothing more to say.
    case done
    case connectionLost = "connection_lost"
    case handshakeFailed = "handshake_failed"
    /// Handshake, preface or a request's headers took too long.
    case handshakeTimeout = "handshake_timeout"
    case idle
    /// Did not answer a PING.
    case unresponsive
    /// The socket took nothing for too long.
    case stalled
    case protocolError = "protocol_error"
    case abuse
    /// Graceful shutdown ran out of time.
    case shutdown
}

/// What a server has done so far, and what it has at the moment.
public struct Statistics: Sendable, Equatable {
    public var connectionsOpen = 0
    public var connectionsAccepted = 0
    public var streamsOpen = 0
    public var streamsOpened = 0
    public var bytesReceived = 0
    public var bytesSent = 0
    /// RST_STREAM frames from peers, and to them.
    public var resetsReceived = 0
    public var resetsSent = 0
    /// Answers given up because of a fault of this program.
    public var faults = 0
    /// Request bodies that are incomplete, in bytes.
    public var requestBytesHeld = 0
    /// Whole answers whose last byte has not been sent, in bytes.
    public var answerBytesHeld = 0
    /// Connections that ended, by reason.
    public var closed: [CloseReason: Int] = [:]
    /// How often peers ran into a limit: the cost was a refusal, a stream or a connection.
    public var limitHits: [LimitHit: Int] = [:]
    /// Connections per event loop: how well they are balanced.
    public var connectionsPerLoop: [Int] = []
}

/// One loop's share of the statistics: written by the loop alone, read by anyone.
package final class Counters: Sendable {
    package let connectionsOpen = LoopCount()
    package let connectionsAccepted = LoopCount()
    package let streamsOpen = LoopCount()
    package let streamsOpened = LoopCount()
    package let bytesReceived = LoopCount()
    package let bytesSent = LoopCount()
    package let resetsReceived = LoopCount()
    package let resetsSent = LoopCount()
    package let faults = LoopCount()
    /// What happens once per connection or offence, and so may cost a lock.
    private struct Rare {
        var closed: [CloseReason: Int] = [:]
        var limitHits: [LimitHit: Int] = [:]
    }
    private let rare = Mutex(Rare())

    package func countClosed(_ reason: CloseReason) {
        rare.withLock { $0.closed[reason, default: 0] += 1 }
    }

    package func countHit(_ limit: LimitHit) {
        rare.withLock { $0.limitHits[limit, default: 0] += 1 }
    }

    func add(to sum: inout Statistics) {
        let open = connectionsOpen.current
        sum.connectionsOpen += open
        sum.connectionsPerLoop.append(open)
        sum.connectionsAccepted += connectionsAccepted.current
        sum.streamsOpen += streamsOpen.current
        sum.streamsOpened += streamsOpened.current
        sum.bytesReceived += bytesReceived.current
        sum.bytesSent += bytesSent.current
        sum.resetsReceived += resetsReceived.current
        sum.resetsSent += resetsSent.current
        sum.faults += faults.current
        let rare = rare.withLock { $0 }
        sum.closed.merge(rare.closed) { $0 + $1 }
        sum.limitHits.merge(rare.limitHits) { $0 + $1 }
    }
}

/// Bytes that the whole server holds for its peers; all loops add and take.
final class HeldBytes: Sendable {
    private let bytes = Atomic<Int>(0)
    func add(_ count: Int) { bytes.wrappingAdd(count, ordering: .relaxed) }
    func subtract(_ count: Int) { bytes.wrappingSubtract(count, ordering: .relaxed) }
    var current: Int { bytes.load(ordering: .relaxed) }
}
