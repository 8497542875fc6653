public import Objects
public import Resources

/// How much of a quota's resources one object uses. Pure.
public enum QuotaUsage {
    /// - Parameters:
    ///   - resource: qualified, as in `count/deployments.apps`.
    ///   - classes: of devices, which also go by other names.
    public static func of(
        _ object: Message, resource: String, classes: DeviceClassNames = DeviceClassNames()
    ) -> ResourceAmountList {
        var usage: ResourceAmountList = ["count/\(resource)": Quantity(1)]
        switch resource {
        case "pods": add(pod(Core.Pod(object)), to: &usage)
        case "services": add(service(Core.Service(object)), to: &usage)
        case "persistentvolumeclaims": add(claim(Core.PersistentVolumeClaim(object)), to: &usage)
        case "configmaps", "secrets", "replicationcontrollers", "resourcequotas": usage[resource] = Quantity(1)
        case DeviceUsage.resource: add(DeviceUsage.of(Resources.ResourceClaim(object), classes), to: &usage)
        default: break
        }
        return usage
    }

    /// Which of the names may be about objects of the resource.
    static func concerned(_ names: [String], resource: String) -> [String] {
        names.filter { name in
            if name == "count/\(resource)" { return true }
            switch resource {
            case "pods":
                return name == "pods" || name == "cpu" || name == "memory" || name == "ephemeral-storage"
                    || name.hasPrefix("hugepages-") || name.hasPrefix("limits.")
                    || (name.hasPrefix("requests.") && name != "requests.storage")
            case "services": return name == "services" || name.hasPrefix("services.")
            case "persistentvolumeclaims":
                return name == "persistentvolumeclaims" || name == "requests.storage"
                    || name.contains(".storageclass.storage.k8s.io/")
            case "configmaps", "secrets", "replicationcontrollers", "resourcequotas": return name == resource
            case DeviceUsage.resource: return DeviceUsage.concerns(name)
            default: return false
            }
        }
    }

    private static func add(_ amounts: ResourceAmountList, to usage: inout ResourceAmountList) {
        PodResources.add(amounts, to: &usage)
    }

    // MARK: Pods

    /// A pod that is done, or whose time to end has passed, counts as an object and uses nothing.
    static func pod(_ pod: Core.Pod) -> ResourceAmountList {
        if pod.status.phase == "Succeeded" || pod.status.phase == "Failed" { return [:] }
        var usage: ResourceAmountList = ["pods": Quantity(1)]
        for entry in PodResources.requests(pod.spec).entries {
            if ["cpu", "memory", "ephemeral-storage"].contains(entry.key) || entry.key.hasPrefix("hugepages-") {
                usage[entry.key] = entry.value
            }
            usage["requests.\(entry.key)"] = entry.value
        }
        for entry in PodResources.limits(pod.spec).entries { usage["limits.\(entry.key)"] = entry.value }
        return usage
    }

    /// What a quota on it requires every container to state.
    private static let stated: Set<String> = [
        "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
    ]

    private static func isOfWholePods(_ name: String) -> Bool {
        name == "cpu" || name == "memory" || name.hasPrefix("hugepages-")
    }

    /// Which containers do not state which of the limited resources: `requests.cpu for: a,b; limits.cpu for: a`.
    public static func unstated(_ spec: Core.PodSpec, limited: [String]) -> String? {
        // What is said of the pod as a whole, whatever it is, is enough.
        if let whole = spec.resources, (whole.requests.keys + whole.limits.keys).contains(where: isOfWholePods) {
            return nil
        }
        var found: [String] = []
        for name in limited.filter(stated.contains).sorted() {
            let isLimit = name.hasPrefix("limits.")
            let key = String(name.split(separator: ".", maxSplits: 1).last ?? "")
            let silent = (spec.containers + spec.initContainers).filter {
                (isLimit ? $0.resources.limits : $0.resources.requests)[key] == nil
            }.map(\.name)
            if !silent.isEmpty { found.append("\(name) for: \(Set(silent).sorted().joined(separator: ","))") }
        }
        return found.isEmpty ? nil : found.joined(separator: "; ")
    }

    // MARK: Services and claims

    private static func service(_ service: Core.Service) -> ResourceAmountList {
        var usage: ResourceAmountList = ["services": Quantity(1)]
        let ports = Int64(service.spec.ports.count)
        switch service.spec.type {
        case "NodePort": usage["services.nodeports"] = Quantity(ports)
        case "LoadBalancer":
            let allocates = service.spec.allocateLoadBalancerNodePorts != false
            let taken = allocates ? ports : Int64(service.spec.ports.filter { $0.nodePort != 0 }.count)
            if taken > 0 { usage["services.nodeports"] = Quantity(taken) }
            usage["services.loadbalancers"] = Quantity(1)
        default: break
        }
        return usage
    }

    private static func claim(_ claim: Core.PersistentVolumeClaim) -> ResourceAmountList {
        var usage: ResourceAmountList = ["persistentvolumeclaims": Quantity(1)]
        let storage = claim.spec.resources.requests["storage"]
        if let storage { usage["requests.storage"] = storage }
        guard let name = claim.spec.storageClassName, !name.isEmpty else { return usage }
        let prefix = "\(name).storageclass.storage.k8s.io/"
        usage[prefix + "persistentvolumeclaims"] = Quantity(1)
        if let storage { usage[prefix + "requests.storage"] = storage }
        return usage
    }
}
