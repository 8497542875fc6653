import Client
import Objects
import Synchronization
import Testing
import TestSupport

@testable import Kubelet

@Suite("A node keeps its pods as the API server says")
struct PodWorkerTests {
    @Test("a pod is brought up, and its status says so")
    func bringUp() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod(["a", "b"], initNames: ["prepare"]))
        await node.steps(2)
        #expect(node.runtime.running("u1") == ["prepare"])
        #expect(node.api.pod("u1")?.status.phase == "Pending")
        node.runtime.crash(exitCode: 0)
        await node.steps(2)
        #expect(node.runtime.running("u1") == ["a", "b"])
        let status = try #require(node.api.pod("u1")?.status)
        #expect(status.phase == "Running")
        #expect(
            status.conditions.filter { $0.status == "True" }.map(\.type).sorted() == [
                "ContainersReady", "Initialized", "PodReadyToStartContainers", "PodScheduled", "Ready",
            ])
        #expect(status.containerStatuses.allSatisfy { $0.ready && $0.restartCount == 0 && !$0.containerID.isEmpty })
        #expect(!status.podIP.isEmpty && status.hostIP == "192.0.2.1")
        await node.end()
    }

    @Test(
        "after the agent starts again the same containers run, and nothing is written or asked of the runtime but looks"
    )
    func adoption() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod(["a", "b"]))
        await node.steps(3)
        let before = node.runtime.state.withLock { $0.containers.keys.sorted() }
        let writes = node.api.state.withLock { $0.podWrites }
        node.runtime.state.withLock { $0.calls = [] }
        node.restartAgent()
        await node.steps(3)
        #expect(node.runtime.state.withLock { $0.containers.keys.sorted() } == before)
        #expect(node.api.pod("u1")?.status.containerStatuses.map(\.restartCount) == [0, 0])
        #expect(node.api.state.withLock { $0.podWrites } == writes)
        let looks: Set<String> = ["sandboxes", "containers", "sandboxStatus", "containerStatus", "image"]
        #expect(node.runtime.state.withLock { Set($0.calls) }.isSubset(of: looks))
        await node.end()
    }

    @Test("before the list of pods was read, nothing is stopped; after it, what no pod asks for is")
    func orphans() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod())
        await node.steps(2)
        node.restartAgent()
        node.api.state.withLock { state in
            state.pods = [:]
            state.isDown = true
        }
        await node.steps(3)
        #expect(node.runtime.running("u1") == ["app"])
        node.api.state.withLock { $0.isDown = false }
        await node.steps(3)
        #expect(!node.runtime.hasAnything(of: "u1"))
        #expect(node.registry.entries.isEmpty)
        await node.end()
    }

    @Test("without an API server a container that ends is restarted")
    func failStatic() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod())
        await node.steps(2)
        node.api.state.withLock { $0.isDown = true }
        node.runtime.crash()
        await node.steps(2)
        #expect(node.runtime.running("u1") == ["app"])
        node.api.state.withLock { $0.isDown = false }
        await node.steps(2)
        #expect(node.api.pod("u1")?.status.containerStatuses.first?.restartCount == 1)
        await node.end()
    }

    @Test("a deleted pod ends with its grace, and its object goes last")
    func deletion() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod())
        await node.steps(2)
        var pod = try #require(node.api.pod("u1"))
        pod.metadata.deletionGracePeriodSeconds = 30
        pod.metadata.deletionTimestamp = (node.now + 30_000).timestamp
        node.api.put(pod)
        await node.steps(2)
        #expect(node.api.pod("u1") == nil)
        #expect(!node.runtime.hasAnything(of: "u1"))
        #expect(node.api.violations.withLock { $0 } == [])
        #expect(node.runtime.state.withLock { $0.stops.map(\.graceSeconds) } == [30])
        #expect(!FileSystem.exists("\(node.folder)/pods/u1"))
        await node.end()
    }

    @Test("a container that keeps crashing is restarted with growing waits, and its status says why it waits")
    func crashLoop() async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod())
        for _ in 0..<200 {
            await node.step()
            node.runtime.crash()
        }
        let starts = node.runtime.state.withLock { $0.starts["u1/app"] ?? [] }
        let gaps = zip(starts.dropFirst(), starts).map { ($0 - $1) / 1_000 }
        #expect(starts.count >= 5)
        for (gap, least) in zip(gaps, [0, 10, 20, 40, 80]) { #expect(gap >= least && gap <= least + 4) }
        let status = try #require(node.api.pod("u1")?.status.containerStatuses.first)
        #expect(status.state.waiting?.reason == "CrashLoopBackOff")
        #expect(status.lastState.terminated?.exitCode == 1)
        #expect(status.restartCount == starts.count - 1)
        // The first restart does not wait; each later one, and the one to come, is told of once.
        let name = try #require(node.api.pod("u1")?.metadata.name)
        #expect(node.api.events.filter { $0 == "\(name) BackOff" }.count == starts.count - 1)
        #expect(node.api.pod("u1")?.status.phase == "Running")
        await node.end()
    }

    @Test("an image that cannot be had is asked for less and less often, and said in the status")
    func pullBackoff() async throws {
        let node = try SimulatedNode()
        var pod = Fixture.pod()
        pod.spec.containers[0].image = "nowhere:1"
        node.api.put(pod)
        await node.steps(100)
        let pulls = node.runtime.state.withLock { $0.calls.filter { $0 == "pullImage" }.count }
        #expect((3...5).contains(pulls))
        let waiting = node.api.pod("u1")?.status.containerStatuses.first?.state.waiting
        #expect(waiting?.reason == "ImagePullBackOff")
        #expect(waiting?.message_.contains("no such image") == true)
        node.runtime.state.withLock { _ = $0.registry.insert("nowhere:1") }
        await node.steps(100)
        #expect(node.runtime.running("u1") == ["app"])
        await node.end()
    }

    @Test("a missing ConfigMap keeps its container waiting, not its sibling")
    func missingConfigMap() async throws {
        let node = try SimulatedNode()
        var pod = Fixture.pod(["a", "b"])
        var source = Core.EnvFromSource()
        source.configMapRef = Core.ConfigMapEnvSource()
        source.configMapRef?.localObjectReference.name = "settings"
        pod.spec.containers[0].envFrom = [source]
        node.api.put(pod)
        await node.steps(3)
        #expect(node.runtime.running("u1") == ["b"])
        let waiting = node.api.pod("u1")?.status.containerStatuses.first?.state.waiting
        #expect(waiting?.reason == "CreateContainerConfigError")
        #expect(waiting?.message_ == "configmap \"settings\" not found")
        node.api.state.withLock { $0.configMaps["settings"] = Core.ConfigMap() }
        await node.steps(12)
        #expect(node.runtime.running("u1") == ["a", "b"])
        await node.end()
    }

    @Test("a job's pod ends as Succeeded or Failed, and stays so", arguments: [(0, "Succeeded"), (3, "Failed")])
    func jobs(exitCode: Int, phase: String) async throws {
        let node = try SimulatedNode()
        node.api.put(Fixture.pod(policy: "Never"))
        await node.steps(2)
        node.runtime.crash(exitCode: exitCode)
        await node.steps(3)
        let status = try #require(node.api.pod("u1")?.status)
        #expect(status.phase == phase)
        #expect(status.containerStatuses.first?.state.terminated?.exitCode == exitCode)
        #expect(!status.podIP.isEmpty)
        node.restartAgent()
        await node.steps(2)
        #expect(node.api.pod("u1")?.status.phase == phase)
        #expect(node.runtime.state.withLock { $0.starts["u1/app"]?.count } == 1)
        await node.end()
    }
}

