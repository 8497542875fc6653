import HTTP2
import Reactor
import Wire

extension RPCFace {
    /// Answers a call, whatever becomes of it: with a message or a watch, or with gRPC's status in the trailers.
    func serve(_ request: Request, _ response: PendingResponse) async {
        var note = RequestNote(method: request.head.method)
        let head = ResponseHead(status: 200, headers: ["content-type": "application/grpc"])
        do throws(APIError) {
            let caller = try await CallerAuthentication(core: core).caller(request, response.state.peers)
            let body = try request.wholeBody()
            guard request.head.method == "POST", request.head.path.hasPrefix(Self.prefix) else {
                throw APIError(501, "NotImplemented", "there is no service at \(request.head.path)")
            }
            let method = request.head.path.dropFirst(Self.prefix.count)
            if method == "Watch" {
                note.verb = .watch
                return try await open(try await watch(body), caller, response, head, &note)
            }
            let message = try await answer(
                method, body, caller: caller, userAgent: request.head.headers["user-agent"] ?? "", &note)
            response.count(note, code: 200)
            response.stream.value.respond(head, body: GRPCFraming.frame(message), trailers: GRPCStatus.ok.trailers)
        } catch {
            response.count(note, code: error.code)
            response.stream.value.respond(head, body: [], trailers: GRPCStatus(error).trailers)
        }
    }

    private func open(
        _ watch: WatchFace.Request, _ caller: Caller, _ response: PendingResponse, _ head: ResponseHead,
        _ note: inout RequestNote
    ) async throws(APIError) {
        note.concerns(watch.resource.index, namespace: watch.namespace, name: "", subresource: "")
        try await authorize(watch, caller)
        let watches = WatchFace(core: core)
        let beginning = try await watches.beginning(watch)
        guard !response.isAbandoned else { return }
        guard watches.open(watch, from: beginning, on: response.stream.value, response.state, head: head) else {
            throw APIError.expired("too old resource version")
        }
        response.count(note, code: 200)
    }
}
