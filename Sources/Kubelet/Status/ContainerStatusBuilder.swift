internal import Objects

/// The status of one container of a pod.
struct ContainerStatusBuilder {
    let pod: Core.Pod
    let observed: ObservedPod
    let memory: PodMemory
    let now: Moment

    func status(_ container: Core.Container, isInit: Bool) -> Core.ContainerStatus {
        let before = previous(container.name, isInit: isInit)
        let instances = observed.instances(of: container.name).filter { $0.state != .created }
        var status = Core.ContainerStatus()
        status.name = container.name
        status.image = container.image
        guard let newest = instances.first else { return unobserved(container, isInit: isInit, before, status) }
        status.restartCount = max(newest.attempt, 0)
        status.containerID = "containerd://" + newest.id
        status.imageID = newest.imageReference
        if !newest.image.isEmpty, newest.specHash != ContainerHash.of(container) { status.image = newest.image }
        // The instance before this one; if the runtime has forgotten it, what was said about it stays.
        if let earlier = instances.dropFirst().first(where: { $0.state == .exited }) {
            status.lastState.terminated = terminated(earlier, container)
        } else if before?.restartCount == status.restartCount || before?.containerID == status.containerID {
            status.lastState = before?.lastState ?? Core.ContainerState()
        } else if let ended = before?.state.terminated {
            status.lastState.terminated = ended
        }
        switch newest.state {
        case .running:
            var running = Core.ContainerStateRunning()
            running.startedAt = (newest.startedAt ?? newest.createdAt).timestamp
            status.state.running = running
            let findings = memory.probes[newest.id]
            let isStarted = container.startupProbe == nil || findings?.isStarted == true
            status.started = isStarted
            let isReady = container.readinessProbe == nil || findings?.isReady == true
            status.ready = isStarted && isReady && (!isInit || container.isSidecar)
        case .exited, .created, .unknown:
            status.started = false
            let ended = terminated(newest, container)
            status.ready = isInit && !container.isSidecar && newest.hasSucceeded
            if let reason = waitingReason(container, isInit: isInit, after: newest) {
                status.state.waiting = reason
                status.lastState.terminated = ended
            } else {
                status.state.terminated = ended
            }
        }
        return status
    }

    private func previous(_ name: String, isInit: Bool) -> Core.ContainerStatus? {
        let all = isInit ? pod.status.initContainerStatuses : pod.status.containerStatuses
        return all.first { $0.name == name }
    }

    /// No instance is known to the runtime: not made yet, or lost.
    private func unobserved(
        _ container: Core.Container, isInit: Bool, _ before: Core.ContainerStatus?, _ fresh: Core.ContainerStatus
    ) -> Core.ContainerStatus {
        if let before, before.state.terminated != nil { return before }
        var status = fresh
        status.started = false
        if let before, !before.containerID.isEmpty {
            status.restartCount = before.restartCount
            status.lastState = before.lastState
            if before.state.running != nil {
                // It ran, and nobody can say how it ended.
                var ended = Core.ContainerStateTerminated()
                ended.exitCode = 137
                ended.reason = "ContainerStatusUnknown"
                ended.message_ = "The container could not be located when the pod was looked at"
                ended.containerID = before.containerID
                ended.finishedAt = now.timestamp
                ended.startedAt = before.state.running?.startedAt
                status.lastState.terminated = ended
                status.containerID = before.containerID
                status.imageID = before.imageID
                if pod.metadata.deletionTimestamp != nil || pod.isFinished {
                    status.state.terminated = ended
                    return status
                }
            } else {
                status.containerID = before.containerID
                status.imageID = before.imageID
            }
        }
        var waiting = Core.ContainerStateWaiting()
        if let failure = failureReason(container) {
            waiting = failure
        } else if !isInit, !pod.spec.initContainers.isEmpty, !isInitialized {
            waiting.reason = "PodInitializing"
        } else if isInit || pod.spec.initContainers.isEmpty {
            waiting.reason = isInit && !isFirstPending(container) ? "PodInitializing" : "ContainerCreating"
        } else {
            waiting.reason = "PodInitializing"
        }
        status.state.waiting = waiting
        return status
    }

    private func isFirstPending(_ container: Core.Container) -> Bool {
        pod.spec.initContainers.first?.name == container.name
    }

    private var isInitialized: Bool {
        pod.spec.initContainers.allSatisfy { container in
            guard let newest = observed.newest(container.name) else { return false }
            return container.isSidecar ? newest.state == .running : newest.hasSucceeded
        }
    }

    /// Why the container has no image, or could not be started.
    private func failureReason(_ container: Core.Container) -> Core.ContainerStateWaiting? {
        var waiting = Core.ContainerStateWaiting()
        if let failure = memory.startFailures[container.name] {
            waiting.reason = failure.reason
            waiting.message_ = failure.message
            return waiting
        }
        if let pull = memory.pulls[container.image] {
            // The first failure is told as it is, waiting for the next attempt as such.
            waiting.reason = pull.failures > 1 || now < pull.notBefore ? "ImagePullBackOff" : "ErrImagePull"
            waiting.message_ = "\(container.image): \(pull.message)"
            return waiting
        }
        if container.imagePullPolicy == "Never", memory.images[container.image] == nil,
            memory.imagesSought.contains(container.image)
        {
            waiting.reason = "ErrImageNeverPull"
            waiting.message_ = "Container image \"\(container.image)\" is not present with pull policy of Never"
            return waiting
        }
        return nil
    }

    /// An instance has ended and another is to follow: what that waits for. Nil: it is to stay ended, or about to start.
    private func waitingReason(
        _ container: Core.Container, isInit: Bool, after ended: ObservedContainer
    ) -> Core.ContainerStateWaiting? {
        guard pod.metadata.deletionTimestamp == nil, !pod.isFinished, memory.failure == nil, ended.state == .exited,
            RestartRule(container, isInit: isInit, pod: pod.spec).restarts(exitCode: ended.exitCode)
        else { return nil }
        if let failure = failureReason(container) { return failure }
        let backoff = memory.restarts[container.name] ?? RestartBackoff(restartCount: ended.attempt)
        guard backoff.earliestStart(after: ended, now: now) > now else { return nil }
        var waiting = Core.ContainerStateWaiting()
        waiting.reason = "CrashLoopBackOff"
        waiting.message_ =
            "back-off \(backoff.delayMilliseconds / 1_000)s restarting failed container=\(container.name) "
            + "pod=\(pod.metadata.name)_\(pod.metadata.namespace)(\(pod.metadata.uid))"
        return waiting
    }

    private func terminated(_ instance: ObservedContainer, _ container: Core.Container) -> Core.ContainerStateTerminated
    {
        var ended = Core.ContainerStateTerminated()
        ended.exitCode = instance.exitCode
        ended.reason = instance.reason.isEmpty ? (instance.exitCode == 0 ? "Completed" : "Error") : instance.reason
        let message = memory.terminationMessages[instance.id] ?? ""
        ended.message_ = message.isEmpty ? instance.message : message
        ended.startedAt = instance.startedAt?.timestamp
        ended.finishedAt = instance.finishedAt?.timestamp
        ended.containerID = "containerd://" + instance.id
        return ended
    }
}
