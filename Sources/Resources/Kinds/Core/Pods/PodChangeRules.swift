import Objects

/// What may change in a pod.
enum PodChangeRules {
    static func isDone(_ phase: String) -> Bool { phase == "Succeeded" || phase == "Failed" }

    static func problems(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        PodAnnotationRules.changes(pod.metadata.annotations, old: old.metadata.annotations, "metadata.annotations")
            + specification(pod.spec, old: old.spec)
    }

    private static func specification(_ spec: Core.PodSpec, old: Core.PodSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, new, before) in [
            ("containers", spec.containers, old.containers),
            ("initContainers", spec.initContainers, old.initContainers),
        ] {
            if new.count != before.count {
                return problems + [.forbidden("spec.\(field)", "pod updates may not add or remove containers")]
            }
            problems += images(new, "spec.\(field)")
        }
        let (found, ends) = deadline(spec.activeDeadlineSeconds, old: old.activeDeadlineSeconds)
        problems += found
        if ends { return problems }
        problems += tolerations(spec.tolerations, old: old.tolerations)
        let gates = Set(old.schedulingGates.map(\.name))
        for (index, gate) in spec.schedulingGates.enumerated() where !gates.contains(gate.name) {
            problems.append(
                .forbidden(
                    "spec.schedulingGates[\(index)].name",
                    "only deletion is allowed, but found new scheduling gate '\(gate.name)'"))
        }
        if !old.schedulingGates.isEmpty {
            problems += nodes(spec.nodeSelector, old: old.nodeSelector)
            problems += GatedAffinityRules.problems(spec.affinity?.nodeAffinity, old: old.affinity?.nodeAffinity)
        }
        if masked(spec, by: old).message != old.message {
            problems.append(
                .forbidden(
                    "spec",
                    "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
                        + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
                        + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)"
                ))
        }
        return problems
    }

    private static func images(_ containers: [Core.Container], _ path: String) -> [FieldProblem] {
        containers.enumerated().flatMap { index, container -> [FieldProblem] in
            let at = "\(path)[\(index)].image"
            return container.image.isEmpty ? [.required(at)] : ContainerRules.image(container.image, at)
        }
    }

    /// The new specification with everything that may change put back.
    private static func masked(_ spec: Core.PodSpec, by old: Core.PodSpec) -> Core.PodSpec {
        func images(_ containers: [Core.Container], _ before: [Core.Container]) -> [Core.Container] {
            zip(containers, before).map { container, before in
                var container = container
                container.image = before.image
                return container
            }
        }
        var masked = spec
        masked.containers = images(spec.containers, old.containers)
        masked.initContainers = images(spec.initContainers, old.initContainers)
        masked.activeDeadlineSeconds = old.activeDeadlineSeconds
        masked.tolerations = old.tolerations
        masked.schedulingGates = old.schedulingGates
        if let before = old.terminationGracePeriodSeconds, before < 0, spec.terminationGracePeriodSeconds == 1 {
            masked.terminationGracePeriodSeconds = before
        }
        // Until it may be scheduled, where it may go has rules of its own.
        if !old.schedulingGates.isEmpty {
            masked.nodeSelector = old.nodeSelector
            masked.affinity = GatedAffinityRules.masked(spec.affinity, by: old.affinity)
        }
        return masked
    }

    private static func deadline(_ seconds: Int?, old: Int?) -> (problems: [FieldProblem], ends: Bool) {
        let path = "spec.activeDeadlineSeconds"
        guard let seconds else {
            let words = "must not update from a positive integer to nil value"
            return (old == nil ? [] : [.invalid(path, "null", words)], false)
        }
        let outside = FieldWords.inRange(path, seconds, 0...Int(Int32.max))
        if !outside.isEmpty { return (outside, true) }
        guard let old, seconds > old else { return ([], false) }
        return ([.invalid(path, String(seconds), "must be less than or equal to previous value")], true)
    }

    private static func tolerations(_ tolerations: [Core.Toleration], old: [Core.Toleration]) -> [FieldProblem] {
        func timeless(_ toleration: Core.Toleration) -> Core.Toleration {
            var toleration = toleration
            toleration.tolerationSeconds = nil
            return toleration
        }
        let kept = tolerations.map(timeless)
        guard old.allSatisfy({ kept.contains(timeless($0)) }) else {
            return [
                .forbidden("spec.tolerations", "existing toleration can not be modified except its tolerationSeconds")
            ]
        }
        return []
    }

    private static func nodes(_ selector: StringMap<String>, old: StringMap<String>) -> [FieldProblem] {
        if old.entries.allSatisfy({ selector[$0.key] == $0.value }) { return [] }
        return [
            .invalid(
                "spec.nodeSelector", FieldWords.json(selector),
                "only additions to spec.nodeSelector are allowed (no mutations or deletions)")
        ]
    }
}

/// Where a pod may go, which can be narrowed until it may be scheduled, and not widened.
enum GatedAffinityRules {
    private static let path =
        "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"

    static func problems(_ affinity: Core.NodeAffinity?, old: Core.NodeAffinity?) -> [FieldProblem] {
        let before = terms(old)
        let terms = terms(affinity)
        if before.isEmpty { return [] }
        if before.count != terms.count {
            return [
                .invalid(
                    path, "[\(terms.map { InternalForm.text($0.message) }.joined(separator: ","))]",
                    "no additions/deletions to non-empty NodeSelectorTerms list are allowed")
            ]
        }
        return zip(terms, before).enumerated().compactMap { index, pair in
            let (term, before) = pair
            if narrows(term, before) { return nil }
            return .invalid(
                "\(path)[\(index)]", InternalForm.text(term.message),
                "only additions are allowed (no mutations or deletions)")
        }
    }

    private static func terms(_ affinity: Core.NodeAffinity?) -> [Core.NodeSelectorTerm] {
        affinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
    }

    /// A term without requirements selects nothing, and more would make it select something.
    private static func narrows(_ term: Core.NodeSelectorTerm, _ old: Core.NodeSelectorTerm) -> Bool {
        if old.matchExpressions.isEmpty, old.matchFields.isEmpty {
            return term.matchExpressions.isEmpty && term.matchFields.isEmpty
        }
        return term.matchExpressions.starts(with: old.matchExpressions, by: { $0.message == $1.message })
            && term.matchFields.starts(with: old.matchFields, by: { $0.message == $1.message })
    }

    /// The new affinity with that to nodes put back.
    static func masked(_ affinity: Core.Affinity?, by old: Core.Affinity?) -> Core.Affinity? {
        guard var masked = affinity else {
            guard let nodes = old?.nodeAffinity else { return nil }
            var affinity = Core.Affinity()
            affinity.nodeAffinity = nodes
            return affinity
        }
        if masked.nodeAffinity?.message == old?.nodeAffinity?.message { return masked }
        if old == nil, masked.podAffinity == nil, masked.podAntiAffinity == nil { return nil }
        masked.nodeAffinity = old?.nodeAffinity
        return masked
    }
}
