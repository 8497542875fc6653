import Objects
import Testing

@testable import Kubelet

@Suite("A pod's status says what the runtime has, and changes no more than that")
struct PodStatusBuilderTests {
    private func build(
        _ pod: Core.Pod, _ observed: ObservedPod, memory: PodMemory = Fixture.memory, now: Moment = Fixture.now
    ) -> Core.PodStatus {
        PodStatusBuilder(pod: pod, observed: observed, memory: memory, hostAddress: "192.0.2.1", now: now).build()
    }

    @Test(
        "the phase follows the containers",
        arguments: [
            ("Always", ["running", "running"], "Running"), ("Always", ["none", "running"], "Pending"),
            ("Always", ["failed", "running"], "Running"), ("Always", ["failed", "done"], "Running"),
            ("Never", ["done", "done"], "Succeeded"), ("Never", ["done", "failed"], "Failed"),
            ("Never", ["done", "running"], "Running"), ("OnFailure", ["done", "done"], "Succeeded"),
            ("OnFailure", ["done", "failed"], "Running"), ("Always", ["none", "none"], "Pending"),
        ])
    func phase(policy: String, states: [String], expected: String) {
        let names = ["a", "b"]
        let instances = zip(names, states).compactMap { name, state -> ObservedContainer? in
            switch state {
            case "running": Fixture.instance(name, .running)
            case "done": Fixture.instance(name, .exited)
            case "failed": Fixture.instance(name, .exited, exitCode: 1)
            default: nil
            }
        }
        #expect(
            build(Fixture.pod(names, policy: policy), Fixture.observed([Fixture.sandbox()], instances)).phase
                == expected)
    }

    @Test("an end is never taken back")
    func terminal() {
        var pod = Fixture.pod()
        pod.status.phase = "Failed"
        #expect(
            build(pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)])).phase == "Failed")
    }

    @Test("building it again from itself changes nothing, however much later")
    func idempotent() {
        var pod = Fixture.pod(["a", "b"], initNames: ["i"])
        let observed = Fixture.observed(
            [Fixture.sandbox()],
            [
                Fixture.instance("i", .exited), Fixture.instance("a", .running),
                Fixture.instance("b", .exited, attempt: 1, exitCode: 1, finishedAgo: 1_000),
            ])
        let first = build(pod, observed)
        pod.status = first
        let second = build(pod, observed, now: Fixture.now + 1_000)
        #expect(second == first)
        #expect(StatusPatch.make(from: first.message, to: second.message, uid: "u1") == nil)
    }

    @Test("a transition's time is that of the change, and of nothing else")
    func transitionTimes() {
        var pod = Fixture.pod()
        pod.status = build(pod, Fixture.observed([Fixture.sandbox()]))
        let later = Fixture.now + 5_000
        pod.status = build(
            pod, Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)]), now: later)
        func time(_ type: String) -> Timestamp? { pod.status.conditions.first { $0.type == type }?.lastTransitionTime }
        #expect(time("Ready") == later.timestamp)
        #expect(time("ContainersReady") == later.timestamp)
        #expect(time("Initialized") == Fixture.now.timestamp)
        #expect(time("PodReadyToStartContainers") == Fixture.now.timestamp)
    }

    @Test("conditions of others are kept, gates count")
    func gates() {
        var pod = Fixture.pod()
        var gate = Core.PodReadinessGate()
        gate.conditionType = "example.com/gate"
        pod.spec.readinessGates = [gate]
        let observed = Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)])
        func isReady() -> String? { build(pod, observed).conditions.first { $0.type == "Ready" }?.status }
        #expect(isReady() == "False")
        var condition = Core.PodCondition()
        condition.type = "example.com/gate"
        condition.status = "True"
        pod.status.conditions = [condition]
        #expect(isReady() == "True")
        #expect(build(pod, observed).conditions.contains { $0.type == "example.com/gate" })
    }

    @Test(
        "a container that waits says for what",
        arguments: [
            ("crash", "CrashLoopBackOff"), ("pull", "ImagePullBackOff"), ("config", "CreateContainerConfigError"),
            ("init", "PodInitializing"), ("new", "ContainerCreating"),
        ])
    func waiting(what: String, reason: String) {
        var memory = Fixture.memory
        var instances: [ObservedContainer] = []
        var pod = Fixture.pod()
        switch what {
        case "crash": instances = [Fixture.instance("app", .exited, attempt: 3, exitCode: 1)]
        case "pull": memory.pulls["web:1"] = PullBackoff(message: "no", now: Fixture.now)
        case "config":
            memory.startFailures["app"] = StartFailure(
                reason: "CreateContainerConfigError", message: "m", notBefore: Fixture.now)
        case "init":
            pod = Fixture.pod(initNames: ["i"])
            instances = [Fixture.instance("i", .running)]
        default: break
        }
        let status = build(pod, Fixture.observed([Fixture.sandbox()], instances), memory: memory)
        #expect(status.containerStatuses.first?.state.waiting?.reason == reason)
        #expect(status.containerStatuses.first?.ready == false)
    }

    @Test("restart counts and the last end are those of the instances")
    func lastState() {
        let status = build(
            Fixture.pod(),
            Fixture.observed(
                [Fixture.sandbox()],
                [
                    Fixture.instance("app", .running, attempt: 2),
                    Fixture.instance("app", .exited, attempt: 1, exitCode: 9, finishedAgo: 5_000),
                ]))
        let container = status.containerStatuses.first
        #expect(container?.restartCount == 2)
        #expect(container?.lastState.terminated?.exitCode == 9)
        #expect(container?.containerID == "containerd://app-2")
        #expect(container?.imageID == "sha256:1")
    }

    @Test("probes decide what is started and ready")
    func probes() {
        var pod = Fixture.pod()
        pod.spec.containers[0].startupProbe = Core.Probe()
        pod.spec.containers[0].readinessProbe = Core.Probe()
        let observed = Fixture.observed([Fixture.sandbox()], [Fixture.instance("app", .running)])
        var memory = Fixture.memory
        func state() -> [Bool?] {
            let status = build(pod, observed, memory: memory).containerStatuses.first
            return [status?.started, status?.ready]
        }
        #expect(state() == [false, false])
        memory.probes["app-0"] = ProbeFindings(isStarted: true, isReady: false)
        #expect(state() == [true, false])
        memory.probes["app-0"] = ProbeFindings(isStarted: true, isReady: true)
        #expect(state() == [true, true])
    }
}

@Suite("A status patch changes what differs and nothing else")
struct StatusPatchTests {
    @Test("changed fields are whole, vanished ones null, the uid guards")
    func patch() throws {
        var old = Core.PodStatus()
        old.phase = "Pending"
        old.message_ = "gone"
        old.hostIP = "192.0.2.1"
        var new = old
        new.phase = "Running"
        new.message_ = ""
        let patch = try #require(StatusPatch.make(from: old.message, to: new.message, uid: "u1"))
        #expect(
            String(decoding: patch, as: UTF8.self)
                == #"{"metadata":{"uid":"u1"},"status":{"message":null,"phase":"Running"}}"#)
        #expect(SimulatedAPI.merged(old.message, patch) == new.message)
        #expect(StatusPatch.make(from: new.message, to: new.message, uid: "u1") == nil)
    }
}
