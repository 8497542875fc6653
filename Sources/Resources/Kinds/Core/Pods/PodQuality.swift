public import Objects

/// How dependable the resources of a pod are, which decides what goes first when a node runs short.
public enum PodQuality {
    private static let counted = ["cpu", "memory"]

    /// By what the pod says of itself as a whole, where it does; else by all of its containers.
    /// - Returns: `Guaranteed`, `Burstable` or `BestEffort` (core/v1 `PodQOSClass`).
    public static func of(_ spec: Core.PodSpec) -> String {
        let whole = spec.resources.flatMap { $0.requests.isEmpty && $0.limits.isEmpty ? nil : $0 }
        let parts = whole.map { [$0] } ?? (spec.initContainers + spec.containers).map(\.resources)
        var hasAny = false
        var isGuaranteed = true
        for resources in parts {
            for name in counted {
                let request = resources.requests[name].flatMap { $0.isZero ? nil : $0 }
                let limit = resources.limits[name].flatMap { $0.isZero ? nil : $0 }
                if request != nil || limit != nil { hasAny = true }
                if limit == nil || (request != nil && request != limit) { isGuaranteed = false }
            }
        }
        if !hasAny { return "BestEffort" }
        return isGuaranteed ? "Guaranteed" : "Burstable"
    }
}
