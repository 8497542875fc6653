import Objects
import Synchronization
import TestSupport

@testable import Kubelet

/// A container runtime in memory, with faults. It checks what no real one could tell: that no two instances of one
/// container of a pod ever run at once.
final class SimulatedRuntime: RuntimeService {
    struct Container: Sendable {
        var status: CRI.ContainerStatus
        var sandbox: String
        var pod: String
        var name: String
        var isRunning: Bool { status.state == CRI.ContainerState.containerRunning }
    }
    struct Sandbox: Sendable {
        var status: CRI.PodSandboxStatus
        var pod: String
    }
    struct State: Sendable {
        var sandboxes: [String: Sandbox] = [:]
        var containers: [String: Container] = [:]
        var images: Set<String> = ["web:1"]
        var registry: Set<String> = []
        var serial = 0
        var violations: [String] = []
        /// When each container was started, by pod and name.
        var starts: [String: [Moment]] = [:]
        var stops: [(id: String, graceSeconds: Int)] = []
        var calls: [String] = []
        var faultPercent = 0
        var numbers = SeededGenerator(seed: 0)
        var now = Fixture.now
    }
    let state: Mutex<State>

    init(seed: UInt64 = 0) {
        state = Mutex(State(numbers: SeededGenerator(seed: seed)))
    }

    private static let fault = RuntimeError(code: .unavailable, message: "simulated fault")

    /// A call may fail before it has done anything, or after all of it: the caller cannot tell which.
    private func call<Result: Sendable>(
        _ name: String, _ body: (inout State) -> Swift.Result<Result, RuntimeError>
    ) throws(RuntimeError) -> Result {
        let result = state.withLock { state -> Swift.Result<Result, RuntimeError> in
            state.calls.append(name)
            if state.numbers.chance(state.faultPercent) { return .failure(Self.fault) }
            let result = body(&state)
            if state.numbers.chance(state.faultPercent) { return .failure(Self.fault) }
            return result
        }
        return try result.get()
    }

    func version() async throws(RuntimeError) -> CRI.VersionResponse {
        try call("version") { _ in
            var version = CRI.VersionResponse()
            version.runtimeName = "simulated"
            version.runtimeVersion = "1"
            return .success(version)
        }
    }

    func conditions() async throws(RuntimeError) -> [CRI.RuntimeCondition] { [] }

    func sandboxes(of podUID: String?) async throws(RuntimeError) -> [CRI.PodSandbox] {
        try call("sandboxes") { state in
            .success(
                state.sandboxes.values.filter { podUID == nil || $0.pod == podUID }.map { sandbox in
                    var item = CRI.PodSandbox()
                    item.id = sandbox.status.id
                    item.state = sandbox.status.state
                    item.metadata = sandbox.status.metadata
                    item.labels = sandbox.status.labels
                    return item
                })
        }
    }

    func containers(of podUID: String?) async throws(RuntimeError) -> [CRI.Container] {
        try call("containers") { state in
            .success(
                state.containers.values.filter { podUID == nil || $0.pod == podUID }.map { container in
                    var item = CRI.Container()
                    item.id = container.status.id
                    item.state = container.status.state
                    item.labels = container.status.labels
                    item.podSandboxId = container.sandbox
                    return item
                })
        }
    }

    func sandboxStatus(_ id: String) async throws(RuntimeError) -> CRI.PodSandboxStatus {
        try call("sandboxStatus") { state in
            state.sandboxes[id].map { .success($0.status) } ?? .failure(Self.missing(id))
        }
    }

    func containerStatus(_ id: String) async throws(RuntimeError) -> CRI.ContainerStatus {
        try call("containerStatus") { state in
            state.containers[id].map { .success($0.status) } ?? .failure(Self.missing(id))
        }
    }

    private static func missing(_ id: String) -> RuntimeError { RuntimeError(code: .notFound, message: "no \(id)") }

    func runSandbox(_ config: CRI.PodSandboxConfig) async throws(RuntimeError) -> String {
        try call("runSandbox") { (state) -> Result<String, RuntimeError> in
            state.serial += 1
            let id = "s\(state.serial)"
            let pod = config.metadata?.uid ?? ""
            if state.sandboxes.values.contains(where: {
                $0.pod == pod && $0.status.state == CRI.PodSandboxState.sandboxReady
            }) {
                state.violations.append("two sandboxes of pod \(pod)")
            }
            var status = CRI.PodSandboxStatus()
            status.id = id
            status.metadata = config.metadata
            status.state = CRI.PodSandboxState.sandboxReady
            status.createdAt = state.now.milliseconds * 1_000_000
            status.labels = config.labels
            var network = CRI.PodSandboxNetworkStatus()
            network.ip = "10.0.0.\(state.serial % 250 + 1)"
            status.network = network
            state.sandboxes[id] = Sandbox(status: status, pod: pod)
            return .success(id)
        }
    }

    func stopSandbox(_ id: String) async throws(RuntimeError) {
        try call("stopSandbox") { (state) -> Result<Void, RuntimeError> in
            guard state.sandboxes[id] != nil else { return .success(()) }
            state.sandboxes[id]?.status.state = CRI.PodSandboxState.sandboxNotready
            for container in state.containers.values where container.sandbox == id && container.isRunning {
                Self.end(container.status.id, exitCode: 137, &state)
            }
            return .success(())
        }
    }

