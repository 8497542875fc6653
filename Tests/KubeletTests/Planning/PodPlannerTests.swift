import Objects
import Testing

@testable import Kubelet

@Suite("A plan moves a pod towards its spec, a step at a time")
struct PodPlannerTests {
    @Test("a new pod gets its volumes, then its sandbox")
    func newPod() {
        let plan = Fixture.plan(Fixture.pod(), Fixture.observed([]))
        #expect(plan.actions == [.prepareVolumes, .createSandbox(attempt: 0)])
    }

    @Test("with a sandbox, main containers are started side by side")
    func startsMainContainers() {
        let plan = Fixture.plan(Fixture.pod(["a", "b"]), Fixture.observed([Fixture.sandbox()]))
        #expect(
            plan.actions == [
                .prepareVolumes, .startContainer(name: "a", attempt: 0), .startContainer(name: "b", attempt: 0),
            ])
    }

    @Test("an image that is not on the node is pulled first")
    func pulls() {
        let plan = Fixture.plan(Fixture.pod(), Fixture.observed([Fixture.sandbox()]), memory: PodMemory())
        #expect(
            plan.actions == [.prepareVolumes, .pullImage("web:1"), .startContainer(name: "app", attempt: 0)])
    }

    @Test("what runs is left alone, whatever process made it")
    func adoption() {
        let observed = Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running, attempt: 4)])
        let plan = Fixture.plan(Fixture.pod(), observed, memory: PodMemory())
        #expect(plan.actions.isEmpty)
    }

    @Test(
        "init containers run one after the other, each to success",
        arguments: [
            ([], "one"), ([(0, "one")], "two"),
        ] as [([(Int, String)], String)])
    func initOrder(done: [(Int, String)], next: String) {
        let finished = done.map { Fixture.instance($0.1, .exited, exitCode: $0.0) }
        let plan = Fixture.plan(
            Fixture.pod(initNames: ["one", "two"]), Fixture.observed([Fixture.sandbox()], finished))
        #expect(plan.actions == [.prepareVolumes, .startContainer(name: next, attempt: 0)])
    }

    @Test("while an init container runs, nothing else is started")
    func initWaits() {
        let plan = Fixture.plan(
            Fixture.pod(initNames: ["one"]),
            Fixture.observed([Fixture.sandbox()], [Fixture.instance("one", .running)]))
        #expect(plan.actions.isEmpty)
    }

    @Test("after the init containers the main ones are started")
    func initDone() {
        let plan = Fixture.plan(
            Fixture.pod(initNames: ["one"]),
            Fixture.observed([Fixture.sandbox()], [Fixture.instance("one", .exited)]))
        #expect(plan.actions == [.prepareVolumes, .startContainer(name: "app", attempt: 0)])
    }

    @Test("an init container that may not be restarted and fails ends the pod")
    func initFails() {
        let plan = Fixture.plan(
            Fixture.pod(initNames: ["one"], policy: "Never"),
            Fixture.observed([Fixture.sandbox()], [Fixture.instance("one", .exited, exitCode: 1)]))
        #expect(plan.actions == [.stopSandbox(id: "s1")])
    }

    @Test("a sidecar is started in its place, and kept beside the main containers")
    func sidecar() {
        let pod = Fixture.pod(initNames: ["one"], sidecars: ["side"])
        let first = Fixture.plan(pod, Fixture.observed([Fixture.sandbox()]))
        #expect(first.actions == [.prepareVolumes, .startContainer(name: "side", attempt: 0)])
        let second = Fixture.plan(
            pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("side", .running)]))
        #expect(second.actions == [.prepareVolumes, .startContainer(name: "one", attempt: 0)])
        let crashed = Fixture.plan(
            pod,
            Fixture.observed(
                [Fixture.sandbox()],
                [
                    Fixture.instance("side", .exited, exitCode: 1), Fixture.instance("one", .exited),
                    Fixture.instance("app", .running),
                ]))
        #expect(crashed.actions == [.prepareVolumes, .startContainer(name: "side", attempt: 1)])
    }

    @Test(
        "whether a container that ended is started again follows the restart policy",
        arguments: [
            ("Always", 0, true), ("Always", 1, true), ("OnFailure", 0, false), ("OnFailure", 1, true),
            ("Never", 0, false), ("Never", 1, false),
        ])
    func restartPolicy(policy: String, exitCode: Int, restarts: Bool) {
        let observed = Fixture.observed(
            [Fixture.sandbox()],
            [Fixture.instance("a", .exited, exitCode: exitCode), Fixture.instance("b", .running)])
        let plan = Fixture.plan(Fixture.pod(["a", "b"], policy: policy), observed)
        #expect(plan.actions == (restarts ? [.prepareVolumes, .startContainer(name: "a", attempt: 1)] : []))
    }

    @Test("a pod whose containers have all ended for good gives back its network and keeps its containers")
    func finished() {
        let plan = Fixture.plan(
            Fixture.pod(policy: "Never"), Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .exited)]))
        #expect(plan.actions == [.stopSandbox(id: "s1")])
        var pod = Fixture.pod()
        pod.status.phase = "Succeeded"
        let stopped = Fixture.plan(
            pod, Fixture.observed([Fixture.sandbox(ready: false)], [Fixture.instance("app", .exited)]))
        #expect(stopped.actions.isEmpty)
    }

    @Test("a second crash waits out its back-off, and the plan says until when")
    func backoff() {
        let ended = Fixture.instance("app", .exited, attempt: 1, exitCode: 1, finishedAgo: 4_000)
        let plan = Fixture.plan(Fixture.pod(), Fixture.observed([Fixture.sandbox()], [ended]))
        #expect(plan.actions.isEmpty)
        #expect(plan.lookAgainAt == Fixture.now + 6_000)
        #expect(plan.notices == [.backOff(container: "app", instance: ended.id)])
        let later = Fixture.plan(
            Fixture.pod(), Fixture.observed([Fixture.sandbox()], [ended]), now: Fixture.now + 6_000)
        #expect(later.actions == [.prepareVolumes, .startContainer(name: "app", attempt: 2)])
    }

    @Test("an image that may not be pulled is told of once it was looked for, and never pulled")
    func neverPulled() {
        var pod = Fixture.pod()
        pod.spec.containers[0].imagePullPolicy = "Never"
        var memory = PodMemory()
        let observed = Fixture.observed([Fixture.sandbox()])
        let before = Fixture.plan(pod, observed, memory: memory)
        #expect(before.actions.isEmpty && before.notices.isEmpty)
        memory.imagesSought = ["web:1"]
        let after = Fixture.plan(pod, observed, memory: memory)
        #expect(after.actions.isEmpty && after.notices == [.neverPulled(image: "web:1")])
    }

    @Test("a container whose probe says so is stopped with the probe's grace")
    func livenessFails() {
        var memory = Fixture.memory
        memory.probes["app-0"] = ProbeFindings(
            isStarted: true, isReady: false, mustRestart: .init(message: "failed liveness probe", graceSeconds: 3))
        let plan = Fixture.plan(
            Fixture.pod(), Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)]), memory: memory)
        #expect(
            plan.actions == [
                .stopContainers([
                    .init(id: "app-0", name: "app", graceSeconds: 3, reason: .probeFailed("failed liveness probe"))
                ])
            ])
    }

    @Test("a container made from another image is stopped, and started again when it has ended")
    func imageChanged() {
        var pod = Fixture.pod(policy: "Never")
        pod.spec.containers[0].image = "web:2"
        var memory = Fixture.memory
        memory.images["web:2"] = "sha256:2"
        let running = Fixture.plan(
            pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)]), memory: memory)
        #expect(
            running.actions == [
                .stopContainers([.init(id: "app-0", name: "app", graceSeconds: 30, reason: .specChanged)])
            ])
    }

    @Test("when the sandbox is lost, what ran in it is stopped before a new one is made")
    func sandboxLost() {
        let stopping = Fixture.plan(
            Fixture.pod(), Fixture.observed([Fixture.sandbox(ready: false)], [Fixture.instance("app", .running)]))
        #expect(
            stopping.actions == [
                .stopContainers([.init(id: "app-0", name: "app", graceSeconds: 30, reason: .sandboxLost)])
            ])
        let replacing = Fixture.plan(
            Fixture.pod(),
            Fixture.observed([Fixture.sandbox(ready: false)], [Fixture.instance("app", .exited, exitCode: 137)]))
        #expect(replacing.actions == [.stopSandbox(id: "s1"), .prepareVolumes, .createSandbox(attempt: 1)])
    }

    @Test("in a new sandbox a container goes on counting its restarts")
    func countGoesOn() {
        let observed = Fixture.observed(
            [Fixture.sandbox("s2", attempt: 1), Fixture.sandbox(ready: false)],
            [Fixture.instance("app", .exited, attempt: 2, exitCode: 137)])
        let plan = Fixture.plan(Fixture.pod(), observed)
        #expect(plan.actions == [.prepareVolumes, .startContainer(name: "app", attempt: 3)])
        var pod = Fixture.pod()
        var status = Core.ContainerStatus()
        status.name = "app"
        status.restartCount = 7
        status.containerID = "containerd://gone"
        pod.status.containerStatuses = [status]
        #expect(
            Fixture.plan(pod, Fixture.observed([Fixture.sandbox()])).actions
                == [.prepareVolumes, .startContainer(name: "app", attempt: 8)])
    }

    @Test("an instance that was made and never started is removed and made again, not started twice")
    func leftover() {
        let plan = Fixture.plan(
            Fixture.pod(), Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .created)]))
        #expect(
            plan.actions == [
                .removeContainer(id: "app-0"), .prepareVolumes, .startContainer(name: "app", attempt: 0),
            ])
    }

    @Test("of dead instances the newest two are kept")
    func garbage() {
        let dead = (0..<4).map { Fixture.instance("app", .exited, attempt: $0, exitCode: 1) }
        let plan = Fixture.plan(
            Fixture.pod(), Fixture.observed([Fixture.sandbox()], dead + [Fixture.instance("app", .running, attempt: 4)])
        )
        #expect(plan.actions == [.removeContainer(id: "app-1"), .removeContainer(id: "app-0")])
    }

    @Test("a pod over its deadline is stopped")
    func deadline() {
        var pod = Fixture.pod()
        pod.spec.activeDeadlineSeconds = 10
        pod.status.startTime = (Fixture.now + -10_000).timestamp
        let plan = Fixture.plan(
            pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)]))
        #expect(
            plan.actions == [
                .stopContainers([.init(id: "app-0", name: "app", graceSeconds: 30, reason: .podFailed)])
            ])
    }
}

