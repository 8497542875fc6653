internal import HTTP2
internal import Objects
internal import Reactor
internal import Streaming
internal import Wire

/// The Container Runtime Interface, `runtime.v1`, over gRPC on the runtime's unix socket.
struct CRIClient: RuntimeService {
    private let http: HTTP2Client

    init(socket: String, loop: EventLoop) {
        http = HTTP2Client(.unix(path: socket), on: loop)
    }

    // MARK: The service

    func version() async throws(RuntimeError) -> CRI.VersionResponse {
        try await runtime("Version", CRI.VersionRequest())
    }

    func conditions() async throws(RuntimeError) -> [CRI.RuntimeCondition] {
        let answer: CRI.StatusResponse = try await runtime("Status", CRI.StatusRequest())
        return answer.status?.conditions ?? []
    }

    func sandboxes(of podUID: String?) async throws(RuntimeError) -> [CRI.PodSandbox] {
        var request = CRI.ListPodSandboxRequest()
        if let podUID {
            var filter = CRI.PodSandboxFilter()
            filter.labelSelector = [RuntimeLabels.podUID: podUID]
            request.filter = filter
        }
        let answer: CRI.ListPodSandboxResponse = try await runtime("ListPodSandbox", request)
        return answer.items
    }

    func containers(of podUID: String?) async throws(RuntimeError) -> [CRI.Container] {
        var request = CRI.ListContainersRequest()
        if let podUID {
            var filter = CRI.ContainerFilter()
            filter.labelSelector = [RuntimeLabels.podUID: podUID]
            request.filter = filter
        }
        let answer: CRI.ListContainersResponse = try await runtime("ListContainers", request)
        return answer.containers
    }

    func sandboxStatus(_ id: String) async throws(RuntimeError) -> CRI.PodSandboxStatus {
        var request = CRI.PodSandboxStatusRequest()
        request.podSandboxId = id
        let answer: CRI.PodSandboxStatusResponse = try await runtime("PodSandboxStatus", request)
        guard let status = answer.status else {
            throw RuntimeError(code: .notFound, message: "no status of sandbox \(id)")
        }
        return status
    }

    func containerStatus(_ id: String) async throws(RuntimeError) -> CRI.ContainerStatus {
        var request = CRI.ContainerStatusRequest()
        request.containerId = id
        let answer: CRI.ContainerStatusResponse = try await runtime("ContainerStatus", request)
        guard let status = answer.status else {
            throw RuntimeError(code: .notFound, message: "no status of container \(id)")
        }
        return status
    }

    func runSandbox(_ config: CRI.PodSandboxConfig) async throws(RuntimeError) -> String {
        var request = CRI.RunPodSandboxRequest()
        request.config = config
        let answer: CRI.RunPodSandboxResponse = try await runtime(
            "RunPodSandbox", request, milliseconds: KubeletLimits.runtimeStartMilliseconds)
        return answer.podSandboxId
    }

    func stopSandbox(_ id: String) async throws(RuntimeError) {
        var request = CRI.StopPodSandboxRequest()
        request.podSandboxId = id
        let _: CRI.StopPodSandboxResponse = try await runtime(
            "StopPodSandbox", request, milliseconds: KubeletLimits.runtimeStartMilliseconds)
    }

    func removeSandbox(_ id: String) async throws(RuntimeError) {
        var request = CRI.RemovePodSandboxRequest()
        request.podSandboxId = id
        let _: CRI.RemovePodSandboxResponse = try await runtime("RemovePodSandbox", request)
    }

    func createContainer(
        _ config: CRI.ContainerConfig, sandbox: String, sandboxConfig: CRI.PodSandboxConfig
    ) async throws(RuntimeError) -> String {
        var request = CRI.CreateContainerRequest()
        request.podSandboxId = sandbox
        request.config = config
        request.sandboxConfig = sandboxConfig
        let answer: CRI.CreateContainerResponse = try await runtime(
            "CreateContainer", request, milliseconds: KubeletLimits.runtimeStartMilliseconds)
        return answer.containerId
    }

    func startContainer(_ id: String) async throws(RuntimeError) {
        var request = CRI.StartContainerRequest()
        request.containerId = id
        let _: CRI.StartContainerResponse = try await runtime(
            "StartContainer", request, milliseconds: KubeletLimits.runtimeStartMilliseconds)
    }

    func stopContainer(_ id: String, graceSeconds: Int) async throws(RuntimeError) {
        var request = CRI.StopContainerRequest()
        request.containerId = id
        request.timeout = graceSeconds
        // The call lasts as long as the grace; a day is as good as for ever.
        let grace = min(max(graceSeconds, 0), 86_400) * 1_000
        let _: CRI.StopContainerResponse = try await runtime(
            "StopContainer", request, milliseconds: grace + KubeletLimits.runtimeCallMilliseconds)
    }

    func removeContainer(_ id: String) async throws(RuntimeError) {
        var request = CRI.RemoveContainerRequest()
        request.containerId = id
        let _: CRI.RemoveContainerResponse = try await runtime("RemoveContainer", request)
    }

    func execute(
        _ command: [String], in container: String, timeoutSeconds: Int
    ) async throws(RuntimeError) -> CRI.ExecSyncResponse {
        var request = CRI.ExecSyncRequest()
        request.containerId = container
        request.cmd = command
        request.timeout = timeoutSeconds
        return try await runtime(
            "ExecSync", request,
            milliseconds: min(max(timeoutSeconds, 1), 86_400) * 1_000 + KubeletLimits.runtimeCallMilliseconds)
    }

