import Objects

/// What is valid in a pod's status, and what of it may change.
enum PodStatusRules {
    private static let ownConditions: Set<String> = ["PodScheduled", "Ready", "Initialized"]
    private static let familyWords = "may specify no more than one IP for each IP family"
    private static let generationWords = "must be a non-negative integer"

    /// What reporters of the status leave out, or do not know, stays as it was.
    static func completed(_ pod: Core.Pod, old: Core.Pod) -> Core.Pod {
        var pod = pod
        var status = pod.status
        let before = old.status
        if status.qosClass.isEmpty { status.qosClass = before.qosClass }
        if status.observedGeneration == 0 { status.observedGeneration = before.observedGeneration }
        if before.conditions.contains(where: { $0.observedGeneration != 0 }) {
            status.conditions = status.conditions.map { condition in
                guard condition.observedGeneration == 0,
                    let known = before.conditions.first(where: { $0.type == condition.type })
                else { return condition }
                var condition = condition
                condition.observedGeneration = known.observedGeneration
                return condition
            }
        }
        // The first of the addresses has a field of its own besides, the older one.
        if status.podIP.isEmpty {
            status.podIP = status.podIPs.first?.ip ?? ""
        } else if status.podIPs.first?.ip != status.podIP {
            var address = Core.PodIP()
            address.ip = status.podIP
            status.podIPs = [address]
        }
        pod.status = status
        return pod
    }

    static func problems(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        let (status, before) = (pod.status, old.status)
        var problems = PodAnnotationRules.changes(
            pod.metadata.annotations, old: old.metadata.annotations, "metadata.annotations")
        for (index, condition) in status.conditions.enumerated() {
            let path = "status.conditions[\(index)]"
            problems += generation("\(path).observedGeneration", condition.observedGeneration)
            if !ownConditions.contains(condition.type) {
                problems += FieldWords.name("\(path).Type", condition.type, Names.qualifiedNameProblems)
            }
        }
        if status.nominatedNodeName != before.nominatedNodeName, !status.nominatedNodeName.isEmpty {
            problems += FieldWords.name("status.nominatedNodeName", status.nominatedNodeName) {
                Names.subdomainProblems($0)
            }
            if !old.spec.nodeName.isEmpty {
                problems.append(
                    .forbidden(
                        "status.nominatedNodeName", "may not be set on pods that are already bound to a node"))
            }
        }
        problems += generation("status.observedGeneration", status.observedGeneration)
        problems += restarts(pod, old: old)
        problems += claims(status.resourceClaimStatuses, of: pod.spec)
        for (index, container) in status.ephemeralContainerStatuses.enumerated()
        where !container.allocatedResourcesStatus.isEmpty {
            problems.append(
                .forbidden(
                    "status.ephemeralContainerStatuses[\(index)].allocatedResourcesStatus",
                    "must not be specified in container status"))
        }
        problems += addresses(status, old: before)
        if !before.qosClass.isEmpty, status.qosClass != before.qosClass {
            problems.append(.invalid("status.qosClass", text: status.qosClass, FieldWords.immutable))
        }
        return problems
    }

    private static func generation(_ path: String, _ number: Int) -> [FieldProblem] {
        number < 0 ? [.invalid(path, String(number), generationWords)] : []
    }

    private static func claims(
        _ statuses: [Core.PodResourceClaimStatus], of spec: Core.PodSpec
    ) -> [FieldProblem] {
        var names: Set<String> = []
        return statuses.enumerated().flatMap { index, status -> [FieldProblem] in
            let path = "status.resourceClaimStatuses[\(index)]"
            var problems: [FieldProblem] = []
            if !spec.resourceClaims.contains(where: { $0.name == status.name }) {
                problems.append(
                    .invalid(
                        "\(path).name", text: status.name,
                        "must match the name of an entry in `spec.resourceClaims`"))
            }
            if !names.insert(status.name).inserted { problems.append(.duplicate("\(path).name", status.name)) }
            if let name = status.resourceClaimName {
                problems += FieldWords.name("\(path).resourceClaimName", name) { Names.subdomainProblems($0) }
            }
            return problems
        }
    }