@Suite("A pod is taken down in order")
struct TeardownPlannerTests {
    private func deleted(_ pod: Core.Pod, graceSeconds: Int, ago: Int) -> Core.Pod {
        var pod = pod
        pod.metadata.deletionGracePeriodSeconds = graceSeconds
        pod.metadata.deletionTimestamp = (Fixture.now + (graceSeconds * 1_000 - ago)).timestamp
        return pod
    }

    @Test("containers first, with what is left of their grace, then sidecars, then the rest, then the object")
    func order() {
        let pod = deleted(Fixture.pod(["a", "b"], sidecars: ["first", "second"]), graceSeconds: 30, ago: 10_000)
        var containers = ["a", "b", "first", "second"].map { Fixture.instance($0, .running) }
        var groups: [[String]] = []
        while case .stopContainers(let stops)? = Fixture.plan(pod, Fixture.observed([Fixture.sandbox()], containers))
            .actions.first
        {
            #expect(stops.allSatisfy { $0.graceSeconds == 20 })
            groups.append(stops.map(\.name).sorted())
            for stop in stops {
                guard let at = containers.firstIndex(where: { $0.id == stop.id }) else { continue }
                containers[at].state = .exited
            }
        }
        #expect(groups == [["a", "b"], ["second"], ["first"]])
        let plan = Fixture.plan(pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("a", .exited)]))
        #expect(
            plan.actions == [
                .stopSandbox(id: "s1"), .removeContainer(id: "a-0"), .removeSandbox(id: "s1"), .removeVolumes,
                .deletePodObject,
            ])
    }

    @Test(
        "the grace is what is left, never more than was granted, never less than nothing",
        arguments: [
            (30, 0, 30), (30, 10_000, 20), (30, 40_000, 0), (30, -100_000, 30), (0, 0, 0), (30, 29_500, 1),
        ])
    func grace(granted: Int, ago: Int, expected: Int) {
        var pod = Fixture.pod()
        pod.metadata.deletionGracePeriodSeconds = granted
        let at = Fixture.now + (granted * 1_000 - ago)
        pod.metadata.deletionTimestamp = at.precise
        #expect(TeardownPlanner.graceSeconds(pod, now: Fixture.now) == expected)
    }

    @Test("a pod that the API server has no more leaves nothing and deletes nothing there")
    func orphan() {
        let stopping = Fixture.plan(nil, Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)]))
        #expect(
            stopping.actions == [
                .stopContainers([.init(id: "app-0", name: "app", graceSeconds: 0, reason: .podDeleted)])
            ])
        let removing = Fixture.plan(nil, Fixture.observed([Fixture.sandbox(ready: false)], []))
        #expect(removing.actions == [.removeSandbox(id: "s1"), .removeVolumes])
    }
}
