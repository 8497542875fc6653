/// How often each duration occurred, in buckets of fixed relative width: 64 to each power of two, so that a percentile is
/// at most 1.6 % too high. Recording costs a shift and an increment; memory does not grow.
public struct LatencyHistogram: Sendable, Equatable {
    /// Nanoseconds up to 2^42, 73 minutes; what is longer counts as that.
    public static let longestNanoseconds: UInt64 = (1 << 42) - 1
    static let fractionBits = 6
    static let bucketCount = (42 - fractionBits + 1) << fractionBits

    public private(set) var counts: [UInt64]
    public private(set) var total: UInt64 = 0
    public private(set) var maximum: UInt64 = 0

    public init() { counts = [UInt64](repeating: 0, count: Self.bucketCount) }

    /// - Parameter times: how often that duration occurred.
    @inline(__always)
    public mutating func record(_ nanoseconds: UInt64, times: UInt64 = 1) {
        let value = min(nanoseconds, Self.longestNanoseconds)
        counts[Self.bucket(value)] &+= times
        total &+= times
        if value > maximum { maximum = value }
    }

    /// Values under 128 have a bucket of their own; above, the leading bit and the six after it name the bucket.
    @inline(__always)
    static func bucket(_ value: UInt64) -> Int {
        let shift = max(63 - fractionBits - (value | 1).leadingZeroBitCount, 0)
        return shift << fractionBits + Int(truncatingIfNeeded: value >> UInt64(shift))
    }

    /// The largest value that a bucket stands for.
    static func upperBound(_ bucket: Int) -> UInt64 {
        let shift = max(bucket >> fractionBits - 1, 0)
        let leading = UInt64(bucket - shift << fractionBits)
        return (leading + 1) << UInt64(shift) - 1
    }

    public var isEmpty: Bool { total == 0 }

    /// The smallest duration that at least this share of all did not exceed, in nanoseconds; 0 when there are none.
    /// - Parameter share: 0.99 for p99.
    public func percentile(_ share: Double) -> UInt64 {
        guard total > 0 else { return 0 }
        let rank = UInt64(min(max((share * Double(total)).rounded(.up), 1), Double(total)))
        var seen: UInt64 = 0
        for (bucket, count) in counts.enumerated() where count > 0 {
            seen += count
            if seen >= rank { return min(Self.upperBound(bucket), maximum) }
        }
        return maximum
    }

    public mutating func add(_ other: LatencyHistogram) {
        for bucket in counts.indices { counts[bucket] &+= other.counts[bucket] }
        total &+= other.total
        maximum = max(maximum, other.maximum)
    }

    /// What was recorded since `earlier`, an older copy of this histogram. Its maximum is that of its last bucket.
    public func since(_ earlier: LatencyHistogram) -> LatencyHistogram {
        var result = LatencyHistogram()
        for bucket in counts.indices {
            let count = counts[bucket] &- earlier.counts[bucket]
            guard count > 0 else { continue }
            result.counts[bucket] = count
            result.total &+= count
            result.maximum = min(Self.upperBound(bucket), maximum)
        }
        return result
    }

    /// The figures that reports show.
    public var summary: LatencySummary {
        LatencySummary(
            count: total, p50: percentile(0.5), p90: percentile(0.9), p99: percentile(0.99), p999: percentile(0.999),
            max: maximum)
    }
}

/// A distribution in five numbers, nanoseconds.
public struct LatencySummary: Sendable, Equatable {
    public var count: UInt64
    public var p50: UInt64
    public var p90: UInt64
    public var p99: UInt64
    public var p999: UInt64
    public var max: UInt64
}
