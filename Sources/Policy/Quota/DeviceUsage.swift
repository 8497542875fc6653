public import Objects
import Resources

/// Under which extended resource the devices of a class are asked for as well (resource/v1 `extendedResourceName`).
public struct DeviceClassNames: Sendable {
    private let extended: [String: String]

    /// - Parameter classes: those that there are.
    public init(_ classes: [Resources.DeviceClass] = []) {
        extended = Dictionary(
            classes.compactMap { found in found.spec.extendedResourceName.map { (found.metadata.name, $0) } },
            uniquingKeysWith: { $1 })
    }

    subscript(name: String) -> String? { extended[name] }
}

/// How many devices claims use of a quota. Pure.
public enum DeviceUsage {
    /// Claims of devices, as a resource.
    public static let resource = "resourceclaims.resource.k8s.io"
    private static let perClass = ".deviceclass.resource.k8s.io/devices"
    private static let requests = "requests."
    /// The extended resource that every class is, whatever else it is called.
    private static let implicit = "requests.deviceclass.resource.kubernetes.io/"
    /// Of claims that were made for what a pod asks for as extended resources: it is counted with the pod.
    private static let madeForPod = "resource.kubernetes.io/extended-resource-claim"
    /// The most devices that one claim can have (resource/v1 `AllocationResultsMaxSize`).
    private static let devicesPerClaim = 32

    /// Whether a quota's limit may be about claims of devices.
    public static func concerns(_ name: String) -> Bool { name.hasSuffix(perClass) || isShared(name) }

    /// Whether pods may use of the limit too, by asking for an extended resource.
    public static func isShared(_ name: String) -> Bool {
        guard name.hasPrefix(requests) else { return false }
        return name.hasPrefix(implicit) || (name.contains("/") && !name.contains("kubernetes.io/"))
    }

    /// What the claim may get at most of each class, under all names of the class.
    static func of(_ claim: Resources.ResourceClaim, _ classes: DeviceClassNames) -> ResourceAmountList {
        func most(_ mode: String, _ count: Int) -> Int { mode == "All" ? devicesPerClaim : count }
        let isOfPod = claim.metadata.annotations[madeForPod] == "true"
        var usage: ResourceAmountList = [:]
        for request in claim.spec.devices.requests {
            var wanted: [String: Int] = [:]
            if let exact = request.exactly { wanted[exact.deviceClassName] = most(exact.allocationMode, exact.count) }
            // One of them is met.
            for other in request.firstAvailable {
                let count = most(other.allocationMode, other.count)
                wanted[other.deviceClassName] = max(wanted[other.deviceClassName] ?? 0, count)
            }
            for (name, count) in wanted {
                let amount = Quantity(Int64(count))
                PodResources.add([name + perClass: amount], to: &usage)
                guard !isOfPod else { continue }
                PodResources.add([implicit + name: amount], to: &usage)
                if let other = classes[name] { PodResources.add([requests + other: amount], to: &usage) }
            }
        }
        return usage
    }
}
