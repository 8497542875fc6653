import HTTP1
import HTTP2
import Objects
import Reactor
import Resources
import Streaming

/// Connects clients to containers through their kubelets: `exec`, `attach` and `portforward`. Runs on the stream's loop.
struct PodConnections: Sendable {
    let nodes: NodeAccess

    /// Asks the pod's kubelet, and when it agrees gives the client's connection to a relay.
    /// - Throws: as long as the client has had no answer.
    func open(
        _ subresource: Subresource, to pod: Core.Pod, _ query: Query, headers: HeaderFields,
        on stream: LoopBound<any ResponseStream>
    ) async throws(APIError) {
        let plan = try PodConnectionPlan(subresource, pod, query, headers) { pod throws(APIError) in
            _ = try nodes.endpoint(of: pod.spec.nodeName)
        }
        guard let client = stream.value as? any UpgradableStream else {
            throw APIError.badRequest("Upgrade request required, over HTTP/1.1")
        }
        let place = LoopBound(client, loop: stream.loop)
        var answer: HeaderFields = ["upgrade": StreamProtocols.spdy]
        if let subprotocol = plan.subprotocol {
            guard let fields = WebSocketHandshake.answer(headers, choosing: subprotocol) else {
                throw APIError.badRequest("the WebSocket handshake is not that of RFC 6455, version 13")
            }
            answer = fields
        }
        let opened = try await ask(plan, pod, on: stream.loop)
        let upstream = opened.connection.value
        if plan.subprotocol == nil, let version = opened.headers["x-stream-protocol-version"] {
            answer.append("x-stream-protocol-version", version)
        }
        guard let relay = plan.makeRelay() else {
            upstream.abort()
            throw APIError.internalError("the connection cannot be relayed: too much is asked for at once")
        }
        guard let tunnel = place.value.upgrade(answer, to: relay.clientEar) else { return upstream.abort() }
        relay.begin(client: tunnel, upstream: upstream)
        upstream.begin(relay.upstreamEar)
    }

    private func ask(
        _ plan: PodConnectionPlan, _ pod: Core.Pod, on loop: EventLoop
    ) async throws(APIError) -> RequestConnection.Opened {
        let (endpoint, tls) = try nodes.reach(pod, applicationProtocols: ["http/1.1"])
        do throws(RequestError) {
            return try await RequestConnection.open(
                endpoint, tls: tls,
                RequestHead(
                    method: "POST", path: plan.path, authority: pod.spec.nodeName, headers: plan.upstreamFields),
                on: loop)
        } catch {
            let words = error.message.split(separator: "\n").first.map(String.init) ?? ""
            switch error.status {
            case 0:
                throw APIError(
                    502, "InternalError",
                    "the kubelet of node \(pod.spec.nodeName) at \(endpoint) does not answer: \(words)")
            case 404: throw APIError(404, "NotFound", words)
            case 400: throw APIError.badRequest(words)
            default: throw APIError.internalError(words)
            }
        }
    }
}
