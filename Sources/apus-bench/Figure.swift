/// A number that was measured, and what it is held against.
struct Figure: Sendable {
    /// What a figure must reach.
    enum Target: Sendable {
        case atMost(Double)
        case atLeast(Double)

        func isReached(by value: Double) -> Bool {
            switch self {
            case .atMost(let limit): value <= limit
            case .atLeast(let limit): value >= limit
            }
        }
    }

    enum Unit: String, Sendable {
        case megabytesPerSecond = "MB/s"
        case nanoseconds = "ns"
        case microseconds = "µs"
        case milliseconds = "ms"
        case seconds = "s"
        case perSecond = "/s"
        case kibibytes = "KiB"
        case mebibytes = "MiB"
        case megabytes = "MB"
        case bytes = "B"
        /// A ratio of two figures.
        case times = "×"
        case count = ""
    }

    let name: String
    let value: Double
    let unit: Unit
    /// The same of the bare loop, in the same run.
    let bare: Double?
    /// Nil: shown for what it tells, not held to anything.
    let threshold: Thresholds.Threshold?

    init(_ name: String, _ value: Double, _ unit: Unit, bare: Double? = nil, _ threshold: Thresholds.Threshold? = nil) {
        self.name = name
        self.value = value
        self.unit = unit
        self.bare = bare
        self.threshold = threshold
    }

    /// Nil without a target.
    var isReached: Bool? { threshold.map { $0.target.isReached(by: value) } }
}
