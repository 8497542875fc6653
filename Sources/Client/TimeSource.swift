import Glibc
public import Objects

/// Where time comes from, so that tests decide it.
public struct TimeSource: Sendable {
    /// Monotonic milliseconds: for delays and deadlines.
    public let nowMilliseconds: @Sendable () -> Int64
    /// Milliseconds since 1970: for what is written into objects.
    public let wallMilliseconds: @Sendable () -> Int64
    /// Waits; returns early when the task is cancelled.
    public let sleep: @Sendable (_ milliseconds: Int) async -> Void

    public init(
        nowMilliseconds: @escaping @Sendable () -> Int64, wallMilliseconds: @escaping @Sendable () -> Int64,
        sleep: @escaping @Sendable (_ milliseconds: Int) async -> Void
    ) {
        self.nowMilliseconds = nowMilliseconds
        self.wallMilliseconds = wallMilliseconds
        self.sleep = sleep
    }

    /// Now, in whole seconds, as times stand in objects.
    public var timestamp: Timestamp { Timestamp(seconds: wallMilliseconds() / 1000) }

    /// The machine's clocks.
    public static let system = TimeSource(
        nowMilliseconds: { read(CLOCK_MONOTONIC) }, wallMilliseconds: { read(CLOCK_REALTIME) },
        sleep: { milliseconds in try? await Task.sleep(for: .milliseconds(max(milliseconds, 0))) })

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
