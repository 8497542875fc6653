import Client
import Objects
import Reconcile

/// Which pods nobody will ever end: those of nodes that are gone, and those that are being deleted and have no node. Pure.
struct LostNodePods: Sendable {
    /// Since when each node that pods name is missing.
    private var missing: [String: Int64] = [:]

    /// - Parameters:
    ///   - nodes: names of the nodes that there are.
    ///   - now: monotonic milliseconds.
    mutating func lost(_ pods: [Core.Pod], nodes: Set<String>, now: Int64) -> [Core.Pod] {
        let named = Set(pods.map(\.spec.nodeName)).subtracting(nodes).subtracting([""])
        missing = missing.filter { named.contains($0.key) }
        for name in named where missing[name] == nil { missing[name] = now }
        return pods.filter { pod in
            let node = pod.spec.nodeName
            if node.isEmpty { return pod.metadata.isDeleting }
            guard let since = missing[node] else { return false }
            return now &- since >= ControllersLimits.lostNodeMilliseconds
        }
    }
}

/// Deletes what `LostNodePods` finds.
struct LostNodePodCollector: Sendable {
    let client: ClusterClient
    let nodes: Informer<Core.Node>
    let pods: Informer<Core.Pod>
    let time: TimeSource

    /// Until the task is cancelled.
    func run() async {
        await nodes.waitUntilSynced()
        await pods.waitUntilSynced()
        var state = LostNodePods()
        while !Task.isCancelled {
            let names = Set(nodes.objects.all().map(\.metadata.name))
            for pod in state.lost(pods.objects.all(), nodes: names, now: time.nowMilliseconds()) { await end(pod) }
            await time.sleep(ControllersLimits.lostNodePodsMilliseconds)
        }
    }

    /// What fails is tried again at the next look.
    private func end(_ pod: Core.Pod) async {
        let metadata = pod.metadata
        do throws(ClientError) {
            if !pod.spec.nodeName.isEmpty {
                do throws(ClientError) {
                    _ = try await client.get(Core.Node.self, name: pod.spec.nodeName)
                    return
                } catch { guard error.code == .notFound else { throw error } }
            }
            try await client.delete(
                Core.Pod.self, namespace: metadata.namespace, name: metadata.name,
                options: DeleteParameters(graceSeconds: 0, uid: metadata.uid))
        } catch {
            if error.code != .notFound, error.code != .conflict, error.code != .cancelled {
                StandardError.write("lost pods: \(metadata.namespace)/\(metadata.name): \(error.message)")
            }
        }
    }
}
