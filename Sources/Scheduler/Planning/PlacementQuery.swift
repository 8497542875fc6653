/// One pod against one snapshot: texts have become numbers, and what holds for many nodes is worked out once.
struct PlacementQuery: Sendable {
    let demand: PodDemand
    let nodeName: String
    let selection: NodeSelection
    let toleratesCordon: Bool
    /// By the number of a node's list of taints.
    let taints: [TaintVerdict]
    /// What it asks for of devices, sorted by name.
    let devices: [(name: String, amount: Int64)]
    /// A pod that asks for nothing unbalances nothing.
    let asksForNothing: Bool

    struct TaintVerdict: Sendable, Equatable {
        var isRefused = false
        /// Taints `PreferNoSchedule` that the pod does not tolerate.
        var disliked: Int64 = 0
    }

    init(_ pod: PodFacts, _ snapshot: ClusterSnapshot) {
        demand = pod.demand
        nodeName = pod.rules.nodeName
        selection = NodeSelection(pod.rules, snapshot.labels)
        toleratesCordon = pod.rules.tolerates(
            TaintTable.Taint(key: "node.kubernetes.io/unschedulable", effect: "NoSchedule"))
        taints = snapshot.taints.lists.map { list in
            var verdict = TaintVerdict()
            for taint in list where !pod.rules.tolerates(taint) {
                if taint.effect == "PreferNoSchedule" { verdict.disliked += 1 } else { verdict.isRefused = true }
            }
            return verdict
        }
        devices = pod.demand.requests.extended.filter { $0.value > 0 }.map { ($0.key, $0.value) }
            .sorted { $0.name < $1.name }
        asksForNothing = pod.demand.requests.isZero
    }

    func verdict(_ load: NodeLoad) -> TaintVerdict {
        taints.indices.contains(Int(load.taints)) ? taints[Int(load.taints)] : TaintVerdict()
    }
}
