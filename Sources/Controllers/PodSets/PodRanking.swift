import Objects

/// In which order a ReplicaSet gives up pods: those whose end costs least go first. Pure.
///
/// The criteria and their order are Kubernetes': not assigned to a node, then earlier phases, not ready, a lower
/// deletion cost, on a node with more of the same pods, ready for a shorter time, restarted more often, younger.
struct PodRanking: Sendable {
    /// An operator's say in the order (Kubernetes, "Pod deletion cost").
    static let costAnnotation = "controller.kubernetes.io/pod-deletion-cost"

    private struct Rank: Sendable {
        let pod: Core.Pod
        let isAssigned: Bool
        let phase: Int
        let isReady: Bool
        let cost: Int32
        let neighbours: Int
        let readySince: Timestamp
        let restarts: Int
        let created: Timestamp
        let name: String

        init(_ pod: Core.Pod, neighbours: Int) {
            self.pod = pod
            isAssigned = !pod.spec.nodeName.isEmpty
            phase =
                switch pod.status.phase {
                case "Running": 2
                case "Unknown": 1
                default: 0
                }
            isReady = pod.isReady
            cost = pod.metadata.annotations[PodRanking.costAnnotation].flatMap { Int32($0) } ?? 0
            self.neighbours = neighbours
            let long = Timestamp(seconds: 0)
            readySince = pod.readyCondition?.lastTransitionTime ?? long
            restarts = pod.restartCount
            created = pod.metadata.creationTimestamp ?? long
            name = pod.metadata.name
        }

        func goesBefore(_ other: Rank) -> Bool {
            if isAssigned != other.isAssigned { return !isAssigned }
            if phase != other.phase { return phase < other.phase }
            if isReady != other.isReady { return !isReady }
            if cost != other.cost { return cost < other.cost }
            if neighbours != other.neighbours { return neighbours > other.neighbours }
            if isReady, readySince != other.readySince { return readySince > other.readySince }
            if restarts != other.restarts { return restarts > other.restarts }
            if created != other.created { return created > other.created }
            return name < other.name
        }
    }

    /// The pods that go first.
    ///
    /// - Parameter perNode: how many pods of the same workload each node has.
    static func first(_ count: Int, of pods: [Core.Pod], perNode: [String: Int]) -> [Core.Pod] {
        guard count < pods.count else { return pods }
        let ranks = pods.map { Rank($0, neighbours: perNode[$0.spec.nodeName] ?? 0) }
        return ranks.sorted { $0.goesBefore($1) }.prefix(max(count, 0)).map(\.pod)
    }
}
