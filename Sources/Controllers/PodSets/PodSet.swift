import Client
import Objects

/// What keeps a number of pods of one template: a ReplicaSet or, of old, a ReplicationController. The rules are said for
/// ReplicaSets; the other kind is read as one.
protocol PodSet: ResourceView {
    var asReplicaSet: Apps.ReplicaSet { get }
    /// The set with that status.
    func with(_ status: Apps.ReplicaSetStatus) -> Self
}

extension PodSet {
    var podSelector: LabelSelector? { LabelSelector.ofWorkload(asReplicaSet.spec.selector) }
}

extension Apps.ReplicaSet: PodSet {
    var asReplicaSet: Apps.ReplicaSet { self }

    func with(_ status: Apps.ReplicaSetStatus) -> Apps.ReplicaSet {
        var changed = self
        changed.status = status
        return changed
    }
}

extension Core.ReplicationController: PodSet {
    var asReplicaSet: Apps.ReplicaSet {
        var set = Apps.ReplicaSet()
        set.metadata = metadata
        set.spec.replicas = spec.replicas
        set.spec.minReadySeconds = spec.minReadySeconds
        var selector = Meta.LabelSelector()
        selector.matchLabels = spec.selector
        set.spec.selector = selector
        if let template = spec.template { set.spec.template = template }
        set.status.replicas = status.replicas
        set.status.fullyLabeledReplicas = status.fullyLabeledReplicas
        set.status.readyReplicas = status.readyReplicas
        set.status.availableReplicas = status.availableReplicas
        set.status.observedGeneration = status.observedGeneration
        set.status.conditions = status.conditions.map {
            Apps.ReplicaSetCondition($0.message.copied(to: Apps.ReplicaSetCondition.descriptor))
        }
        return set
    }

    func with(_ new: Apps.ReplicaSetStatus) -> Core.ReplicationController {
        var changed = self
        changed.status.replicas = new.replicas
        changed.status.fullyLabeledReplicas = new.fullyLabeledReplicas
        changed.status.readyReplicas = new.readyReplicas
        changed.status.availableReplicas = new.availableReplicas
        changed.status.observedGeneration = new.observedGeneration
        changed.status.conditions = new.conditions.map {
            Core.ReplicationControllerCondition(
                $0.message.copied(to: Core.ReplicationControllerCondition.descriptor))
        }
        return changed
    }
}
