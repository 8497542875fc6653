internal import Glibc

/// Where the store takes the time from: leases and compaction follow it.
public struct StoreClock: Sendable {
    /// Milliseconds since some fixed moment; never goes back.
    public let milliseconds: @Sendable () -> Int64

    public init(milliseconds: @escaping @Sendable () -> Int64) { self.milliseconds = milliseconds }

    /// The system's monotonic clock.
    public static let monotonic = StoreClock { nanoseconds() / 1_000_000 }

    /// The system's monotonic clock, to measure how long something took.
    static func nanoseconds() -> Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
    }
}
