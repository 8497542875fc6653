public import Objects
import Resources

/// Which objects a quota is about (core/v1 `ResourceQuotaSpec`, scopes).
public enum QuotaScope {
    /// Whether the quota counts the object.
    public static func matches(_ spec: Core.ResourceQuotaSpec, _ object: Message, resource: String) -> Bool {
        let requirements = Self.requirements(spec)
        guard !requirements.isEmpty else { return true }
        guard resource == "pods" else { return false }
        let pod = Core.Pod(object)
        return requirements.allSatisfy { matches($0, pod) }
    }

    private static func requirements(_ spec: Core.ResourceQuotaSpec) -> [Core.ScopedResourceSelectorRequirement] {
        let plain = spec.scopes.map { scope in
            var requirement = Core.ScopedResourceSelectorRequirement()
            requirement.scopeName = scope
            requirement.operator = "Exists"
            return requirement
        }
        return plain + (spec.scopeSelector?.matchExpressions ?? [])
    }

    private static func matches(_ requirement: Core.ScopedResourceSelectorRequirement, _ pod: Core.Pod) -> Bool {
        switch requirement.scopeName {
        case "Terminating": return pod.spec.activeDeadlineSeconds.map { $0 >= 0 } ?? false
        case "NotTerminating": return pod.spec.activeDeadlineSeconds == nil
        case "BestEffort": return PodQuality.of(pod.spec) == "BestEffort"
        case "NotBestEffort": return PodQuality.of(pod.spec) != "BestEffort"
        case "CrossNamespacePodAffinity": return reachesOtherNamespaces(pod.spec)
        case "PriorityClass":
            let name = pod.spec.priorityClassName
            switch requirement.operator {
            case "Exists": return !name.isEmpty
            case "DoesNotExist": return name.isEmpty
            case "In": return requirement.values.contains(name)
            case "NotIn": return !requirement.values.contains(name)
            default: return false
            }
        default: return false
        }
    }

    private static func reachesOtherNamespaces(_ spec: Core.PodSpec) -> Bool {
        func reaches(_ term: Core.PodAffinityTerm) -> Bool { !term.namespaces.isEmpty || term.namespaceSelector != nil }
        let affinity = spec.affinity?.podAffinity
        let anti = spec.affinity?.podAntiAffinity
        return (affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []).contains(where: reaches)
            || (anti?.requiredDuringSchedulingIgnoredDuringExecution ?? []).contains(where: reaches)
            || (affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []).contains {
                reaches($0.podAffinityTerm)
            }
            || (anti?.preferredDuringSchedulingIgnoredDuringExecution ?? []).contains { reaches($0.podAffinityTerm) }
    }
}
