import Client
import Objects
import Reconcile

/// Deletes what nobody owns any more, as owner references say.
///
/// A graph of all objects' metadata tells where to look; before anything is deleted the server is asked, and the
/// deletion names the uid and version that were looked at.
struct GarbageCollector: Sendable {
    private let client: ClusterClient
    private let events: EventRecorder
    private let time: TimeSource
    private let state: GarbageState
    private let queue: WorkQueue<String>

    init(client: ClusterClient, events: EventRecorder, time: TimeSource) {
        self.client = client
        self.events = events
        self.time = time
        state = GarbageState()
        queue = WorkQueue(time: time)
    }

    /// A kind that is followed, until it is not served any more.
    private struct Followed: Sendable {
        let informer: MetadataInformer
        let end = EarlyEnd()
    }

    /// Follows all kinds that the server serves, as long as it does, and those that come later too.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            var followed: [ResourceName: Followed] = [:]
            var works = false
            while !Task.isCancelled {
                if let kinds = try? await client.servedKinds() {
                    state.learn(kinds)
                    let served = Set(kinds.map(\.resource))
                    for (resource, source) in followed where !served.contains(resource) {
                        source.end.signal()
                        followed[resource] = nil
                        for uid in state.forget(resource) { queue.add(uid) }
                    }
                    // Events own nothing and live for an hour: following them would be most of the work, for nothing.
                    for kind in kinds
                    where followed[kind.resource] == nil && !GarbageState.unowned.contains(kind.resource.plural) {
                        let source = Followed(informer: informer(kind))
                        followed[kind.resource] = source
                        group.addTask { await source.end.run { await source.informer.run() } }
                    }
                }
                // An owner whose kind is not listed yet would look gone, and cost a question each.
                if !works, !followed.isEmpty, followed.values.allSatisfy(\.informer.isSynced) {
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
        MetadataInformer(client, kind.resource, time: time) { [state, queue, events] change in
            let examined: Set<String>
            switch change {
            case .present(let metadata):
                let news = state.observe(OwnedObject(kind.resource, metadata))
                for reference in news.misplaced { Self.tell(reference, events, state) }
                examined = news.examined
            case .gone(let metadata): examined = state.remove(metadata.uid)
            }
            for uid in examined { queue.add(uid) }
        }
    }

    /// Tells that an object names an owner which is in another namespace, where none of its owners can be.
    private static func tell(_ reference: MisplacedReference, _ events: EventRecorder, _ state: GarbageState) {
        let (object, owner) = (reference.object, reference.owner)
        guard let kind = state.kind(of: object.resource) else { return }
        let namespace = object.key.namespace
        events.record(
            about: object.key, uid: object.uid, kind: kind.kind, apiVersion: object.resource.apiVersion,
            type: "Warning", reason: "OwnerRefInvalidNamespace",
            message:
                "ownerRef [\(owner.apiVersion)/\(owner.kind), namespace: \(namespace), name: \(owner.name), "
                + "uid: \(owner.uid)] does not exist in namespace \(GoText.quoted(namespace))")
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
