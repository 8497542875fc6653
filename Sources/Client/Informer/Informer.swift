import Objects
import Synchronization

/// Keeps a store equal to what the server has of one kind, and tells handlers of each change.
///
/// It lists once and then watches; a watch that is lost resumes after the last revision. See `ReflectorState`.
public final class Informer<T: ResourceView>: Sendable {
    public let objects = ObjectStore<T>()
    private let client: ClusterClient
    private let namespace: String
    private let labels: String
    private let fields: String
    private let time: TimeSource
    private let report: @Sendable (ClientError) -> Void
    private let handlers = Mutex<[@Sendable (Change<T>) -> Void]>([])
    private let gate = SyncGate()

    /// - Parameters:
    ///   - namespace: empty: all namespaces.
    ///   - report: told of each failed list or watch; the informer goes on by itself.
    public init(
        _ client: ClusterClient, namespace: String = "", labels: String = "", fields: String = "",
        time: TimeSource = .system, report: @escaping @Sendable (ClientError) -> Void = { _ in }
    ) {
        self.client = client
        self.namespace = namespace
        self.labels = labels
        self.fields = fields
        self.time = time
        self.report = report
    }

    /// Adds a handler, before `run`. Handlers are called one after the other, in the order of revisions, after the store
    /// has changed; they must be quick: typically they add a key to a work queue.
    public func onChange(_ handler: @escaping @Sendable (Change<T>) -> Void) {
        handlers.withLock { $0.append(handler) }
    }

    /// Returns when the first list is in the store and handlers have been told, or the task is cancelled.
    public func waitUntilSynced() async { await gate.wait() }

    public var isSynced: Bool { gate.isOpen }

    /// Lists and watches until the task is cancelled.
    public func run() async {
        await ReflectorState.run(time, list: { await list(&$0) }, watch: { await watch(after: $0, &$1) })
    }

    private func list(_ reflector: inout ReflectorState) async -> ReflectorState.Directive {
        do throws(ClientError) {
            let list = try await client.list(T.self, namespace: namespace, labels: labels, fields: fields)
            tell(objects.replace(list.items))
            gate.open()
            return reflector.listed(at: list.revision)
        } catch {
            if error.code != .cancelled { report(error) }
            return reflector.listFailed(error, jitter: .random(in: 0 ... .max))
        }
    }

    private func watch(after revision: Int64, _ reflector: inout ReflectorState) async -> ReflectorState.Directive {
        do throws(ClientError) {
            var parameters = WatchParameters(namespace: namespace, labels: labels, fields: fields)
            parameters.start = .after(revision)
            var watch = try await client.watch(T.resource, as: T.descriptor, parameters)
            while let event = try await watch.next() {
                if let change = objects.apply(event.change.map { T($0) }) { tell([change]) }
                reflector.observed(event.revision)
            }
            return reflector.watchEnded(jitter: .random(in: 0 ... .max))
        } catch {
            if error.code != .cancelled { report(error) }
            return reflector.watchFailed(error, jitter: .random(in: 0 ... .max))
        }
    }

    private func tell(_ changes: [Change<T>]) {
        if changes.isEmpty { return }
        let handlers = handlers.withLock { $0 }
        for change in changes {
            for handler in handlers { handler(change) }
        }
    }
}
