import Client
import Glibc
import Objects
import Reactor
import Synchronization
import Testing

@testable import Kubelet

/// A node with a real containerd, and the API server simulated.
private final class RealNode {
    let containerd: PrivateContainerd
    let api = SimulatedAPI()
    let loop: EventLoop
    let runtime: CRIClient
    let clock = NodeClock(time: .system)
    private(set) var registry = PodRegistry()
    private(set) var worker: PodWorker
    private(set) var probes: ProbeRunner

    init() throws {
        containerd = try PrivateContainerd()
        loop = try EventLoop()
        runtime = CRIClient(socket: containerd.socket, loop: loop)
        (worker, probes) = Self.make(containerd, registry, runtime, api, loop, clock)
    }

    private static func make(
        _ containerd: PrivateContainerd, _ registry: PodRegistry, _ runtime: CRIClient, _ api: SimulatedAPI,
        _ loop: EventLoop, _ clock: NodeClock
    ) -> (PodWorker, ProbeRunner) {
        let probes = ProbeRunner(runtime: runtime, api: api, loop: loop, clock: clock) { _ in }
        let settings = NodeSettings(
            dataDirectory: containerd.folder + "/kubelet", hostAddress: "127.0.0.1", dns: ClusterDNS(),
            cgroupParent: containerd.cgroupParent, memoryCapacity: 4 << 30, allocatable: [:])
        return (
            PodWorker(
                settings: settings, registry: registry, runtime: runtime, observer: RuntimeObserver(runtime), api: api,
                probes: probes, clock: clock, loop: loop), probes
        )
    }

    func restartAgent() {
        registry = PodRegistry()
        (worker, probes) = Self.make(containerd, registry, runtime, api, loop, clock)
    }

    /// Works until the condition holds; true if it did within the time.
    func work(seconds: Int, until holds: () -> Bool) async -> Bool {
        let end = clock.now + seconds * 1_000
        repeat {
            let pods = api.state.withLock { $0.pods }
            for pod in pods.values { registry.update(pod) }
            for entry in registry.entries where pods[entry.identity.uid] == nil { registry.removed(entry.identity.uid) }
            registry.setSynced()
            if let found = try? await RuntimeObserver(runtime).fingerprints() { _ = registry.noticed(found) }
            for uid in registry.uids { _ = await worker.reconcile(uid) }
            if holds() { return true }
            // The world outside of the test moves on by itself.
            await clock.sleep(50)
        } while clock.now < end
        return false
    }

    func end() async {
        containerd.end()
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
    }
}

@Suite("With a real containerd", .serialized)
struct ContainerdTests {
    private static let obstacle = PrivateContainerd.obstacle

    @Test(
        "a pod comes up with its network, files and variables, is adopted, restarted when killed, and leaves nothing",
        .enabled(if: obstacle == nil, Comment(rawValue: obstacle ?? "")))
    func life() async throws {
        let node = try RealNode()
        do {
            try await live(node)
        } catch {
            Issue.record(error)
        }
        await node.end()
    }

    private func pod() -> Core.Pod {
        var pod = Fixture.pod(["web", "shell"], initNames: ["prepare"])
        pod.spec.terminationGracePeriodSeconds = 2
        pod.spec.containers[0].image = "localhost/apus/web:1"
        pod.spec.containers[0].resources.limits = ["cpu": Quantity(milli: 500), "memory": Quantity(binary: 64 << 20)]
        for (at, name) in [(1, "shell")] where pod.spec.containers[at].name == name {
            pod.spec.containers[at].image = "localhost/apus/web:1"
            pod.spec.containers[at].command = ["/bin/sh", "-c"]
            pod.spec.containers[at].args = [
                "echo hello $(WHO) from $NODE; cat /etc/settings/color; cat /scratch/note; echo bye >/dev/termination-log;"
                    + " while true; do sleep 1; done"
            ]
        }
        var who = Core.EnvVar()
        who.name = "WHO"
        who.value = "world"
        var node = Core.EnvVar()
        node.name = "NODE"
        node.valueFrom = Core.EnvVarSource()
        node.valueFrom?.fieldRef = Core.ObjectFieldSelector()
        node.valueFrom?.fieldRef?.fieldPath = "status.podIP"
        pod.spec.containers[1].env = [who, node]
        pod.spec.initContainers[0].image = "localhost/apus/web:1"
        pod.spec.initContainers[0].command = ["/bin/sh", "-c", "echo prepared >/scratch/note"]
        var scratch = Core.Volume()
        scratch.name = "scratch"
        scratch.volumeSource.emptyDir = Core.EmptyDirVolumeSource()
        var settings = Core.Volume()
        settings.name = "settings"
        settings.volumeSource.configMap = Core.ConfigMapVolumeSource()
        settings.volumeSource.configMap?.localObjectReference.name = "settings"
        pod.spec.volumes = [scratch, settings]
        var note = Core.VolumeMount()
        note.name = "scratch"
        note.mountPath = "/scratch"
        var color = Core.VolumeMount()
        color.name = "settings"
        color.mountPath = "/etc/settings"
        pod.spec.initContainers[0].volumeMounts = [note]
        pod.spec.containers[1].volumeMounts = [note, color]
        var probe = Core.Probe()
        probe.probeHandler.httpGet = Core.HTTPGetAction()
        probe.probeHandler.httpGet?.path = "/"
        probe.probeHandler.httpGet?.port = .int(8_080)
        probe.periodSeconds = 1
        pod.spec.containers[0].readinessProbe = probe
        return pod
    }

