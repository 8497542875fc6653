import Objects

/// A ReplicaSet's status as its pods say. Pure.
struct ReplicaSetStatusPlan: Sendable {
    let status: Apps.ReplicaSetStatus
    /// When a pod that is ready becomes available by the passing of time alone.
    let retryAfterMilliseconds: Int?

    /// - Parameter failure: of making (`FailedCreate`) or deleting (`FailedDelete`) pods just now; nil: none.
    init(_ snapshot: ReplicaSetSnapshot, failure: (reason: String, message: String)?) {
        let set = snapshot.replicaSet
        let now = snapshot.now
        let labels = LabelSelector(equal: set.spec.template.metadata.labels)
        let minReady = set.spec.minReadySeconds
        var status = set.status
        status.replicas = snapshot.pods.count
        status.fullyLabeledReplicas = snapshot.pods.count { labels.matches($0.metadata.labels) }
        status.readyReplicas = snapshot.pods.count { $0.isReady }
        status.availableReplicas = snapshot.pods.count { $0.isAvailable(readyFor: minReady, at: now) }
        status.terminatingReplicas = snapshot.terminatingCount
        // Counts that may lack what was just made do not answer for the present size: rollouts rely on that.
        if snapshot.isSeen { status.observedGeneration = set.metadata.generation }
        status.conditions = Self.conditions(status.conditions, failure, now)
        self.status = status
        let next = snapshot.pods.compactMap { $0.availableSince(readyFor: minReady) }.filter { $0 > now.seconds }.min()
        retryAfterMilliseconds = next.map { Int(clamping: $0 &- now.seconds) * 1000 }
    }

    private static func conditions(
        _ old: [Apps.ReplicaSetCondition], _ failure: (reason: String, message: String)?, _ now: Timestamp
    ) -> [Apps.ReplicaSetCondition] {
        let others = old.filter { $0.type != "ReplicaFailure" }
        guard let failure else { return others }
        if let same = old.first(where: { $0.type == "ReplicaFailure" && $0.reason == failure.reason }) {
            return others + [same]
        }
        var condition = Apps.ReplicaSetCondition()
        condition.type = "ReplicaFailure"
        condition.status = "True"
        condition.reason = failure.reason
        condition.message_ = failure.message
        condition.lastTransitionTime = now
        return others + [condition]
    }
}
