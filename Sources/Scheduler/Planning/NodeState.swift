import Objects

/// What placing a pod must know of it, read once.
struct PodFacts: Sendable {
    let uid: String
    let requests: ResourceAmounts
    let spec: Core.PodSpec
    /// Ports of the host that it binds: `TCP/8080`.
    let hostPorts: [String]

    init(_ pod: Core.Pod) {
        uid = pod.metadata.uid
        spec = pod.spec
        requests = ResourceAmounts(requestsOf: pod.spec)
        hostPorts = (pod.spec.containers + pod.spec.initContainers).flatMap { container in
            container.ports.filter { $0.hostPort > 0 }.map {
                "\($0.`protocol`.isEmpty ? "TCP" : $0.`protocol`)/\($0.hostPort)"
            }
        }
    }
}

/// A node, and what the pods on it have reserved.
struct NodeState: Sendable {
    let name: String
    private(set) var labels: StringMap<String> = [:]
    private(set) var taints: [Core.Taint] = []
    private(set) var isUnschedulable = false
    private(set) var allocatable = ResourceAmounts()
    private(set) var podLimit = 0
    private(set) var requested = ResourceAmounts()
    private(set) var hostPorts: [String: Int] = [:]
    private(set) var pods: [String: PodFacts] = [:]
    /// False: pods are known to be here, but the node itself is not.
    private(set) var isKnown = false

    init(name: String) { self.name = name }

    mutating func update(_ node: Core.Node) {
        labels = node.metadata.labels
        taints = node.spec.taints
        isUnschedulable = node.spec.unschedulable
        allocatable = ResourceAmounts(node.status.allocatable)
        podLimit = Int(clamping: node.status.allocatable["pods"]?.value ?? 0)
        isKnown = true
    }

    mutating func forgetNode() { isKnown = false }

    mutating func add(_ pod: PodFacts) {
        remove(pod.uid)
        pods[pod.uid] = pod
        requested += pod.requests
        for port in pod.hostPorts { hostPorts[port, default: 0] += 1 }
    }

    mutating func remove(_ uid: String) {
        guard let pod = pods.removeValue(forKey: uid) else { return }
        requested -= pod.requests
        for port in pod.hostPorts {
            hostPorts[port, default: 1] -= 1
            if hostPorts[port] == 0 { hostPorts[port] = nil }
        }
    }
}

/// All nodes and the pods that are on them or have been promised to them.
struct ClusterState: Sendable {
    private(set) var nodes: [String: NodeState] = [:]
    /// Where each pod is counted.
    private var places: [String: String] = [:]

    mutating func update(_ node: Core.Node) {
        nodes[node.metadata.name, default: NodeState(name: node.metadata.name)].update(node)
    }

    mutating func removeNode(_ name: String) {
        nodes[name]?.forgetNode()
        if nodes[name]?.pods.isEmpty == true { nodes[name] = nil }
    }

    /// Counts the pod on the node: it runs there, or is about to.
    mutating func place(_ pod: PodFacts, on node: String) {
        if let before = places[pod.uid], before != node { nodes[before]?.remove(pod.uid) }
        places[pod.uid] = node
        nodes[node, default: NodeState(name: node)].add(pod)
    }

    mutating func forget(_ uid: String) {
        guard let node = places.removeValue(forKey: uid) else { return }
        nodes[node]?.remove(uid)
        if let state = nodes[node], !state.isKnown, state.pods.isEmpty { nodes[node] = nil }
    }

    func isPlaced(_ uid: String) -> Bool { places[uid] != nil }
}
