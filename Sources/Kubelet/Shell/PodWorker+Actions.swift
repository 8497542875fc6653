internal import Client
internal import Objects

extension PodWorker {
    enum ActionResult {
        case done
        /// The pod has left; nothing more to do.
        case ended
        case failed(retryMilliseconds: Int)
    }

    func perform(_ action: PodAction, _ entry: PodRegistry.Entry, _ observed: ObservedPod) async -> ActionResult {
        do {
            switch action {
            case .prepareVolumes: return await prepareVolumes(entry)
            case .createSandbox(let attempt): return await createSandbox(attempt, entry)
            case .pullImage(let image): return await pull(image, entry)
            case .startContainer(let name, let attempt): return await start(name, attempt, entry, observed)
            case .stopContainers(let stops): return await stop(stops, entry, observed)
            case .removeContainer(let id):
                try await ignoringNotFound { () async throws(RuntimeError) in try await runtime.removeContainer(id) }
                removeOldLogs(id, entry, observed)
            case .stopSandbox(let id):
                try await ignoringNotFound { () async throws(RuntimeError) in try await runtime.stopSandbox(id) }
            case .removeSandbox(let id):
                try await ignoringNotFound { () async throws(RuntimeError) in try await runtime.removeSandbox(id) }
            case .removeVolumes: try VolumeWriter(paths: paths(entry.identity), group: nil).remove()
            case .deletePodObject: return await deleteObject(entry)
            }
            return .done
        } catch {
            if let pod = entry.pod {
                api.record(about: pod, type: "Warning", reason: "FailedSync", message: "\(error)")
            }
            return .failed(retryMilliseconds: KubeletLimits.actionRetryMilliseconds)
        }
    }

    private func ignoringNotFound(_ body: () async throws(RuntimeError) -> Void) async throws(RuntimeError) {
        do throws(RuntimeError) {
            try await body()
        } catch {
            guard error.code == .notFound else { throw error }
        }
    }

    // MARK: Volumes

    /// Reads what the pod refers to. What the API server cannot be asked for now is taken as it was last.
    private func readSources(_ entry: PodRegistry.Entry, _ pod: Core.Pod) async -> PodSources {
        var sources = entry.sources
        let references = pod.spec.references
        let namespace = pod.metadata.namespace
        for name in references.configMaps {
            do throws(ClientError) {
                sources.configMaps[name] = try await api.configMap(namespace, name)
            } catch {
                if error.code == .notFound { sources.configMaps[name] = nil }
            }
        }
        for name in references.secrets {
            do throws(ClientError) {
                sources.secrets[name] = try await api.secret(namespace, name)
            } catch {
                if error.code == .notFound { sources.secrets[name] = nil }
            }
        }
        sources.tokens = await readTokens(entry, pod)
        sources.hostAddress = settings.hostAddress
        sources.allocatable = settings.allocatable
        return sources
    }

    /// Tokens that are still good for a while are kept; a new one that cannot be had leaves the old one.
    private func readTokens(_ entry: PodRegistry.Entry, _ pod: Core.Pod) async -> [TokenWish: PodToken] {
        var tokens: [TokenWish: PodToken] = [:]
        for wish in pod.spec.tokenWishes {
            tokens[wish] = entry.sources.tokens[wish]
            if let known = tokens[wish], known.renewAt > clock.now { continue }
            // What is missing is said by the volume that needs it.
            guard let made = try? await api.token(of: pod.spec.serviceAccountName, for: entry.identity, wish) else {
                continue
            }
            tokens[wish] = PodToken(made.text, now: clock.now, expires: Moment(made.expires))
        }
        return tokens
    }

