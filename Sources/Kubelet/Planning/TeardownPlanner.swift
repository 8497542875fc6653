internal import Objects

/// Takes a pod down, in this order: main containers, sidecars from the last to the first, sandboxes, what is left of
/// them, volumes, the object. Nothing later is begun while something earlier may still run.
enum TeardownPlanner {
    static func plan(_ observed: ObservedPod, pod: Core.Pod?, reason: PodAction.Reason, now: Moment) -> PodPlan {
        var plan = PodPlan()
        if let first = stops(observed, pod: pod, reason: reason, now: now).first {
            plan.actions.append(.stopContainers(first))
            return plan
        }
        for sandbox in observed.sandboxes where sandbox.isReady { plan.actions.append(.stopSandbox(id: sandbox.id)) }
        for container in observed.containers { plan.actions.append(.removeContainer(id: container.id)) }
        for sandbox in observed.sandboxes { plan.actions.append(.removeSandbox(id: sandbox.id)) }
        plan.actions.append(.removeVolumes)
        if pod != nil { plan.actions.append(.deletePodObject) }
        return plan
    }

    /// What runs, in groups: a group is stopped side by side, the next one when it has ended.
    static func stops(
        _ observed: ObservedPod, pod: Core.Pod?, reason: PodAction.Reason, now: Moment
    ) -> [[PodAction.Stop]] {
        let grace = graceSeconds(pod, now: now)
        let running = observed.containers.filter { $0.state == .running || $0.state == .unknown }
        let sidecars = (pod?.spec.initContainers ?? []).filter(\.isSidecar).map(\.name)
        func stop(_ container: ObservedContainer) -> PodAction.Stop {
            PodAction.Stop(id: container.id, name: container.name, graceSeconds: grace, reason: reason)
        }
        var groups = [running.filter { !sidecars.contains($0.name) }.map(stop)]
        for name in sidecars.reversed() { groups.append(running.filter { $0.name == name }.map(stop)) }
        return groups.filter { !$0.isEmpty }
    }

    /// Seconds that containers still have to end by themselves. A pod that is gone from the API server has none: its
    /// name may be in use again.
    static func graceSeconds(_ pod: Core.Pod?, now: Moment) -> Int {
        guard let pod else { return 0 }
        let whole = pod.metadata.deletionGracePeriodSeconds ?? pod.spec.terminationGracePeriodSeconds ?? 30
        guard let deletion = pod.metadata.deletionTimestamp else { return max(whole, 0) }
        // The timestamp is when the grace is over. Clocks differ, so never more than was granted. Rounded up, since
        // it is known to the second only.
        let rest = max(Moment(deletion) - now, 0)
        return min(rest / 1_000 + (rest % 1_000 > 0 ? 1 : 0), max(whole, 0))
    }
}
