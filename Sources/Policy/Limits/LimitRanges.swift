public import Objects
import Resources

/// What the LimitRanges of a namespace add to pods and forbid them and claims. Pure.
public enum LimitRanges {
    public static let annotation = "kubernetes.io/limit-ranger"

    // MARK: Defaults

    /// Gives containers the requests and limits that the ranges have for those that say nothing.
    public static func setDefaults(_ pod: inout Core.Pod, _ range: Core.LimitRange) {
        var requests: ResourceAmountList = [:]
        var limits: ResourceAmountList = [:]
        for item in range.spec.limits where item.type == "Container" {
            for entry in item.defaultRequest.entries { requests[entry.key] = entry.value }
            for entry in item.`default`.entries { limits[entry.key] = entry.value }
        }
        guard !requests.isEmpty || !limits.isEmpty else { return }
        var notes: [String] = []
        func filled(_ container: Core.Container, _ noun: String) -> Core.Container {
            var container = container
            let setRequests = fill(&container.resources.requests, requests)
            let setLimits = fill(&container.resources.limits, limits)
            for (names, what) in [(setRequests, "request"), (setLimits, "limit")] where !names.isEmpty {
                notes.append("\(names.joined(separator: ", ")) \(what) for \(noun) \(container.name)")
            }
            return container
        }
        pod.spec.containers = pod.spec.containers.map { filled($0, "container") }
        pod.spec.initContainers = pod.spec.initContainers.map { filled($0, "init container") }
        guard !notes.isEmpty else { return }
        pod.metadata.annotations[annotation] = "LimitRanger plugin set: " + notes.joined(separator: "; ")
    }

    /// The names of those that were set, sorted.
    private static func fill(_ amounts: inout ResourceAmountList, _ defaults: ResourceAmountList) -> [String] {
        var set: [String] = []
        for entry in defaults.entries where amounts[entry.key] == nil {
            amounts[entry.key] = entry.value
            set.append(entry.key)
        }
        return set.sorted()
    }

    // MARK: Bounds

    /// What of the pod is out of bounds, in words.
    public static func problems(_ pod: Core.Pod, _ range: Core.LimitRange) -> [String] {
        var problems: [String] = []
        for item in range.spec.limits {
            switch item.type {
            case "Container":
                for container in pod.spec.containers + pod.spec.initContainers {
                    problems += Self.problems(item, container.resources.requests, container.resources.limits)
                }
            case "Pod":
                problems += Self.problems(item, PodResources.requests(pod.spec), PodResources.limits(pod.spec))
            default: break
            }
        }
        return problems
    }

    /// What of the claim is out of bounds, in words.
    public static func problems(_ claim: Core.PersistentVolumeClaim, _ range: Core.LimitRange) -> [String] {
        let requests = claim.spec.resources.requests
        return range.spec.limits.filter { $0.type == "PersistentVolumeClaim" }.flatMap { item in
            item.min.entries.compactMap { minimum(item.type, $0, requests, [:]) }
                + item.max.entries.compactMap { entry -> String? in
                    let words = "maximum \(entry.key) usage per \(item.type) is \(entry.value)"
                    guard let request = requests[entry.key] else { return words + ".  No request is specified" }
                    return request > entry.value ? words + ", but request is \(request)" : nil
                }
        }
    }

    private static func problems(
        _ item: Core.LimitRangeItem, _ requests: ResourceAmountList, _ limits: ResourceAmountList
    ) -> [String] {
        item.min.entries.compactMap { minimum(item.type, $0, requests, limits) }
            + item.max.entries.compactMap { maximum(item.type, $0, requests, limits) }
            + item.maxLimitRequestRatio.entries.compactMap { ratio(item.type, $0, requests, limits) }
    }

    private typealias Bound = StringMap<Quantity>.Entry

    private static func minimum(
        _ type: String, _ bound: Bound, _ requests: ResourceAmountList, _ limits: ResourceAmountList
    ) -> String? {
        let words = "minimum \(bound.key) usage per \(type) is \(bound.value)"
        guard let request = requests[bound.key] else { return words + ".  No request is specified" }
        if request < bound.value { return words + ", but request is \(request)" }
        if let limit = limits[bound.key], limit < bound.value { return words + ", but limit is \(limit)" }
        return nil
    }

    private static func maximum(
        _ type: String, _ bound: Bound, _ requests: ResourceAmountList, _ limits: ResourceAmountList
    ) -> String? {
        let words = "maximum \(bound.key) usage per \(type) is \(bound.value)"
        guard let limit = limits[bound.key] else { return words + ".  No limit is specified" }
        if limit > bound.value { return words + ", but limit is \(limit)" }
        if let request = requests[bound.key], request > bound.value { return words + ", but request is \(request)" }
        return nil
    }

    private static func ratio(
        _ type: String, _ bound: Bound, _ requests: ResourceAmountList, _ limits: ResourceAmountList
    ) -> String? {
        let words = "\(bound.key) max limit to request ratio per \(type) is \(bound.value), but "
        guard let request = requests[bound.key], !request.isZero else {
            return words + "no request is specified or request is 0"
        }
        guard let limit = limits[bound.key], !limit.isZero else { return words + "no limit is specified or limit is 0" }
        let given = Double(limit.milliValue) / Double(request.milliValue)
        guard given > Double(bound.value.milliValue) / 1000 else { return nil }
        return words + "provided ratio is \(sixDigits(given))"
    }

    /// As C's `%f` prints it.
    private static func sixDigits(_ value: Double) -> String {
        guard value < 1e12 else { return "\(value)" }
        let millionths = Int64((value * 1_000_000).rounded())
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count) + digits
    }
}
