/// Counts the deliveries of one resource on one loop, and how late they are. Lives on the loop.
///
/// One event to thousands of watchers is thousands of deliveries with, in turns, the same delay: its bucket is looked up
/// once for all that share a reading of the clock.
final class DeliveryMeter {
    let tally: WatchTally
    private let clock: DeliveryClock
    private var committed = UInt64.max
    private var now: UInt64 = 0
    private var delay = 0
    private var bucket = 0

    init(tally: WatchTally, clock: DeliveryClock) {
        self.tally = tally
        self.clock = clock
    }

    /// An event that happened while the watcher was there, or a bookmark, went into a connection's buffer whole.
    @inline(__always)
    func told(_ committedNanoseconds: UInt64, isBookmark: Bool) {
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

/// The buckets of the delivery histogram.
public enum DeliveryDelay {
    /// Upper bounds in microseconds, inclusive. On an idle machine a delivery takes a few tens of them, a commit to a disk
    /// some thousands; beyond ten seconds a watcher has stalled.
    public static let boundsMicroseconds = [
        50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
        10_000_000,
    ]
    /// One more, for what is longer than all bounds.
    static let buckets = 17

    static func bucket(_ nanoseconds: Int) -> Int {
        boundsMicroseconds.firstIndex { nanoseconds <= $0 &* 1000 } ?? boundsMicroseconds.count
    }
}
