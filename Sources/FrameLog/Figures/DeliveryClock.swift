internal import CLinux

/// The time, for whoever asks for it with every delivery: the clock is read once for several, since reading it costs a
/// twentieth of what a delivery does. Lives on one loop.
///
/// It is never older than the loop's iteration, nor than `readings` deliveries: some tens of microseconds.
public final class DeliveryClock {
    /// Deliveries that share a reading.
    static let readings = 32
    private let iteration: () -> UInt64
    private let read: () -> UInt64
    private var readIn: UInt64 = 0
    private var left = 0
    private var latest: UInt64 = 0

    /// - Parameters:
    ///   - iteration: of the loop; what it is does not matter, only that each has another.
    ///   - read: nanoseconds of the clock that the store stamps its commits with (CLOCK_MONOTONIC).
    public init(
        iteration: @escaping () -> UInt64, read: @escaping () -> UInt64 = DeliveryClock.monotonicNanoseconds
    ) {
        self.iteration = iteration
        self.read = read
    }

    public static func monotonicNanoseconds() -> UInt64 { clinux_monotonic_nanoseconds() }

    /// Something has happened since the last reading.
    public func expire() { left = 0 }

    /// Nanoseconds, not before `earliest`: a reading that is older than what it is to be compared with is stale.
    @inline(__always)
    func now(notBefore earliest: UInt64) -> UInt64 {
        if left <= 0 || latest < earliest || readIn != iteration() { refresh() }
        left &-= 1
        return max(latest, earliest)
    }

    private func refresh() {
        readIn = iteration()
        latest = read()
        left = Self.readings
    }
}
