/// What one loop counts of deliveries. Its logs share it.
final class DeliveryMeter {
    private(set) var deliveries: UInt64 = 0
    /// Monotonic nanoseconds; 0: none yet.
    private(set) var lastDelivery: UInt64 = 0
    /// From the acknowledgement of a write to each delivery.
    var latencies = LatencyHistogram()
    private(set) var violations: [Violation] = []
    private(set) var violationCount = 0

    @inline(__always)
    func count(_ now: UInt64) {
        deliveries &+= 1
        lastDelivery = now
    }

    /// A write that all watches of the loop have seen.
    struct Completion: Sendable, Equatable {
        var sequence: Int64
        /// Nanoseconds; 0: no watch of the loop was to see it.
        var lastDelivery: UInt64
    }
    private(set) var completions: [Completion] = []

    func complete(_ sequence: Int64, _ lastDelivery: UInt64) {
        completions.append(Completion(sequence: sequence, lastDelivery: lastDelivery))
    }

    var hasCompletions: Bool { !completions.isEmpty }

    func takeCompletions() -> [Completion] {
        defer { completions.removeAll(keepingCapacity: true) }
        return completions
    }

    func violation(_ violation: Violation) {
        violationCount += 1
        if violations.count < LoadLimits.violations { violations.append(violation) }
    }

    /// Adds the bytes that show the latest violation.
    func evidence(_ bytes: RawSpan) {
        guard violationCount == violations.count, let last = violations.indices.last else { return }
        violations[last].bytes = Violation.excerpt(bytes)
    }
}
