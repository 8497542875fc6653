/// A watch that is to be opened.
struct WatchPlan: Sendable {
    var number: Int
    var interest: Interest
    /// Watches of one group see the same events.
    var group: Int
    /// Slow, or coming and going, on purpose.
    var lags = false
}

/// How far a loop has come.
struct Pulse: Sendable {
    /// Since the beginning.
    var initialEvents = 0
    var deliveries: UInt64 = 0
    var laggingDeliveries: UInt64 = 0
    /// Watches that are not open now.
    var absent = 0
    var isDrained = true
    var isFullyDrained = true

    mutating func add(_ other: Pulse) {
        initialEvents += other.initialEvents
        deliveries += other.deliveries
        laggingDeliveries += other.laggingDeliveries
        absent += other.absent
        isDrained = isDrained && other.isDrained
        isFullyDrained = isFullyDrained && other.isFullyDrained
    }
}

/// What a loop has counted so far.
struct LoopSnapshot: Sendable {
    var deliveries: UInt64 = 0
    /// To watches that are slow, or come and go, on purpose.
    var laggingDeliveries: UInt64 = 0
    var lastDelivery: UInt64 = 0
    var latencies = LatencyHistogram()
    var opened = 0
    var openedAt: UInt64 = 0
    var listedAt: UInt64 = 0
    var absent = 0
    var closedByServer = 0
    var gone = 0
    var initialEvents = 0
    var errors: [String: Int] = [:]
    var violations: [Violation] = []
    var violationCount = 0

    mutating func add(_ other: LoopSnapshot) {
        deliveries += other.deliveries
        laggingDeliveries += other.laggingDeliveries
        lastDelivery = max(lastDelivery, other.lastDelivery)
        latencies.add(other.latencies)
        opened += other.opened
        openedAt = max(openedAt, other.openedAt)
        listedAt = max(listedAt, other.listedAt)
        absent += other.absent
        closedByServer += other.closedByServer
        gone += other.gone
        initialEvents += other.initialEvents
        errors.merge(other.errors, uniquingKeysWith: +)
        violations += other.violations
        violationCount += other.violationCount
    }
}
