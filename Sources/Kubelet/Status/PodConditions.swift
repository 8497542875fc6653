internal import Objects

/// The conditions of a pod that the node owns. The time of a transition changes only when the condition's status does;
/// conditions of others (the scheduler's, readiness gates) are kept.
struct PodConditions {
    let pod: Core.Pod
    /// With the containers' statuses and the phase already set.
    let status: Core.PodStatus
    let hasNetwork: Bool
    let now: Moment

    private struct Finding {
        var isTrue: Bool
        var reason = ""
        var message = ""
    }

    func build() -> [Core.PodCondition] {
        let isOver = status.phase == "Succeeded" || status.phase == "Failed"
        let initialized = self.initialized
        let containersReady = self.containersReady(isOver)
        var ready = containersReady
        if ready.isTrue {
            let missing = pod.spec.readinessGates.map(\.conditionType).filter { type in
                status.conditions.first { $0.type == type }?.status != "True"
            }
            if !missing.isEmpty {
                ready = Finding(
                    isTrue: false, reason: "ReadinessGatesNotReady",
                    message: "corresponding condition of pod readiness gate "
                        + missing.map { "\"\($0)\"" }.joined(separator: ", ") + " does not exist or is not True.")
            }
        }
        let own: [(String, Finding)] = [
            ("PodReadyToStartContainers", Finding(isTrue: hasNetwork)),
            ("Initialized", initialized),
            ("Ready", ready),
            ("ContainersReady", containersReady),
        ]
        var conditions = own.map { condition($0.0, $0.1) }
        let names = own.map(\.0)
        var others = status.conditions.filter { !names.contains($0.type) }
        if !others.contains(where: { $0.type == "PodScheduled" }) {
            others.append(condition("PodScheduled", Finding(isTrue: true)))
        }
        conditions += others
        return conditions
    }

    private func condition(_ type: String, _ finding: Finding) -> Core.PodCondition {
        let before = status.conditions.first { $0.type == type }
        var condition = Core.PodCondition()
        condition.type = type
        condition.status = finding.isTrue ? "True" : "False"
        condition.reason = finding.reason
        condition.message_ = finding.message
        condition.observedGeneration = pod.metadata.generation
        condition.lastTransitionTime =
            before?.status == condition.status ? before?.lastTransitionTime ?? now.timestamp : now.timestamp
        return condition
    }

    private var initialized: Finding {
        if status.phase == "Succeeded" { return Finding(isTrue: true, reason: "PodCompleted") }
        let pending = zip(pod.spec.initContainers, status.initContainerStatuses).filter { container, state in
            container.isSidecar ? state.started != true : !state.ready
        }
        if pending.isEmpty { return Finding(isTrue: true) }
        return Finding(
            isTrue: false, reason: "ContainersNotInitialized",
            message: "containers with incomplete status: [" + pending.map(\.0.name).joined(separator: " ") + "]")
    }

    private func containersReady(_ isOver: Bool) -> Finding {
        if status.phase == "Succeeded" { return Finding(isTrue: false, reason: "PodCompleted") }
        if status.phase == "Failed" { return Finding(isTrue: false, reason: "PodFailed") }
        let sidecars = zip(pod.spec.initContainers, status.initContainerStatuses)
            .filter { $0.0.isSidecar && !$0.1.ready }.map(\.0.name)
        let unready = sidecars + status.containerStatuses.filter { !$0.ready }.map(\.name)
        if unready.isEmpty, !status.containerStatuses.isEmpty { return Finding(isTrue: true) }
        return Finding(
            isTrue: false, reason: "ContainersNotReady",
            message: "containers with unready status: [" + unready.joined(separator: " ") + "]")
    }
}