    func prepareVolumes(_ entry: PodRegistry.Entry) async -> ActionResult {
        guard let pod = entry.pod else { return .done }
        let sources = await readSources(entry, pod)
        do {
            let plan = try VolumePlan.make(pod, sources: sources)
            let writer = VolumeWriter(paths: paths(entry.identity), group: pod.spec.securityContext?.fsGroup)
            try writer.prepare(plan)
        } catch {
            api.record(
                about: pod, type: "Warning", reason: "FailedMount", message: "MountVolume.SetUp failed: \(error)")
            return .failed(retryMilliseconds: KubeletLimits.sourceRetryMilliseconds)
        }
        _ = registry.change(entry.identity.uid) { entry in
            entry.sources = sources
            entry.filesMadeAt = clock.now
        }
        return .done
    }

    // MARK: Sandbox and image

    private func createSandbox(_ attempt: Int, _ entry: PodRegistry.Entry) async -> ActionResult {
        guard let pod = entry.pod else { return .done }
        let config = SandboxConfig.make(
            pod, attempt: attempt, paths: paths(entry.identity), dns: settings.dns, cgroupParent: settings.cgroupParent)
        do throws(RuntimeError) {
            _ = try await runtime.runSandbox(config)
            _ = registry.change(entry.identity.uid) { $0.memory.startFailures[PodPlanner.sandboxKey] = nil }
            return .done
        } catch {
            api.record(
                about: pod, type: "Warning", reason: "FailedCreatePodSandBox",
                message: "Failed to create pod sandbox: \(error.message)")
            let retry = KubeletLimits.actionRetryMilliseconds
            _ = registry.change(entry.identity.uid) { entry in
                entry.memory.startFailures[PodPlanner.sandboxKey] = StartFailure(
                    reason: "ContainerCreating", message: error.message, notBefore: clock.now + retry)
            }
            return .failed(retryMilliseconds: retry)
        }
    }

    private func pull(_ image: String, _ entry: PodRegistry.Entry) async -> ActionResult {
        guard let pod = entry.pod else { return .done }
        let begin = clock.now
        api.record(about: pod, type: "Normal", reason: "Pulling", message: "Pulling image \"\(image)\"")
        do throws(RuntimeError) {
            let reference = try await runtime.pullImage(image, auth: nil)
            _ = registry.change(entry.identity.uid) { entry in
                entry.memory.pulls[image] = nil
                entry.memory.images[image] = reference
            }
            api.record(
                about: pod, type: "Normal", reason: "Pulled",
                message: "Successfully pulled image \"\(image)\" in \(clock.now - begin)ms")
            return .done
        } catch {
            let now = clock.now
            let backoff = registry.change(entry.identity.uid) { entry in
                if entry.memory.pulls[image] == nil {
                    entry.memory.pulls[image] = PullBackoff(message: error.message, now: now)
                } else {
                    entry.memory.pulls[image]?.failed(error.message, now: now)
                }
                return entry.memory.pulls[image]
            }
            api.record(
                about: pod, type: "Warning", reason: "Failed",
                message: "Failed to pull image \"\(image)\": \(error.message)")
            if backoff??.failures ?? 0 > 1 {
                api.record(
                    about: pod, type: "Normal", reason: "BackOff", message: "Back-off pulling image \"\(image)\"")
            }
            // Other containers of the pod have their turn at once.
            return .failed(retryMilliseconds: 10)
        }
    }

    // MARK: Start

