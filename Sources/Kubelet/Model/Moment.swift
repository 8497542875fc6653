internal import Objects

/// A point in time: milliseconds since 1970 UTC. What the planners count in.
struct Moment: Sendable, Hashable, Comparable {
    var milliseconds: Int

    init(milliseconds: Int) { self.milliseconds = milliseconds }
    /// From what the runtime reports; 0 there means never.
    init?(nanoseconds: Int) {
        guard nanoseconds > 0 else { return nil }
        milliseconds = nanoseconds / 1_000_000
    }
    init(_ timestamp: Timestamp) {
        let scaled = Int(timestamp.seconds).multipliedReportingOverflow(by: 1_000)
        milliseconds = scaled.overflow ? (timestamp.seconds < 0 ? .min : .max) : scaled.partialValue
        milliseconds = milliseconds.addingReportingOverflow(Int(timestamp.nanoseconds) / 1_000_000).partialValue
    }

    static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }
    /// Milliseconds from `b` to `a`. Saturates: the runtime's figures are not ours to trust.
    static func - (a: Moment, b: Moment) -> Int {
        let (difference, overflow) = a.milliseconds.subtractingReportingOverflow(b.milliseconds)
        return overflow ? (a < b ? .min : .max) : difference
    }
    static func + (a: Moment, milliseconds: Int) -> Moment {
        let (sum, overflow) = a.milliseconds.addingReportingOverflow(milliseconds)
        return Moment(milliseconds: overflow ? (milliseconds < 0 ? .min : .max) : sum)
    }

    /// To the second, as objects carry it.
    var timestamp: Timestamp { Timestamp(seconds: Int64(milliseconds / 1_000), nanoseconds: 0) }
    var precise: Timestamp {
        Timestamp(seconds: Int64(milliseconds / 1_000), nanoseconds: Int32(max(milliseconds % 1_000, 0)) * 1_000_000)
    }
}

extension Moment {
    /// Nil for a text that is no RFC 3339 time.
    init?(rfc3339 text: String) {
        guard let timestamp = try? Timestamp(rfc3339: text) else { return nil }
        self.init(timestamp)
    }
}
