import Objects

/// Amounts of a node's resources as whole numbers: what pods ask for and what nodes have.
struct ResourceAmounts: Sendable, Equatable {
    var milliCPU: Int64 = 0
    var memoryBytes: Int64 = 0
    var ephemeralBytes: Int64 = 0
    /// Devices and huge pages, by resource name: looked at only for pods that ask for one.
    var extended: [String: Int64] = [:]

    init() {}

    init(_ list: StringMap<Quantity>) {
        for entry in list.entries { self[entry.key] = Self.amount(entry.value, of: entry.key) }
    }

    /// Thousandths of a core, or whole units, within the scheduler's bounds.
    static func amount(_ quantity: Quantity, of name: String) -> Int64 {
        min(max(name == "cpu" ? quantity.milliValue : quantity.value, 0), SchedulerLimits.amount)
    }

    /// `pods` is not an amount that pods ask for: it reads as 0 and stays so.
    subscript(name: String) -> Int64 {
        get {
            switch name {
            case "cpu": milliCPU
            case "memory": memoryBytes
            case "ephemeral-storage": ephemeralBytes
            default: extended[name] ?? 0
            }
        }
        set {
            switch name {
            case "cpu": milliCPU = newValue
            case "memory": memoryBytes = newValue
            case "ephemeral-storage": ephemeralBytes = newValue
            case "pods": break
            default: extended[name] = newValue
            }
        }
    }

    var isZero: Bool {
        milliCPU == 0 && memoryBytes == 0 && ephemeralBytes == 0 && extended.allSatisfy { $0.value == 0 }
    }

    /// Up to `SchedulerLimits.amount`, however many are added.
    static func += (a: inout ResourceAmounts, b: ResourceAmounts) {
        a.milliCPU = sum(a.milliCPU, b.milliCPU)
        a.memoryBytes = sum(a.memoryBytes, b.memoryBytes)
        a.ephemeralBytes = sum(a.ephemeralBytes, b.ephemeralBytes)
        for (name, amount) in b.extended { a.extended[name] = sum(a.extended[name] ?? 0, amount) }
    }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64 { min(a &+ b, SchedulerLimits.amount) }

    /// The larger of each.
    func maximum(_ other: ResourceAmounts) -> ResourceAmounts {
        var result = self
        result.milliCPU = max(milliCPU, other.milliCPU)
        result.memoryBytes = max(memoryBytes, other.memoryBytes)
        result.ephemeralBytes = max(ephemeralBytes, other.ephemeralBytes)
        for (name, amount) in other.extended { result.extended[name] = max(result.extended[name] ?? 0, amount) }
        return result
    }
}

/// What a pod reserves on a node.
struct PodDemand: Sendable, Equatable {
    let requests: ResourceAmounts
    /// For scores: a container that asks for nothing is still taken to use a little, so that such pods spread too.
    let scoredMilliCPU: Int64
    let scoredMemoryBytes: Int64
    let hostPorts: [HostPort]

    /// Refusals that may not hold any more where such a pod leaves.
    var frees: Refusal {
        var frees: Refusal = .podCount
        if requests.milliCPU > 0 { frees.insert(.cpu) }
        if requests.memoryBytes > 0 { frees.insert(.memory) }
        if requests.ephemeralBytes > 0 { frees.insert(.ephemeralStorage) }
        if requests.extended.contains(where: { $0.value > 0 }) { frees.insert(.extended) }
        if !hostPorts.isEmpty { frees.insert(.ports) }
        return frees
    }

    private static let scoredContainerMilliCPU: Int64 = 100
    private static let scoredContainerMemoryBytes: Int64 = 200 * 1024 * 1024

    init(_ pod: Core.PodSpec) {
        requests = Self.total(pod) { ResourceAmounts($0) }
        let scored = Self.total(pod) { list in
            var amounts = ResourceAmounts()
            amounts.milliCPU = list["cpu"].map { ResourceAmounts.amount($0, of: "cpu") } ?? Self.scoredContainerMilliCPU
            amounts.memoryBytes =
                list["memory"].map { ResourceAmounts.amount($0, of: "memory") } ?? Self.scoredContainerMemoryBytes
            return amounts
        }
        scoredMilliCPU = scored.milliCPU
        scoredMemoryBytes = scored.memoryBytes
        // An init container's ports are free again when it ends, before the pod's others start; a sidecar's are not.
        hostPorts = (pod.containers + pod.initContainers.filter { $0.restartPolicy == "Always" })
            .flatMap(\.ports).filter { $0.hostPort > 0 }.map { HostPort($0) }
    }

    /// Its containers together, or one init container with the sidecars before it where that is more; then the pod's own
    /// figures, which stand for those of its containers, and the runtime's overhead (KEP-753, KEP-2837, KEP-688).
    private static func total(
        _ pod: Core.PodSpec, _ amounts: (StringMap<Quantity>) -> ResourceAmounts
    ) -> ResourceAmounts {
        var running = ResourceAmounts()
        var starting = ResourceAmounts()
        for container in pod.initContainers {
            let own = amounts(container.resources.requests)
            if container.restartPolicy == "Always" {
                running += own
                starting = starting.maximum(running)
            } else {
                var together = running
                together += own
                starting = starting.maximum(together)
            }
        }
        for container in pod.containers { running += amounts(container.resources.requests) }
        var total = running.maximum(starting)
        for entry in pod.resources?.requests.entries ?? [] {
            total[entry.key] = ResourceAmounts.amount(entry.value, of: entry.key)
        }
        total += ResourceAmounts(pod.overhead)
        return total
    }
}

/// A port of the host that a container binds.
struct HostPort: Sendable, Hashable {
    let port: Int
    let transport: String
    /// Empty: every address.
    let address: String

    init(port: Int, transport: String = "TCP", address: String = "") {
        self.port = port
        self.transport = transport
        self.address = address == "0.0.0.0" ? "" : address
    }

    init(_ port: Core.ContainerPort) {
        self.init(
            port: port.hostPort, transport: port.`protocol`.isEmpty ? "TCP" : port.`protocol`, address: port.hostIP)
    }

    func conflicts(with other: HostPort) -> Bool {
        port == other.port && transport == other.transport
            && (address.isEmpty || other.address.isEmpty || address == other.address)
    }
}
