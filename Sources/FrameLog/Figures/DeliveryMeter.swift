/// Counts the deliveries from some logs of one loop, and how late they are. Lives on the loop.
///
/// One event to thousands of watchers is thousands of deliveries with, in turns, the same delay: its bucket is looked up
/// once for all that share a reading of the clock.
public final class DeliveryMeter {
    let tally: DeliveryTally
    private let clock: DeliveryClock
    private var committed = UInt64.max
    private var now: UInt64 = 0
    private var delay = 0
    private var bucket = 0

    public init(tally: DeliveryTally, clock: DeliveryClock) {
        self.tally = tally
        self.clock = clock
    }

    /// An event that happened while the watcher was there, or a bookmark, went into a connection's buffer whole.
    @inline(__always)
    public func told(_ committedNanoseconds: UInt64, isBookmark: Bool) {
        if isBookmark { return tally.bookmarks.count() }
        let now = clock.now(notBefore: committedNanoseconds)
        if committedNanoseconds != committed || now != self.now { measure(committedNanoseconds, now) }
        tally.delays[bucket].count()
        tally.delayNanoseconds.count(delay)
    }

    private func measure(_ committedNanoseconds: UInt64, _ now: UInt64) {
        committed = committedNanoseconds
        self.now = now
        delay = Int(clamping: now &- committedNanoseconds)
        bucket = DeliveryDelay.bucket(delay)
    }
}

/// What a meter has counted. Written on its loop alone, read by anyone.
public final class DeliveryTally: Sendable {
    /// Events by how late they were: the buckets of `DeliveryDelay.boundsMicroseconds` and one more.
    public let delays: InlineArray<17, LoopCount>
    public let delayNanoseconds = LoopCount()
    public let bookmarks = LoopCount()
    /// Bytes of frames that the logs hold at the moment.
    public let logBytes = LoopCount()

    public init() { delays = InlineArray { _ in LoopCount() } }
}

/// The buckets of the delivery histogram.
public enum DeliveryDelay {
    /// Upper bounds in microseconds, inclusive. On an idle machine a delivery takes a few tens of them, a commit to a disk
    /// some thousands; beyond ten seconds a watcher has stalled.
    public static let boundsMicroseconds = [
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        10_000_000,
    ]
    /// One more, for what is longer than all bounds.
    public static let buckets = 17

    static func bucket(_ nanoseconds: Int) -> Int {
        boundsMicroseconds.firstIndex { nanoseconds <= $0 &* 1000 } ?? boundsMicroseconds.count
    }
}
