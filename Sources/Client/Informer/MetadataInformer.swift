public import Objects

/// Follows the metadata of all objects of one kind, which need not be known when the program is built.
///
/// As `Informer`, it lists once and then watches, and a watch that is lost resumes. It keeps no objects but their uids.
public final class MetadataInformer: Sendable {
    public enum Change: Sendable {
        case present(Meta.ObjectMeta)
        /// As it was last known; after a gap its key and uid alone.
        case gone(Meta.ObjectMeta)
    }
    public let resource: ResourceName
    private let client: ClusterClient
    private let time: TimeSource
    private let handler: @Sendable (Change) -> Void
    private let gate = SyncGate()

    /// - Parameter handler: called for each change, one after the other; must be quick.
    public init(
        _ client: ClusterClient, _ resource: ResourceName, time: TimeSource = .system,
        handler: @escaping @Sendable (Change) -> Void
    ) {
        self.client = client
        self.resource = resource
        self.time = time
        self.handler = handler
    }

    /// The handler has been told of all objects that there were.
    public var isSynced: Bool { gate.isOpen }

    /// Returns when the handler has been told of all of them, or the task is cancelled.
    public func waitUntilSynced() async { await gate.wait() }

    /// Lists and watches until the task is cancelled.
    public func run() async {
        var known: [ObjectKey: String] = [:]
        await ReflectorState.run(
            time, list: { await list(&$0, &known) }, watch: { await watch(after: $0, &$1, &known) })
    }

    private func list(
        _ reflector: inout ReflectorState, _ known: inout [ObjectKey: String]
    ) async -> ReflectorState.Directive {
        do throws(ClientError) {
            let list = try await client.list(resource, as: Meta.PartialObjectMetadata.descriptor)
            var gone = known
            for item in list.items {
                let metadata = Meta.PartialObjectMetadata(item).metadata
                let key = ObjectKey(namespace: metadata.namespace, name: metadata.name)
                if gone[key] == metadata.uid { gone[key] = nil }
            }
            for (key, uid) in gone { forget(key, uid, &known) }
            for item in list.items { present(Meta.PartialObjectMetadata(item).metadata, &known) }
            gate.open()
            return reflector.listed(at: list.revision)
        } catch { return reflector.listFailed(error, jitter: .random(in: 0 ... .max)) }
    }

    private func watch(
        after revision: Int64, _ reflector: inout ReflectorState, _ known: inout [ObjectKey: String]
    ) async -> ReflectorState.Directive {
        do throws(ClientError) {
            var parameters = WatchParameters()
            parameters.start = .after(revision)
            var watch = try await client.watch(resource, as: Meta.PartialObjectMetadata.descriptor, parameters)
            while let event = try await watch.next() {
                switch event.change {
                case .added(let object), .modified(let object):
                    present(Meta.PartialObjectMetadata(object).metadata, &known)
                case .deleted(let object):
                    let metadata = Meta.PartialObjectMetadata(object).metadata
                    known[ObjectKey(namespace: metadata.namespace, name: metadata.name)] = nil
                    handler(.gone(metadata))
                case .bookmark: break
                }
                reflector.observed(event.revision)
            }
            return reflector.watchEnded(jitter: .random(in: 0 ... .max))
        } catch { return reflector.watchFailed(error, jitter: .random(in: 0 ... .max)) }
    }

    private func present(_ metadata: Meta.ObjectMeta, _ known: inout [ObjectKey: String]) {
        known[ObjectKey(namespace: metadata.namespace, name: metadata.name)] = metadata.uid
        handler(.present(metadata))
    }

    private func forget(_ key: ObjectKey, _ uid: String, _ known: inout [ObjectKey: String]) {
        known[key] = nil
        var metadata = Meta.ObjectMeta()
        metadata.namespace = key.namespace
        metadata.name = key.name
        metadata.uid = uid
        handler(.gone(metadata))
    }
}
