internal import Objects

/// What the runtime says about itself.
struct RuntimeHealth: Sendable, Equatable {
    var name = ""
    var version = ""
    /// Why no pod could be run now; nil: all is well.
    var problem: String? = "the container runtime has not answered yet"
    var images: [Core.ContainerImage] = []
}

/// The node as its agent knows it, from facts alone.
struct NodeStatusBuilder {
    static let version = "v1.36.0-apus"

    let name: String
    let address: String
    let port: Int
    let maxPods: Int
    let facts: MachineFacts
    let health: RuntimeHealth
    let now: Moment

    /// Labels that every node has.
    static func labels(name: String, architecture: String) -> StringMap<String> {
        [
            "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "kubernetes.io/arch": architecture,
            "beta.kubernetes.io/os": "linux", "beta.kubernetes.io/arch": architecture,
        ]
    }

    /// - Parameter before: what others have written there stays: conditions of theirs, volumes.
    func status(_ before: Core.NodeStatus) -> Core.NodeStatus {
        var status = before
        status.capacity = capacity
        status.allocatable = allocatable
        status.addresses = [nodeAddress("InternalIP", address), nodeAddress("Hostname", name)]
        status.daemonEndpoints.kubeletEndpoint.port = port
        var info = Core.NodeSystemInfo()
        info.machineID = facts.machineID
        info.systemUUID = facts.systemUUID.isEmpty ? facts.machineID : facts.systemUUID
        info.bootID = facts.bootID
        info.kernelVersion = facts.kernelVersion
        info.osImage = facts.osImage
        info.containerRuntimeVersion = health.name.isEmpty ? "" : "\(health.name)://\(health.version)"
        info.kubeletVersion = Self.version
        info.operatingSystem = "linux"
        info.architecture = facts.architecture
        status.nodeInfo = info
        status.images = health.images
        status.conditions = conditions(before.conditions)
        return status
    }

    var capacity: StringMap<Quantity> {
        [
            "cpu": Quantity(Int64(facts.processors)), "memory": Quantity(binary: facts.memoryBytes / 1_024 * 1_024),
            "ephemeral-storage": Quantity(binary: facts.diskBytes / 1_024 * 1_024), "pods": Quantity(Int64(maxPods)),
            "hugepages-1Gi": Quantity(0), "hugepages-2Mi": Quantity(0),
        ]
    }

    /// Less what the node needs before it would come under pressure.
    var allocatable: StringMap<Quantity> {
        var result = capacity
        result["memory"] = Quantity(
            binary: max(facts.memoryBytes - Int64(KubeletLimits.memoryPressureBytes), 0) / 1_024 * 1_024)
        let reserved = facts.diskBytes / 100 * Int64(KubeletLimits.diskPressurePercent)
        result["ephemeral-storage"] = Quantity(binary: (facts.diskBytes - reserved) / 1_024 * 1_024)
        return result
    }

    private func nodeAddress(_ type: String, _ address: String) -> Core.NodeAddress {
        var result = Core.NodeAddress()
        result.type = type
        result.address = address
        return result
    }

    private func conditions(_ before: [Core.NodeCondition]) -> [Core.NodeCondition] {
        let isShortOfMemory = facts.memoryAvailableBytes < Int64(KubeletLimits.memoryPressureBytes)
        let isShortOfDisk =
            facts.diskAvailableBytes < facts.diskBytes / 100 * Int64(KubeletLimits.diskPressurePercent)
        let isShortOfProcesses =
            facts.processLimit > 0
            && facts.processLimit - facts.processes < facts.processLimit / 100 * KubeletLimits.processPressurePercent
        let own = [
            pressure(
                "MemoryPressure", isShortOfMemory, "KubeletHasInsufficientMemory", "KubeletHasSufficientMemory", before),
            pressure("DiskPressure", isShortOfDisk, "KubeletHasDiskPressure", "KubeletHasNoDiskPressure", before),
            pressure("PIDPressure", isShortOfProcesses, "KubeletHasInsufficientPID", "KubeletHasSufficientPID", before),
            condition(
                "Ready", health.problem == nil, health.problem == nil ? "KubeletReady" : "KubeletNotReady",
                health.problem ?? "kubelet is posting ready status", before),
        ]
        let names = own.map(\.type)
        return before.filter { !names.contains($0.type) } + own
    }

    private func pressure(
        _ type: String, _ isTrue: Bool, _ reason: String, _ wellReason: String, _ before: [Core.NodeCondition]
    ) -> Core.NodeCondition {
        let what = type.dropLast("Pressure".count)
        return condition(
            type, isTrue, isTrue ? reason : wellReason,
            isTrue ? "the node is short of \(what.lowercased())" : "the node has enough \(what.lowercased())", before)
    }

    private func condition(
        _ type: String, _ isTrue: Bool, _ reason: String, _ message: String, _ before: [Core.NodeCondition]
    ) -> Core.NodeCondition {
        let earlier = before.first { $0.type == type }
        var condition = Core.NodeCondition()
        condition.type = type
        condition.status = isTrue ? "True" : "False"
        condition.reason = reason
        condition.message_ = message
        condition.lastHeartbeatTime = now.timestamp
        condition.lastTransitionTime =
            earlier?.status == condition.status ? earlier?.lastTransitionTime ?? now.timestamp : now.timestamp
        return condition
    }

    /// Whether two say the same but for the times of their heartbeats, and sizes that change all the time.
    static func isSame(_ a: Core.NodeStatus, _ b: Core.NodeStatus) -> Bool {
        func still(_ status: Core.NodeStatus) -> Core.NodeStatus {
            var status = status
            status.conditions = status.conditions.map { condition in
                var condition = condition
                condition.lastHeartbeatTime = nil
                return condition
            }
            return status
        }
        return still(a) == still(b)
    }
}
