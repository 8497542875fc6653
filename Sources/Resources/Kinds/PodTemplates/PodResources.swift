public import Objects

/// Amounts by resource name, in the order of the names.
public typealias ResourceAmountList = StringMap<Quantity>

/// What a pod asks for and is limited to, all of its containers together (Kubernetes' rules for init containers and
/// sidecars, pod-level resources and overhead).
public enum PodResources {
    public static func requests(_ spec: Core.PodSpec) -> ResourceAmountList {
        var total = total(spec) { $0.requests }
        add(spec.overhead, to: &total)
        return total
    }

    /// What the containers ask for, whatever the pod says as a whole.
    static func requestsOfContainers(_ spec: Core.PodSpec) -> ResourceAmountList {
        ofContainers(spec) { $0.requests }
    }

    /// What the containers are limited to.
    static func limitsOfContainers(_ spec: Core.PodSpec) -> ResourceAmountList {
        ofContainers(spec) { $0.limits }
    }

    public static func limits(_ spec: Core.PodSpec) -> ResourceAmountList {
        var total = total(spec) { $0.limits }
        // What has no limit gets none by what the sandbox takes.
        for entry in spec.overhead.entries {
            if let limit = total[entry.key] { total[entry.key] = limit + entry.value }
        }
        return total
    }

    private static func total(
        _ spec: Core.PodSpec, _ part: (Core.ResourceRequirements) -> ResourceAmountList
    ) -> ResourceAmountList {
        var total = ofContainers(spec, part)
        if let whole = spec.resources {
            for entry in part(whole).entries { total[entry.key] = entry.value }
        }
        return total
    }

    private static func ofContainers(
        _ spec: Core.PodSpec, _ part: (Core.ResourceRequirements) -> ResourceAmountList
    ) -> ResourceAmountList {
        var running: ResourceAmountList = [:]
        for container in spec.containers { add(part(container.resources), to: &running) }
        // Init containers run one after the other, beside the sidecars that were started before them.
        var sidecars: ResourceAmountList = [:]
        var highest: ResourceAmountList = [:]
        for container in spec.initContainers {
            var now = part(container.resources)
            if container.restartPolicy == "Always" {
                add(now, to: &running)
                add(now, to: &sidecars)
                now = sidecars
            } else {
                add(sidecars, to: &now)
            }
            raise(&highest, to: now)
        }
        raise(&running, to: highest)
        return running
    }

    public static func add(_ amounts: ResourceAmountList, to sum: inout ResourceAmountList) {
        for entry in amounts.entries { sum[entry.key] = sum[entry.key].map { $0 + entry.value } ?? entry.value }
    }

    private static func raise(_ amounts: inout ResourceAmountList, to other: ResourceAmountList) {
        for entry in other.entries where amounts[entry.key].map({ $0 < entry.value }) ?? true {
            amounts[entry.key] = entry.value
        }
    }
}