    private func live(_ node: RealNode) async throws {
        var map = Core.ConfigMap()
        map.data = ["color": "blue\n"]
        node.api.state.withLock { $0.configMaps["settings"] = map }
        node.api.put(pod())
        let probes = Task { [probes = node.probes] in await probes.run() }
        func status() -> Core.PodStatus { node.api.pod("u1")?.status ?? Core.PodStatus() }
        func isReady() -> Bool { status().conditions.first { $0.type == "Ready" }?.status == "True" }
        let isUp = await node.work(seconds: 600, until: isReady)
        try #require(isUp, "\(status().message) \(node.api.events)")
        probes.cancel()
        #expect(status().phase == "Running")
        let address = status().podIP
        let answer = await SocketProbe.http(
            host: address, port: 8_080, path: "/", isTLS: false, headers: [], timeoutMilliseconds: 60_000,
            loop: node.loop)
        #expect(answer.isSuccess, "\(answer.message)")

        let paths = PodPaths(root: node.containerd.folder + "/kubelet", pod: Fixture.identity)
        func log(_ attempt: Int) -> String {
            LogFolder(paths, container: "shell").ending(of: attempt)
        }
        let hasLogged = await node.work(seconds: 300) { log(0).hasSuffix("prepared\n") }
        #expect(hasLogged)
        #expect(log(0) == "hello world from \(address)\nblue\nprepared\n")

        // The agent starts again: the same containers, no restart.
        let before = status().containerStatuses
        node.restartAgent()
        _ = await node.work(seconds: 2) { false }
        #expect(status().containerStatuses.map(\.containerID) == before.map(\.containerID))
        #expect(status().containerStatuses.map(\.restartCount) == [0, 0])

        // A container's process is killed from outside.
        let id = String(try #require(before.first { $0.name == "shell" }).containerID.dropFirst("containerd://".count))
        try node.containerd.ctr(["tasks", "kill", "--signal", "SIGKILL", id])
        func shell() -> Core.ContainerStatus? { status().containerStatuses.first { $0.name == "shell" } }
        let isBack = await node.work(seconds: 300) { shell()?.restartCount == 1 && shell()?.state.running != nil }
        try #require(isBack, "\(status().message) \(node.api.events)")
        #expect(shell()?.lastState.terminated?.exitCode == 137)
        #expect(shell()?.lastState.terminated?.message_ == "bye\n")
        #expect(status().containerStatuses.first { $0.name == "web" }?.restartCount == 0)
        let rotated = LogFolder(paths, container: "shell").instances
        #expect(rotated == [1, 0])

        // Deleted.
        var pod = try #require(node.api.pod("u1"))
        pod.metadata.deletionGracePeriodSeconds = 2
        pod.metadata.deletionTimestamp = (node.clock.now + 2_000).timestamp
        node.api.put(pod)
        let isGone = await node.work(seconds: 300) { node.api.pod("u1") == nil && node.registry.entries.isEmpty }
        #expect(isGone, "\(node.api.events)")
        #expect(try node.containerd.ctr(["containers", "ls", "-q"]) == "")
        #expect(!FileSystem.exists(paths.folder) && !FileSystem.exists(paths.logs))
    }
}
