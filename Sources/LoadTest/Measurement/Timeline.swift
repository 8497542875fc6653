/// How a run went over time, in a bounded number of samples: when there are too many, every other one is merged into its
/// neighbour and samples come half as often.
public struct Timeline: Sendable {
    public struct Sample: Sendable, Equatable {
        /// Seconds since the beginning, at its end.
        public var time: Double
        /// Its length, seconds.
        public var length: Double
        public var deliveries: UInt64
        public var writes: Int
        /// Nanoseconds; 0 when nothing was delivered.
        public var p50: UInt64
        public var p99: UInt64
        public var worst: UInt64
        /// Of the server; 0: not known.
        public var residentBytes: Int
        /// Processors that the server used; 0: not known.
        public var processors: Double
    }
    public private(set) var samples: [Sample] = []

    public init() {}

    /// - Parameter isLast: how long it is, chance has said: a short one is merged into the one before.
    mutating func add(_ sample: Sample, isLast: Bool = false) {
        if isLast, let before = samples.last, sample.length < before.length / 2 {
            samples[samples.count - 1] = Self.merge(before, sample)
            return
        }
        samples.append(sample)
        guard samples.count >= 2 * LoadLimits.samples else { return }
        var merged: [Sample] = []
        var index = 0
        while index + 1 < samples.count {
            merged.append(Self.merge(samples[index], samples[index + 1]))
            index += 2
        }
        if index < samples.count { merged.append(samples[index]) }
        samples = merged
    }

    private static func merge(_ first: Sample, _ second: Sample) -> Sample {
        let length = first.length + second.length
        return Sample(
            time: second.time, length: length, deliveries: first.deliveries + second.deliveries,
            writes: first.writes + second.writes, p50: max(first.p50, second.p50), p99: max(first.p99, second.p99),
            worst: max(first.worst, second.worst), residentBytes: max(first.residentBytes, second.residentBytes),
            processors: length > 0
                ? (first.processors * first.length + second.processors * second.length) / length : 0)
    }
}
