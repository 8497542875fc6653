import Client
import Objects
import Reconcile

/// Keeps the numbers by which evictions are allowed (policy/v1 `PodDisruptionBudget`).
struct DisruptionController: Sendable {
    private let client: ClusterClient
    private let budgets: Informer<Policy.PodDisruptionBudget>
    private let pods: Informer<Core.Pod>
    private let events: EventRecorder
    private let time: TimeSource
    private let queue: WorkQueue<ObjectKey>
    private let selectors = BudgetSelectors()

    /// - Parameter pods: not running yet.
    init(client: ClusterClient, pods: Informer<Core.Pod>, events: EventRecorder, time: TimeSource) {
        self.client = client
        self.pods = pods
        self.events = events
        self.time = time
        budgets = Informer(client, time: time)
        queue = WorkQueue(time: time)
        budgets.onChange { [selectors] in selectors.observe($0) }
        queue.follow(budgets)
        pods.onChange { [queue, selectors] change in
            for key in selectors.budgets(selecting: change.object) { queue.add(key) }
        }
    }

    func run() async {
        await Controller(
            name: "disruption", queue: queue, own: [budgets], shared: [pods], workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard let budget = budgets.objects.get(key) else { return .done }
        do throws(ClientError) {
            let selector = selectors[key]
            let selected = pods.objects.all().filter {
                $0.metadata.namespace == key.namespace && selector?.matches($0.metadata.labels) == true
            }
            if selected.isEmpty {
                events.record(about: budget, type: "Normal", reason: "NoPods", message: "No matching pods found")
            }
            let plan = DisruptionPlan(
                budget, pods: selected, scale: try await scale(of: selected), now: time.timestamp)
            var changed = budget
            changed.status = plan.status
            if changed.message != budget.message { _ = try await client.update(changed, subresource: "status") }
            return plan.retryAfterMilliseconds.map { .retry(afterMilliseconds: $0) } ?? .done
        } catch {
            return error.code == .notFound ? .done : Outcome(error)
        }
    }

    // MARK: Scale

    /// How many replicas the pods' controllers want in all; nil: one has no controller, or one without a scale.
    private func scale(of pods: [Core.Pod]) async throws(ClientError) -> Int? {
        var seen: Set<String> = []
        var total = 0
        for pod in pods {
            guard let owner = pod.metadata.controllerReference else { return nil }
            guard seen.insert(owner.uid).inserted else { continue }
            guard let root = try await root(of: owner, in: pod.metadata.namespace) else { return nil }
            // Sets of one Deployment, old and new, count once.
            if root.uid == owner.uid || seen.insert(root.uid).inserted { total += root.replicas }
        }
        return total
    }

    private func root(
        of owner: Meta.OwnerReference, in namespace: String
    ) async throws(ClientError) -> (uid: String, replicas: Int)? {
        do throws(ClientError) {
            switch (owner.apiVersion, owner.kind) {
            case ("apps/v1", "ReplicaSet"):
                let set = try await client.get(Apps.ReplicaSet.self, namespace: namespace, name: owner.name)
                guard let parent = set.metadata.controllerReference, parent.kind == "Deployment" else {
                    return (owner.uid, ControllersLimits.count(set.spec.replicas ?? 1))
                }
                let deployment = try await client.get(Apps.Deployment.self, namespace: namespace, name: parent.name)
                return (parent.uid, ControllersLimits.count(deployment.spec.replicas ?? 1))
            case ("v1", "ReplicationController"):
                let set = try await client.get(Core.ReplicationController.self, namespace: namespace, name: owner.name)
                return (owner.uid, ControllersLimits.count(set.spec.replicas ?? 1))
            case ("apps/v1", "StatefulSet"):
                let set = try await client.get(Apps.StatefulSet.self, namespace: namespace, name: owner.name)
                return (owner.uid, ControllersLimits.count(set.spec.replicas ?? 1))
            default: return nil
            }
        } catch {
            guard error.code == .notFound else { throw error }
            return nil
        }
    }
}
