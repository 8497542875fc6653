import Client
import Objects
import Reactor
import Reconcile
import Synchronization

@testable import Kubelet

/// A node without a machine: the real worker over a simulated runtime and API server, in simulated time.
final class SimulatedNode: Sendable {
    let runtime: SimulatedRuntime
    let api: SimulatedAPI
    let folder: String
    let loop: EventLoop
    private let parts: Mutex<(PodRegistry, PodWorker)>
    let clock: NodeClock

    init(seed: UInt64 = 0) throws {
        let runtime = SimulatedRuntime(seed: seed)
        self.runtime = runtime
        api = SimulatedAPI { runtime.hasAnything(of: $0) }
        folder = try Fixture.folder()
        loop = try EventLoop()
        clock = NodeClock(
            time: TimeSource(
                nowMilliseconds: { Int64(runtime.state.withLock { $0.now.milliseconds }) },
                wallMilliseconds: { Int64(runtime.state.withLock { $0.now.milliseconds }) },
                sleep: { _ in await Task.yield() }))
        parts = Mutex(Self.make(runtime, api, folder, loop, clock))
    }

    private static func make(
        _ runtime: SimulatedRuntime, _ api: SimulatedAPI, _ folder: String, _ loop: EventLoop, _ clock: NodeClock
    ) -> (PodRegistry, PodWorker) {
        let registry = PodRegistry()
        let probes = ProbeRunner(runtime: runtime, api: api, loop: loop, clock: clock) { _ in }
        let settings = NodeSettings(
            dataDirectory: folder, hostAddress: "192.0.2.1", dns: ClusterDNS(), cgroupParent: "",
            memoryCapacity: 8 << 30, allocatable: [:])
        let worker = PodWorker(
            settings: settings, registry: registry, runtime: runtime, observer: RuntimeObserver(runtime), api: api,
            probes: probes, clock: clock, loop: loop)
        return (registry, worker)
    }

    var registry: PodRegistry { parts.withLock { $0.0 } }
    var worker: PodWorker { parts.withLock { $0.1 } }

    /// The agent's process ends and starts again: all that it remembered is lost.
    func restartAgent() { parts.withLock { $0 = Self.make(runtime, api, folder, loop, clock) } }

    var now: Moment {
        get { runtime.state.withLock { $0.now } }
        set { runtime.state.withLock { $0.now = newValue } }
    }

    /// Brings what the API server has to the agent, as its informer would.
    func deliver() {
        let pods = api.state.withLock { $0.isDown ? nil : $0.pods }
        guard let pods else { return }
        for pod in pods.values { registry.update(pod) }
        for entry in registry.entries where pods[entry.identity.uid] == nil { registry.removed(entry.identity.uid) }
        registry.setSynced()
    }

    /// One second of the node's life: a look at the runtime, a turn of each pod.
    func step() async {
        deliver()
        if let found = try? await RuntimeObserver(runtime).fingerprints() { _ = registry.noticed(found) }
        for uid in registry.uids.sorted() { _ = await worker.reconcile(uid) }
        now = now + 1_000
    }

    func steps(_ count: Int) async {
        for _ in 0..<count { await step() }
    }

    func end() async {
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
        try? FileSystem.removeTree(folder)
    }
}
