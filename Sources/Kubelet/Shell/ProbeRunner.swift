internal import Objects
internal import Reactor
internal import Synchronization

/// Runs the probes of all containers on the node; each is a state machine, this only asks and tells.
final class ProbeRunner: Sendable {
    private struct Target: Sendable {
        var pod: Core.Pod
        var container: Core.Container
        var address: String
        var probes: ContainerProbes
    }
    private struct Ask: Sendable {
        var id: String
        var kind: ProbeKind
        var pod: Core.Pod
        var container: Core.Container
        var address: String
    }
    private let targets = Mutex([String: Target]())
    private let runtime: any RuntimeService
    private let api: any NodeAPI
    private let loop: EventLoop
    private let clock: NodeClock
    private let changed: @Sendable (_ podUID: String) -> Void

    /// - Parameter changed: told when a pod's worker should look again.
    init(
        runtime: any RuntimeService, api: any NodeAPI, loop: EventLoop, clock: NodeClock,
        changed: @escaping @Sendable (String) -> Void
    ) {
        self.runtime = runtime
        self.api = api
        self.loop = loop
        self.clock = clock
        self.changed = changed
    }

    /// Probes what runs of the pod, and nothing else of it. Returns what is known by container id.
    func follow(_ pod: Core.Pod, _ observed: ObservedPod) -> [String: ProbeFindings] {
        let specs = pod.spec.initContainers.filter(\.isSidecar) + pod.spec.containers
        let address = observed.readySandbox?.addresses.first ?? pod.status.hostIP
        let isLeaving = pod.metadata.deletionTimestamp != nil
        return targets.withLock { targets in
            var findings: [String: ProbeFindings] = [:]
            var wanted: Set<String> = []
            for spec in specs {
                guard let newest = observed.newest(spec.name), newest.state == .running, !isLeaving else { continue }
                var target =
                    targets[newest.id]
                    ?? Target(
                        pod: pod, container: spec, address: address,
                        probes: ContainerProbes(spec, startedAt: newest.startedAt ?? newest.createdAt))
                if target.probes.isEmpty { continue }
                target.pod = pod
                target.address = address
                wanted.insert(newest.id)
                targets[newest.id] = target
                findings[newest.id] = target.probes.findings
            }
            for (id, target) in targets where target.pod.metadata.uid == pod.metadata.uid && !wanted.contains(id) {
                targets[id] = nil
            }
            return findings
        }
    }

    func forget(podUID: String) {
        targets.withLock { targets in targets = targets.filter { $0.value.pod.metadata.uid != podUID } }
    }

    /// Until the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let now = clock.now
                let (asks, next) = takeDue(now)
                for ask in asks { group.addTask { await self.ask(ask) } }
                // New targets come at any time, so never longer than the runtime is left alone.
                let wait = next.map { $0 - now } ?? KubeletLimits.relistMilliseconds
                await clock.sleep(min(max(wait, 10), KubeletLimits.relistMilliseconds))
            }
        }
    }

    private func takeDue(_ now: Moment) -> (asks: [Ask], next: Moment?) {
        targets.withLock { targets in
            var asks: [Ask] = []
            var next: Moment?
            for id in Array(targets.keys) {
                guard var target = targets[id] else { continue }
                for kind in target.probes.takeDue(now) {
                    asks.append(
                        Ask(id: id, kind: kind, pod: target.pod, container: target.container, address: target.address))
                }
                if let due = target.probes.nextDue { next = min(next ?? due, due) }
                targets[id] = target
            }
            return (asks, next)
        }
    }

    private func ask(_ ask: Ask) async {
        let probe: Core.Probe? =
            switch ask.kind {
            case .startup: ask.container.startupProbe
            case .liveness: ask.container.livenessProbe
            case .readiness: ask.container.readinessProbe
            }
        guard let probe else { return }
        let answer = await self.answer(probe, ask)
        if !answer.isSuccess {
            api.record(
                about: ask.pod, type: "Warning", reason: "Unhealthy",
                message: "\(ask.kind.rawValue) probe failed: \(answer.message)")
        }
        let isNews = targets.withLock { targets in
            targets[ask.id]?.probes.answered(
                ask.kind, success: answer.isSuccess, message: answer.message, at: clock.now) ?? false
        }
        if isNews { changed(ask.pod.metadata.uid) }
    }

    private func answer(_ probe: Core.Probe, _ ask: Ask) async -> ProbeAnswer {
        let timing = ProbeTiming(probe)
        do throws(PodConfigError) {
            let question = try ProbeQuestion.make(
                probe.probeHandler, container: ask.container, podAddress: ask.address)
            return await Self.answer(
                question, container: ask.id, timeoutMilliseconds: timing.timeoutMilliseconds, runtime: runtime,
                loop: loop)
        } catch {
            return ProbeAnswer(isSuccess: false, message: error.message)
        }
    }

    /// Asks one question; hooks use it too.
    static func answer(
        _ question: ProbeQuestion, container: String, timeoutMilliseconds: Int, runtime: any RuntimeService,
        loop: EventLoop
    ) async -> ProbeAnswer {
        switch question {
        case .execute(let command):
            do throws(RuntimeError) {
                let result = try await runtime.execute(
                    command, in: container, timeoutSeconds: max(timeoutMilliseconds / 1_000, 1))
                if result.exitCode == 0 { return ProbeAnswer(isSuccess: true) }
                let output = String(
                    decoding: (result.stdout + result.stderr).prefix(KubeletLimits.probeMessageBytes), as: UTF8.self)
                return ProbeAnswer(
                    isSuccess: false, message: output.isEmpty ? "command ended with \(result.exitCode)" : output)
            } catch {
                return ProbeAnswer(isSuccess: false, message: error.message)
            }
        case .http(let host, let port, let path, let isTLS, let headers):
            return await SocketProbe.http(
                host: host, port: port, path: path, isTLS: isTLS, headers: headers,
                timeoutMilliseconds: timeoutMilliseconds, loop: loop)
        case .tcp(let host, let port):
            return await SocketProbe.tcp(host: host, port: port, timeoutMilliseconds: timeoutMilliseconds, loop: loop)
        }
    }
}
