import Objects
import Reactor
import Testing

@testable import Kubelet

@Suite("Probes change their verdict after enough equal answers, and are asked when they are due")
struct ProbeTests {
    private func probe(success: Int = 1, failure: Int = 3, period: Int = 10, delay: Int = 0) -> Core.Probe {
        var probe = Core.Probe()
        probe.successThreshold = success
        probe.failureThreshold = failure
        probe.periodSeconds = period
        probe.initialDelaySeconds = delay
        return probe
    }

    @Test("before the first answer a container is alive, not ready, not started")
    func initial() {
        let timing = ProbeTiming(probe())
        #expect(ProbeState(.liveness, timing, startedAt: Fixture.now).verdict == .passing)
        #expect(ProbeState(.readiness, timing, startedAt: Fixture.now).verdict == .failing)
        #expect(ProbeState(.startup, timing, startedAt: Fixture.now).verdict == .undecided)
    }

    @Test(
        "answers in a row decide; another answer starts the count again",
        arguments: [
            ("fff", ProbeState.Verdict.failing), ("ff", .passing), ("ffsff", .passing), ("ffsfff", .failing),
        ])
    func thresholds(answers: String, verdict: ProbeState.Verdict) {
        var state = ProbeState(.liveness, ProbeTiming(probe()), startedAt: Fixture.now)
        for answer in answers { _ = state.answered(answer == "s", at: Fixture.now) }
        #expect(state.verdict == verdict)
    }

    @Test("a probe begins after its delay and repeats at its period, not more often")
    func schedule() {
        var container = Fixture.container("app")
        container.readinessProbe = probe(period: 5, delay: 3)
        var probes = ContainerProbes(container, startedAt: Fixture.now)
        var asked: [Int] = []
        for second in 0..<20 {
            let now = Fixture.now + second * 1_000
            for kind in probes.takeDue(now) {
                asked.append(second)
                _ = probes.answered(kind, success: true, message: "", at: now)
            }
        }
        #expect(asked == [3, 8, 13, 18])
    }

    @Test("nothing else is asked until the startup probe has passed; if it fails the container must go")
    func startup() {
        var container = Fixture.container("app")
        container.startupProbe = probe(failure: 2, period: 1)
        container.livenessProbe = probe(period: 1)
        container.readinessProbe = probe(period: 1)
        var probes = ContainerProbes(container, startedAt: Fixture.now)
        #expect(probes.takeDue(Fixture.now) == [.startup])
        #expect(probes.findings == ProbeFindings(isStarted: false, isReady: false))
        var failing = probes
        let changed = probes.answered(.startup, success: true, message: "", at: Fixture.now)
        #expect(changed && probes.findings.isStarted)
        #expect(probes.takeDue(Fixture.now) == [.liveness, .readiness])
        for _ in 0..<2 { _ = failing.answered(.startup, success: false, message: "no", at: Fixture.now) }
        #expect(failing.findings.mustRestart?.message == "failed startup probe")
        #expect(failing.takeDue(Fixture.now + 60_000).isEmpty)
    }

    @Test("while an answer is awaited the same question is not asked again")
    func oneAtATime() {
        var container = Fixture.container("app")
        container.livenessProbe = probe(period: 1)
        var probes = ContainerProbes(container, startedAt: Fixture.now)
        #expect(probes.takeDue(Fixture.now) == [.liveness])
        #expect(probes.takeDue(Fixture.now + 10_000).isEmpty)
        #expect(probes.nextDue == nil)
    }

    @Test("named ports are the container's; what HTTP does not allow is refused")
    func questions() throws {
        var container = Fixture.container("app")
        var port = Core.ContainerPort()
        port.name = "http"
        port.containerPort = 8_080
        container.ports = [port]
        var action = Core.HTTPGetAction()
        action.port = .string("http")
        action.path = "healthz"
        #expect(
            try ProbeQuestion.make(action, container: container, podAddress: "10.0.0.7")
                == .http(host: "10.0.0.7", port: 8_080, path: "/healthz", isTLS: false, headers: []))
        action.path = "/ HTTP/1.1\r\nX: y"
        #expect(throws: PodConfigError.self) { try ProbeQuestion.make(action, container: container, podAddress: "") }
        action.path = "/"
        action.port = .int(70_000)
        #expect(throws: PodConfigError.self) { try ProbeQuestion.make(action, container: container, podAddress: "") }
    }

    @Test(
        "statuses from 200 to 399 are success",
        arguments: [
            ("HTTP/1.1 200 OK\r", true), ("HTTP/1.0 399", true), ("HTTP/1.1 400 Bad", false), ("HTTP/1.1 199 X", false),
            ("SSH-2.0 200", false), ("", false), ("HTTP/1.1", false), ("HTTP/1.1 abc", false),
        ])
    func statusLine(line: String, isSuccess: Bool) {
        #expect(SocketProbe.judge(statusLine: Array(line.utf8)[...]).isSuccess == isSuccess)
    }

    @Test("a port that nobody listens at fails, with a reason")
    func refused() async throws {
        let loop = try EventLoop()
        let answer = await SocketProbe.tcp(host: "127.0.0.1", port: 1, timeoutMilliseconds: 2_000, loop: loop)
        #expect(!answer.isSuccess && !answer.message.isEmpty)
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
    }
}
