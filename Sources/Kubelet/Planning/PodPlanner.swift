internal import Objects

/// Decides what to do for one pod: a pure function of its spec, the runtime's facts, what the node remembers, and the
/// time. It never asks for a second instance of a container while one may be running.
struct PodPlanner {
    let pod: Core.Pod
    let observed: ObservedPod
    let memory: PodMemory
    let now: Moment

    /// - Parameter pod: nil when the API server does not have the pod any more.
    static func plan(pod: Core.Pod?, observed: ObservedPod, memory: PodMemory, now: Moment) -> PodPlan {
        guard let pod else { return TeardownPlanner.plan(observed, pod: nil, reason: .podDeleted, now: now) }
        let planner = PodPlanner(pod: pod, observed: observed, memory: memory, now: now)
        if pod.metadata.deletionTimestamp != nil {
            return TeardownPlanner.plan(observed, pod: pod, reason: .podDeleted, now: now)
        }
        if memory.failure != nil || planner.isOverDeadline { return planner.finish(.podFailed) }
        if pod.isFinished || planner.hasFinished { return planner.finish(.podFinished) }
        return planner.advance()
    }

    // MARK: Ends

    /// The moment after which the pod may not run any more.
    var deadline: Moment? {
        guard let seconds = pod.spec.activeDeadlineSeconds, let start = pod.status.startTime else { return nil }
        return Moment(start) + seconds.multipliedReportingOverflow(by: 1_000).partialValue
    }

    private var isOverDeadline: Bool { deadline.map { $0 <= now } ?? false }

    /// Every main container has ended for good, or an init container has failed for good.
    private var hasFinished: Bool {
        if initHasFailed { return true }
        return !pod.spec.containers.isEmpty
            && pod.spec.containers.allSatisfy { container in
                guard let newest = observed.newest(container.name), newest.state == .exited else { return false }
                return !RestartRule(container, isInit: false, pod: pod.spec).restarts(exitCode: newest.exitCode)
            }
    }

    private var initHasFailed: Bool {
        pod.spec.initContainers.contains { container in
            guard !container.isSidecar, let newest = observed.newest(container.name), newest.state == .exited,
                newest.exitCode != 0
            else { return false }
            return !RestartRule(container, isInit: true, pod: pod.spec).restarts(exitCode: newest.exitCode)
        }
    }

    /// Stops what is left and gives back the network; containers stay, for their logs, until the pod is deleted.
    private func finish(_ reason: PodAction.Reason) -> PodPlan {
        var plan = PodPlan()
        let stops = TeardownPlanner.stops(observed, pod: pod, reason: reason, now: now)
        if let first = stops.first {
            plan.actions.append(.stopContainers(first))
            return plan
        }
        for sandbox in observed.sandboxes where sandbox.isReady { plan.actions.append(.stopSandbox(id: sandbox.id)) }
        return plan
    }

    // MARK: Progress

    private func advance() -> PodPlan {
        var plan = PodPlan()
        if let deadline { plan.lookAgain(at: deadline) }
        guard let sandbox = observed.readySandbox else { return replaceSandbox(plan) }

        // What runs outside of the pod's sandbox has lost its network: it is stopped before anything is started.
        let lost = observed.containers.filter {
            $0.sandbox != sandbox.id && $0.state != .exited && $0.state != .created
        }
        if !lost.isEmpty {
            plan.actions.append(.stopContainers(lost.map { stop($0, .sandboxLost) }))
            return plan
        }
        var starts = PodStarts(planner: self, sandbox: sandbox.id)
        starts.collect()
        if !starts.stops.isEmpty { plan.actions.append(.stopContainers(starts.stops)) }
        plan.actions += starts.leftovers.map { .removeContainer(id: $0) }
        if !starts.starts.isEmpty { plan.actions.append(.prepareVolumes) }
        for start in starts.starts {
            if start.mustPull { plan.actions.append(.pullImage(start.image)) }
            plan.actions.append(.startContainer(name: start.name, attempt: start.attempt))
        }
        plan.notices = starts.notices
        if let moment = starts.lookAgainAt { plan.lookAgain(at: moment) }
        plan.actions += garbage(sandbox: sandbox.id)
        return plan
    }

    /// No sandbox, or a dead one: what may still run in it is stopped first.
    private func replaceSandbox(_ before: PodPlan) -> PodPlan {
        var plan = before
        let running = observed.containers.filter { $0.state == .running || $0.state == .unknown }
        if !running.isEmpty {
            plan.actions.append(.stopContainers(running.map { stop($0, .sandboxLost) }))
            return plan
        }
        if let failure = memory.startFailures[PodPlanner.sandboxKey], failure.notBefore > now {
            plan.lookAgain(at: failure.notBefore)
            return plan
        }
        // A sandbox that is not ready may still hold an address.
        for sandbox in observed.sandboxes { plan.actions.append(.stopSandbox(id: sandbox.id)) }
        plan.actions.append(.prepareVolumes)
        plan.actions.append(.createSandbox(attempt: (observed.sandboxes.map(\.attempt).max() ?? -1) + 1))
        return plan
    }

    /// Where `PodMemory.startFailures` keeps the sandbox's: no container can have this name.
    static let sandboxKey = "/sandbox"

    func stop(_ container: ObservedContainer, _ reason: PodAction.Reason, graceSeconds: Int? = nil) -> PodAction.Stop {
        PodAction.Stop(
            id: container.id, name: container.name,
            graceSeconds: max(graceSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30, 0), reason: reason)
    }

    /// Old sandboxes, once every container has an instance in the new one, and old instances beyond those kept.
    private func garbage(sandbox: String) -> [PodAction] {
        var actions: [PodAction] = []
        if pod.spec.containers.allSatisfy({ observed.newest($0.name, in: sandbox) != nil }) {
            for old in observed.sandboxes where old.id != sandbox && !old.isReady {
                actions.append(.stopSandbox(id: old.id))
                actions.append(.removeSandbox(id: old.id))
            }
        }
        var seen: [String: Int] = [:]
        for container in observed.containers where container.sandbox == sandbox && container.state == .exited {
            seen[container.name, default: 0] += 1
            if seen[container.name, default: 0] > KubeletLimits.deadContainersKept {
                actions.append(.removeContainer(id: container.id))
            }
        }
        return actions
    }
}

extension Core.Pod {
    /// Its status says that it has ended, which is never taken back.
    var isFinished: Bool { status.phase == "Succeeded" || status.phase == "Failed" }
}