    func removeSandbox(_ id: String) async throws(RuntimeError) {
        try call("removeSandbox") { (state) -> Result<Void, RuntimeError> in
            state.sandboxes[id] = nil
            state.containers = state.containers.filter { $0.value.sandbox != id }
            return .success(())
        }
    }

    func createContainer(
        _ config: CRI.ContainerConfig, sandbox: String, sandboxConfig: CRI.PodSandboxConfig
    ) async throws(RuntimeError) -> String {
        try call("createContainer") { (state) -> Result<String, RuntimeError> in
            guard state.sandboxes[sandbox]?.status.state == CRI.PodSandboxState.sandboxReady else {
                return .failure(Self.missing(sandbox))
            }
            state.serial += 1
            let id = "c\(state.serial)"
            var status = CRI.ContainerStatus()
            status.id = id
            status.metadata = config.metadata
            status.state = CRI.ContainerState.containerCreated
            status.createdAt = state.now.milliseconds * 1_000_000
            status.labels = config.labels
            status.annotations = config.annotations
            status.imageRef = "sha256:1"
            state.containers[id] = Container(
                status: status, sandbox: sandbox, pod: config.labels[RuntimeLabels.podUID] ?? "",
                name: config.metadata?.name ?? "")
            return .success(id)
        }
    }

    func startContainer(_ id: String) async throws(RuntimeError) {
        try call("startContainer") { (state) -> Result<Void, RuntimeError> in
            guard let container = state.containers[id] else { return .failure(Self.missing(id)) }
            let twins = state.containers.values.filter {
                $0.pod == container.pod && $0.name == container.name && $0.isRunning
            }
            if !twins.isEmpty { state.violations.append("two instances of \(container.name) of pod \(container.pod)") }
            state.containers[id]?.status.state = CRI.ContainerState.containerRunning
            state.containers[id]?.status.startedAt = state.now.milliseconds * 1_000_000
            state.starts["\(container.pod)/\(container.name)", default: []].append(state.now)
            return .success(())
        }
    }

    func stopContainer(_ id: String, graceSeconds: Int) async throws(RuntimeError) {
        try call("stopContainer") { (state) -> Result<Void, RuntimeError> in
            state.stops.append((id, graceSeconds))
            if state.containers[id]?.isRunning == true { Self.end(id, exitCode: 143, &state) }
            return .success(())
        }
    }

    func removeContainer(_ id: String) async throws(RuntimeError) {
        try call("removeContainer") { (state) -> Result<Void, RuntimeError> in
            if state.containers[id]?.isRunning == true { state.violations.append("a running container was removed") }
            state.containers[id] = nil
            return .success(())
        }
    }

    func execute(
        _ command: [String], in container: String, timeoutSeconds: Int
    ) async throws(RuntimeError) -> CRI.ExecSyncResponse { CRI.ExecSyncResponse() }

    func reopenLog(_ container: String) async throws(RuntimeError) { try call("reopenLog") { _ in .success(()) } }

    func streamURL(_ stream: RuntimeStream) async throws(RuntimeError) -> String {
        try call("streamURL") { _ in .failure(RuntimeError(code: .unimplemented, message: "no streams here")) }
    }

    func image(_ name: String) async throws(RuntimeError) -> CRI.Image? {
        try call("image") { state in
            guard state.images.contains(name) else { return .success(nil) }
            var image = CRI.Image()
            image.id = "sha256:" + name
            return .success(image)
        }
    }

    func pullImage(_ name: String, auth: CRI.AuthConfig?) async throws(RuntimeError) -> String {
        try call("pullImage") { (state) -> Result<String, RuntimeError> in
            guard state.registry.contains(name) else {
                return .failure(RuntimeError(code: .notFound, message: "no such image"))
            }
            state.images.insert(name)
            return .success("sha256:" + name)
        }
    }

    func images() async throws(RuntimeError) -> [CRI.Image] { [] }

    // MARK: What happens by itself

    private static func end(_ id: String, exitCode: Int, _ state: inout State) {
        state.containers[id]?.status.state = CRI.ContainerState.containerExited
        state.containers[id]?.status.exitCode = exitCode
        state.containers[id]?.status.finishedAt = state.now.milliseconds * 1_000_000
    }

    /// Ends one running container, if there is any.
    func crash(exitCode: Int = 1, where matches: @Sendable (Container) -> Bool = { _ in true }) {
        state.withLock { state in
            let running = state.containers.values.filter { $0.isRunning && matches($0) }
                .sorted { $0.status.id < $1.status.id }
            guard let victim = running.randomElement(using: &state.numbers) else { return }
            Self.end(victim.status.id, exitCode: exitCode, &state)
        }
    }

    func loseSandbox() {
        state.withLock { state in
            let ready = state.sandboxes.values.filter { $0.status.state == CRI.PodSandboxState.sandboxReady }
                .sorted { $0.status.id < $1.status.id }
            guard let victim = ready.randomElement(using: &state.numbers) else { return }
            state.sandboxes[victim.status.id]?.status.state = CRI.PodSandboxState.sandboxNotready
        }
    }

    var violations: [String] { state.withLock { $0.violations } }
    func running(_ pod: String) -> [String] {
        state.withLock { state in
            state.containers.values.filter { $0.pod == pod && $0.isRunning }.map(\.name).sorted()
        }
    }
    func hasAnything(of pod: String) -> Bool {
        state.withLock { state in
            state.sandboxes.values.contains { $0.pod == pod } || state.containers.values.contains { $0.pod == pod }
        }
    }
}
