import Objects
import Resources
import Store
import StructuralSchema
import Synchronization
import WatchCache

/// Makes of definitions resources that are served, and takes them back: a loop that compares the definitions in the cache
/// with what is served, whenever one of them has changed.
///
/// Every API server runs it for itself; what it writes (a definition's status, the removal of its objects) is the same
/// whoever writes first.
final class CustomResourceController: Sendable {
    private let core: ServerCore
    private let definitions: ServedResource
    private let services: CustomAPIServices
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    /// Of resources that are given up: their numbers in figures.
    private let forget: @Sendable (Int) -> Void

    /// What it knows of a definition. One task at a time works with it.
    private struct Known {
        /// At which it has nothing left to do.
        var settled: Revision?
        /// Of the specification and the names that are served.
        var form: [UInt8] = []
        var cache: ResourceCache?
        var group = ""
        var names: APIExtensions.CustomResourceDefinitionNames?
    }
    private let known = Mutex<[String: Known]>([:])

    /// Nil: definitions are not among the server's resources.
    init?(core: ServerCore, forget: @escaping @Sendable (Int) -> Void) {
        let definition = CustomResourceDefinitions.definition
        guard
            let found = core.registry.find(
                group: definition.group, version: definition.version, definition.plural),
            let cache = found.cache
        else { return nil }
        self.core = core
        services = CustomAPIServices(core: core)
        self.forget = forget
        definitions = found
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        cache.attach(self)
    }

    /// To be called once a second or so: what failed is tried again.
    func tick() { wake.yield() }

    func stop() { wake.finish() }

    /// Works until it is stopped.
    func run() async {
        for await _ in wakes { await reconcile() }
    }

    /// Looks at all definitions that have changed since it last had nothing to do.
    func reconcile() async {
        guard let cache = definitions.cache else { return }
        let snapshot = cache.snapshot()
        var cursor = snapshot.objects.cursor(from: cache.resource.prefix)
        var present: Set<String> = []
        while let object = snapshot.objects.next(&cursor) {
            present.insert(object.name)
            if known.withLock({ $0[object.name]?.settled }) == object.revision { continue }
            let isDone = await settle(object)
            known.withLock { $0[object.name, default: Known()].settled = isDone ? object.revision : nil }
        }
        for name in known.withLock({ Array($0.keys) }) where !present.contains(name) {
            withdraw(name)
            // Names that it had are free for others: whoever wants one is not settled, and is looked at again.
            known.withLock { $0[name] = nil }
            wake.yield()
        }
        await services.settle()
    }

    /// - Returns: whether there is nothing left to do until the definition changes.
    private func settle(_ object: CachedObject) async -> Bool {
        guard let message = try? StoredObject(object).message(definitions.stored.type) else { return true }
        var definition = APIExtensions.CustomResourceDefinition(message)
        if definition.metadata.deletionTimestamp != nil { return await remove(definition) }
        let taken = taken(beside: definition)
        if let status = DefinitionStatus.plan(definition, taken: taken, now: core.now()) {
            guard await write(status, of: definition) else { return false }
            definition.status = status
        }
        let names = definition.status.acceptedNames
        known.withLock { known in
            known[definition.metadata.name, default: Known()].group = definition.spec.group
            known[definition.metadata.name]?.names = names
        }
        // Who wants a name that another has is not done: the other may go.
        let hasNames = DefinitionStatus.isTrue(definition.status, .namesAccepted)
        guard DefinitionStatus.isTrue(definition.status, .established) else { return hasNames }
        return await serve(definition) && hasNames
    }

    /// Names of the other resources in its group.
    private func taken(beside definition: APIExtensions.CustomResourceDefinition) -> DefinitionStatus.TakenNames {
        var taken = DefinitionStatus.TakenNames()
        let group = definition.spec.group
        for resource in core.registry.builtin where resource.definition.group == group {
            var names = APIExtensions.CustomResourceDefinitionNames()
            names.plural = resource.definition.plural
            names.singular = resource.definition.singular
            names.shortNames = resource.definition.shortNames
            names.kind = resource.definition.kind
            names.listKind = resource.definition.listKind
            taken.insert(names)
        }
        let own = definition.metadata.name
        for (name, known) in known.withLock({ $0 }) where name != own && known.group == group {
            if let names = known.names { taken.insert(names) }
        }
        return taken
    }

    // MARK: Definitions as objects

