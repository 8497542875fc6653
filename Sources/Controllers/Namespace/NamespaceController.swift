import Client
import Objects
import Reconcile

/// Fills active namespaces with what each has, and empties those that are being deleted.
struct NamespaceController: Sendable {
    static let finalizer = "kubernetes"
    private static let pods = ResourceName(plural: "pods")

    private let client: ClusterClient
    private let namespaces: Informer<Core.Namespace>
    private let accounts: Informer<Core.ServiceAccount>
    /// One for each of `NamespaceContents.authorityMaps`.
    private let maps: [Informer<Core.ConfigMap>]
    private let contents: NamespaceContents
    private let time: TimeSource
    private let queue: WorkQueue<String>
    private let pace = EmptyingPace()

    /// The informers are those of `run`, of the one account and the one map of each namespace.
    init(client: ClusterClient, authority: String, time: TimeSource) {
        self.client = client
        self.time = time
        contents = NamespaceContents(authority: authority)
        namespaces = Informer(client, time: time)
        accounts = Informer(client, fields: "metadata.name=\(NamespaceContents.serviceAccount)", time: time)
        maps = NamespaceContents.authorityMaps.map {
            Informer(client, fields: "metadata.name=\($0.name)", time: time)
        }
        queue = WorkQueue(time: time)
        namespaces.onChange { [queue, pace] change in
            if case .deleted = change { return pace.forget(change.object.metadata.name) }
            queue.add(change.object.metadata.name)
        }
        accounts.onChange { [queue] change in queue.add(change.object.metadata.namespace) }
        for map in maps { map.onChange { [queue] change in queue.add(change.object.metadata.namespace) } }
    }

    func run() async {
        let own: [any SyncingSource] = [namespaces, accounts]
        await Controller(
            name: "namespace", queue: queue, own: own + maps.map { $0 as any SyncingSource },
            workers: ControllersLimits.workers
        ) { await reconcile($0) }.run()
    }

    private func reconcile(_ name: String) async -> Outcome {
        guard let namespace = namespaces.objects.get(name: name) else { return .done }
        do throws(ClientError) {
            if namespace.metadata.isDeleting { return try await empty(namespace) }
            var present: [String: Core.ConfigMap] = [:]
            for ((mapName, _), informer) in zip(NamespaceContents.authorityMaps, maps) {
                present[mapName] = informer.objects.get(namespace: name, name: mapName)
            }
            let deeds = contents.missing(
                namespace, account: accounts.objects.get(namespace: name, name: NamespaceContents.serviceAccount),
                maps: present)
            for deed in deeds { try await carryOut(deed) }
            return .done
        } catch { return Outcome(error) }
    }

    private func carryOut(_ deed: NamespaceContents.Deed) async throws(ClientError) {
        do throws(ClientError) {
            switch deed {
            case .createAccount(let account): _ = try await client.create(account)
            case .createMap(let map): _ = try await client.create(map)
            case .updateMap(let map): _ = try await client.update(map)
            }
        } catch {
            // The cache was late, or the namespace is going.
            if error.code == .alreadyExists || PodWork.isNamespaceEnding(error) { return }
            throw error
        }
    }

    // MARK: Deletion

    private func empty(_ namespace: Core.Namespace) async throws(ClientError) -> Outcome {
        guard namespace.spec.finalizers.contains(Self.finalizer) else { return .done }
        var emptying = NamespaceEmptying()
        // Pods go before what they work with, such as their policies of the network.
        await clear(Self.pods, namespace.metadata.name, &emptying)
        if emptying.isEmpty {
            // Asked each time: a kind may have come since.
            for kind in try await client.servedKinds() where kind.isNamespaced && kind.resource != Self.pods {
                await clear(kind.resource, namespace.metadata.name, &emptying)
            }
        }
        if emptying.isEmpty {
            var freed = namespace
            freed.spec.finalizers.removeAll { $0 == Self.finalizer }
            _ = try await client.update(freed, subresource: "finalize")
            return .done
        }
        var changed = namespace
        changed.status.conditions = emptying.conditions(namespace.status.conditions, now: time.timestamp)
        let hasChanged = changed.status != namespace.status
        if hasChanged { _ = try await client.update(changed, subresource: "status") }
        return .retry(afterMilliseconds: pace.next(namespace.metadata.name, hasChanged: hasChanged))
    }

    /// Deletes all objects of a kind that are not being deleted yet, and counts what is left.
    private func clear(_ resource: ResourceName, _ namespace: String, _ emptying: inout NamespaceEmptying) async {
        let type = Meta.PartialObjectMetadata.descriptor
        do throws(ClientError) {
            let found = try await client.list(resource, as: type, namespace: namespace)
            var left: [Meta.ObjectMeta] = []
            for object in found.items {
                let metadata = Meta.PartialObjectMetadata(object).metadata
                if metadata.isDeleting {
                    left.append(metadata)
                    continue
                }
                let options = DeleteParameters(uid: metadata.uid, propagation: .background)
                do throws(ClientError) {
                    let answer = try await client.delete(
                        resource, ObjectKey(namespace: namespace, name: metadata.name), as: type, options: options)
                    if !answer.isGone { left.append(Meta.PartialObjectMetadata(answer.object).metadata) }
                } catch {
                    if error.code == .notFound { continue }
                    left.append(metadata)
                    if error.code != .conflict { emptying.failed(resource, error.message) }
                }
            }
            emptying.found(resource, left)
        } catch { emptying.failed(resource, error.message) }
    }
}
