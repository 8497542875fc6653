import Client
import Objects
import Synchronization
import Testing

@testable import Kubelet

@Suite("The node registers, says how it is, and that it is alive")
struct NodeTests {
    @Test(
        "the kernel's texts are read",
        arguments: [
            ("200000 100000\n", 2), ("150000 100000\n", 2), ("max 100000\n", nil), ("", nil), ("x y", nil),
            ("-1 5", nil),
        ] as [(String, Int?)])
    func cpuMax(text: String, processors: Int?) {
        #expect(MachineFacts.processorLimit(cpuMax: text) == processors)
    }

    @Test("memory, tasks and the system's name")
    func kernel() {
        let memory = MachineFacts.memory(meminfo: "MemTotal:       16384 kB\nMemFree: 1 kB\nMemAvailable:    8192 kB\n")
        #expect(memory.total == 16_777_216 && memory.available == 8_388_608)
        #expect(MachineFacts.memory(meminfo: "nonsense") == (0, 0))
        #expect(MachineFacts.processes(loadavg: "0.20 0.18 0.12 1/80 11206\n") == 80)
        #expect(MachineFacts.processes(loadavg: "") == nil)
        #expect(
            MachineFacts.osImage(osRelease: "ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n") == "Debian GNU/Linux 12"
        )
        let here = MachineFacts.read(folder: "/")
        #expect(here.processors >= 1 && here.memoryBytes > 0 && here.diskBytes > 0 && !here.kernelVersion.isEmpty)
    }

    private func builder(_ change: (inout MachineFacts) -> Void = { _ in }, problem: String? = nil) -> NodeStatusBuilder
    {
        var facts = MachineFacts()
        facts.processors = 4
        facts.memoryBytes = 8 << 30
        facts.memoryAvailableBytes = 4 << 30
        facts.diskBytes = 100 << 30
        facts.diskAvailableBytes = 50 << 30
        facts.processLimit = 1_000
        facts.processes = 100
        change(&facts)
        var health = RuntimeHealth()
        health.problem = problem
        return NodeStatusBuilder(
            name: "n1", address: "192.0.2.1", port: 10_250, maxPods: 110, facts: facts, health: health,
            now: Fixture.now)
    }

    @Test("pressure and readiness", arguments: ["MemoryPressure", "DiskPressure", "PIDPressure", "Ready"])
    func conditions(type: String) {
        func value(_ builder: NodeStatusBuilder) -> String? {
            builder.status(Core.NodeStatus()).conditions.first { $0.type == type }?.status
        }
        let isReady = type == "Ready"
        #expect(value(builder()) == (isReady ? "True" : "False"))
        let bad = builder(
            { facts in
                facts.memoryAvailableBytes = 50 << 20
                facts.diskAvailableBytes = 5 << 30
                facts.processes = 990
            }, problem: "no runtime")
        #expect(value(bad) == (isReady ? "False" : "True"))
    }

    @Test("capacity in the units that the scheduler counts in, less what is kept back")
    func capacity() {
        let status = builder().status(Core.NodeStatus())
        #expect(status.capacity["cpu"]?.description == "4" && status.capacity["memory"]?.description == "8Gi")
        #expect(status.capacity["pods"]?.value == 110)
        #expect(status.allocatable["memory"]?.value == (8 << 30) - Int64(KubeletLimits.memoryPressureBytes))
        #expect(status.addresses.map(\.address) == ["192.0.2.1", "n1"])
        #expect(status.daemonEndpoints.kubeletEndpoint.port == 10_250)
    }

    @Test("only heartbeats differ: that is no change")
    func sameness() {
        var later = builder().status(Core.NodeStatus())
        let first = later
        for at in later.conditions.indices { later.conditions[at].lastHeartbeatTime = (Fixture.now + 9_000).timestamp }
        #expect(NodeStatusBuilder.isSame(first, later))
        later.conditions[0].status = "Unknown"
        #expect(!NodeStatusBuilder.isSame(first, later))
    }

    @Test("the node is registered once, written again when something changes, and every five minutes")
    func reporting() async {
        let runtime = SimulatedRuntime()
        let api = SimulatedAPI()
        let clock = NodeClock(
            time: TimeSource(
                nowMilliseconds: { 0 }, wallMilliseconds: { Int64(runtime.state.withLock { $0.now.milliseconds }) },
                sleep: { _ in }))
        let facts = Mutex(builder().facts)
        let reporter = NodeReporter(
            NodeReporter.Settings(
                name: "n1", address: "192.0.2.1", port: 10_250, maxPods: 110, dataDirectory: "/",
                labels: ["zone": "z1"],
                taints: []),
            api: api, runtime: runtime, clock: clock, facts: { facts.withLock { $0 } })
        func writes() -> Int { api.state.withLock { $0.nodeWrites } }
        #expect(await reporter.report())
        #expect(writes() == 1)
        let node = api.state.withLock { $0.nodes["n1"] }
        #expect(node?.metadata.labels["kubernetes.io/hostname"] == "n1" && node?.metadata.labels["zone"] == "z1")
        func pass(_ milliseconds: Int) { runtime.state.withLock { $0.now = $0.now + milliseconds } }
        _ = await reporter.report()
        let settled = writes()
        for _ in 0..<10 {
            pass(10_000)
            _ = await reporter.report()
        }
        #expect(writes() == settled)
        pass(KubeletLimits.nodeStatusReportMilliseconds)
        _ = await reporter.report()
        #expect(writes() == settled + 1)
        facts.withLock { $0.memoryAvailableBytes = 1 }
        pass(10_000)
        _ = await reporter.report()
        #expect(writes() == settled + 2)
        #expect(
            api.state.withLock { $0.nodes["n1"]?.status.conditions.first { $0.type == "MemoryPressure" }?.status }
                == "True")
    }

    @Test("the lease is made with its namespace, renewed, and taken up again after a conflict or an outage")
    func lease() async {
        let api = SimulatedAPI()
        let wall = Mutex(Int64(1_700_000_000_000))
        let clock = NodeClock(
            time: TimeSource(nowMilliseconds: { 0 }, wallMilliseconds: { wall.withLock { $0 } }, sleep: { _ in }))
        let heartbeat = NodeHeartbeat(name: "n1", api: api, clock: clock)
        var held = await heartbeat.renew(nil)
        #expect(held?.spec.holderIdentity == "n1" && held?.spec.leaseDurationSeconds == 40)
        #expect(api.state.withLock { $0.namespaces } == ["kube-node-lease"])
        wall.withLock { $0 += 10_000 }
        held = await heartbeat.renew(held)
        #expect(held?.spec.renewTime == Timestamp(seconds: 1_700_000_010, nanoseconds: 0))
        api.state.withLock { $0.leases["n1"]?.metadata.resourceVersion = "99" }
        held = await heartbeat.renew(held)
        #expect(held == nil)
        held = await heartbeat.renew(held)
        #expect(held != nil)
        api.state.withLock { $0.isDown = true }
        held = await heartbeat.renew(held)
        #expect(held == nil)
    }

    @Test(
        "a lease lasts four of its periods, in whole seconds",
        arguments: [(10_000, 40), (1_000, 4), (200, 1), (300, 2)])
    func leaseTime(period: Int, seconds: Int) {
        let clock = NodeClock(time: TimeSource(nowMilliseconds: { 0 }, wallMilliseconds: { 0 }, sleep: { _ in }))
        let heartbeat = NodeHeartbeat(name: "n1", api: SimulatedAPI(), clock: clock, periodMilliseconds: period)
        #expect(heartbeat.renewed(Coordination.Lease(), now: clock.now).spec.leaseDurationSeconds == seconds)
    }
}
