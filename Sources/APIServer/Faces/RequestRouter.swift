import HTTP2
import Reactor

/// The server's side of every stream: hands each request to the face that it is for. Called on the loops.
final class RequestRouter: RequestHandler {
    private let rest: RESTRouter
    private let rpc: RPCFace
    private let paths: ServerPaths
    private let openAPI: OpenAPIFace
    private let metrics: Metrics
    /// By the loop's index.
    private let loops: [LoopBound<LoopState>]

    /// - Parameters:
    ///   - nodes: nil: the server does not ask nodes.
    ///   - flags: what the server was started with.
    init(
        core: ServerCore, loops: [LoopBound<LoopState>], metrics: Metrics, nodes: NodeAccess?,
        flags: [String: String]
    ) {
        self.loops = loops
        self.metrics = metrics
        paths = ServerPaths(core: core, metrics: metrics, flags: flags)
        openAPI = OpenAPIFace(registry: core.registry)
        rpc = RPCFace(core: core)
        rest = RESTRouter(core: core, paths: paths, openAPI: openAPI, nodes: nodes)
    }

    /// Tells discovery where clients reach the server.
    func advertise(_ address: String) { paths.advertise(address) }

    /// To be called once a second.
    func tick() { openAPI.tick() }

    func handle(_ request: consuming Request, on stream: any ResponseStream) {
        let request = request
        let response = PendingResponse(on: stream, loops[stream.loop.index], metrics)
        Task.immediate(executorPreference: stream.loop) { [self] in
            await self.serve(request, response)
        }
    }

    private func serve(_ request: Request, _ response: PendingResponse) async {
        // Reset before its turn came: no work for nothing.
        guard !response.isAbandoned else { return }
        if request.head.headers["content-type"]?.hasPrefix("application/grpc") == true {
            await rpc.serve(request, response)
        } else {
            var response = response
            response.auditID = AuditID.of(request.head.headers)
            await rest.serve(request, response)
        }
    }
}
