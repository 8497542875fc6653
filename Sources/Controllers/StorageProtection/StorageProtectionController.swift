import Client
import Objects
import Reconcile

/// Lets claims that are being deleted go when no pod uses them any more, and volumes when no claim is bound to them.
struct StorageProtectionController: Sendable {
    static let claimFinalizer = "kubernetes.io/pvc-protection"
    static let volumeFinalizer = "kubernetes.io/pv-protection"

    private let client: ClusterClient
    private let claims: Informer<Core.PersistentVolumeClaim>
    private let volumes: Informer<Core.PersistentVolume>
    private let pods: Informer<Core.Pod>
    /// Claims with their namespace, volumes without.
    private let queue: WorkQueue<ObjectKey>

    static let claimIndex = "claim"

    /// - Parameter pods: indexed by `claimIndex`; not running yet.
    init(client: ClusterClient, pods: Informer<Core.Pod>, time: TimeSource) {
        self.client = client
        self.pods = pods
        claims = Informer(client, time: time)
        volumes = Informer(client, time: time)
        queue = WorkQueue(time: time)
        queue.follow(claims)
        queue.follow(volumes)
        pods.onChange { [queue] change in
            guard Self.isOver(change) else { return }
            for claim in Self.claims(of: change.object) {
                queue.add(ObjectKey(namespace: change.object.metadata.namespace, name: claim))
            }
        }
    }

    private static func isOver(_ change: Change<Core.Pod>) -> Bool {
        if case .deleted = change { return true }
        return change.object.isFinished
    }

    /// The names of the claims that a pod uses.
    static func claims(of pod: Core.Pod) -> [String] {
        pod.spec.volumes.compactMap { volume in
            if let claim = volume.volumeSource.persistentVolumeClaim { return claim.claimName }
            return volume.volumeSource.ephemeral == nil ? nil : "\(pod.metadata.name)-\(volume.name)"
        }
    }

    /// Keys of `claimIndex`: namespace and claim.
    static func indexKeys(of pod: Core.Pod) -> [String] {
        pod.isFinished ? [] : claims(of: pod).map { "\(pod.metadata.namespace)/\($0)" }
    }

    func run() async {
        await Controller(
            name: "storageprotection", queue: queue, own: [claims, volumes], shared: [pods],
            workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        do throws(ClientError) {
            if key.namespace.isEmpty {
                guard let volume = volumes.objects.get(key), volume.metadata.isDeleting,
                    volume.metadata.finalizers.contains(Self.volumeFinalizer), volume.status.phase != "Bound"
                else { return .done }
                var freed = volume
                freed.metadata.finalizers.removeAll { $0 == Self.volumeFinalizer }
                _ = try await client.update(freed)
                return .done
            }
            guard let claim = claims.objects.get(key), claim.metadata.isDeleting,
                claim.metadata.finalizers.contains(Self.claimFinalizer)
            else { return .done }
            guard pods.objects.byIndex(Self.claimIndex, "\(key.namespace)/\(key.name)").isEmpty else { return .done }
            // The cache may be late: a pod that came a moment ago counts.
            let users = try await client.list(Core.Pod.self, namespace: key.namespace).items
            guard !users.contains(where: { !$0.isFinished && Self.claims(of: $0).contains(key.name) }) else {
                return .done
            }
            var freed = claim
            freed.metadata.finalizers.removeAll { $0 == Self.claimFinalizer }
            _ = try await client.update(freed)
            return .done
        } catch {
            return error.code == .notFound ? .done : Outcome(error)
        }
    }
}
