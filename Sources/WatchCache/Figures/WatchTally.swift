import FrameLog

/// Why a watch ended. The raw value names it in metrics.
public enum WatchEnd: String, Sendable, CaseIterable {
    /// The client reset its stream.
    case cancelled
    /// The client closed its connection in order.
    case disconnected
    /// The connection broke, or its peer was silent for too long.
    case lost
    /// History has passed the watcher (`410 Gone`).
    case expired
    /// `timeoutSeconds`, or the server's own limit, is over.
    case timeout
    /// The server is going.
    case shutdown
    /// The resource is served no longer.
    case withdrawn
    /// The connection broke the protocol or went over a limit.
    case abuse
    /// A fault of this program.
    case fault
}

/// What one loop's watches of one resource have done. Written on the loop alone, read by anyone.
final class WatchTally: Sendable {
    let watches = LoopCount()
    let groups = LoopCount()
    let opened = LoopCount()
    let resumedFromLog = LoopCount()
    let resumedFromHistory = LoopCount()
    let refused = LoopCount()
    let stalls = LoopCount()
    let initialEvents = LoopCount()
    let deliveries = DeliveryTally()
    let closed: InlineArray<9, LoopCount>

    init() {
        closed = InlineArray { _ in LoopCount() }
    }

    /// Returns false when the watch cannot begin there.
    func countOpened(_ start: ResourceCache.Start) -> Bool {
        switch start {
        case .expired:
            refused.count()
            return false
        case .snapshot: break
        case .events(let replay): replay.next == replay.end ? resumedFromLog.count() : resumedFromHistory.count()
        }
        opened.count()
        watches.count()
        return true
    }

    func countClosed(_ end: WatchEnd) {
        watches.count(-1)
        if let at = WatchEnd.allCases.firstIndex(of: end) { closed[at].count() }
    }
}
