import Access
import Client
import Objects
import Reconcile

/// Puts the rules of aggregated ClusterRoles together, such as those of `admin`, `edit` and `view`, from all that join them by
/// their labels.
struct RoleAggregationController: Sendable {
    private let client: ClusterClient
    private let roles: Informer<Rbac.ClusterRole>
    private let queue: WorkQueue<ObjectKey>

    init(client: ClusterClient, time: TimeSource) {
        self.client = client
        roles = Informer(client, time: time)
        queue = WorkQueue(time: time)
        let objects = roles.objects
        roles.onChange { [queue] change in
            // Any role may join any aggregated one, or have left it: there are a handful of them.
            for role in objects.all() where role.aggregationRule != nil { queue.add(role.key) }
            if change.object.aggregationRule != nil { queue.add(change.object.key) }
        }
    }

    func run() async {
        await Controller(name: "clusterrole-aggregation", queue: queue, own: [roles], workers: 1) {
            await reconcile($0)
        }
        .run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard var role = roles.objects.get(key),
            let rules = RoleAggregation.rules(of: role, among: roles.objects.all())
        else { return .done }
        let wanted = rules.map(\.policyRule)
        guard wanted != role.rules else { return .done }
        role.rules = wanted
        do throws(ClientError) {
            _ = try await client.update(role)
            return .done
        } catch { return error.code == .notFound ? .done : Outcome(error) }
    }
}
