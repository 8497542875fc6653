import Objects

/// A Deployment's conditions and how they change.
struct DeploymentConditions: Sendable {
    enum Kind: String, Sendable {
        case available = "Available"
        case progressing = "Progressing"
        case replicaFailure = "ReplicaFailure"
    }
    private(set) var list: [Apps.DeploymentCondition]
    private let now: Timestamp

    init(_ list: [Apps.DeploymentCondition], now: Timestamp) {
        self.list = list
        self.now = now
    }

    func condition(_ kind: Kind) -> Apps.DeploymentCondition? { list.first { $0.type == kind.rawValue } }

    var progressing: Apps.DeploymentCondition? { condition(.progressing) }

    /// Sets a condition. One that says the same already stays as it is, unless `isRenewed`: then its time of update moves.
    mutating func set(
        _ kind: Kind, _ status: String, _ reason: String, _ message: String, isRenewed: Bool = false
    ) {
        let old = condition(kind)
        if let old, old.status == status, old.reason == reason, !isRenewed { return }
        var new = Apps.DeploymentCondition()
        new.type = kind.rawValue
        new.status = status
        new.reason = reason
        new.message_ = message
        new.lastUpdateTime = now
        new.lastTransitionTime = old?.status == status ? old?.lastTransitionTime : now
        list.removeAll { $0.type == kind.rawValue }
        list.append(new)
    }

    mutating func remove(_ kind: Kind) { list.removeAll { $0.type == kind.rawValue } }
}
