internal import Objects

/// What a pod may learn about itself: `fieldRef` and `resourceFieldRef`.
struct DownwardFields {
    let pod: Core.Pod
    let sources: PodSources

    /// The value of a field path. In a volume a whole map of labels or annotations is allowed too.
    func field(_ path: String, inVolume: Bool = false) throws(PodConfigError) -> String {
        let metadata = pod.metadata
        switch path {
        case "metadata.name": return metadata.name
        case "metadata.namespace": return metadata.namespace
        case "metadata.uid": return metadata.uid
        case "metadata.labels" where inVolume: return Self.lines(metadata.labels)
        case "metadata.annotations" where inVolume: return Self.lines(metadata.annotations)
        case "spec.nodeName": return pod.spec.nodeName
        case "spec.serviceAccountName": return pod.spec.serviceAccountName
        case "status.hostIP", "status.hostIPs": return sources.hostAddress
        case "status.podIP": return sources.podAddresses.first ?? ""
        case "status.podIPs": return sources.podAddresses.joined(separator: ",")
        default: break
        }
        if let key = Self.subscripted(path, "metadata.labels") { return metadata.labels[key] ?? "" }
        if let key = Self.subscripted(path, "metadata.annotations") { return metadata.annotations[key] ?? "" }
        throw PodConfigError("unsupported fieldPath: \(path)")
    }

    /// `KEY` of `prefix['KEY']`.
    private static func subscripted(_ path: String, _ prefix: String) -> String? {
        guard path.hasPrefix(prefix + "['"), path.hasSuffix("']") else { return nil }
        return String(path.dropFirst(prefix.count + 2).dropLast(2))
    }

    /// One `key="value"` a line, the value escaped as in Go.
    private static func lines(_ map: StringMap<String>) -> String {
        map.entries.map { "\($0.key)=\(GoText.quoted($0.value))" }.joined(separator: "\n")
    }

    /// An amount of the container's resources in units of the divisor, rounded up.
    func resource(_ selector: Core.ResourceFieldSelector, container: Core.Container) throws(PodConfigError) -> String {
        let parts = selector.resource.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "limits" || parts[0] == "requests" else {
            throw PodConfigError("unsupported container resource: \(selector.resource)")
        }
        let resources = container.resources
        let amount: Quantity
        if parts[0] == "limits" {
            amount = resources.limits[parts[1]] ?? sources.allocatable[parts[1]] ?? Quantity(0)
        } else {
            amount = resources.requests[parts[1]] ?? Quantity(0)
        }
        let divisor = selector.divisor.isZero ? Quantity(1) : selector.divisor
        if parts[1] == "cpu" { return String(Self.divideUp(amount.milliValue, divisor.milliValue)) }
        return String(Self.divideUp(amount.value, divisor.value))
    }

    private static func divideUp(_ amount: Int64, _ divisor: Int64) -> Int64 {
        guard divisor > 0 else { return amount }
        return amount / divisor + (amount % divisor > 0 ? 1 : 0)
    }
}
