import Access
import WatchCache

/// Makes what every cluster has from its beginning, and keeps of it what must not be missing for long.
struct ServerBeginning: Sendable {
    /// How long something of the system may be missing.
    private static let keepSeconds = 60
    /// Between tries, where something could not be made: a disk is full until somebody looks after it.
    private static let retrySeconds = 10

    let core: ServerCore
    /// Nil: the server has no such objects.
    let flowControl: FlowControlKeeper?
    let maps: SystemMaps

    /// Whatever of it is not done yet, in order.
    func make() async throws(APIError) {
        try await take(.systemObjects) { () async throws(APIError) in try await SystemObjects.make(core) }
        try await take(.flowControl) { () async throws(APIError) in try await flowControl?.tellReferences() }
        try await take(.rights) { () async throws(APIError) in
            if core.access.settings.modes.contains(.rbac) { try await BootstrapRights.make(core) }
        }
        try await take(.systemMaps) { () async throws(APIError) in try await maps.keep() }
    }

    private func take(_ step: ServerStep, _ work: () async throws(APIError) -> Void) async throws(APIError) {
        if core.health.has(step) { return }
        try await work()
        core.health.finish(step)
    }

    /// Until the task is cancelled. What fails is tried again.
    func run() async {
        while (try? await Task.sleep(for: .seconds(isWhole ? Self.keepSeconds : Self.retrySeconds))) != nil {
            do throws(APIError) {
                try await make()
                try await SystemObjects.makeNamespaces(core)
                try await maps.keep()
            } catch { continue }
        }
    }

    private var isWhole: Bool { ServerStep.allCases.allSatisfy { core.health.has($0) } }
}