    func reopenLog(_ container: String) async throws(RuntimeError) {
        var request = CRI.ReopenContainerLogRequest()
        request.containerId = container
        let _: CRI.ReopenContainerLogResponse = try await runtime("ReopenContainerLog", request)
    }

    func streamURL(_ stream: RuntimeStream) async throws(RuntimeError) -> String {
        switch stream {
        case .exec(let container, let command, let streams):
            var request = CRI.ExecRequest()
            request.containerId = container
            request.cmd = command
            request.tty = streams.tty
            request.stdin = streams.stdin
            request.stdout = streams.stdout
            request.stderr = streams.stderr
            let answer: CRI.ExecResponse = try await runtime("Exec", request)
            return answer.url
        case .attach(let container, let streams):
            var request = CRI.AttachRequest()
            request.containerId = container
            request.tty = streams.tty
            request.stdin = streams.stdin
            request.stdout = streams.stdout
            request.stderr = streams.stderr
            let answer: CRI.AttachResponse = try await runtime("Attach", request)
            return answer.url
        case .portForward(let sandbox, let ports):
            var request = CRI.PortForwardRequest()
            request.podSandboxId = sandbox
            request.port = ports
            let answer: CRI.PortForwardResponse = try await runtime("PortForward", request)
            return answer.url
        }
    }

    func image(_ name: String) async throws(RuntimeError) -> CRI.Image? {
        var request = CRI.ImageStatusRequest()
        request.image = Self.spec(name)
        let answer: CRI.ImageStatusResponse = try await images("ImageStatus", request)
        return answer.image
    }

    func pullImage(_ name: String, auth: CRI.AuthConfig?) async throws(RuntimeError) -> String {
        var request = CRI.PullImageRequest()
        request.image = Self.spec(name)
        request.auth = auth
        let answer: CRI.PullImageResponse = try await images(
            "PullImage", request, milliseconds: KubeletLimits.imagePullMilliseconds)
        return answer.imageRef
    }

    func images() async throws(RuntimeError) -> [CRI.Image] {
        let answer: CRI.ListImagesResponse = try await images("ListImages", CRI.ListImagesRequest())
        return answer.images
    }

    private static func spec(_ name: String) -> CRI.ImageSpec {
        var spec = CRI.ImageSpec()
        spec.image = name
        return spec
    }

    // MARK: One call

    private func runtime<Answer: MessageView>(
        _ method: String, _ request: some MessageView, milliseconds: Int = KubeletLimits.runtimeCallMilliseconds
    ) async throws(RuntimeError) -> Answer {
        try await call("/runtime.v1.RuntimeService/\(method)", request, milliseconds)
    }

    private func images<Answer: MessageView>(
        _ method: String, _ request: some MessageView, milliseconds: Int = KubeletLimits.runtimeCallMilliseconds
    ) async throws(RuntimeError) -> Answer {
        try await call("/runtime.v1.ImageService/\(method)", request, milliseconds)
    }

    /// A unary gRPC call.
    private func call<Answer: MessageView>(
        _ path: String, _ request: some MessageView, _ milliseconds: Int
    ) async throws(RuntimeError) -> Answer {
        let body = GRPCFraming.frame(BinaryEncoder.encode(request.message))
        let head = RequestHead(
            method: "POST", path: path, authority: "localhost", scheme: "http",
            headers: ["content-type": "application/grpc", "te": "trailers", "grpc-timeout": "\(milliseconds)m"])
        let response: Response
        do {
            response = try await http.send(
                head, body: body, limitBytes: KubeletLimits.runtimeAnswerBytes, deadlineMilliseconds: milliseconds)
        } catch {
            throw RuntimeError(
                code: error.code == .deadlineExceeded ? .deadlineExceeded : .unavailable,
                message: "the container runtime does not answer: \(error.message)")
        }
        try Self.check(response, path)
        guard let place = GRPCFraming.onlyMessage(in: response.body),
            let message = try? BinaryDecoder.decode(response.body, in: place, as: Answer.descriptor)
        else { throw RuntimeError(code: .failed, message: "\(path): the answer cannot be read") }
        return Answer(message)
    }

    /// The status is in the trailers, or in the head of an answer without a body.
    private static func check(_ response: Response, _ path: String) throws(RuntimeError) {
        guard let text = response.trailers["grpc-status"] ?? response.head.headers["grpc-status"],
            let status = Int(text)
        else {
            throw RuntimeError(code: .failed, message: "\(path): no gRPC status (HTTP \(response.head.status))")
        }
        if status == 0 { return }
        let message = response.trailers["grpc-message"] ?? response.head.headers["grpc-message"] ?? ""
        throw RuntimeError(
            code: code(status),
            message: message.isEmpty ? "\(path): gRPC status \(status)" : GRPCMessage.decode(message))
    }

    /// gRPC's status codes.
    private static func code(_ status: Int) -> RuntimeError.Code {
        switch status {
        case 4: .deadlineExceeded
        case 5: .notFound
        case 6: .alreadyExists
        case 12: .unimplemented
        case 14: .unavailable
        default: .failed
        }
    }
}
