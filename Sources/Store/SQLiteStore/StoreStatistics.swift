/// What the store has done since it was opened, for metrics.
public struct StoreStatistics: Sendable {
    public var revision = Revision.zero
    public var compactedRevision = Revision.zero
    /// SQLite transactions that became durable and wrote something.
    public var commits = 0
    /// Requests that shared them: divided by `commits` it is the mean size of a group.
    public var groupedRequests = 0
    /// Requests refused because the disk was full.
    public var noSpaceRefusals = 0
    /// Time from the first statement of a group to its durability.
    public var commitLatency = LatencyHistogram()
    /// Compactions that ran to their end.
    public var compactions = 0
    /// The store's clock when the last one ended, in milliseconds; nil when there was none.
    public var lastCompactionMilliseconds: Int64?
    /// The main file and the write-ahead log, in bytes.
    public var databaseBytes: Int64 = 0
    public var writeAheadBytes: Int64 = 0
    public var leases = 0
    public var watches = 0

    public init() {}
}

/// Counts of durations in fixed buckets.
public struct LatencyHistogram: Sendable, Equatable {
    /// Upper bounds of the buckets in microseconds, inclusive; one more bucket takes what is longer.
    public static let upperBoundsMicroseconds: [Int64] = [
        100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000,
    ]
    /// How many durations fell into each bucket (not cumulative).
    public private(set) var counts = [Int](repeating: 0, count: upperBoundsMicroseconds.count + 1)
    public private(set) var sumMicroseconds: Int64 = 0

    public init() {}

    public mutating func record(microseconds: Int64) {
        let bounds = LatencyHistogram.upperBoundsMicroseconds
        counts[bounds.firstIndex { microseconds <= $0 } ?? bounds.count] += 1
        sumMicroseconds &+= microseconds
    }
}
