import Objects

/// Taints by which a node's conditions keep pods away (Kubernetes, "Well-Known Labels, Annotations and Taints"). Pure.
enum NodeTaints {
    static let notReady = "node.kubernetes.io/not-ready"
    static let unreachable = "node.kubernetes.io/unreachable"
    private static let unschedulable = "node.kubernetes.io/unschedulable"
    private static let noSchedule = "NoSchedule"
    static let noExecute = "NoExecute"

    /// Conditions that, when true, keep new pods away.
    private static let pressures = [
        ("MemoryPressure", "node.kubernetes.io/memory-pressure"), ("DiskPressure", "node.kubernetes.io/disk-pressure"),
        ("PIDPressure", "node.kubernetes.io/pid-pressure"),
        ("NetworkUnavailable", "node.kubernetes.io/network-unavailable"),
    ]
    private static let owned: Set<String> = Set([notReady, unreachable, unschedulable] + pressures.map(\.1))

    /// The node's taints as its conditions ask; others stay, and so does the time of those that are there already.
    static func wanted(_ node: Core.Node, now: Timestamp) -> [Core.Taint] {
        var marks: [(key: String, effect: String)] = []
        let conditions = node.status.conditions
        // A node that never said that it is ready is not.
        switch conditions.first(where: { $0.type == "Ready" })?.status {
        case "True": break
        case "Unknown": marks += [(unreachable, noSchedule), (unreachable, noExecute)]
        default: marks += [(notReady, noSchedule), (notReady, noExecute)]
        }
        for (type, key) in pressures where conditions.contains(where: { $0.type == type && $0.status == "True" }) {
            marks.append((key, noSchedule))
        }
        if node.spec.unschedulable { marks.append((unschedulable, noSchedule)) }
        let present = node.spec.taints
        let kept = present.filter { taint in
            !owned.contains(taint.key) || marks.contains { $0.key == taint.key && $0.effect == taint.effect }
        }
        let added = marks.filter { mark in !present.contains { $0.key == mark.key && $0.effect == mark.effect } }
        return kept
            + added.map { mark in
                var taint = Core.Taint()
                taint.key = mark.key
                taint.effect = mark.effect
                taint.timeAdded = now
                return taint
            }
    }
}
