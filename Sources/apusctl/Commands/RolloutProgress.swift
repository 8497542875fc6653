import Objects

/// How far a deployment's rollout is: pure.
enum RolloutProgress: Equatable {
    case done(String)
    case waiting(String)
    case failed(String)

    init(_ deployment: Apps.Deployment) {
        let name = deployment.metadata.name
        let status = deployment.status
        guard deployment.metadata.generation <= status.observedGeneration else {
            self = .waiting("Waiting for deployment spec update to be observed...")
            return
        }
        if let progressing = status.conditions.first(where: { $0.type == "Progressing" }),
            progressing.reason == "ProgressDeadlineExceeded"
        {
            self = .failed("deployment \"\(name)\" exceeded its progress deadline")
            return
        }
        let wanted = deployment.spec.replicas ?? 1
        let waiting = "Waiting for deployment \"\(name)\" rollout to finish: "
        if status.updatedReplicas < wanted {
            self = .waiting("\(waiting)\(status.updatedReplicas) out of \(wanted) new replicas have been updated...")
        } else if status.replicas > status.updatedReplicas {
            self = .waiting(
                "\(waiting)\(status.replicas - status.updatedReplicas) old replicas are pending termination...")
        } else if status.availableReplicas < status.updatedReplicas {
            self = .waiting(
                "\(waiting)\(status.availableReplicas) of \(status.updatedReplicas) updated replicas are available...")
        } else {
            self = .done("deployment \"\(name)\" successfully rolled out")
        }
    }
}
