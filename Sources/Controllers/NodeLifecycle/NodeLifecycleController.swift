import Client
import Objects
import Reconcile

/// Tells which nodes are lost, keeps new pods from them, and says that their pods are not ready.
struct NodeLifecycleController: Sendable {
    static let leaseNamespace = "kube-node-lease"
    /// An index of pods by their node's name.
    static let nodeIndex = "node"

    private let client: ClusterClient
    private let nodes: Informer<Core.Node>
    private let pods: Informer<Core.Pod>
    private let leases: Informer<Coordination.Lease>
    private let events: EventRecorder
    private let graceMilliseconds: Int
    private let time: TimeSource
    private let heartbeats = SharedHeartbeats()
    private let queue: WorkQueue<String>

    /// - Parameter pods: indexed by `nodeIndex`; neither informer runs yet.
    init(
        client: ClusterClient, nodes: Informer<Core.Node>, pods: Informer<Core.Pod>, events: EventRecorder,
        graceMilliseconds: Int, time: TimeSource
    ) {
        self.client = client
        self.nodes = nodes
        self.pods = pods
        self.events = events
        self.graceMilliseconds = graceMilliseconds
        self.time = time
        leases = Informer(client, namespace: Self.leaseNamespace, time: time)
        queue = WorkQueue(time: time)
        nodes.onChange { [heartbeats, queue, time] change in
            let node = change.object
            let name = node.metadata.name
            switch change {
            case .added:
                events.record(
                    about: node, type: "Normal", reason: "RegisteredNode",
                    message: "Node \(name) event: Registered Node \(name) in Controller")
            case .deleted:
                events.record(
                    about: node, type: "Normal", reason: "RemovingNode",
                    message: "Node \(name) event: Removing Node \(name) from Controller")
                return heartbeats.forget(name)
            case .updated: break
            }
            let reported = node.status.conditions.first { $0.type == "Ready" }?.lastHeartbeatTime
            heartbeats.status(name, reported: reported, now: time.nowMilliseconds())
            queue.add(name)
        }
        let known = nodes.objects
        leases.onChange { [heartbeats, time] change in
            if case .deleted = change { return }
            let lease = change.object
            // Leases of nodes that are not there are not kept.
            guard known.get(name: lease.metadata.name) != nil else { return }
            heartbeats.lease(lease.metadata.name, renewed: lease.spec.renewTime, now: time.nowMilliseconds())
        }
    }

    func run() async {
        await Controller(
            name: "nodes", queue: queue, own: [leases], shared: [nodes, pods], workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    private func reconcile(_ name: String) async -> Outcome {
        guard let node = nodes.objects.get(name: name) else { return .done }
        let wall = time.timestamp
        let plan = NodePlan(
            node, silentMilliseconds: heartbeats.silentMilliseconds(name, now: time.nowMilliseconds()),
            graceMilliseconds: graceMilliseconds, now: wall)
        do throws(ClientError) {
            var current = node
            if plan.changesStatus {
                current.status = plan.node.status
                current = try await client.update(current, subresource: "status")
            }
            if plan.changesTaints {
                current.spec.taints = plan.node.spec.taints
                current = try await client.update(current)
            }
            if plan.fellSilent {
                events.record(
                    about: node, type: "Normal", reason: "NodeNotReady",
                    message: "Node \(name) status is now: NodeNotReady")
            }
            if !plan.isReady { try await markPodsNotReady(name, at: wall) }
            return plan.retryAfterMilliseconds.map { .retry(afterMilliseconds: $0) } ?? .done
        } catch { return Outcome(error) }
    }

    /// Nobody else says so when the node is lost, and traffic must not go to them.
    private func markPodsNotReady(_ node: String, at now: Timestamp) async throws(ClientError) {
        for pod in pods.objects.byIndex(Self.nodeIndex, node) where pod.isReady && !pod.isFinished {
            var changed = pod
            for (index, condition) in pod.status.conditions.enumerated() where condition.type == "Ready" {
                changed.status.conditions[index].status = "False"
                changed.status.conditions[index].lastTransitionTime = now
            }
            do throws(ClientError) {
                _ = try await client.update(changed, subresource: "status")
                events.record(about: pod, type: "Warning", reason: "NodeNotReady", message: "Node is not ready")
            } catch { guard error.code == .notFound else { throw error } }
        }
    }
}
