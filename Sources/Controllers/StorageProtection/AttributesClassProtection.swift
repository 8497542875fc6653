import Client
import Objects
import Reconcile

/// Lets classes of volumes' attributes that are being deleted go when no claim and no volume names them any more.
struct AttributesClassProtection: Sendable {
    static let finalizer = "kubernetes.io/vac-protection"

    private let client: ClusterClient
    private let classes: Informer<Storage.VolumeAttributesClass>
    private let queue: WorkQueue<ObjectKey>

    init(client: ClusterClient, time: TimeSource) {
        self.client = client
        classes = Informer(client, time: time)
        queue = WorkQueue(time: time)
        queue.follow(classes)
    }

    func run() async {
        await Controller(name: "vac-protection", queue: queue, own: [classes], workers: 1) { await reconcile($0) }.run()
    }

    private func reconcile(_ key: ObjectKey) async -> Outcome {
        guard var found = classes.objects.get(key), found.metadata.isDeleting,
            found.metadata.finalizers.contains(Self.finalizer)
        else { return .done }
        do throws(ClientError) {
            let claims = try await client.list(Core.PersistentVolumeClaim.self).items
            let volumes = try await client.list(Core.PersistentVolume.self).items
            guard !Self.isNamed(key.name, by: claims, volumes) else {
                return .retry(afterMilliseconds: ControllersLimits.attributesClassMilliseconds)
            }
            found.metadata.finalizers.removeAll { $0 == Self.finalizer }
            _ = try await client.update(found)
            return .done
        } catch { return error.code == .notFound ? .done : Outcome(error) }
    }

    static func isNamed(
        _ name: String, by claims: [Core.PersistentVolumeClaim], _ volumes: [Core.PersistentVolume]
    ) -> Bool {
        claims.contains { claim in
            claim.spec.volumeAttributesClassName == name || claim.status.currentVolumeAttributesClassName == name
        } || volumes.contains { $0.spec.volumeAttributesClassName == name }
    }
}
