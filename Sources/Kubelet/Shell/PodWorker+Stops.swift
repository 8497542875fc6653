internal import Objects

extension PodWorker {
    /// Stops these side by side and returns when all have ended.
    func stop(_ stops: [PodAction.Stop], _ entry: PodRegistry.Entry, _ observed: ObservedPod) async -> ActionResult {
        let failures = await withTaskGroup(of: RuntimeError?.self) { group in
            for stop in stops { group.addTask { await self.stopOne(stop, entry, observed) } }
            return await group.reduce(into: [RuntimeError]()) { failures, failure in
                if let failure { failures.append(failure) }
            }
        }
        guard let first = failures.first else { return .done }
        if let pod = entry.pod {
            api.record(
                about: pod, type: "Warning", reason: "FailedKillPod", message: "error killing pod: \(first.message)")
        }
        return .failed(retryMilliseconds: KubeletLimits.actionRetryMilliseconds)
    }

    private func stopOne(
        _ stop: PodAction.Stop, _ entry: PodRegistry.Entry, _ observed: ObservedPod
    ) async -> RuntimeError? {
        if let pod = entry.pod {
            api.record(
                about: pod, type: "Normal", reason: "Killing", message: Self.message(stop))
        }
        let deadline = clock.now + stop.graceSeconds * 1_000
        // The hook spends the container's grace; it is not waited for longer.
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.runPreStop(stop, entry, observed) }
            group.addTask { await self.clock.sleep(stop.graceSeconds * 1_000) }
            await group.next()
            group.cancelAll()
        }
        let rest = max(deadline - clock.now, 0)
        return await end(stop, seconds: rest / 1_000 + (rest % 1_000 > 0 ? 1 : 0), entry.identity.uid)
    }

    private static func message(_ stop: PodAction.Stop) -> String {
        switch stop.reason {
        case .probeFailed(let what): "Container \(stop.name) \(what), will be restarted"
        case .specChanged: "Container \(stop.name) definition changed, will be restarted"
        case .sandboxLost: "Stopping container \(stop.name): its sandbox is gone"
        case .podDeleted, .podFinished, .podFailed, .stateUnknown: "Stopping container \(stop.name)"
        }
    }

    /// Asks the runtime to end it, and again with less grace when the pod's own was cut short meanwhile.
    private func end(_ stop: PodAction.Stop, seconds: Int, _ uid: String) async -> RuntimeError? {
        await withTaskGroup(of: RuntimeError??.self) { group in
            group.addTask { .some(await call(stop.id, seconds)) }
            group.addTask {
                let begin = clock.now
                while !Task.isCancelled {
                    await clock.sleep(KubeletLimits.gracePollMilliseconds)
                    guard !Task.isCancelled, let pod = registry.entry(uid)?.pod,
                        pod.metadata.deletionTimestamp != nil
                    else { continue }
                    let left = TeardownPlanner.graceSeconds(pod, now: clock.now)
                    if left < seconds - (clock.now - begin) / 1_000 - 1 { return .some(await call(stop.id, left)) }
                }
                return .none
            }
            var answer: RuntimeError?
            for await result in group {
                guard let result else { continue }
                answer = result
                group.cancelAll()
                break
            }
            return answer
        }
    }

    private func call(_ id: String, _ seconds: Int) async -> RuntimeError? {
        do throws(RuntimeError) {
            try await runtime.stopContainer(id, graceSeconds: seconds)
            return nil
        } catch {
            return error.code == .notFound ? nil : error
        }
    }

    // MARK: Hooks

    private func runPreStop(_ stop: PodAction.Stop, _ entry: PodRegistry.Entry, _ observed: ObservedPod) async {
        guard let pod = entry.pod, stop.graceSeconds > 0, stop.reason != .stateUnknown,
            let container = (pod.spec.initContainers + pod.spec.containers).first(where: { $0.name == stop.name }),
            let hook = container.lifecycle?.preStop
        else { return }
        let answer = await run(hook, pod, container, stop.id, observed, milliseconds: stop.graceSeconds * 1_000)
        if !answer.isSuccess {
            api.record(
                about: pod, type: "Warning", reason: "FailedPreStopHook",
                message: "PreStopHook failed: \(answer.message)")
        }
    }

    /// A container whose hook after the start fails is ended.
    func runPostStart(
        _ pod: Core.Pod, _ container: Core.Container, _ id: String, _ observed: ObservedPod
    ) async -> ActionResult {
        guard let hook = container.lifecycle?.postStart else { return .done }
        let answer = await run(
            hook, pod, container, id, observed, milliseconds: KubeletLimits.runtimeStartMilliseconds)
        if answer.isSuccess { return .done }
        api.record(
            about: pod, type: "Warning", reason: "FailedPostStartHook",
            message: "PostStartHook failed: \(answer.message)")
        let failure = await call(id, pod.spec.terminationGracePeriodSeconds ?? 30)
        return failure == nil ? .done : .failed(retryMilliseconds: KubeletLimits.actionRetryMilliseconds)
    }

    private func run(
        _ hook: Core.LifecycleHandler, _ pod: Core.Pod, _ container: Core.Container, _ id: String,
        _ observed: ObservedPod, milliseconds: Int
    ) async -> ProbeAnswer {
        if let sleep = hook.sleep {
            await clock.sleep(min(max(sleep.seconds, 0), 86_400) * 1_000)
            return ProbeAnswer(isSuccess: true)
        }
        var handler = Core.ProbeHandler()
        handler.exec = hook.exec
        handler.httpGet = hook.httpGet
        handler.tcpSocket = hook.tcpSocket
        let address = observed.readySandbox?.addresses.first ?? settings.hostAddress
        do throws(PodConfigError) {
            let question = try ProbeQuestion.make(handler, container: container, podAddress: address)
            return await ProbeRunner.answer(
                question, container: id, timeoutMilliseconds: milliseconds, runtime: runtime, loop: loop)
        } catch {
            return ProbeAnswer(isSuccess: false, message: error.message)
        }
    }
}
