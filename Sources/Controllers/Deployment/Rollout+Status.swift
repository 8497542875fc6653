import Objects

/// What a Deployment's status says about its rollout, so that `kubectl rollout status` can follow it.
extension Rollout {
    /// The counts, and whether enough pods are available.
    mutating func status() -> Apps.DeploymentStatus {
        var status = deployment.status
        func sum(_ count: (Apps.ReplicaSet) -> Int) -> Int {
            sets.reduce(0) { $0 + ControllersLimits.count(count($1)) }
        }
        status.replicas = sum(\.status.replicas)
        status.updatedReplicas = ControllersLimits.count(newSet?.status.replicas)
        status.readyReplicas = sum(\.status.readyReplicas)
        status.availableReplicas = sum(\.status.availableReplicas)
        status.unavailableReplicas = max(totalReplicas() - status.availableReplicas, 0)
        status.terminatingReplicas = sum { $0.status.terminatingReplicas ?? 0 }
        if status.availableReplicas >= bounds.minAvailable {
            conditions.set(
                .available, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.")
        } else {
            conditions.set(
                .available, "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.")
        }
        return status
    }

    /// All pods are of the new template and available, and no others are left.
    func isComplete(_ status: Apps.DeploymentStatus) -> Bool {
        status.updatedReplicas == bounds.replicas && status.replicas == bounds.replicas
            && status.availableReplicas == bounds.replicas
    }

    /// Says how the rollout goes on: done, moving, or out of time.
    mutating func judgeProgress(_ status: inout Apps.DeploymentStatus) {
        judgeFailures()
        guard hasDeadline else { return conditions.remove(.progressing) }
        let name = newSet?.metadata.name ?? ""
        let subject = name.isEmpty ? "Deployment \"\(deployment.metadata.name)\"" : "ReplicaSet \"\(name)\""
        let wasComplete =
            status.replicas == status.updatedReplicas && conditions.progressing?.reason == "NewReplicaSetAvailable"
        if wasComplete { return }
        if isComplete(status) {
            conditions.set(
                .progressing, "True", "NewReplicaSetAvailable", "\(subject) has successfully progressed.")
        } else if isMoving(status) {
            conditions.set(
                .progressing, "True", "ReplicaSetUpdated", "\(subject) is progressing.", isRenewed: true)
        } else if isOutOfTime {
            conditions.set(.progressing, "False", "ProgressDeadlineExceeded", "\(subject) has timed out progressing.")
        }
    }

    /// More new pods, fewer old ones, or more of them ready or available than the last status said.
    private func isMoving(_ status: Apps.DeploymentStatus) -> Bool {
        let old = deployment.status
        return status.updatedReplicas > old.updatedReplicas
            || status.replicas - status.updatedReplicas < ControllersLimits.count(old.replicas)
                - ControllersLimits.count(old.updatedReplicas)
            || status.readyReplicas > old.readyReplicas || status.availableReplicas > old.availableReplicas
    }

    private var isOutOfTime: Bool {
        guard let condition = conditions.progressing else { return false }
        if condition.reason == "NewReplicaSetAvailable" { return false }
        if condition.reason == "ProgressDeadlineExceeded" { return true }
        return secondsUntilDeadline.map { $0 < 0 } ?? false
    }

    private var secondsUntilDeadline: Int64? {
        guard let since = conditions.progressing?.lastUpdateTime else { return nil }
        return since.seconds &+ Int64(ControllersLimits.count(deployment.spec.progressDeadlineSeconds)) &- now.seconds
    }

    /// When to look again although nothing happens: a rollout that stands still must be called so.
    func millisecondsUntilDeadline(_ status: Apps.DeploymentStatus) -> Int? {
        guard hasDeadline, let condition = conditions.progressing, !isComplete(status),
            condition.reason != "ProgressDeadlineExceeded", let left = secondsUntilDeadline
        else { return nil }
        // A second more, since times are written in whole seconds.
        return Int(clamping: max(left, 0) &+ 1) * 1000
    }

    private mutating func judgeFailures() {
        let failure = ([newSet].compactMap { $0 } + oldIndices.map { sets[$0] }).lazy
            .compactMap { $0.status.conditions.first { $0.type == "ReplicaFailure" } }.first
        if let failure {
            conditions.set(.replicaFailure, failure.status, failure.reason, failure.message_)
        } else {
            conditions.remove(.replicaFailure)
        }
    }

    /// While a Deployment is paused its time does not run.
    mutating func notePause() {
        guard hasDeadline else { return }
        let reason = conditions.progressing?.reason
        if reason == "ProgressDeadlineExceeded" { return }
        if deployment.spec.paused, reason != "DeploymentPaused" {
            conditions.set(.progressing, "Unknown", "DeploymentPaused", "Deployment is paused")
        } else if !deployment.spec.paused, reason == "DeploymentPaused" {
            conditions.set(.progressing, "Unknown", "DeploymentResumed", "Deployment is resumed")
        }
    }
}
