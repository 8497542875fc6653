public import Objects
public import Resources

/// Whether a change fits a quota, and what the quota is used for after it. Pure.
public enum QuotaCheck {
    public enum Outcome: Sendable, Equatable {
        /// The quota does not speak of what changes.
        case unaffected
        /// What `status.used` becomes.
        case fits(used: ResourceAmountList)
        /// Why not, in the words of Kubernetes' admission.
        case refused(String)

        public static func == (a: Outcome, b: Outcome) -> Bool {
            switch (a, b) {
            case (.unaffected, .unaffected): true
            case (.refused(let a), .refused(let b)): a == b
            case (.fits(let a), .fits(let b)):
                a.keys == b.keys && zip(a.values, b.values).allSatisfy { $0 == $1 }
            default: false
            }
        }
    }

    /// - Parameters:
    ///   - quota: what its status says counts: a specification that the controller has not seen yet does not.
    ///   - old: nil for a new object.
    ///   - classes: of devices.
    public static func check(
        _ quota: Core.ResourceQuota, _ object: Message, old: Message?, resource: String,
        classes: DeviceClassNames = DeviceClassNames()
    ) -> Outcome {
        let isCounted = QuotaScope.matches(quota.spec, object, resource: resource)
        let wasCounted = old.map { QuotaScope.matches(quota.spec, $0, resource: resource) } ?? false
        guard isCounted || wasCounted else { return .unaffected }
        let hard = quota.status.hard
        if isCounted, old == nil, resource == "pods",
            let unstated = QuotaUsage.unstated(Core.Pod(object).spec, limited: hard.keys)
        {
            return .refused("failed quota: \(quota.metadata.name): must specify \(unstated)")
        }
        let relevant = isCounted ? QuotaUsage.concerned(hard.keys, resource: resource) : []
        let unknown = relevant.filter { quota.status.used[$0] == nil }
        guard unknown.isEmpty else {
            return .refused(
                "status unknown for quota: \(quota.metadata.name), resources: "
                    + relevant.sorted().joined(separator: ","))
        }
        let after = isCounted ? QuotaUsage.of(object, resource: resource, classes: classes) : [:]
        let before = wasCounted ? old.map { QuotaUsage.of($0, resource: resource, classes: classes) } ?? [:] : [:]
        var used = quota.status.used
        var exceeded: [(name: String, delta: Quantity, used: Quantity, hard: Quantity)] = []
        var isAffected = false
        for limit in hard.entries {
            let delta = (after[limit.key] ?? Quantity(0)) - (before[limit.key] ?? Quantity(0))
            // What is given back the controller counts.
            if delta.isZero || delta.isNegative { continue }
            isAffected = true
            let was = used[limit.key] ?? Quantity(0)
            let sum = was + delta
            if sum > limit.value { exceeded.append((limit.key, delta, was, limit.value)) }
            used[limit.key] = sum
        }
        guard isAffected else { return .unaffected }
        guard exceeded.isEmpty else {
            let sorted = exceeded.sorted { $0.name < $1.name }
            func list(_ value: (_ at: Int) -> Quantity) -> String {
                sorted.indices.map { "\(sorted[$0].name)=\(value($0))" }.joined(separator: ",")
            }
            return .refused(
                "exceeded quota: \(quota.metadata.name), requested: \(list { sorted[$0].delta }), used: "
                    + "\(list { sorted[$0].used }), limited: \(list { sorted[$0].hard })")
        }
        return .fits(used: used)
    }
}
