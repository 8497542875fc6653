import Objects

/// What is known of a Deployment at one moment.
struct DeploymentSnapshot: Sendable {
    var deployment: Apps.Deployment
    /// That it manages.
    var replicaSets: [Apps.ReplicaSet]
    /// Uids of ReplicaSets that have pods which have not ended, those being deleted too.
    var setsWithPods: Set<String> = []
    var now: Timestamp
}

/// What is to be done about a Deployment, in this order.
struct DeploymentPlan: Sendable {
    enum Change: Sendable, Equatable {
        case create(Apps.ReplicaSet)
        /// With the replicas that it had before.
        case update(Apps.ReplicaSet, from: Int)
        case delete(Apps.ReplicaSet)
    }
    var changes: [Change] = []
    /// For the Deployment's annotation; nil: as it is.
    var revision: String?
    /// Without `observedGeneration`: that is the generation of the Deployment as it is when the status is written.
    var status: Apps.DeploymentStatus
    /// When the rollout's time runs out; nil: only events matter.
    var retryAfterMilliseconds: Int?
}
