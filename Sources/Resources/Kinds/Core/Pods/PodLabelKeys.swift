import Objects

/// Pods are compared with those that have the same values of certain labels; the values are known when a pod is made,
/// and become part of its selectors then.
enum PodLabelKeys {
    static func merge(into pod: inout Core.Pod) {
        let labels = pod.metadata.labels
        func term(_ given: Core.PodAffinityTerm) -> Core.PodAffinityTerm {
            guard let selector = given.labelSelector else { return given }
            var term = given
            term.labelSelector = merged(
                selector,
                requirements(given.matchLabelKeys, "In", labels)
                    + requirements(given.mismatchLabelKeys, "NotIn", labels))
            return term
        }
        func weighted(_ given: Core.WeightedPodAffinityTerm) -> Core.WeightedPodAffinityTerm {
            var weighted = given
            weighted.podAffinityTerm = term(given.podAffinityTerm)
            return weighted
        }
        if var near = pod.spec.affinity?.podAffinity {
            near.requiredDuringSchedulingIgnoredDuringExecution =
                near.requiredDuringSchedulingIgnoredDuringExecution.map(term)
            near.preferredDuringSchedulingIgnoredDuringExecution =
                near.preferredDuringSchedulingIgnoredDuringExecution.map(weighted)
            pod.spec.affinity?.podAffinity = near
        }
        if var far = pod.spec.affinity?.podAntiAffinity {
            far.requiredDuringSchedulingIgnoredDuringExecution =
                far.requiredDuringSchedulingIgnoredDuringExecution.map(term)
            far.preferredDuringSchedulingIgnoredDuringExecution =
                far.preferredDuringSchedulingIgnoredDuringExecution.map(weighted)
            pod.spec.affinity?.podAntiAffinity = far
        }
        guard pod.spec.topologySpreadConstraints.contains(where: { !$0.matchLabelKeys.isEmpty }) else { return }
        pod.spec.topologySpreadConstraints = pod.spec.topologySpreadConstraints.map { given in
            guard let selector = given.labelSelector else { return given }
            var constraint = given
            constraint.labelSelector = merged(selector, requirements(given.matchLabelKeys, "In", labels))
            return constraint
        }
    }

    private static func requirements(
        _ keys: [String], _ operation: String, _ labels: StringMap<String>
    ) -> [Meta.LabelSelectorRequirement] {
        keys.compactMap { key in
            guard let value = labels[key] else { return nil }
            var requirement = Meta.LabelSelectorRequirement()
            requirement.key = key
            requirement.operator = operation
            requirement.values = [value]
            return requirement
        }
    }

    private static func merged(
        _ selector: Meta.LabelSelector, _ requirements: [Meta.LabelSelectorRequirement]
    ) -> Meta.LabelSelector {
        if requirements.isEmpty { return selector }
        var selector = selector
        selector.matchExpressions += requirements
        return selector
    }
}
