internal import Objects

/// Which containers of a pod with a sandbox are to be started, restarted or stopped: init containers one after the
/// other, then the main ones side by side. Sidecars are started in their place among the init containers and kept.
struct PodStarts {
    struct Start: Sendable, Equatable {
        var name: String
        var image: String
        var attempt: Int
        var mustPull: Bool
    }

    let planner: PodPlanner
    let sandbox: String
    private(set) var starts: [Start] = []
    private(set) var stops: [PodAction.Stop] = []
    /// Instances that were made but never started: the process ended between the two.
    private(set) var leftovers: [String] = []
    private(set) var lookAgainAt: Moment?
    private(set) var notices: [PodNotice] = []

    init(planner: PodPlanner, sandbox: String) {
        self.planner = planner
        self.sandbox = sandbox
    }

    private var spec: Core.PodSpec { planner.pod.spec }

    mutating func collect() {
        // Once a main container was made in this sandbox, its init containers are through.
        let isInitialized = spec.containers.contains { planner.observed.newest($0.name, in: sandbox) != nil }
        var mayGoOn = true
        for container in spec.initContainers where mayGoOn {
            if container.isSidecar {
                mayGoOn = keepRunning(container, isInit: true) || isInitialized
            } else if !isInitialized {
                mayGoOn = runOnce(container)
            }
        }
        guard mayGoOn else { return }
        for container in spec.containers { _ = keepRunning(container, isInit: false) }
    }

    /// An init container. Returns whether it is through.
    private mutating func runOnce(_ container: Core.Container) -> Bool {
        guard let newest = planner.observed.newest(container.name, in: sandbox) else {
            start(container)
            return false
        }
        switch newest.state {
        case .running: return false
        case .exited:
            if newest.exitCode == 0 { return true }
            // One that may not be started again has ended the pod before this point.
            restart(container, after: newest)
        case .created:
            leftovers.append(newest.id)
            start(container)
        case .unknown:
            stops.append(planner.stop(newest, .stateUnknown))
        }
        return false
    }

    /// A main container or a sidecar. Returns whether it has started, by its startup probe if it has one.
    private mutating func keepRunning(_ container: Core.Container, isInit: Bool) -> Bool {
        guard let newest = planner.observed.newest(container.name, in: sandbox) else {
            if !hasEndedForGood(container, isInit: isInit) { start(container) }
            return false
        }
        switch newest.state {
        case .running:
            if newest.specHash != ContainerHash.of(container) {
                stops.append(planner.stop(newest, .specChanged))
                return false
            }
            let findings = planner.memory.probes[newest.id] ?? ProbeFindings()
            if let failure = findings.mustRestart {
                stops.append(planner.stop(newest, .probeFailed(failure.message), graceSeconds: failure.graceSeconds))
                return false
            }
            return container.startupProbe == nil || (planner.memory.probes[newest.id]?.isStarted ?? false)
        case .exited:
            let hasChanged = newest.specHash != ContainerHash.of(container)
            let rule = RestartRule(container, isInit: isInit, pod: spec)
            if hasChanged || rule.restarts(exitCode: newest.exitCode) { restart(container, after: newest) }
        case .created:
            leftovers.append(newest.id)
            start(container)
        case .unknown:
            stops.append(planner.stop(newest, .stateUnknown))
        }
        return false
    }

    /// It ended in an earlier sandbox, and its rule lets it rest.
    private func hasEndedForGood(_ container: Core.Container, isInit: Bool) -> Bool {
        guard let earlier = planner.observed.newest(container.name), earlier.state == .exited else { return false }
        return !RestartRule(container, isInit: isInit, pod: spec).restarts(exitCode: earlier.exitCode)
    }

    private mutating func restart(_ container: Core.Container, after ended: ObservedContainer) {
        let backoff = planner.memory.restarts[container.name] ?? RestartBackoff(restartCount: ended.attempt)
        let moment = backoff.earliestStart(after: ended, now: planner.now)
        guard moment > planner.now else { return start(container) }
        notices.append(.backOff(container: container.name, instance: ended.id))
        lookAgain(at: moment)
    }

    /// Starts it unless the last attempt has just failed or its image cannot be had yet.
    private mutating func start(_ container: Core.Container) {
        if let failure = planner.memory.startFailures[container.name], failure.notBefore > planner.now {
            return lookAgain(at: failure.notBefore)
        }
        let decision = ImageDecision(container, memory: planner.memory, now: planner.now)
        switch decision {
        case .wait(let moment): return lookAgain(at: moment)
        case .refuse:
            if planner.memory.imagesSought.contains(container.image) {
                notices.append(.neverPulled(image: container.image))
            }
            return
        case .use, .pull: break
        }
        starts.append(
            Start(
                name: container.name, image: container.image, attempt: nextAttempt(container.name),
                mustPull: decision == .pull))
    }

    /// One more than the highest known, whether the runtime or only the status remembers it.
    private func nextAttempt(_ name: String) -> Int {
        if let known = planner.observed.containers.filter({ $0.name == name && $0.state != .created }).map(\.attempt)
            .max()
        {
            return known &+ 1
        }
        let statuses = planner.pod.status.containerStatuses + planner.pod.status.initContainerStatuses
        guard let status = statuses.first(where: { $0.name == name }), !status.containerID.isEmpty else { return 0 }
        return max(status.restartCount, 0) &+ 1
    }

    private mutating func lookAgain(at moment: Moment) {
        lookAgainAt = min(lookAgainAt ?? moment, moment)
    }
}
