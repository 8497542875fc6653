import Objects

/// What a node's silence and conditions lead to. Pure.
struct NodePlan: Sendable {
    private static let watched = ["Ready", "MemoryPressure", "DiskPressure", "PIDPressure"]

    /// The node with its conditions and taints as they should be.
    let node: Core.Node
    let changesStatus: Bool
    let changesTaints: Bool
    /// It has just stopped being ready for want of heartbeats.
    let fellSilent: Bool
    /// When silence would have lasted too long; nil: it has already.
    let retryAfterMilliseconds: Int?

    var isReady: Bool { node.status.conditions.contains { $0.type == "Ready" && $0.status == "True" } }

    init(_ node: Core.Node, silentMilliseconds: Int64, graceMilliseconds: Int, now: Timestamp) {
        var planned = node
        let left = Int64(graceMilliseconds) &- silentMilliseconds
        if left <= 0 { planned.status.conditions = Self.silenced(node.status.conditions, now: now) }
        planned.spec.taints = NodeTaints.wanted(planned, now: now)
        self.node = planned
        changesStatus = planned.status != node.status
        changesTaints = planned.spec.taints != node.spec.taints
        let was = node.status.conditions.first { $0.type == "Ready" }?.status
        fellSilent = left <= 0 && was != "Unknown"
        retryAfterMilliseconds = left > 0 ? Int(clamping: left) &+ 1 : nil
    }

    private static func silenced(_ conditions: [Core.NodeCondition], now: Timestamp) -> [Core.NodeCondition] {
        var conditions = conditions
        for type in watched {
            if let index = conditions.firstIndex(where: { $0.type == type }) {
                guard conditions[index].status != "Unknown" else { continue }
                conditions[index].status = "Unknown"
                conditions[index].reason = "NodeStatusUnknown"
                conditions[index].message_ = "Kubelet stopped posting node status."
                conditions[index].lastTransitionTime = now
            } else {
                var condition = Core.NodeCondition()
                condition.type = type
                condition.status = "Unknown"
                condition.reason = "NodeStatusNeverUpdated"
                condition.message_ = "Kubelet never posted node status."
                condition.lastTransitionTime = now
                conditions.append(condition)
            }
        }
        return conditions
    }
}
