import Objects

/// Amounts of a node's resources, as whole numbers: what pods ask for and what nodes have.
struct ResourceAmounts: Sendable, Equatable {
    var milliCPU: Int64 = 0
    var memoryBytes: Int64 = 0
    var ephemeralBytes: Int64 = 0
    /// Devices and huge pages, by resource name.
    var extended: [String: Int64] = [:]

    init() {}

    init(_ list: StringMap<Quantity>) {
        for entry in list.entries {
            switch entry.key {
            case "cpu": milliCPU = entry.value.milliValue
            case "memory": memoryBytes = entry.value.value
            case "ephemeral-storage": ephemeralBytes = entry.value.value
            case "pods": break
            default: extended[entry.key] = entry.value.value
            }
        }
    }

    static func += (a: inout ResourceAmounts, b: ResourceAmounts) {
        a.milliCPU = sum(a.milliCPU, b.milliCPU)
        a.memoryBytes = sum(a.memoryBytes, b.memoryBytes)
        a.ephemeralBytes = sum(a.ephemeralBytes, b.ephemeralBytes)
        for (name, amount) in b.extended { a.extended[name] = sum(a.extended[name] ?? 0, amount) }
    }

    static func -= (a: inout ResourceAmounts, b: ResourceAmounts) {
        a.milliCPU -= b.milliCPU
        a.memoryBytes -= b.memoryBytes
        a.ephemeralBytes -= b.ephemeralBytes
        for (name, amount) in b.extended { a.extended[name] = (a.extended[name] ?? 0) - amount }
    }

    /// The larger of each.
    func maximum(_ other: ResourceAmounts) -> ResourceAmounts {
        var result = self
        result.milliCPU = max(milliCPU, other.milliCPU)
        result.memoryBytes = max(memoryBytes, other.memoryBytes)
        result.ephemeralBytes = max(ephemeralBytes, other.ephemeralBytes)
        for (name, amount) in other.extended { result.extended[name] = max(result.extended[name] ?? 0, amount) }
        return result
    }

    /// Quantities come from users: their sum must not trap.
    private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? Int64.max / 2 : sum
    }

    /// What a pod reserves: its containers together, or any one init container if that asks for more; sidecars run
    /// beside both (KEP-753).
    init(requestsOf pod: Core.PodSpec) {
        var running = ResourceAmounts()
        var starting = ResourceAmounts()
        for container in pod.initContainers {
            let own = ResourceAmounts(container.resources.requests)
            if container.restartPolicy == "Always" {
                running += own
                starting = starting.maximum(running)
            } else {
                var together = running
                together += own
                starting = starting.maximum(together)
            }
        }
        for container in pod.containers { running += ResourceAmounts(container.resources.requests) }
        self = running.maximum(starting)
        self += ResourceAmounts(pod.overhead)
    }
}
