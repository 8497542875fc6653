import FrameLog
internal import Synchronization

/// What a resource's watches have done and what there is of them at the moment.
public struct WatchFigures: Sendable, Equatable {
    /// Open watches; groups of them, counted on each loop; bytes of encoded events in the groups' logs.
    public var watches = 0
    public var groups = 0
    public var logBytes = 0
    /// Watches that were opened; of these, those that began after a revision: at its newest, so that they went on with
    /// the log, and before, so that they were told from history what they had missed.
    public var opened = 0
    public var resumedFromLog = 0
    public var resumedFromHistory = 0
    /// Watches that could not begin, since history does not reach back that far (`410 Gone`).
    public var refused = 0
    /// Times that a watcher fell out of its group's log and had to go on from history.
    public var stalls = 0
    /// Objects and events that brought watchers to where they began.
    public var initialEvents = 0
    public var bookmarks = 0
    /// Events that happened while their watchers were there, by their delay from the commit to the connection's buffer: the
    /// buckets of `DeliveryDelay.boundsMicroseconds` and one more, not cumulative.
    public var delays = [Int](repeating: 0, count: DeliveryDelay.buckets)
    public var delayNanoseconds = 0
    /// In the order of `WatchEnd.allCases`.
    public var closed = [Int](repeating: 0, count: WatchEnd.allCases.count)

    public init() {}

    public var deliveries: Int { delays.reduce(0, &+) }

    mutating func add(_ tally: WatchTally) {
        watches &+= tally.watches.current
        groups &+= tally.groups.current
        logBytes &+= tally.deliveries.logBytes.current
        opened &+= tally.opened.current
        resumedFromLog &+= tally.resumedFromLog.current
        resumedFromHistory &+= tally.resumedFromHistory.current
        refused &+= tally.refused.current
        stalls &+= tally.stalls.current
        initialEvents &+= tally.initialEvents.current
        bookmarks &+= tally.deliveries.bookmarks.current
        for at in delays.indices { delays[at] &+= tally.deliveries.delays[at].current }
        delayNanoseconds &+= tally.deliveries.delayNanoseconds.current
        for at in closed.indices { closed[at] &+= tally.closed[at].current }
    }
}

/// One loop's tallies, by resource: as many as there are resources, each for as long as it is served.
public final class WatchLedger: Sendable {
    private let tallies = Mutex<[ObjectIdentifier: WatchTally]>([:])

    init() {}

    /// Made when a resource is first watched on the loop.
    func tally(of cache: ResourceCache) -> WatchTally {
        tallies.withLock { tallies in
            if let tally = tallies[ObjectIdentifier(cache)] { return tally }
            let tally = WatchTally()
            tallies[ObjectIdentifier(cache)] = tally
            return tally
        }
    }

    /// The resource is served no longer, and its watches have ended.
    func forget(_ cache: ResourceCache) {
        tallies.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(cache)) }
    }

    /// Adds what this loop has done. From any thread; figures that belong together may be some events apart.
    public func add(_ cache: ResourceCache, to figures: inout WatchFigures) {
        if let tally = tallies.withLock({ $0[ObjectIdentifier(cache)] }) { figures.add(tally) }
    }
}
