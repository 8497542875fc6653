import Client
import Objects
import Reconcile
import Synchronization

/// Deletes what nobody owns any more, as owner references say.
///
/// A graph of all objects' metadata tells where to look; before anything is deleted the server is asked, and the
/// deletion names the uid and version that were looked at.
struct GarbageCollector: Sendable {
    private let client: ClusterClient
    private let time: TimeSource
    private let state: GarbageState
    private let queue: WorkQueue<String>

    init(client: ClusterClient, time: TimeSource) {
        self.client = client
        self.time = time
        state = GarbageState()
        queue = WorkQueue(time: time)
    }

    /// Follows all kinds that the server serves, those that come later too.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            var informers: [ResourceName: MetadataInformer] = [:]
            var works = false
            while !Task.isCancelled {
                if let kinds = try? await client.servedKinds() {
                    state.learn(kinds)
                    // Events own nothing and live for an hour: following them would be most of the work, for nothing.
                    for kind in kinds
                    where informers[kind.resource] == nil && !GarbageState.unowned.contains(kind.resource.plural) {
                        let informer = informer(kind)
                        informers[kind.resource] = informer
                        group.addTask { await informer.run() }
                    }
                }
                // An owner whose kind is not listed yet would look gone, and cost a question each.
                if !works, !informers.isEmpty, informers.values.allSatisfy(\.isSynced) {
                    works = true
                    group.addTask {
                        await Controller(name: "garbage", queue: queue, workers: ControllersLimits.workers) {
                            await examine($0)
                        }.run()
                    }
                }
                await time.sleep(
                    works ? ControllersLimits.discoveryMilliseconds : ControllersLimits.setUpRetryMilliseconds)
            }
            group.cancelAll()
        }
    }

    private func informer(_ kind: ServedKind) -> MetadataInformer {
        MetadataInformer(client, kind.resource, time: time) { [state, queue] change in
            let examined: Set<String> =
                switch change {
                case .present(let metadata): state.observe(OwnedObject(kind.resource, metadata))
                case .gone(let metadata): state.remove(metadata.uid)
                }
            for uid in examined { queue.add(uid) }
        }
    }

    // MARK: One object

    private func examine(_ uid: String) async -> Outcome {
        guard let known = state.object(uid) else { return .done }
        do throws(ClientError) {
            let metadata: Meta.ObjectMeta
            do throws(ClientError) { metadata = try await client.metadata(known.resource, known.key) } catch {
                guard error.code == .notFound else { throw error }
                return .done
            }
            // Another object of that name: the event of this one's end is under way.
            guard metadata.uid == uid else { return .done }
            let object = OwnedObject(known.resource, metadata)
            let verdict = GarbageVerdict(
                object, owners: try await owners(of: object), dependents: state.dependents(of: uid))
            try await carryOut(verdict, object, metadata)
            return .done
        } catch { return Outcome(error) }
    }

    private func owners(of object: OwnedObject) async throws(ClientError) -> [String: GarbageVerdict.OwnerState] {
        // One that is being deleted has had its verdict.
        if object.isDeleting { return [:] }
        var states: [String: GarbageVerdict.OwnerState] = [:]
        for owner in object.owners { states[owner.uid] = try await ownerState(owner, of: object) }
        return states
    }

    private func ownerState(
        _ owner: OwnedObject.Owner, of object: OwnedObject
    ) async throws(ClientError) -> GarbageVerdict.OwnerState {
        // What cannot be looked up may exist.
        guard let kind = state.kind(owner.kind, apiVersion: owner.apiVersion) else { return .present }
        if kind.isNamespaced, object.key.namespace.isEmpty { return .present }
        let key = ObjectKey(namespace: kind.isNamespaced ? object.key.namespace : "", name: owner.name)
        // An object of that uid elsewhere is not the one that is named: an owner is of the same namespace, or of none.
        if let known = state.object(owner.uid), known.key == key, known.resource == kind.resource {
            return known.isDeletingDependents ? .waiting : .present
        }
        do throws(ClientError) {
            let metadata = try await client.metadata(kind.resource, key)
            guard metadata.uid == owner.uid else { return .absent }
            return OwnedObject(kind.resource, metadata).isDeletingDependents ? .waiting : .present
        } catch {
            guard error.code == .notFound else { throw error }
            return .absent
        }
    }

    private func carryOut(
        _ verdict: GarbageVerdict, _ object: OwnedObject, _ metadata: Meta.ObjectMeta
    ) async throws(ClientError) {
        switch verdict {
        case .keep: break
        case .dropOwners(let uids):
            let left = metadata.ownerReferences.filter { !uids.contains($0.uid) }
            _ = try await patch(object, MetadataPatch(of: metadata).owners(left))
        case .delete(let propagation): try await delete(object, metadata, propagation)
        case .unblockAndDelete:
            let freed = metadata.ownerReferences.map { reference in
                var reference = reference
                if reference.blockOwnerDeletion == true { reference.blockOwnerDeletion = false }
                return reference
            }
            let patched = try await patch(object, MetadataPatch(of: metadata).owners(freed))
            try await delete(object, patched, .foreground)
        case .finishForeground: try await remove(OwnedObject.foregroundFinalizer, object, metadata)
        case .orphan:
            for dependent in state.dependents(of: object.uid) { try await release(dependent, from: object.uid) }
            try await remove(OwnedObject.orphanFinalizer, object, metadata)
        }
    }

    private func release(_ dependent: OwnedObject, from owner: String) async throws(ClientError) {
        do throws(ClientError) {
            let metadata = try await client.metadata(dependent.resource, dependent.key)
            guard metadata.uid == dependent.uid else { return }
            let left = metadata.ownerReferences.filter { $0.uid != owner }
            guard left.count < metadata.ownerReferences.count else { return }
            _ = try await patch(dependent, MetadataPatch(of: metadata).owners(left))
        } catch { guard error.code == .notFound else { throw error } }
    }

    private func remove(
        _ finalizer: String, _ object: OwnedObject, _ metadata: Meta.ObjectMeta
    ) async throws(ClientError) {
        do throws(ClientError) {
            _ = try await patch(
                object, MetadataPatch(of: metadata).finalizers(metadata.finalizers.filter { $0 != finalizer }))
        } catch { guard error.code == .notFound else { throw error } }
    }

    private func delete(
        _ object: OwnedObject, _ metadata: Meta.ObjectMeta, _ propagation: DeleteParameters.Propagation
    ) async throws(ClientError) {
        let options = DeleteParameters(
            uid: metadata.uid, resourceVersion: metadata.resourceVersion, propagation: propagation)
        do throws(ClientError) {
            _ = try await client.delete(
                object.resource, object.key, as: Meta.PartialObjectMetadata.descriptor, options: options)
        } catch { guard error.code == .notFound else { throw error } }
    }

    private func patch(_ object: OwnedObject, _ patch: MetadataPatch) async throws(ClientError) -> Meta.ObjectMeta {
        let answer = try await client.patch(
            object.resource, object.key, .merge, patch.json, as: Meta.PartialObjectMetadata.descriptor)
        return Meta.PartialObjectMetadata(answer).metadata
    }
}

