public import Objects
import Resources

/// Which objects a quota is about (core/v1 `ResourceQuotaSpec`, scopes).
public enum QuotaScope {
    /// Whether the quota counts the object.
    public static func matches(_ spec: Core.ResourceQuotaSpec, _ object: Message, resource: String) -> Bool {
        let requirements = Self.requirements(spec)
        guard !requirements.isEmpty else { return true }
        switch resource {
        case "pods":
            let pod = Core.Pod(object)
            return requirements.allSatisfy { matches($0, pod) }
        case "persistentvolumeclaims":
            let classes = attributesClasses(Core.PersistentVolumeClaim(object))
            return requirements.allSatisfy { $0.scopeName == "VolumeAttributesClass" && matches($0, names: classes) }
        default: return false
        }
    }

    /// The classes that a claim has, wants, or is being changed to.
    private static func attributesClasses(_ claim: Core.PersistentVolumeClaim) -> [String] {
        [
            claim.spec.volumeAttributesClassName, claim.status.currentVolumeAttributesClassName,
            claim.status.modifyVolumeStatus?.targetVolumeAttributesClassName,
        ].compactMap(\.self).filter { !$0.isEmpty }
    }

    /// Whether the requirement is met by one of the names, or by there being none.
    private static func matches(_ requirement: Core.ScopedResourceSelectorRequirement, names: [String]) -> Bool {
        switch requirement.operator {
        case "Exists": !names.isEmpty
        case "DoesNotExist": names.isEmpty
        case "In": names.contains(where: requirement.values.contains)
        case "NotIn": names.isEmpty || names.contains { !requirement.values.contains($0) }
        default: false
        }
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
            return matches(requirement, names: name.isEmpty ? [] : [name])
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
