internal import Client
internal import Objects
internal import Synchronization
internal import Wire

/// Registers the node and keeps its object true: written when something has changed, and every five minutes at least.
final class NodeReporter: Sendable {
    struct Settings: Sendable {
        var name: String
        var address: String
        var port: Int
        var maxPods: Int
        var dataDirectory: String
        var labels: StringMap<String>
        var taints: [Core.Taint]
    }
    private let settings: Settings
    private let api: any NodeAPI
    private let runtime: any RuntimeService
    private let clock: NodeClock
    private let reportedAt = Mutex<Moment?>(nil)
    /// Where the facts come from.
    private let facts: @Sendable () -> MachineFacts

    init(
        _ settings: Settings, api: any NodeAPI, runtime: any RuntimeService, clock: NodeClock,
        facts: @escaping @Sendable () -> MachineFacts
    ) {
        self.settings = settings
        self.api = api
        self.runtime = runtime
        self.clock = clock
        self.facts = facts
    }

    /// Until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            let isWell = await report()
            await clock.sleep(isWell ? KubeletLimits.nodeStatusMilliseconds : KubeletLimits.actionRetryMilliseconds)
        }
    }

    /// One look. Returns whether the API server knows all by now, and the node is ready: a node that is not is looked at
    /// sooner, since pods wait for it.
    func report() async -> Bool {
        let health = await self.health()
        let builder = NodeStatusBuilder(
            name: settings.name, address: settings.address, port: settings.port, maxPods: settings.maxPods,
            facts: facts(), health: health, now: clock.now)
        do throws(ClientError) {
            let node = try await register(builder)
            let status = builder.status(node.status)
            let last = reportedAt.withLock { $0 }
            let isDue = last.map { clock.now - $0 >= KubeletLimits.nodeStatusReportMilliseconds } ?? true
            if isDue || !NodeStatusBuilder.isSame(status, node.status) {
                if let patch = StatusPatch.make(from: node.status.message, to: status.message, uid: node.metadata.uid) {
                    _ = try await api.patchNode(settings.name, json: patch, subresource: "status")
                }
                reportedAt.withLock { $0 = clock.now }
            }
            return health.problem == nil
        } catch {
            return false
        }
    }

    /// The node as the API server has it, made if need be, with the labels that it must have.
    private func register(_ builder: NodeStatusBuilder) async throws(ClientError) -> Core.Node {
        var labels = NodeStatusBuilder.labels(name: settings.name, architecture: builder.facts.architecture)
        for label in settings.labels.entries { labels[label.key] = label.value }
        do throws(ClientError) {
            let node = try await api.node(settings.name)
            let missing = labels.entries.filter { node.metadata.labels[$0.key] != $0.value }
            if missing.isEmpty { return node }
            return try await api.patchNode(
                settings.name, json: Self.labelPatch(missing.map { ($0.key, $0.value) }), subresource: "")
        } catch {
            guard error.code == .notFound else { throw error }
            var node = Core.Node()
            node.metadata.name = settings.name
            node.metadata.labels = labels
            node.spec.taints = settings.taints
            node.status = builder.status(Core.NodeStatus())
            return try await api.create(node)
        }
    }

    static func labelPatch(_ labels: [(String, String)]) -> [UInt8] {
        var writer = JSONWriter(pretty: false)
        writer.beginObject()
        writer.key("metadata")
        writer.beginObject()
        writer.key("labels")
        writer.beginObject()
        for (key, value) in labels {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        writer.endObject()
        writer.endObject()
        return writer.bytes
    }

    func health() async -> RuntimeHealth {
        var health = RuntimeHealth()
        do throws(RuntimeError) {
            let version = try await runtime.version()
            health.name = version.runtimeName
            health.version = version.runtimeVersion
            let conditions = try await runtime.conditions()
            let unmet = ["RuntimeReady", "NetworkReady"].compactMap { type -> String? in
                guard let condition = conditions.first(where: { $0.type == type }) else { return nil }
                return condition.status ? nil : "\(type)=false reason:\(condition.reason) message:\(condition.message_)"
            }
            health.problem = unmet.isEmpty ? nil : "container runtime not ready: " + unmet.joined(separator: "; ")
        } catch {
            health.problem = error.message
            return health
        }
        let images = (try? await runtime.images()) ?? []
        health.images = images.sorted { $0.size > $1.size }.prefix(50).map { image in
            var result = Core.ContainerImage()
            result.names = Array((image.repoDigests + image.repoTags).prefix(5))
            result.sizeBytes = image.size
            return result
        }
        return health
    }
}