    private func write(
        _ status: APIExtensions.CustomResourceDefinitionStatus, of definition: APIExtensions.CustomResourceDefinition
    ) async -> Bool {
        guard let operations = core.operations(definitions) else { return false }
        let generation = definition.metadata.generation
        do throws(APIError) {
            _ = try await operations.modify(
                namespace: "", name: definition.metadata.name, subresource: .status,
                options: WriteOptions(caller: .server)
            ) { old throws(APIError) in
                var changed = APIExtensions.CustomResourceDefinition(old)
                // Of another specification, or of one made again, the status would be another: its event comes.
                if changed.metadata.uid == definition.metadata.uid, changed.metadata.generation == generation {
                    changed.status = status
                }
                return changed.message
            }
            return true
        } catch { return error.code == 404 }
    }

    // MARK: Serving

    private func serve(_ definition: APIExtensions.CustomResourceDefinition) async -> Bool {
        let name = definition.metadata.name
        let form =
            BinaryEncoder.encode(definition.spec.message)
            + BinaryEncoder.encode(definition.status.acceptedNames.message)
            + Array(definition.metadata.uid.utf8)
        let before = known.withLock { $0[name] }
        if before?.form == form, before?.cache != nil { return true }
        guard let custom = try? CustomResource(definition) else { return true }
        // Requests wait until it is there anew.
        if let cache = before?.cache { core.cache.remove(cache) }
        let (stored, served) = custom.definitions()
        let described = CachedResource(
            name: stored.qualifiedName, prefix: "/registry/\(stored.storageName)/", isNamespaced: stored.isNamespaced,
            selectableFields: custom.selectableFields, renew: custom.renewal())
        guard let cache = try? await core.cache.add(described) else {
            withdraw(name)
            return false
        }
        var parts: [String: CustomVersionParts] = [:]
        for version in custom.versions where version.isServed {
            parts[version.name] = CustomVersionParts(version, of: definition, in: definitions)
        }
        for old in core.registry.put(name, stored: stored, served: served, parts: parts, cache: cache) {
            forget(old.index)
        }
        known.withLock { known in
            known[name, default: Known()].form = form
            known[name]?.cache = cache
        }
        return true
    }

    private func withdraw(_ name: String) {
        for resource in core.registry.remove(name) { forget(resource.index) }
        let cache = known.withLock { known in
            defer {
                known[name]?.cache = nil
                known[name]?.form = []
            }
            return known[name]?.cache
        }
        if let cache { core.cache.remove(cache) }
    }

    // MARK: Removal

    /// Removes the objects of a definition that is being deleted, and then lets it go.
    private func remove(_ definition: APIExtensions.CustomResourceDefinition) async -> Bool {
        guard definition.metadata.finalizers.contains(DefinitionStatus.finalizer) else { return true }
        let name = definition.metadata.name
        if DefinitionStatus.isTrue(definition.status, .established) {
            guard await serve(definition), let cache = known.withLock({ $0[name]?.cache }) else { return false }
            core.registry.markTerminating(name)
            cache.attach(self)
            guard await removeObjects(of: name) else { return false }
        }
        guard let operations = core.operations(definitions) else { return false }
        do throws(APIError) {
            _ = try await operations.modify(
                namespace: "", name: name, subresource: nil, options: WriteOptions(caller: .server)
            ) { old throws(APIError) in
                var changed = APIExtensions.CustomResourceDefinition(old)
                guard changed.metadata.uid == definition.metadata.uid else { return old }
                changed.metadata.finalizers = changed.metadata.finalizers.filter { $0 != DefinitionStatus.finalizer }
                return changed.message
            }
            return true
        } catch { return error.code == 404 }
    }

    /// - Returns: whether none is left; some may wait for their finalizers.
    private func removeObjects(of name: String) async -> Bool {
        guard let resource = core.registry.custom(name), let operations = core.operations(resource) else {
            return false
        }
        do throws(APIError) {
            try await core.catchUp()
            let snapshot = operations.cache.snapshot()
            var cursor = snapshot.objects.cursor(from: operations.cache.resource.prefix)
            while let object = snapshot.objects.next(&cursor) {
                if object.isBeingDeleted { continue }
                do throws(APIError) {
                    _ = try await operations.delete(
                        namespace: object.namespace, name: object.name, options: DeleteOptions(caller: .server))
                } catch  where error.code == 404 {}
            }
            try await core.catchUp()
        } catch { return false }
        return operations.cache.statistics.objects == 0
    }
}

extension CustomResourceController: CacheObserver {
    func loaded(_ objects: [CachedObject], of cache: ResourceCache) { wake.yield() }
    func put(_ object: CachedObject, in cache: ResourceCache) { wake.yield() }
    func removed(_ object: CachedObject, from cache: ResourceCache) { wake.yield() }
}
