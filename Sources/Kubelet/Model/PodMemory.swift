/// What is known about a pod on its node beside its spec and the runtime's facts. It is lost with the process, and
/// nothing goes wrong then: back-offs begin from the restart counts, probes start over.
struct PodMemory: Sendable, Equatable {
    /// By container name.
    var restarts: [String: RestartBackoff] = [:]
    /// By image name.
    var pulls: [String: PullBackoff] = [:]
    /// Why a container could not be made or started at the last attempt, by its name.
    var startFailures: [String: StartFailure] = [:]
    /// What probes have found, by container id.
    var probes: [String: ProbeFindings] = [:]
    /// Images known to be on the node, with what the runtime calls them.
    var images: [String: String] = [:]
    /// Images that were looked for, there or not.
    var imagesSought: Set<String> = []
    /// Termination messages by container id; an empty one was looked for and not found.
    var terminationMessages: [String: String] = [:]
    /// What events have told of and is still so.
    var told: Set<PodNotice> = []
    /// Why the pod was given up.
    var failure: PodFailure?
}

/// A container that could not be brought up: `reason` and `message` of its waiting state.
struct StartFailure: Sendable, Equatable {
    var reason: String
    var message: String
    /// No new attempt before this.
    var notBefore: Moment
}

/// Why the node gave a pod up, as its status says.
struct PodFailure: Sendable, Equatable {
    var reason: String
    var message: String
}

/// What probes say about one instance of a container. Without a probe the answer is yes.
struct ProbeFindings: Sendable, Equatable {
    var isStarted = true
    var isReady = true
    /// Set when the container must be restarted: what failed, in words, and the probe's own grace if it has one.
    var mustRestart: Restart?

    struct Restart: Sendable, Equatable {
        var message: String
        var graceSeconds: Int?
    }
}
