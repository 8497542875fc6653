/// Chooses a node for a pod: filters, then scores. Pure: the same state, pod and turn give the same node.
struct PlacementPlanner: Sendable {
    enum Decision: Sendable, Equatable {
        case node(String)
        /// No node can take it; the message says why, in Kubernetes' words.
        case unschedulable(String)
    }
    /// Cheap and decisive ones first: a node is looked at until one says no.
    private let filters: [any Filter] = [
        NodeUnschedulableFilter(), NodeNameFilter(), TaintFilter(), NodeSelectorFilter(), HostPortsFilter(),
        ResourcesFilter(),
    ]
    private let scores: [any Score] = [
        LeastAllocatedScore(), BalancedAllocationScore(), TaintScore(), NodeAffinityScore(),
    ]

    /// - Parameter turn: breaks ties, so that pods alike are spread over nodes alike.
    func decide(_ pod: PodFacts, in state: ClusterState, turn: Int) -> Decision {
        let nodes = state.nodes.values.filter(\.isKnown).sorted { $0.name < $1.name }
        guard !nodes.isEmpty else { return .unschedulable("no nodes available to schedule pods") }
        var best: [String] = []
        var bestPoints = Int64.min
        var refusals: [String: Int] = [:]
        for node in nodes {
            let reasons = refusal(pod, node)
            guard reasons.isEmpty else {
                for reason in reasons { refusals[reason, default: 0] += 1 }
                continue
            }
            let points = scores.reduce(Int64(0)) { $0 + $1.weight * $1.points(pod, node) }
            if points > bestPoints {
                best = [node.name]
                bestPoints = points
            } else if points == bestPoints {
                best.append(node.name)
            }
        }
        if !best.isEmpty { return .node(best[abs(turn % best.count)]) }
        let shown = refusals.map { "\($0.value) \($0.key)" }.sorted().joined(separator: ", ")
        return .unschedulable("0/\(nodes.count) nodes are available: \(shown).")
    }

    private func refusal(_ pod: PodFacts, _ node: NodeState) -> [String] {
        for filter in filters {
            let reasons = filter.reasons(pod, node)
            if !reasons.isEmpty { return reasons }
        }
        return []
    }
}
