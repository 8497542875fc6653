import Objects
import Synchronization

/// When each node was last heard of, by this process' clock: clocks of machines are never compared. Pure.
///
/// A heartbeat is any change of the node's Lease or of the times that it writes into its status.
struct NodeHeartbeats: Sendable {
    private struct Entry: Sendable {
        var lease: Timestamp?
        var status: Timestamp?
        var at: Int64
    }
    private var entries: [String: Entry] = [:]

    /// - Parameter renewed: as the node's Lease says.
    mutating func lease(_ node: String, renewed: Timestamp?, now: Int64) {
        guard var entry = entries[node] else {
            entries[node] = Entry(lease: renewed, at: now)
            return
        }
        if renewed != entry.lease { entry.at = now }
        entry.lease = renewed
        entries[node] = entry
    }

    /// - Parameter reported: the heartbeat time of the node's Ready condition.
    mutating func status(_ node: String, reported: Timestamp?, now: Int64) {
        guard var entry = entries[node] else {
            entries[node] = Entry(status: reported, at: now)
            return
        }
        if reported != entry.status { entry.at = now }
        entry.status = reported
        entries[node] = entry
    }

    mutating func forget(_ node: String) { entries[node] = nil }

    /// A node that was never heard of counts from the first question on.
    mutating func silentMilliseconds(_ node: String, now: Int64) -> Int64 {
        guard let entry = entries[node] else {
            entries[node] = Entry(at: now)
            return 0
        }
        return max(now &- entry.at, 0)
    }
}

/// `NodeHeartbeats` for informers' handlers and workers alike.
final class SharedHeartbeats: Sendable {
    private let state = Mutex(NodeHeartbeats())

    func lease(_ node: String, renewed: Timestamp?, now: Int64) {
        state.withLock { $0.lease(node, renewed: renewed, now: now) }
    }
    func status(_ node: String, reported: Timestamp?, now: Int64) {
        state.withLock { $0.status(node, reported: reported, now: now) }
    }
    func forget(_ node: String) { state.withLock { $0.forget(node) } }
    func silentMilliseconds(_ node: String, now: Int64) -> Int64 {
        state.withLock { $0.silentMilliseconds(node, now: now) }
    }
}