/// The graph and the kinds, for informers' handlers and workers alike.
final class GarbageState: Sendable {
    static let unowned: Set<String> = ["events"]

    private struct State {
        var graph = OwnershipGraph()
        var kinds: [String: ServedKind] = [:]
    }
    private let state = Mutex(State())

    func learn(_ kinds: [ServedKind]) {
        state.withLock { state in
            for kind in kinds {
                for version in kind.versions {
                    let group = kind.resource.group
                    state.kinds["\(group.isEmpty ? version : "\(group)/\(version)") \(kind.kind)"] = kind
                }
            }
        }
    }
    func kind(_ kind: String, apiVersion: String) -> ServedKind? {
        state.withLock { $0.kinds["\(apiVersion) \(kind)"] }
    }
    func object(_ uid: String) -> OwnedObject? { state.withLock { $0.graph[uid] } }
    func dependents(of uid: String) -> [OwnedObject] { state.withLock { $0.graph.dependents(of: uid) } }
    func observe(_ object: OwnedObject) -> Set<String> {
        state.withLock { state in
            var examined = state.graph.observe(object)
            // The owner's uid may be of an object of another kind than the reference says.
            let isMistaken = object.owners.contains { owner in
                guard let known = state.graph[owner.uid], let kind = state.kinds["\(owner.apiVersion) \(owner.kind)"]
                else { return false }
                return known.resource != kind.resource
            }
            if isMistaken { examined.insert(object.uid) }
            return examined
        }
    }
    func remove(_ uid: String) -> Set<String> { state.withLock { $0.graph.remove(uid) } }
}
