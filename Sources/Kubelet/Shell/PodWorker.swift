internal import Client
internal import Objects
internal import Reactor
internal import Reconcile

/// What never changes about the node while its agent runs.
struct NodeSettings: Sendable {
    var dataDirectory: String
    var hostAddress: String
    var dns: ClusterDNS
    var cgroupParent: String
    var memoryCapacity: Int64
    var allocatable: StringMap<Quantity>
}

/// Works on one pod at a time: looks, plans, acts, and says in the pod's status what it saw. A pod's uid is the key of a
/// work queue, so no pod is ever worked on twice at once.
struct PodWorker: Sendable {
    let settings: NodeSettings
    let registry: PodRegistry
    let runtime: any RuntimeService
    let observer: RuntimeObserver
    let api: any NodeAPI
    let probes: ProbeRunner
    let clock: NodeClock
    let loop: EventLoop

    func paths(_ identity: PodIdentity) -> PodPaths { PodPaths(root: settings.dataDirectory, pod: identity) }

    /// One turn.
    func reconcile(_ uid: String) async -> Outcome {
        for _ in 0..<KubeletLimits.roundsPerTurn {
            guard let entry = registry.entry(uid) else { return .done }
            // Until the API server has said which pods there are, one that it did not name is left as it is.
            if entry.pod == nil, !registry.isSynced { return .done }
            switch await round(entry) {
            case .again: continue
            case .over(let outcome): return outcome
            }
        }
        return .retry(afterMilliseconds: 0)
    }

    private enum RoundResult {
        case again
        case over(Outcome)
    }

    private func round(_ entry: PodRegistry.Entry) async -> RoundResult {
        let uid = entry.identity.uid
        let observed: ObservedPod
        do throws(RuntimeError) {
            observed = try await observer.observe(entry.identity)
        } catch {
            return .over(.retry(afterMilliseconds: KubeletLimits.actionRetryMilliseconds))
        }
        let memory = await learn(entry, observed)
        // The pod may have changed while the runtime was asked.
        guard let current = registry.entry(uid) else { return .over(.done) }
        if current.pod == nil, observed.isEmpty { return .over(cleanUp(current)) }
        var plan = PodPlanner.plan(pod: current.pod, observed: observed, memory: memory, now: clock.now)
        if current.pod != nil { plan = giveUpIfOverdue(current, plan) }
        tell(plan.notices, current)
        await report(uid, observed)
        guard !plan.actions.isEmpty else { return .over(await rest(current, plan)) }
        for action in plan.actions {
            switch await perform(action, current, observed) {
            case .done: continue
            case .ended: return .over(.done)
            case .failed(let milliseconds):
                await reportAfterFailure(current.identity, observed)
                return .over(.retry(afterMilliseconds: milliseconds))
            }
        }
        return .again
    }

    private func tell(_ notices: [PodNotice], _ entry: PodRegistry.Entry) {
        guard let pod = entry.pod, entry.memory.told != Set(notices) else { return }
        for notice in notices where !entry.memory.told.contains(notice) {
            api.record(about: pod, type: "Warning", reason: notice.reason, message: notice.message(pod))
        }
        _ = registry.change(entry.identity.uid) { $0.memory.told = Set(notices) }
    }

    /// Brings what is remembered up to date: images on the node, findings of probes, termination messages.
    private func learn(_ entry: PodRegistry.Entry, _ observed: ObservedPod) async -> PodMemory {
        let uid = entry.identity.uid
        guard let pod = entry.pod else { return entry.memory }
        let specs = pod.spec.initContainers + pod.spec.containers
        var images: [String: String] = [:]
        var sought: Set<String> = []
        if pod.metadata.deletionTimestamp == nil, !pod.isFinished {
            for image in Set(specs.filter { observed.newest($0.name)?.state != .running }.map(\.image)) {
                if let found = try? await runtime.image(image) { images[image] = found.id }
                sought.insert(image)
            }
        }
        let findings = probes.follow(pod, observed)
        var messages = entry.memory.terminationMessages
        let ended = observed.containers.filter { $0.state == .exited }
        for container in ended where messages[container.id] == nil {
            messages[container.id] = terminationMessage(container, specs, entry.identity)
        }
        let known = Set(ended.map(\.id))
        let kept = messages.filter { known.contains($0.key) }
        return registry.change(uid) { entry in
            entry.observed = observed
            entry.memory.images = images
            entry.memory.imagesSought = sought
            entry.memory.probes = findings
            entry.memory.terminationMessages = kept
            return entry.memory
        } ?? entry.memory
    }

