import Objects

/// What may change in a pod.
enum PodChangeRules {
    static func isDone(_ phase: String) -> Bool { phase == "Succeeded" || phase == "Failed" }

    static func specification(_ spec: Core.PodSpec, old: Core.PodSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        for (field, new, before) in [
            ("containers", spec.containers, old.containers),
            ("initContainers", spec.initContainers, old.initContainers),
        ] where new.count != before.count {
            problems.append(.forbidden("spec.\(field)", "pod updates may not add or remove containers"))
        }
        if !problems.isEmpty { return problems }
        problems += deadline(spec.activeDeadlineSeconds, old: old.activeDeadlineSeconds)
        problems += tolerations(spec.tolerations, old: old.tolerations)
        if spec.schedulingGates != old.schedulingGates {
            let before = Set(old.schedulingGates.map(\.name))
            for gate in spec.schedulingGates where !before.contains(gate.name) {
                problems.append(
                    .forbidden(
                        "spec.schedulingGates", "only deletion is allowed, but found new scheduling gate '\(gate.name)'"
                    ))
            }
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
        if let before = old.terminationGracePeriodSeconds, before < 0, spec.terminationGracePeriodSeconds == 1 {
            masked.terminationGracePeriodSeconds = before
        }
        // Until it may be scheduled, where it may go can still be narrowed.
        if !old.schedulingGates.isEmpty {
            masked.schedulingGates = old.schedulingGates
            let isNarrowed = old.nodeSelector.entries.allSatisfy { spec.nodeSelector[$0.key] == $0.value }
            if isNarrowed { masked.nodeSelector = old.nodeSelector }
        }
        return masked
    }

    private static func deadline(_ seconds: Int?, old: Int?) -> [FieldProblem] {
        guard let old else { return [] }
        let path = "spec.activeDeadlineSeconds"
        guard let seconds else {
            return [.invalid(path, "null", "must not update from a positive integer to nil value")]
        }
        return seconds > old ? [.invalid(path, String(seconds), "must be less than or equal to previous value")] : []
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

    // MARK: Status

    static func status(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let (status, before) = (pod.status, old.status)
        if !status.nominatedNodeName.isEmpty {
            problems += FieldWords.name("status.nominatedNodeName", status.nominatedNodeName) {
                Names.subdomainProblems($0)
            }
        }
        problems += restarts(status.containerStatuses, before.containerStatuses, "status.containerStatuses", old.spec)
        problems += addresses(status)
        if !before.qosClass.isEmpty, status.qosClass != before.qosClass {
            problems.append(.invalid("status.qosClass", text: status.qosClass, FieldWords.immutable))
        }
        for (index, condition) in status.conditions.enumerated() where condition.observedGeneration < 0 {
            problems += FieldWords.notNegative(
                "status.conditions[\(index)].observedGeneration", condition.observedGeneration)
        }
        return problems
    }

    /// What has ended stays so, where the pod's policy does not start it again.
    private static func restarts(
        _ statuses: [Core.ContainerStatus], _ old: [Core.ContainerStatus], _ path: String, _ spec: Core.PodSpec
    ) -> [FieldProblem] {
        guard spec.restartPolicy != "Always" else { return [] }
        var problems: [FieldProblem] = []
        for before in old {
            guard let ended = before.state.terminated, let now = statuses.firstIndex(where: { $0.name == before.name })
            else {
                continue
            }
            let container = spec.containers.first { $0.name == before.name }
            let policy = container?.restartPolicy ?? spec.restartPolicy
            if policy == "Always" || (policy == "OnFailure" && ended.exitCode != 0) { continue }
            if statuses[now].state.terminated == nil {
                problems.append(.forbidden("\(path)[\(now)].state", "may not be transitioned to non-terminated state"))
            }
        }
        return problems
    }

    private static func addresses(_ status: Core.PodStatus) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, address) in status.podIPs.enumerated() {
            let path = "status.podIPs[\(index)]"
            if !IPAddressText.isValid(address.ip) {
                problems.append(.invalid(path, text: address.ip, FieldWords.address))
            }
            if !seen.insert(address.ip).inserted { problems.append(.duplicate(path, address.ip)) }
        }
        if status.podIPs.count > 2 {
            problems.append(
                .invalid(
                    "status.podIPs", "[\(status.podIPs.map { FieldWords.json($0.message) }.joined(separator: ","))]",
                    "may specify no more than one IP for each IP family"))
        }
        return problems
    }
}
