/// What the runtime says about one pod: the facts that planners decide on.
struct ObservedPod: Sendable, Equatable {
    var identity: PodIdentity
    /// Newest first.
    var sandboxes: [ObservedSandbox] = []
    /// Newest first, of all sandboxes.
    var containers: [ObservedContainer] = []

    /// The sandbox that containers may run in.
    var readySandbox: ObservedSandbox? { sandboxes.first { $0.isReady } }
    var isEmpty: Bool { sandboxes.isEmpty && containers.isEmpty }

    /// Instances of a container, the newest first.
    func instances(of name: String) -> [ObservedContainer] { containers.filter { $0.name == name } }
    func newest(_ name: String) -> ObservedContainer? { containers.first { $0.name == name } }
    /// The newest instance in one sandbox.
    func newest(_ name: String, in sandbox: String) -> ObservedContainer? {
        containers.first { $0.name == name && $0.sandbox == sandbox }
    }

    /// Puts both lists into their order. Attempts decide where clocks are too coarse.
    mutating func sort() {
        sandboxes.sort { ($0.attempt, $0.createdAt) > ($1.attempt, $1.createdAt) }
        containers.sort { ($0.attempt, $0.createdAt) > ($1.attempt, $1.createdAt) }
    }
}

/// A pod's sandbox: its network namespace and the pause process that holds it.
struct ObservedSandbox: Sendable, Equatable {
    var id: String
    var attempt: Int
    var isReady: Bool
    var createdAt: Moment
    /// Addresses, the primary one first; none with the host's network.
    var addresses: [String] = []
}

/// One instance of a container.
struct ObservedContainer: Sendable, Equatable {
    enum State: Sendable, Equatable {
        /// Made, never started.
        case created
        case running
        case exited
        case unknown
    }
    var id: String
    var sandbox: String
    var name: String
    /// How many instances came before it.
    var attempt: Int
    var state: State
    var createdAt: Moment
    var startedAt: Moment?
    var finishedAt: Moment?
    var exitCode = 0
    var reason = ""
    var message = ""
    /// As the pod asked for it, and what the runtime found for it.
    var image = ""
    var imageReference = ""
    /// `ContainerHash` of the spec that it was made from.
    var specHash = ""
    var logPath = ""

    var hasSucceeded: Bool { state == .exited && exitCode == 0 }
    /// How long it ran, in milliseconds.
    var ranMilliseconds: Int {
        guard let startedAt, let finishedAt else { return 0 }
        return max(finishedAt - startedAt, 0)
    }
}