    // MARK: Containers

    /// What has ended stays so, where nothing starts it again.
    private static func restarts(_ pod: Core.Pod, old: Core.Pod) -> [FieldProblem] {
        let spec = old.spec
        let all = (spec.containers + spec.initContainers).flatMap(\.restartPolicyRules)
        if all.contains(where: { $0.action == "RestartAllContainers" }) { return [] }
        func check(
            _ field: String, _ new: [Core.ContainerStatus], _ old: [Core.ContainerStatus],
            _ restarts: (_ name: String, _ exitCode: Int) -> Bool
        ) -> [FieldProblem] {
            old.enumerated().compactMap { index, before in
                guard let ended = before.state.terminated, !restarts(before.name, ended.exitCode),
                    let now = new.first(where: { $0.name == before.name }), now.state.terminated == nil
                else { return nil }
                return .forbidden("status.\(field)[\(index)].state", "may not be transitioned to non-terminated state")
            }
        }
        func starts(_ container: Core.Container?, _ code: Int) -> Bool {
            if let policy = container?.restartPolicy {
                if container?.restartPolicyRules.contains(where: { matches($0, code) }) == true { return true }
                return follows(policy, code)
            }
            return follows(spec.restartPolicy, code)
        }
        var problems = check(
            "containerStatuses", pod.status.containerStatuses, old.status.containerStatuses
        ) { name, code in starts(spec.containers.first { $0.name == name }, code) }
        problems += check(
            "initContainerStatuses", pod.status.initContainerStatuses, old.status.initContainerStatuses
        ) { name, code in starts(spec.initContainers.first { $0.name == name }, code) }
        problems += check(
            "ephemeralContainerStatuses", pod.status.ephemeralContainerStatuses, old.status.ephemeralContainerStatuses
        ) { _, _ in false }
        return problems
    }

    private static func follows(_ policy: String, _ code: Int) -> Bool {
        policy == "Always" || (policy == "OnFailure" && code != 0)
    }

    private static func matches(_ rule: Core.ContainerRestartRule, _ code: Int) -> Bool {
        guard let codes = rule.exitCodes else { return false }
        return codes.values.contains(code) == (codes.operator == "In")
    }

    // MARK: Addresses

    private static func addresses(_ status: Core.PodStatus, old: Core.PodStatus) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if status.podIPs != old.podIPs {
            problems += families(status.podIPs.map(\.ip), "status.podIPs") {
                "[\(status.podIPs.map { InternalForm.text($0.message) }.joined(separator: ","))]"
            }
        }
        guard status.hostIPs != old.hostIPs || status.hostIP != old.hostIP, let first = status.hostIPs.first else {
            return problems
        }
        if first.ip != status.hostIP {
            problems.append(.invalid("status.hostIPs[0].ip", text: first.ip, "must be equal to `hostIP`"))
        }
        return problems
            + families(status.hostIPs.map(\.ip), "status.hostIPs") {
                "[\(status.hostIPs.map { InternalForm.text($0.message) }.joined(separator: ","))]"
            }
    }

    /// One address of each family at the most, and none twice.
    private static func families(
        _ addresses: [String], _ path: String, _ shown: () -> String
    ) -> [FieldProblem] {
        var problems = addresses.enumerated().flatMap { FieldWords.strictAddress("\(path)[\($0)]", $1) }
        guard addresses.count > 1 else { return problems }
        let families = addresses.compactMap { IPAddress($0)?.family }
        if families.count < addresses.count {
            let wrong = addresses.first { IPAddress($0) == nil } ?? ""
            problems.append(
                .invalid(path, shown(), "failed to check for dual stack with error:invalid IP: \(wrong)"))
        }
        if addresses.count > 2 || Set(families).count < 2 { problems.append(.invalid(path, shown(), familyWords)) }
        return problems + FieldWords.duplicates(addresses) { "\(path)[\($0)]" }
    }
}
