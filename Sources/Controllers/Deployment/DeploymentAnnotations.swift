/// Annotations by which Deployments, ReplicaSets and `kubectl` understand each other.
enum DeploymentAnnotations {
    /// Of a ReplicaSet: its place in the Deployment's history. Of a Deployment: that of its newest ReplicaSet.
    static let revision = "deployment.kubernetes.io/revision"
    /// Earlier revisions of a ReplicaSet that was rolled back to, separated by commas.
    static let revisionHistory = "deployment.kubernetes.io/revision-history"
    /// The Deployment's replicas when the ReplicaSet was last scaled.
    static let desiredReplicas = "deployment.kubernetes.io/desired-replicas"
    /// The most pods that the Deployment could have then: its replicas and its surge.
    static let maxReplicas = "deployment.kubernetes.io/max-replicas"
    /// Tells the ReplicaSets of one Deployment, and their pods, apart. A label.
    static let templateHash = "pod-template-hash"

    /// A Deployment's annotations that say nothing about its template and are not handed on to ReplicaSets.
    static let ownToDeployment: Set<String> = [
        "kubectl.kubernetes.io/last-applied-configuration", revision, revisionHistory, desiredReplicas, maxReplicas,
        "deprecated.deployment.rollback.to",
    ]
}
