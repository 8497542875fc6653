import Objects

/// A pod as `kubectl get` prints it: its containers' states in one word.
struct PodRow {
    private let pod: Core.Pod
    private var reason: String
    private var restarts = 0
    private var lastRestart: Int64?
    private var total = 0
    private var ready = 0

    static let columns: [Column] = [
        .name, Column("Ready", about: "How many of its containers are ready."),
        Column("Status", about: "The state of its containers."),
        Column("Restarts", about: "How often its containers were started again."), .age,
        Column("IP", priority: 1, about: "The pod's address."),
        Column("Node", priority: 1, about: "The node that it runs on."),
        Column("Nominated Node", priority: 1, about: "The node that is being cleared for it."),
        Column("Readiness Gates", priority: 1, about: "How many of its conditions for readiness hold."),
    ]

    /// What the rows read (`RowPlan.fields`).
    static let fields =
        [
            "metadata.deletionTimestamp", "spec.initContainers.name", "spec.initContainers.restartPolicy",
            "spec.containers.name", "spec.nodeName", "spec.readinessGates.conditionType", "status.phase",
            "status.reason", "status.conditions.type", "status.conditions.status", "status.conditions.reason",
            "status.podIP", "status.podIPs.ip", "status.nominatedNodeName",
        ]
        + ["status.initContainerStatuses", "status.containerStatuses"].flatMap { statuses in
            [
                "name", "ready", "started", "restartCount", "state.waiting.reason", "state.running.startedAt",
                "state.terminated.reason", "state.terminated.signal", "state.terminated.exitCode",
                "lastState.terminated.finishedAt",
            ].map { "\(statuses).\($0)" }
        }

    init(_ pod: Core.Pod) {
        self.pod = pod
        reason = pod.status.reason.isEmpty ? pod.status.phase : pod.status.reason
        let sidecars = Set(pod.spec.initContainers.filter { $0.restartPolicy == "Always" }.map(\.name))
        total = pod.spec.containers.count + sidecars.count
        let isGated = pod.status.conditions.contains { $0.type == "PodScheduled" && $0.reason == "SchedulingGated" }
        if isGated { reason = "SchedulingGated" }
        let (isInitializing, sidecarRestarts, sidecarRestart) = initialize(sidecars)
        if !isInitializing || hasCondition("Initialized") {
            restarts = sidecarRestarts
            lastRestart = sidecarRestart
            run()
        }
        guard pod.metadata.deletionTimestamp != nil else { return }
        if pod.status.reason == "NodeLost" {
            reason = "Unknown"
        } else if !PodChangeRules.isDone(pod.status.phase) {
            reason = "Terminating"
        }
    }

    private func hasCondition(_ type: String) -> Bool {
        pod.status.conditions.contains { $0.type == type && $0.status == "True" }
    }

    private static func later(_ a: Int64?, _ b: Int64?) -> Int64? {
        guard let a, let b else { return a ?? b }
        return max(a, b)
    }

    /// Init containers, up to the first that is not done.
    private mutating func initialize(_ sidecars: Set<String>) -> (
        isGoing: Bool, sidecarRestarts: Int, sidecarRestart: Int64?
    ) {
        var sidecarRestarts = 0
        var sidecarRestart: Int64?
        for (index, status) in pod.status.initContainerStatuses.enumerated() {
            restarts &+= status.restartCount
            let ended = status.lastState.terminated?.finishedAt?.seconds
            lastRestart = Self.later(lastRestart, ended)
            let isSidecar = sidecars.contains(status.name)
            if isSidecar {
                sidecarRestarts &+= status.restartCount
                sidecarRestart = Self.later(sidecarRestart, ended)
            }
            if let terminated = status.state.terminated, terminated.exitCode == 0 { continue }
            if isSidecar, status.started == true {
                if status.ready { ready += 1 }
                continue
            }
            if let terminated = status.state.terminated {
                if !terminated.reason.isEmpty {
                    reason = "Init:\(terminated.reason)"
                } else {
                    reason =
                        terminated.signal != 0
                        ? "Init:Signal:\(terminated.signal)" : "Init:ExitCode:\(terminated.exitCode)"
                }
            } else if let waiting = status.state.waiting, !waiting.reason.isEmpty, waiting.reason != "PodInitializing" {
                reason = "Init:\(waiting.reason)"
            } else {
                reason = "Init:\(index)/\(pod.spec.initContainers.count)"
            }
            return (true, sidecarRestarts, sidecarRestart)
        }
        return (false, sidecarRestarts, sidecarRestart)
    }

    /// The containers proper; the first that has something to say decides.
    private mutating func run() {
        var hasRunning = false
        for status in pod.status.containerStatuses.reversed() {
            restarts &+= status.restartCount
            lastRestart = Self.later(lastRestart, status.lastState.terminated?.finishedAt?.seconds)
            if let waiting = status.state.waiting, !waiting.reason.isEmpty {
                reason = waiting.reason
            } else if let terminated = status.state.terminated {
                if !terminated.reason.isEmpty {
                    reason = terminated.reason
                } else {
                    reason = terminated.signal != 0 ? "Signal:\(terminated.signal)" : "ExitCode:\(terminated.exitCode)"
                }
            } else if status.ready, status.state.running != nil {
                hasRunning = true
                ready += 1
            }
        }
        if reason == "Completed", hasRunning { reason = hasCondition("Ready") ? "Running" : "NotReady" }
    }

    /// That it is done, for good or for bad.
    static func completion(_ pod: Message) -> RowCompletion? {
        switch Core.Pod(pod).status.phase {
        case "Succeeded": RowCompletion(reason: "Succeeded", message: "The pod has completed successfully.")
        case "Failed": RowCompletion(reason: "Failed", message: "The pod failed.")
        default: nil
        }
    }

    func cells(now: Int64) -> [Cell] {
        var shown = String(restarts)
        if restarts != 0, let lastRestart { shown += " (\(Age.text(since: lastRestart, now: now)) ago)" }
        let gates = pod.spec.readinessGates
        let open = gates.filter { hasCondition($0.conditionType) }.count
        return [
            .text(pod.metadata.name), .text("\(ready)/\(total)"), .text(reason), .text(shown),
            .text(Age.text(since: pod.metadata.creationTimestamp?.seconds, now: now)),
            RowText.orNone(pod.status.podIPs.first?.ip ?? pod.status.podIP), RowText.orNone(pod.spec.nodeName),
            RowText.orNone(pod.status.nominatedNodeName), .text(gates.isEmpty ? "<none>" : "\(open)/\(gates.count)"),
        ]
    }
}
