/// How long to wait after failures: doubling from a first delay to a longest.
public struct Backoff: Sendable, Hashable {
    public let firstMilliseconds: Int
    public let longestMilliseconds: Int

    public init(firstMilliseconds: Int, longestMilliseconds: Int) {
        self.firstMilliseconds = max(firstMilliseconds, 1)
        self.longestMilliseconds = max(longestMilliseconds, max(firstMilliseconds, 1))
    }

    /// Of one key that cannot be reconciled: 5 ms … 1000 s, so that a passing conflict costs nothing and a lasting
    /// fault costs one try in a quarter of an hour.
    public static let perKey = Backoff(firstMilliseconds: 5, longestMilliseconds: 1_000_000)
    /// Of a connection: a restart of the server takes part of a second; thousands of clients must not storm a slow one.
    public static let connection = Backoff(firstMilliseconds: 100, longestMilliseconds: 15_000)

    /// - Parameter failures: in a row, from 1.
    public func milliseconds(afterFailures failures: Int) -> Int {
        let doublings = max(failures, 1) - 1
        // 2^40 times the shortest delay is over any longest one that an Int of milliseconds is used for.
        guard doublings < 40 else { return longestMilliseconds }
        let (delay, overflow) = firstMilliseconds.multipliedReportingOverflow(by: 1 << doublings)
        return overflow ? longestMilliseconds : min(delay, longestMilliseconds)
    }

    /// The same, between half and the whole of it, so that clients that failed together do not return together.
    ///
    /// - Parameter random: any number; its low bits decide.
    public func milliseconds(afterFailures failures: Int, jitter random: UInt64) -> Int {
        let whole = milliseconds(afterFailures: failures)
        return whole - Int(random % UInt64(whole / 2 + 1))
    }
}
