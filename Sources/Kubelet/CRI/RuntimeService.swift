/// What the node asks of a container runtime. `CRIClient` speaks to a real one; tests and scale tests put a simulated
/// one in its place.
protocol RuntimeService: Sendable {
    func version() async throws(RuntimeError) -> CRI.VersionResponse
    func conditions() async throws(RuntimeError) -> [CRI.RuntimeCondition]
    /// - Parameter podUID: nil: of all pods.
    func sandboxes(of podUID: String?) async throws(RuntimeError) -> [CRI.PodSandbox]
    func containers(of podUID: String?) async throws(RuntimeError) -> [CRI.Container]
    func sandboxStatus(_ id: String) async throws(RuntimeError) -> CRI.PodSandboxStatus
    func containerStatus(_ id: String) async throws(RuntimeError) -> CRI.ContainerStatus

    /// Makes and starts a sandbox; returns its id.
    func runSandbox(_ config: CRI.PodSandboxConfig) async throws(RuntimeError) -> String
    /// Ends all that runs in it and gives back its network. May be repeated.
    func stopSandbox(_ id: String) async throws(RuntimeError)
    func removeSandbox(_ id: String) async throws(RuntimeError)

    /// Returns the container's id.
    func createContainer(
        _ config: CRI.ContainerConfig, sandbox: String, sandboxConfig: CRI.PodSandboxConfig
    ) async throws(RuntimeError) -> String
    func startContainer(_ id: String) async throws(RuntimeError)
    /// Asks the container to end, and ends it after `graceSeconds`.
    func stopContainer(_ id: String, graceSeconds: Int) async throws(RuntimeError)
    func removeContainer(_ id: String) async throws(RuntimeError)
    func execute(_ command: [String], in container: String, timeoutSeconds: Int) async throws(RuntimeError)
        -> CRI.ExecSyncResponse
    /// Tells the runtime that the log file was moved away.
    func reopenLog(_ container: String) async throws(RuntimeError)

    /// Where the runtime serves the stream, for one client and a short while.
    func streamURL(_ stream: RuntimeStream) async throws(RuntimeError) -> String

    /// What the runtime calls the image; nil: it is not there.
    func image(_ name: String) async throws(RuntimeError) -> CRI.Image?
    /// Fetches an image; returns what the runtime calls it.
    func pullImage(_ name: String, auth: CRI.AuthConfig?) async throws(RuntimeError) -> String
    func images() async throws(RuntimeError) -> [CRI.Image]
}
