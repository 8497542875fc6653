import Objects

/// What is known of a ReplicaSet at one moment.
struct ReplicaSetSnapshot: Sendable {
    var replicaSet: Apps.ReplicaSet
    /// That it manages and that are active.
    var pods: [Core.Pod]
    /// That it manages and that are ending.
    var terminatingCount: Int
    /// The cache has seen all that this controller did to the set's pods.
    var isSeen: Bool
    /// How many pods of the same workload each node has.
    var podsPerNode: [String: Int] = [:]
    var now: Timestamp
}

/// What a ReplicaSet lacks or has too much. Pure.
enum ReplicaSetPlanner {
    enum Action: Sendable, Equatable {
        case none
        case create(Int)
        case delete([Core.Pod])
    }

    static func plan(_ snapshot: ReplicaSetSnapshot) -> Action {
        // What was begun is not in the cache yet: whatever is planned now would be done twice.
        guard snapshot.isSeen, !snapshot.replicaSet.metadata.isDeleting else { return .none }
        let wanted = wanted(snapshot.replicaSet)
        let there = snapshot.pods.count
        if there < wanted { return .create(min(wanted - there, ControllersLimits.podsPerPass)) }
        if there > wanted {
            let excess = min(there - wanted, ControllersLimits.podsPerPass)
            return .delete(PodRanking.first(excess, of: snapshot.pods, perNode: snapshot.podsPerNode))
        }
        return .none
    }

    static func wanted(_ set: Apps.ReplicaSet) -> Int { ControllersLimits.count(set.spec.replicas ?? 1) }

    /// A pod as the set's template says.
    static func pod(for set: Apps.ReplicaSet, owner: Meta.OwnerReference) -> Core.Pod {
        let template = set.spec.template
        var pod = Core.Pod()
        pod.metadata.namespace = set.metadata.namespace
        pod.metadata.generateName = generateName(set.metadata.name)
        pod.metadata.labels = template.metadata.labels
        pod.metadata.annotations = template.metadata.annotations
        pod.metadata.finalizers = template.metadata.finalizers
        pod.metadata.ownerReferences = [owner]
        pod.spec = template.spec
        return pod
    }

    private static func generateName(_ name: String) -> String {
        // A pod's name is a host name: a set's name that fills it up loses the hyphen rather than be refused.
        Names.subdomainProblems("\(name)-", isPrefix: true).isEmpty ? "\(name)-" : name
    }
}

/// Batches of 1, 2, 4, …: when the server refuses pods, one refusal is enough to know.
enum SlowStart {
    static func batches(_ count: Int) -> [Int] {
        var sizes: [Int] = []
        var left = count
        var size = 1
        while left > 0 {
            sizes.append(min(size, left))
            left -= min(size, left)
            size *= 2
        }
        return sizes
    }
}
