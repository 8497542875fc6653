public import Objects

/// How dependable the resources of a pod are, which decides what goes first when a node runs short.
public enum PodQuality {
    /// - Returns: `Guaranteed`, `Burstable` or `BestEffort` (core/v1 `PodQOSClass`).
    public static func of(_ spec: Core.PodSpec) -> String {
        var hasAny = false
        var isGuaranteed = true
        for container in spec.initContainers + spec.containers {
            for name in ["cpu", "memory"] {
                let request = container.resources.requests[name].flatMap { $0.isZero ? nil : $0 }
                let limit = container.resources.limits[name].flatMap { $0.isZero ? nil : $0 }
                if request != nil || limit != nil { hasAny = true }
                if limit == nil || (request != nil && request != limit) { isGuaranteed = false }
            }
        }
        if !hasAny { return "BestEffort" }
        return isGuaranteed ? "Guaranteed" : "Burstable"
    }
}
