import Objects

/// What a budget's status says of its pods: how many there must be, are, and may go. Pure.
struct DisruptionPlan: Sendable {
    let status: Policy.PodDisruptionBudgetStatus
    /// When an eviction that nobody has carried out yet is forgotten.
    let retryAfterMilliseconds: Int?

    /// How long an eviction is believed in while its pod is still there, in seconds.
    static let evictionSeconds: Int64 = 2 * 60

    /// - Parameters:
    ///   - pods: those that the budget selects.
    ///   - scale: how many replicas the controllers of these pods want in all; nil: one of them has no scale, so that
    ///     percentages and `maxUnavailable` have no meaning.
    init(_ budget: Policy.PodDisruptionBudget, pods: [Core.Pod], scale: Int?, now: Timestamp) {
        var status = budget.status
        status.observedGeneration = budget.metadata.generation
        let counted = pods.filter { !$0.isFinished }
        let evicted = Self.evicted(budget.status.disruptedPods, pods, now)
        status.disruptedPods = evicted
        status.currentHealthy = counted.count { pod in
            !pod.metadata.isDeleting && pod.isReady && evicted[pod.metadata.name] == nil
        }
        let (expected, desired) = Self.numbers(budget.spec, podCount: counted.count, scale: scale)
        guard let expected, let desired else {
            status.disruptionsAllowed = 0
            status.conditions = Self.conditions(
                budget, "False", "SyncFailed",
                "a pod of the budget has no controller that has a scale: give minAvailable as a number", now)
            self.status = status
            retryAfterMilliseconds = nil
            return
        }
        status.expectedPods = expected
        status.desiredHealthy = desired
        status.disruptionsAllowed = counted.isEmpty ? 0 : max(status.currentHealthy - desired, 0)
        status.conditions =
            status.disruptionsAllowed > 0
            ? Self.conditions(budget, "True", "SufficientPods", "", now)
            : Self.conditions(budget, "False", "InsufficientPods", "", now)
        self.status = status
        let ends = evicted.entries.map { $0.value.seconds &+ Self.evictionSeconds &- now.seconds }
        retryAfterMilliseconds = ends.min().map { Int(clamping: max($0, 1)) * 1000 }
    }

    /// Evictions whose pods are still to be deleted, and not for too long.
    private static func evicted(
        _ evictions: StringMap<Timestamp>, _ pods: [Core.Pod], _ now: Timestamp
    ) -> StringMap<Timestamp> {
        let waiting = Set(pods.filter { !$0.metadata.isDeleting }.map(\.metadata.name))
        var kept: StringMap<Timestamp> = [:]
        for entry in evictions.entries
        where waiting.contains(entry.key) && entry.value.seconds &+ evictionSeconds > now.seconds {
            kept[entry.key] = entry.value
        }
        return kept
    }

    private static func numbers(
        _ spec: Policy.PodDisruptionBudgetSpec, podCount: Int, scale: Int?
    ) -> (expected: Int?, desired: Int?) {
        if let most = spec.maxUnavailable {
            guard let scale else { return (nil, nil) }
            let gone = (try? most.resolved(of: scale, roundingUp: true)) ?? 0
            return (scale, max(scale - gone, 0))
        }
        switch spec.minAvailable ?? .int(0) {
        case .int(let number): return (podCount, max(number, 0))
        case .string:
            guard let scale else { return (nil, nil) }
            return (scale, (try? (spec.minAvailable ?? .int(0)).resolved(of: scale, roundingUp: true)) ?? scale)
        }
    }

    private static func conditions(
        _ budget: Policy.PodDisruptionBudget, _ status: String, _ reason: String, _ message: String, _ now: Timestamp
    ) -> [Meta.Condition] {
        let type = "DisruptionAllowed"
        let old = budget.status.conditions.first { $0.type == type }
        var condition = Meta.Condition()
        condition.type = type
        condition.status = status
        condition.reason = reason
        condition.message_ = message
        condition.observedGeneration = budget.metadata.generation
        condition.lastTransitionTime = old?.status == status ? old?.lastTransitionTime ?? now : now
        return budget.status.conditions.filter { $0.type != type } + [condition]
    }
}
