internal import Synchronization

/// Why a connection ended.
public enum CloseReason: String, Sendable, CaseIterable {
    /// The peer left in order, or this side had nothing more to say.
    case done
    case connectionLost = "connection_lost"
    case handshakeFailed = "handshake_failed"
    /// Handshake or preface took too long.
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
    public var closed: [CloseReason: Int] = [:]
    /// Connections per event loop: how well they are balanced.
    public var connectionsPerLoop: [Int] = []
}

/// One loop's share of the statistics: written by the loop alone, read by anyone.
final class Counters: Sendable {
    let connectionsOpen = Atomic<Int>(0)
    let connectionsAccepted = Atomic<Int>(0)
    let streamsOpen = Atomic<Int>(0)
    let streamsOpened = Atomic<Int>(0)
    let bytesReceived = Atomic<Int>(0)
    let bytesSent = Atomic<Int>(0)
    let resetsReceived = Atomic<Int>(0)
    let resetsSent = Atomic<Int>(0)
    let faults = Atomic<Int>(0)
    private let closed = Mutex<[CloseReason: Int]>([:])

    func countClosed(_ reason: CloseReason) {
        closed.withLock { $0[reason, default: 0] += 1 }
    }

    func add(to sum: inout Statistics) {
        let open = connectionsOpen.load(ordering: .relaxed)
        sum.connectionsOpen += open
        sum.connectionsPerLoop.append(open)
        sum.connectionsAccepted += connectionsAccepted.load(ordering: .relaxed)
        sum.streamsOpen += streamsOpen.load(ordering: .relaxed)
        sum.streamsOpened += streamsOpened.load(ordering: .relaxed)
        sum.bytesReceived += bytesReceived.load(ordering: .relaxed)
        sum.bytesSent += bytesSent.load(ordering: .relaxed)
        sum.resetsReceived += resetsReceived.load(ordering: .relaxed)
        sum.resetsSent += resetsSent.load(ordering: .relaxed)
        sum.faults += faults.load(ordering: .relaxed)
        for (reason, count) in closed.withLock({ $0 }) { sum.closed[reason, default: 0] += count }
    }
}

extension Atomic where Value == Int {
    /// Adds without a fence: a counter orders nothing.
    func count(_ amount: Int = 1) { wrappingAdd(amount, ordering: .relaxed) }
}
