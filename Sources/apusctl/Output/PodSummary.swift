import Objects

/// A pod in the few words that a table has room for.
struct PodSummary {
    private let pod: Core.Pod

    init(_ pod: Core.Pod) { self.pod = pod }

    /// Init containers that go on running beside the others.
    private var sidecars: Set<String> {
        Set(pod.spec.initContainers.filter { $0.restartPolicy == "Always" }.map(\.name))
    }

    /// Ready containers of all.
    var ready: String {
        let sidecars = sidecars
        let ready =
            pod.status.containerStatuses.filter { $0.ready && $0.state.running != nil }.count
            + pod.status.initContainerStatuses.filter { sidecars.contains($0.name) && $0.ready }.count
        return "\(ready)/\(pod.spec.containers.count + sidecars.count)"
    }

    /// The phase, or what keeps the pod from it.
    var status: String {
        let status = pod.status
        var reason = status.reason.isEmpty ? status.phase : status.reason
        if reason.isEmpty { reason = "Unknown" }
        if let initial = initStatus {
            reason = initial
        } else {
            var hasRunning = false
            for container in status.containerStatuses.reversed() {
                if let waiting = container.state.waiting, !waiting.reason.isEmpty {
                    reason = waiting.reason
                } else if let terminated = container.state.terminated {
                    reason = Self.ending(terminated)
                } else if container.ready, container.state.running != nil {
                    hasRunning = true
                }
            }
            if reason == "Completed", hasRunning {
                let isReady = status.conditions.contains { $0.type == "Ready" && $0.status == "True" }
                reason = isReady ? "Running" : "NotReady"
            }
        }
        guard pod.metadata.deletionTimestamp != nil else { return reason }
        if status.reason == "NodeLost" { return "Unknown" }
        return status.phase == "Succeeded" || status.phase == "Failed" ? reason : "Terminating"
    }

    /// Nil: the init containers are done.
    private var initStatus: String? {
        let sidecars = sidecars
        for (index, container) in pod.status.initContainerStatuses.enumerated() {
            if let terminated = container.state.terminated {
                if terminated.exitCode == 0 { continue }
                return "Init:" + Self.ending(terminated)
            }
            if sidecars.contains(container.name), container.started == true { continue }
            if let waiting = container.state.waiting, !waiting.reason.isEmpty, waiting.reason != "PodInitializing" {
                return "Init:" + waiting.reason
            }
            return "Init:\(index)/\(pod.spec.initContainers.count)"
        }
        return nil
    }

    static func ending(_ terminated: Core.ContainerStateTerminated) -> String {
        if !terminated.reason.isEmpty { return terminated.reason }
        return terminated.signal != 0 ? "Signal:\(terminated.signal)" : "ExitCode:\(terminated.exitCode)"
    }

    /// Restarts of all containers, and when the last one was.
    func restarts(now: Int64) -> String {
        let sidecars = sidecars
        let statuses =
            pod.status.containerStatuses + pod.status.initContainerStatuses.filter { sidecars.contains($0.name) }
        let count = statuses.reduce(0) { $0 &+ $1.restartCount }
        let last = statuses.compactMap { $0.lastState.terminated?.finishedAt }.max()
        guard count > 0, let last else { return "\(count)" }
        return "\(count) (\(Age.text(since: last, now: now)) ago)"
    }

    /// Why a pod that is Pending has no node; nil: it has one, or nobody has said.
    var pendingReason: String? {
        guard pod.spec.nodeName.isEmpty,
            let condition = pod.status.conditions.first(where: { $0.type == "PodScheduled" && $0.status == "False" }),
            !condition.message_.isEmpty
        else { return nil }
        return condition.message_
    }
}