    private func start(
        _ name: String, _ attempt: Int, _ entry: PodRegistry.Entry, _ observed: ObservedPod
    ) async -> ActionResult {
        guard let pod = entry.pod, let sandbox = observed.readySandbox,
            let container = (pod.spec.initContainers + pod.spec.containers).first(where: { $0.name == name })
        else { return .done }
        let uid = entry.identity.uid
        if let ended = observed.newest(name), ended.state == .exited {
            // Counted before the attempt: one that fails waits longer too.
            _ = registry.change(uid) { entry in
                var backoff = entry.memory.restarts[name] ?? RestartBackoff(restartCount: ended.attempt)
                backoff.restarted(after: ended)
                entry.memory.restarts[name] = backoff
            }
        }
        var reason = "CreateContainerConfigError"
        do {
            let image = try await runtime.image(container.image)
            let config = try makeConfig(pod, container, attempt, observed, image, registry.entry(uid) ?? entry)
            reason = "CreateContainerError"
            if observed.newest(name) == nil, entry.memory.pulls[container.image] == nil, image != nil {
                api.record(
                    about: pod, type: "Normal", reason: "Pulled",
                    message: "Container image \"\(container.image)\" already present on machine")
            }
            let sandboxConfig = SandboxConfig.make(
                pod, attempt: sandbox.attempt, paths: paths(entry.identity), dns: settings.dns,
                cgroupParent: settings.cgroupParent)
            let id = try await runtime.createContainer(config, sandbox: sandbox.id, sandboxConfig: sandboxConfig)
            api.record(about: pod, type: "Normal", reason: "Created", message: "Created container: \(name)")
            reason = "RunContainerError"
            try await runtime.startContainer(id)
            api.record(about: pod, type: "Normal", reason: "Started", message: "Started container \(name)")
            _ = registry.change(uid) { $0.memory.startFailures[name] = nil }
            return await runPostStart(pod, container, id, observed)
        } catch {
            let retry =
                error is PodConfigError ? KubeletLimits.sourceRetryMilliseconds : KubeletLimits.restartFirstMilliseconds
            let failure = StartFailure(reason: reason, message: "\(error)", notBefore: clock.now + retry)
            _ = registry.change(uid) { $0.memory.startFailures[name] = failure }
            api.record(about: pod, type: "Warning", reason: "Failed", message: "Error: \(error)")
            // Its siblings have their turn at once.
            return .failed(retryMilliseconds: 10)
        }
    }

    private func makeConfig(
        _ pod: Core.Pod, _ container: Core.Container, _ attempt: Int, _ observed: ObservedPod, _ image: CRI.Image?,
        _ entry: PodRegistry.Entry
    ) throws -> CRI.ContainerConfig {
        let paths = paths(entry.identity)
        var sources = entry.sources
        sources.podAddresses = pod.spec.hostNetwork ? [settings.hostAddress] : observed.readySandbox?.addresses ?? []
        let config = ContainerConfig(
            pod: pod, container: container, attempt: attempt, paths: paths, sources: sources, image: image,
            memoryCapacity: settings.memoryCapacity)
        let volumes = try VolumePlan.make(pod, sources: sources)
        let writer = VolumeWriter(paths: paths, group: pod.spec.securityContext?.fsGroup)
        let made = try config.make { (mount) throws(PodConfigError) in
            guard let volume = volumes.volumes.first(where: { $0.name == mount.name }) else {
                throw PodConfigError("the pod has no volume named \(mount.name)")
            }
            do throws(FileError) {
                return try writer.mountSource(volume.name, volume.content, subPath: mount.subPath)
            } catch {
                throw PodConfigError(error.message)
            }
        }
        try FileSystem.makeFolders("\(paths.folder)/containers/\(container.name)")
        try FileSystem.makeFolders("\(paths.logs)/\(container.name)")
        try FileSystem.write(paths.terminationMessage(container.name, attempt: attempt), [], mode: 0o666)
        try FileSystem.write(paths.hosts, ContainerConfig.hosts(pod, addresses: sources.podAddresses), mode: 0o644)
        return made
    }

    private func removeOldLogs(_ id: String, _ entry: PodRegistry.Entry, _ observed: ObservedPod) {
        guard let container = observed.containers.first(where: { $0.id == id }) else { return }
        let folder = LogFolder(paths(entry.identity), container: container.name)
        for name in LogFolder.obsolete(FileSystem.names(folder.path)) {
            // A log that stays is found at the next removal.
            try? FileSystem.removeTree("\(folder.path)/\(name)")
        }
    }

    // MARK: Object

    private func deleteObject(_ entry: PodRegistry.Entry) async -> ActionResult {
        do throws(ClientError) {
            try await api.delete(entry.identity)
            return .ended
        } catch {
            // Gone, or the name is another pod's by now: either way this pod has left.
            if error.code == .notFound || error.code == .conflict { return .ended }
            return .failed(retryMilliseconds: KubeletLimits.actionRetryMilliseconds)
        }
    }
}
