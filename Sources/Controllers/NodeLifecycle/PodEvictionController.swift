import Client
import Objects
import Reconcile

/// Deletes pods whose time on a tainted node is over.
struct PodEvictionController: Sendable {
    /// From so many nodes on, all of them silent at once means that it is this process that cannot hear them.
    private static let crowd = 3
    /// Between looks whether nodes are heard of again.
    private static let patienceMilliseconds = 5_000

    private let client: ClusterClient
    private let nodes: Informer<Core.Node>
    private let pods: Informer<Core.Pod>
    private let events: EventRecorder
    private let lostNodeSeconds: Int
    private let time: TimeSource
    private let queue: WorkQueue<ObjectKey>

    /// - Parameter pods: indexed by `NodeLifecycleController.nodeIndex`; neither informer runs yet.
    init(
        client: ClusterClient, nodes: Informer<Core.Node>, pods: Informer<Core.Pod>, events: EventRecorder,
        evictionMilliseconds: Int, time: TimeSource
    ) {
        self.client = client
        self.nodes = nodes
        self.pods = pods
        self.events = events
        // Taints say when they were added in whole seconds.
        lostNodeSeconds = (max(evictionMilliseconds, 0) &+ 999) / 1000
        self.time = time
        queue = WorkQueue(time: time)
        let (knownNodes, knownPods) = (nodes.objects, pods.objects)
        nodes.onChange { [queue] change in
            guard Self.evicts(change.object) else { return }
            for pod in knownPods.byIndex(NodeLifecycleController.nodeIndex, change.object.metadata.name) {
                queue.add(pod.key)
            }
        }
        pods.onChange { [queue] change in
            if case .deleted = change { return }
            let pod = change.object
            guard let node = knownNodes.get(name: pod.spec.nodeName), Self.evicts(node) else { return }
            queue.add(pod.key)
        }
    }

    private static func evicts(_ node: Core.Node) -> Bool {
        node.spec.taints.contains { $0.effect == NodeTaints.noExecute }
    }

    func run() async {
        await nodes.waitUntilSynced()
        await pods.waitUntilSynced()
        // Pods that came before their nodes did.
        for pod in pods.objects.all() {
            if let node = nodes.objects.get(name: pod.spec.nodeName), Self.evicts(node) { queue.add(pod.key) }
        }
        await Controller(name: "eviction", queue: queue, workers: ControllersLimits.workers) { await reconcile($0) }
            .run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let pod = pods.objects.get(key), pod.isActive, let node = nodes.objects.get(name: pod.spec.nodeName)
        else {
            return .done
        }
        let now = time.wallMilliseconds()
        let plan = EvictionPlan(
            pod, taints: node.spec.taints, lostNodeSeconds: lostNodeSeconds,
            now: Timestamp(seconds: now / 1000))
        guard case .leave(let second) = plan else { return .done }
        let left = second.multipliedReportingOverflow(by: 1000)
        let wait = left.overflow ? Int64.max : left.partialValue &- now
        if wait > 0 { return .retry(afterMilliseconds: Int(clamping: wait)) }
        if isDeaf { return .retry(afterMilliseconds: Self.patienceMilliseconds) }
        do throws(ClientError) {
            try await client.delete(
                Core.Pod.self, namespace: key.namespace, name: key.name, options: .init(uid: pod.metadata.uid))
            events.record(
                about: pod, type: "Normal", reason: "TaintManagerEviction", message: "Marking for deletion Pod \(key)")
            return .done
        } catch { return error.code == .notFound ? .done : Outcome(error) }
    }

    private var isDeaf: Bool {
        let all = nodes.objects.all()
        return all.count >= Self.crowd
            && all.allSatisfy { $0.spec.taints.contains { $0.key == NodeTaints.unreachable } }
    }
}
