import Objects
import Resources
import Store
import WatchCache

/// Keeps the objects of API priority and fairness as every server has them: what is mandatory is made again when somebody has
/// removed it, and each FlowSchema says whether its priority level is there.
final class FlowControlKeeper: Sendable {
    /// Who owns what is written, under the names that Kubernetes' own have.
    static let producer = "api-priority-and-fairness-config-producer-v1"
    private static let consumer = "api-priority-and-fairness-config-consumer-v1"
    private static let group = "flowcontrol.apiserver.k8s.io"
    /// How long something mandatory may be missing.
    private static let interval = Duration.seconds(60)

    private let core: ServerCore
    private let levels: ResourceOperations
    private let schemas: ResourceOperations
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// Nil: the server has no such objects. To be made before the caches are started.
    init?(core: ServerCore) {
        guard
            let levels = core.registry.find(group: Self.group, "prioritylevelconfigurations").flatMap(core.operations),
            let schemas = core.registry.find(group: Self.group, "flowschemas").flatMap(core.operations)
        else { return nil }
        self.core = core
        self.levels = levels
        self.schemas = schemas
        (wakes, wake) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        levels.cache.attach(self)
        schemas.cache.attach(self)
    }

    /// Until the task is cancelled. What fails is tried again.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [self] in
                for await _ in wakes { try? await tellReferences() }
            }
            group.addTask { [self] in
                while (try? await Task.sleep(for: Self.interval)) != nil {
                    try? await makeMandatory()
                    wake.yield()
                }
            }
        }
    }

    private func makeMandatory() async throws(APIError) {
        let wanted =
            FlowControlBootstrap.mandatoryLevels.map { (levels, $0.message) }
            + FlowControlBootstrap.mandatorySchemas.map { (schemas, $0.message) }
        for (operations, object) in wanted
        where operations.cache.find(namespace: "", name: Metadata(of: object).name) == nil {
            let options = WriteOptions(caller: .server, fieldManager: Self.producer)
            do { _ = try await operations.create(object, namespace: "", options: options) } catch {
                guard error.reason == "AlreadyExists" else { throw error }
            }
        }
    }

    /// Writes down of each FlowSchema what has changed about its priority level; all at once, so that the store makes them
    /// durable together.
    func tellReferences() async throws(APIError) {
        try await core.catchUp()
        var due: [(name: String, condition: FlowControl.FlowSchemaCondition)] = []
        let snapshot = schemas.cache.snapshot()
        var cursor = snapshot.objects.cursor(from: schemas.cache.resource.prefix)
        while let object = snapshot.objects.next(&cursor) {
            let schema = FlowControl.FlowSchema(try StoredObject(object).message(FlowControl.FlowSchema.descriptor))
            let level = schema.spec.priorityLevelConfiguration.name
            let isThere = levels.cache.find(namespace: "", name: level) != nil
            if let condition = FlowSchemaReference.change(schema, isThere: isThere, now: core.now()) {
                due.append((object.name, condition))
            }
        }
        let failures = await withTaskGroup(of: APIError?.self) { group in
            for (name, condition) in due {
                group.addTask { [self] in
                    do throws(APIError) {
                        try await schemas.tellConditions([condition.message], of: name, by: Self.consumer)
                        return nil
                    } catch { return error.code == 404 ? nil : error }
                }
            }
            return await group.reduce(into: [APIError]()) { if let error = $1 { $0.append(error) } }
        }
        if let first = failures.first { throw first }
    }
}

extension FlowControlKeeper: CacheObserver {
    func loaded(_ objects: [CachedObject], of cache: ResourceCache) { wake.yield() }
    func put(_ object: CachedObject, in cache: ResourceCache) { wake.yield() }
    func removed(_ object: CachedObject, from cache: ResourceCache) { wake.yield() }
}
