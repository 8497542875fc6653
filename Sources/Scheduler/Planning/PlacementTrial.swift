import Objects

/// A load for benches: pods that are given to nodes one after the other by the planner alone, without I/O.
///
/// Nodes have 32 cores, 128 GiB and room for 110 pods, in three zones; each fourth is tainted. Pods ask for 100m to 500m
/// and 128 to 640 MiB; each eighth selects a zone, each fourth tolerates the taint. Repeats from its seed.
public struct PlacementTrial: Sendable {
    private var snapshot = ClusterSnapshot()
    private var planner: PlacementPlanner
    private let pods: [Core.Pod]

    /// - Parameters:
    ///   - nodes: how many nodes there are.
    ///   - pods: how many pods a run places: all of them, when there are at most 80 for each node.
    public init(nodes: Int, pods: Int, seed: UInt64 = 1) {
        planner = PlacementPlanner(seed: seed)
        self.pods = (0..<pods).map { Self.pod($0) }
        for number in 0..<nodes { snapshot.update(Self.node(number)) }
    }

    /// Decides for every pod, as the scheduler does when it takes one from its queue, and counts it on its node.
    ///
    /// - Returns: how many got a node. Pods placed by an earlier run are placed anew.
    public mutating func run() -> Int {
        var placed = 0
        for pod in pods {
            let facts = PodFacts(pod)
            guard case .node(let name) = planner.decide(facts, in: snapshot) else { continue }
            snapshot.assume(facts.uid, facts.demand, on: name)
            placed += 1
        }
        return placed
    }

    private static func node(_ number: Int) -> Core.Node {
        var node = Core.Node()
        node.metadata.name = "node-\(number)"
        node.metadata.labels = ["kubernetes.io/hostname": "node-\(number)", "zone": "zone-\(number % 3)"]
        node.status.allocatable = [
            "cpu": Quantity(32), "memory": Quantity(binary: 128 << 30), "pods": Quantity(110),
        ]
        if number % 4 == 3 {
            var taint = Core.Taint()
            taint.key = "dedicated"
            taint.value = "batch"
            taint.effect = "NoSchedule"
            node.spec.taints = [taint]
        }
        return node
    }

    private static func pod(_ number: Int) -> Core.Pod {
        var container = Core.Container()
        container.name = "main"
        container.resources.requests = [
            "cpu": Quantity(milli: Int64(100 + 100 * (number % 5))),
            "memory": Quantity(binary: Int64(128 + 128 * (number % 5)) << 20),
        ]
        var pod = Core.Pod()
        pod.metadata.namespace = "default"
        pod.metadata.name = "pod-\(number)"
        pod.metadata.uid = "uid-\(number)"
        pod.spec.containers = [container]
        if number % 8 == 1 { pod.spec.nodeSelector = ["zone": "zone-\(number % 3)"] }
        if number % 4 == 2 {
            var toleration = Core.Toleration()
            toleration.key = "dedicated"
            toleration.`operator` = "Exists"
            pod.spec.tolerations = [toleration]
        }
        return pod
    }
}