    private func terminationMessage(
        _ container: ObservedContainer, _ specs: [Core.Container], _ identity: PodIdentity
    ) -> String {
        let paths = paths(identity)
        let file = paths.terminationMessage(container.name, attempt: container.attempt)
        let bytes = (try? FileSystem.read(file, limitBytes: KubeletLimits.terminationMessageBytes)) ?? []
        if !bytes.isEmpty { return String(decoding: bytes, as: UTF8.self) }
        let spec = specs.first { $0.name == container.name }
        guard spec?.terminationMessagePolicy == "FallbackToLogsOnError", container.exitCode != 0 else { return "" }
        return LogFolder(paths, container: container.name).ending(of: container.attempt)
    }

    /// A pod that has run longer than it may is remembered as failed, so that its status says so.
    private func giveUpIfOverdue(_ entry: PodRegistry.Entry, _ plan: PodPlan) -> PodPlan {
        guard let pod = entry.pod, pod.metadata.deletionTimestamp == nil, !pod.isFinished, entry.memory.failure == nil,
            let seconds = pod.spec.activeDeadlineSeconds, let start = pod.status.startTime,
            Moment(start) + seconds.multipliedReportingOverflow(by: 1_000).partialValue <= clock.now
        else { return plan }
        _ = registry.change(entry.identity.uid) { entry in
            entry.memory.failure = PodFailure(
                reason: "DeadlineExceeded", message: "Pod was active on the node longer than the specified deadline")
        }
        api.record(
            about: pod, type: "Normal", reason: "DeadlineExceeded",
            message: "Pod was active on the node longer than the specified deadline")
        return plan
    }

    /// Nothing to do: keeps files current, and says when to look again.
    private func rest(_ entry: PodRegistry.Entry, _ plan: PodPlan) async -> Outcome {
        if let pod = entry.pod, !pod.isFinished, pod.metadata.deletionTimestamp == nil, pod.spec.hasFiles,
            entry.filesMadeAt.map({ clock.now - $0 >= KubeletLimits.volumeRefreshMilliseconds }) ?? true
        {
            _ = await prepareVolumes(entry)
        }
        let wait = plan.lookAgainAt.map { $0 - clock.now } ?? KubeletLimits.resyncMilliseconds
        return .retry(afterMilliseconds: min(max(wait, 10), KubeletLimits.resyncMilliseconds))
    }

    /// The pod is gone from the API server and from the runtime.
    private func cleanUp(_ entry: PodRegistry.Entry) -> Outcome {
        let writer = VolumeWriter(paths: paths(entry.identity), group: nil)
        do throws(FileError) {
            try writer.remove()
            try writer.removeLogs()
        } catch {
            return .failed("cannot remove the files of \(entry.identity): \(error.message)")
        }
        probes.forget(podUID: entry.identity.uid)
        registry.forget(entry.identity.uid)
        return .done
    }

    // MARK: Status

    /// Writes the pod's status if it says something else than the API server has.
    func report(_ uid: String, _ observed: ObservedPod) async {
        guard let entry = registry.entry(uid), let pod = entry.pod else { return }
        let status = PodStatusBuilder(
            pod: pod, observed: observed, memory: entry.memory, hostAddress: settings.hostAddress, now: clock.now
        ).build()
        guard let patch = StatusPatch.make(from: pod.status.message, to: status.message, uid: uid) else { return }
        do throws(ClientError) {
            registry.written(try await api.patchStatus(of: entry.identity, json: patch))
        } catch {
            // The pod is gone (the watch will tell), or the server is away: the next round says it again, and what runs
            // goes on meanwhile.
        }
    }

    private func reportAfterFailure(_ identity: PodIdentity, _ before: ObservedPod) async {
        let observed = (try? await observer.observe(identity)) ?? before
        await report(identity.uid, observed)
    }
}
