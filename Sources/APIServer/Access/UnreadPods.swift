import Access
import Objects
import WatchCache

/// Pods that are bound to nodes whose kubelets have not asked for anything of theirs yet. To know what a pod refers to it must
/// be decoded: that is done when its node asks, once, and not with each of the pod's changes.
struct UnreadPods: Sendable {
    private struct PodName: Hashable {
        let namespace: String
        let name: String
    }
    private var byNode: [String: Set<PodName>] = [:]
    /// What is bound where, read or not.
    private var nodes: [PodName: String] = [:]
    private var cache: ResourceCache?

    /// - Parameter cache: of pods.
    mutating func attach(_ cache: ResourceCache) { self.cache = cache }

    /// The pod is on that node ("": on none), or is done there.
    mutating func put(namespace: String, name: String, node: String, isDone: Bool, graph: inout NodeGraph) {
        let pod = PodName(namespace: namespace, name: name)
        guard !isDone, !node.isEmpty else { return remove(namespace: namespace, name: name, graph: &graph) }
        guard nodes[pod] != node else { return }
        remove(namespace: namespace, name: name, graph: &graph)
        nodes[pod] = node
        byNode[node, default: []].insert(pod)
    }

    mutating func remove(namespace: String, name: String, graph: inout NodeGraph) {
        let pod = PodName(namespace: namespace, name: name)
        guard let node = nodes.removeValue(forKey: pod) else { return }
        if byNode[node]?.remove(pod) != nil {
            if byNode[node]?.isEmpty == true { byNode.removeValue(forKey: node) }
        } else {
            graph.removePod(namespace: namespace, name: name)
        }
    }

    /// Reads the node's pods that are not in the graph yet.
    mutating func read(of node: String, into graph: inout NodeGraph) {
        guard let cache, let pods = byNode.removeValue(forKey: node) else { return }
        for pod in pods {
            guard let found = cache.find(namespace: pod.namespace, name: pod.name),
                let message = try? BinaryDecoder.decode(found.value, in: found.object, as: Core.Pod.descriptor)
            else { continue }
            graph.setPod(Core.Pod(message))
        }
    }
}
