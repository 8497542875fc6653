public import Client
internal import HTTP1
internal import HTTP2
internal import Objects
public import Reactor
internal import Reconcile
internal import Synchronization

/// A node's agent: registers the node, runs the pods that are bound to it, and tells how they fare.
///
/// Containers do not depend on it: when it ends they go on, and when it starts again it finds them by their labels and
/// leaves them as they are.
public final class Kubelet: Sendable {
    private let configuration: KubeletConfiguration
    private let client: ClusterClient
    private let loop: EventLoop
    private let server: HTTP2Server
    private let registry: PodRegistry
    private let runtime: any RuntimeService
    private let clock: NodeClock
    private let health: RuntimeClock

    /// The port that the node's server listens at.
    public var port: Int { server.boundPort() ?? configuration.port }

    /// Makes its folders and binds its port; nothing runs before `run`.
    ///
    /// - Parameter loop: where the runtime's and the server's connections live.
    public init(
        _ configuration: KubeletConfiguration, client: ClusterClient, loops: EventLoopGroup
    ) throws(KubeletError) {
        self.configuration = configuration
        self.client = client
        loop = loops.leastLoaded()
        registry = PodRegistry()
        clock = NodeClock(time: configuration.time)
        runtime = CRIClient(socket: configuration.criSocket, loop: loop)
        let health = RuntimeClock(clock)
        self.health = health
        guard configuration.dataDirectory.hasPrefix("/") else {
            throw KubeletError("the kubelet's data folder must be an absolute path, not \(configuration.dataDirectory)")
        }
        do {
            try FileSystem.makeFolders(configuration.dataDirectory, mode: 0o711)
            try FileSystem.makeFolders(configuration.dataDirectory + "/pods", mode: 0o711)
            let handler = NodeRequestHandler(
                registry: registry, runtime: runtime, dataDirectory: configuration.dataDirectory, clock: clock
            ) { health.problem }
            let address = configuration.bindAddress.isEmpty ? configuration.nodeIP : configuration.bindAddress
            server = try HTTP2Server(
                [
                    HTTP2Server.Binding(
                        .tcp(host: address, port: configuration.port), tls: try TLSServerIdentity(configuration.tls))
                ], loops: loops, handler: handler, fallback: HTTP1())
        } catch {
            throw KubeletError("the kubelet cannot start: \(error)")
        }
    }

    /// Until the task is cancelled. Containers are left running.
    public func run() async {
        let facts = MachineFacts.read(folder: configuration.dataDirectory)
        let events = EventRecorder(client, component: "kubelet", host: configuration.nodeName, time: configuration.time)
        let api = ClusterNodeAPI(client: client, events: events)
        let queue = WorkQueue<String>(time: configuration.time)
        let observer = RuntimeObserver(runtime)
        let probes = ProbeRunner(runtime: runtime, api: api, loop: loop, clock: clock) { queue.add($0) }
        let worker = PodWorker(
            settings: settings(facts), registry: registry, runtime: runtime, observer: observer, api: api,
            probes: probes, clock: clock, loop: loop)
        let pods = Informer<Core.Pod>(
            client, fields: "spec.nodeName=\(configuration.nodeName)", time: configuration.time)
        let registry = self.registry
        pods.onChange { change in
            let pod = change.object
            if case .deleted = change { registry.removed(pod.metadata.uid) } else { registry.update(pod) }
            queue.add(pod.metadata.uid)
        }
        let reporter = reporter(api)
        server.start()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await events.run() }
            group.addTask { await reporter.run() }
            group.addTask { await self.heartbeat(api).run() }
            group.addTask { await pods.run() }
            group.addTask { await self.watchRuntime(observer, queue, pods) }
            group.addTask { await probes.run() }
            group.addTask {
                await LogRotation(
                    dataDirectory: self.configuration.dataDirectory, registry: registry, runtime: self.runtime,
                    clock: self.clock
                ).run()
            }
            group.addTask {
                await Controller(name: "kubelet", queue: queue, workers: KubeletLimits.podWorkers) {
                    await worker.reconcile($0)
                }.run()
            }
            await group.waitForAll()
        }
        await server.shutdown(drainMilliseconds: 500)
    }

    private func settings(_ facts: MachineFacts) -> NodeSettings {
        let builder = NodeStatusBuilder(
            name: configuration.nodeName, address: configuration.nodeIP, port: port, maxPods: configuration.maxPods,
            facts: facts, health: RuntimeHealth(), now: clock.now)
        return NodeSettings(
            dataDirectory: configuration.dataDirectory, hostAddress: configuration.nodeIP, dns: configuration.dns,
            cgroupParent: configuration.cgroupParent, memoryCapacity: facts.memoryBytes,
            allocatable: builder.allocatable)
    }

    private func heartbeat(_ api: ClusterNodeAPI) -> NodeHeartbeat {
        NodeHeartbeat(
            name: configuration.nodeName, api: api, clock: clock,
            periodMilliseconds: configuration.heartbeatMilliseconds)
    }

    private func reporter(_ api: ClusterNodeAPI) -> NodeReporter {
        let folder = configuration.dataDirectory
        return NodeReporter(
            NodeReporter.Settings(
                name: configuration.nodeName, address: configuration.nodeIP, port: port,
                maxPods: configuration.maxPods, dataDirectory: folder, labels: configuration.labels,
                taints: configuration.taints),
            api: api, runtime: runtime, clock: clock, facts: { MachineFacts.read(folder: folder) })
    }

    /// Looks each second at what the runtime has, and wakes the workers of pods for which something is new. What no pod
    /// asks for is found here too, once it is known which pods there are.
    private func watchRuntime(_ observer: RuntimeObserver, _ queue: WorkQueue<String>, _ pods: Informer<Core.Pod>) async
    {
        var sawPods = false
        while !Task.isCancelled {
            if !sawPods, pods.isSynced {
                sawPods = true
                registry.setSynced()
                for uid in registry.uids { queue.add(uid) }
                for uid in leftFolders() { queue.add(uid) }
            }
            do throws(RuntimeError) {
                for uid in registry.noticed(try await observer.fingerprints()) { queue.add(uid) }
                health.answered()
            } catch {
                // It is being restarted, or gone: the node's condition says so, and pods are looked at when it is back.
            }
            await clock.sleep(KubeletLimits.relistMilliseconds)
        }
    }

    /// Folders of pods that ended while no agent ran, and of which the runtime has nothing either.
    private func leftFolders() -> [String] {
        FileSystem.names(configuration.dataDirectory + "/logs/pods").compactMap { name in
            let parts = name.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 3, registry.entry(parts[2]) == nil else { return nil }
            _ = registry.noticed([PodIdentity(namespace: parts[0], name: parts[1], uid: parts[2]): []])
            return parts[2]
        }
    }
}

/// When the runtime was last heard of.
final class RuntimeClock: Sendable {
    private let clock: NodeClock
    private let last = Mutex<Moment?>(nil)

    init(_ clock: NodeClock) { self.clock = clock }

    func answered() { last.withLock { $0 = clock.now } }

    /// Nil: it answers.
    var problem: String? {
        guard let last = last.withLock({ $0 }) else { return "the container runtime has not answered yet" }
        let silence = clock.now - last
        return silence < KubeletLimits.runtimeStaleMilliseconds
            ? nil : "the container runtime has not answered for \(silence / 1_000) s"
    }
}
