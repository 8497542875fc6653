internal import Objects
internal import Synchronization

/// Asks the runtime what it has, and translates. Details of an instance are asked for once per state, since they do not
/// change within it.
final class RuntimeObserver: Sendable {
    private struct Details: Sendable {
        var containers: [String: ObservedContainer] = [:]
        var sandboxes: [String: ObservedSandbox] = [:]
    }
    private let runtime: any RuntimeService
    private let details = Mutex(Details())

    init(_ runtime: any RuntimeService) { self.runtime = runtime }

    /// One pod, as it is now.
    func observe(_ identity: PodIdentity) async throws(RuntimeError) -> ObservedPod {
        var pod = ObservedPod(identity: identity)
        for sandbox in try await runtime.sandboxes(of: identity.uid) {
            if let observed = try await self.observed(sandbox) { pod.sandboxes.append(observed) }
        }
        for container in try await runtime.containers(of: identity.uid) {
            if let observed = try await self.observed(container) { pod.containers.append(observed) }
        }
        pod.sort()
        return pod
    }

    /// Ids and states of all that belongs to pods.
    func fingerprints() async throws(RuntimeError) -> [PodIdentity: [String]] {
        var found: [PodIdentity: [String]] = [:]
        var ids: Set<String> = []
        for sandbox in try await runtime.sandboxes(of: nil) {
            ids.insert(sandbox.id)
            guard let identity = RuntimeLabels.identity(sandbox.labels) else { continue }
            found[identity, default: []].append("\(sandbox.id) \(sandbox.state)")
        }
        for container in try await runtime.containers(of: nil) {
            ids.insert(container.id)
            guard let identity = RuntimeLabels.identity(container.labels) else { continue }
            found[identity, default: []].append("\(container.id) \(container.state)")
        }
        details.withLock { details in
            details.containers = details.containers.filter { ids.contains($0.key) }
            details.sandboxes = details.sandboxes.filter { ids.contains($0.key) }
        }
        return found.mapValues { $0.sorted() }
    }

    private func observed(_ sandbox: CRI.PodSandbox) async throws(RuntimeError) -> ObservedSandbox? {
        let isReady = sandbox.state == CRI.PodSandboxState.sandboxReady
        if let known = details.withLock({ $0.sandboxes[sandbox.id] }), known.isReady == isReady { return known }
        let status: CRI.PodSandboxStatus
        do throws(RuntimeError) {
            status = try await runtime.sandboxStatus(sandbox.id)
        } catch {
            if error.code == .notFound { return nil }
            throw error
        }
        let observed = Self.translate(status)
        details.withLock { $0.sandboxes[sandbox.id] = observed }
        return observed
    }

    private func observed(_ container: CRI.Container) async throws(RuntimeError) -> ObservedContainer? {
        let state = Self.state(container.state)
        if let known = details.withLock({ $0.containers[container.id] }), known.state == state { return known }
        let status: CRI.ContainerStatus
        do throws(RuntimeError) {
            status = try await runtime.containerStatus(container.id)
        } catch {
            // Removed since it was listed.
            if error.code == .notFound { return nil }
            throw error
        }
        let observed = Self.translate(status, sandbox: container.podSandboxId)
        details.withLock { $0.containers[container.id] = observed }
        return observed
    }

    static func translate(_ status: CRI.PodSandboxStatus) -> ObservedSandbox {
        var addresses: [String] = []
        if let network = status.network, !network.ip.isEmpty {
            addresses = [network.ip] + network.additionalIps.map(\.ip)
        }
        return ObservedSandbox(
            id: status.id, attempt: status.metadata?.attempt ?? 0,
            isReady: status.state == CRI.PodSandboxState.sandboxReady,
            createdAt: Moment(nanoseconds: status.createdAt) ?? Moment(milliseconds: 0), addresses: addresses)
    }

    static func translate(_ status: CRI.ContainerStatus, sandbox: String) -> ObservedContainer {
        ObservedContainer(
            id: status.id, sandbox: sandbox,
            name: status.labels[RuntimeLabels.containerName] ?? status.metadata?.name ?? "",
            attempt: status.annotations[RuntimeLabels.restartCount].flatMap { Int($0) } ?? status.metadata?.attempt
                ?? 0,
            state: state(status.state), createdAt: Moment(nanoseconds: status.createdAt) ?? Moment(milliseconds: 0),
            startedAt: Moment(nanoseconds: status.startedAt), finishedAt: Moment(nanoseconds: status.finishedAt),
            exitCode: status.exitCode, reason: status.reason, message: status.message_,
            image: status.image?.image ?? "", imageReference: status.imageRef,
            specHash: status.annotations[RuntimeLabels.specHash] ?? "", logPath: status.logPath)
    }

    static func state(_ state: Int) -> ObservedContainer.State {
        switch state {
        case CRI.ContainerState.containerCreated: .created
        case CRI.ContainerState.containerRunning: .running
        case CRI.ContainerState.containerExited: .exited
        default: .unknown
        }
    }
}
