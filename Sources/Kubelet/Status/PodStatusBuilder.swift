internal import Objects

/// What a pod's status should say: a pure function of the pod as last seen, the runtime's facts and the time. What the
/// node does not own (the scheduler's condition, the QoS class, gates) is kept as it is.
struct PodStatusBuilder {
    let pod: Core.Pod
    let observed: ObservedPod
    let memory: PodMemory
    let hostAddress: String
    let now: Moment

    func build() -> Core.PodStatus {
        var status = pod.status
        let builder = ContainerStatusBuilder(pod: pod, observed: observed, memory: memory, now: now)
        status.initContainerStatuses = pod.spec.initContainers.map { builder.status($0, isInit: true) }
        status.containerStatuses = pod.spec.containers.map { builder.status($0, isInit: false) }
        status.hostIP = hostAddress
        status.hostIPs = hostAddress.isEmpty ? [] : [hostIP(hostAddress)]
        if status.startTime == nil { status.startTime = now.timestamp }
        status.observedGeneration = pod.metadata.generation
        setAddresses(&status)
        setPhase(&status)
        status.conditions = PodConditions(
            pod: pod, status: status, hasNetwork: hasNetwork, now: now
        ).build()
        return status
    }

    private func hostIP(_ text: String) -> Core.HostIP {
        var ip = Core.HostIP()
        ip.ip = text
        return ip
    }

    private var hasNetwork: Bool {
        guard let sandbox = observed.readySandbox else { return false }
        return pod.spec.hostNetwork || !sandbox.addresses.isEmpty
    }

    /// A pod keeps its last address in its status when its sandbox is gone, as one that has ended shows.
    private func setAddresses(_ status: inout Core.PodStatus) {
        let addresses = pod.spec.hostNetwork ? [hostAddress] : (observed.readySandbox?.addresses ?? [])
        guard let first = addresses.first, !first.isEmpty else { return }
        status.podIP = first
        status.podIPs = addresses.map {
            var ip = Core.PodIP()
            ip.ip = $0
            return ip
        }
    }

    private func setPhase(_ status: inout Core.PodStatus) {
        // An end is never taken back.
        if pod.isFinished { return }
        if let failure = memory.failure {
            status.phase = "Failed"
            status.reason = failure.reason
            status.message_ = failure.message
            return
        }
        status.phase = PodPhase.of(pod.spec, status: status)
    }
}

/// The phase that containers' states amount to.
enum PodPhase {
    static func of(_ spec: Core.PodSpec, status: Core.PodStatus) -> String {
        var initPending = false
        for (container, state) in zip(spec.initContainers, status.initContainerStatuses) {
            if container.isSidecar {
                if state.started != true, state.state.terminated == nil { initPending = true }
                continue
            }
            if let ended = state.state.terminated {
                if ended.exitCode == 0 { continue }
                if !RestartRule(container, isInit: true, pod: spec).restarts(exitCode: ended.exitCode) {
                    return "Failed"
                }
            }
            initPending = true
        }
        var waiting = 0
        var running = 0
        var succeeded = 0
        var failed = 0
        var willRestart = false
        for (container, state) in zip(spec.containers, status.containerStatuses) {
            if state.state.running != nil {
                running += 1
            } else if let ended = state.state.terminated ?? state.lastState.terminated {
                if ended.exitCode == 0 { succeeded += 1 } else { failed += 1 }
                if state.state.terminated == nil
                    || RestartRule(container, isInit: false, pod: spec).restarts(exitCode: ended.exitCode)
                {
                    willRestart = true
                }
            } else {
                waiting += 1
            }
        }
        if initPending, running == 0, succeeded + failed == 0 { return "Pending" }
        if waiting > 0 { return "Pending" }
        if running > 0 || willRestart { return "Running" }
        if succeeded + failed == 0 { return "Pending" }
        return failed > 0 ? "Failed" : "Succeeded"
    }
}