@Suite("Whatever fails, the node's promises hold")
struct PodWorkerFaultTests {
    @Test("never two instances, never a pod deleted while it runs, and in the end all is as asked", arguments: 0..<40)
    func seeds(seed: Int) async throws {
        let node = try SimulatedNode(seed: UInt64(seed))
        var numbers = SeededGenerator(seed: UInt64(seed) &+ 1_000)
        var wanted: [String: [String]] = [:]
        for number in 0..<3 {
            let uid = "u\(number)"
            node.api.put(
                Fixture.pod(
                    ["a", "b"], initNames: numbers.chance(30) ? ["i"] : [], sidecars: numbers.chance(30) ? ["z"] : [],
                    uid: uid, name: "pod\(number)"))
            wanted[uid] = ["a", "b"]
        }
        node.runtime.state.withLock { $0.faultPercent = 8 }
        for _ in 0..<120 {
            switch numbers.next() % 12 {
            case 0: node.runtime.crash(exitCode: Int(numbers.next() % 2))
            case 1 where numbers.chance(40): node.runtime.loseSandbox()
            case 2 where numbers.chance(40): node.restartAgent()
            case 3: node.api.state.withLock { $0.isDown = numbers.chance(50) }
            case 4 where numbers.chance(20):
                let uid = "u\(numbers.next() % 3)"
                guard var pod = node.api.pod(uid) else { break }
                pod.metadata.deletionGracePeriodSeconds = 5
                pod.metadata.deletionTimestamp = (node.now + 5_000).timestamp
                node.api.put(pod)
                wanted[uid] = nil
            default: break
            }
            // Init containers end by themselves.
            node.runtime.crash(exitCode: 0) { $0.name == "i" }
            await node.step()
            #expect(node.runtime.violations == [])
            #expect(node.api.violations.withLock { $0 } == [])
        }
        node.runtime.state.withLock { $0.faultPercent = 0 }
        node.api.state.withLock { $0.isDown = false }
        for _ in 0..<700 {
            node.runtime.crash(exitCode: 0) { $0.name == "i" }
            await node.step()
            let isDone = (0..<3).allSatisfy { number in
                let uid = "u\(number)"
                guard let names = wanted[uid] else {
                    return !node.runtime.hasAnything(of: uid) && node.api.pod(uid) == nil
                }
                return node.api.pod(uid)?.status.conditions.first { $0.type == "Ready" }?.status == "True"
                    && node.runtime.running(uid).filter { names.contains($0) } == names
            }
            if isDone { break }
        }
        for number in 0..<3 {
            let uid = "u\(number)"
            if let names = wanted[uid] {
                #expect(node.runtime.running(uid).filter { names.contains($0) } == names)
                #expect(node.api.pod(uid)?.status.phase == "Running")
            } else {
                #expect(!node.runtime.hasAnything(of: uid))
                #expect(node.api.pod(uid) == nil)
            }
        }
        #expect(node.runtime.violations == [])
        #expect(node.api.violations.withLock { $0 } == [])
        await node.end()
    }
}
