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
            let names = attributesClasses(Core.PersistentVolumeClaim(object))
            return requirements.allSatisfy { requirement in
                guard requirement.scopeName == "VolumeAttributesClass" else { return false }
                return names.isEmpty ? selects(requirement, "") : names.contains { selects(requirement, $0) }
            }
        default: return false
        }
    }

    /// The class that a claim wants, the one it has, and the one it is on the way to.
    private static func attributesClasses(_ claim: Core.PersistentVolumeClaim) -> [String] {
        [
            claim.spec.volumeAttributesClassName, claim.status.currentVolumeAttributesClassName,
            claim.status.modifyVolumeStatus?.targetVolumeAttributesClassName,
        ].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Whether a requirement on names of classes is met by one.
    ///
    /// - Parameter name: empty: there is none.
    private static func selects(_ requirement: Core.ScopedResourceSelectorRequirement, _ name: String) -> Bool {
        switch requirement.operator {
        case "Exists": !name.isEmpty
        case "DoesNotExist": name.isEmpty
        case "In": requirement.values.contains(name)
        case "NotIn": !requirement.values.contains(name)
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
        case "PriorityClass": return selects(requirement, pod.spec.priorityClassName)
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
