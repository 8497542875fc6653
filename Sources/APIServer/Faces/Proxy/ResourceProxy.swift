import HTTP1
import HTTP2
import Objects
import Reactor
import Streaming
import Wire

/// Passes requests on to pods, services and nodes, and their answers back: the subresource `proxy`. Runs on the stream's loop.
struct ResourceProxy: Sendable {
    /// The methods that are passed on.
    static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    let targets: ProxyTargets
    /// Nil: the server does not ask nodes.
    let nodes: NodeAccess?

    /// - Parameters:
    ///   - path: what the request's names.
    ///   - body: the request's, whole.
    /// - Returns: the answer's status, once the client has its head.
    /// - Throws: as long as the client has had no answer.
    func serve(
        _ path: RequestPath.ResourcePath, _ head: RequestHead, body: [UInt8], for response: PendingResponse
    ) async throws(APIError) -> Int {
        let stream = response.stream
        let target = try await targets.find(path.plural, namespace: path.namespace, path.name)
        let (uri, query) = Self.split(head.path)
        let client = stream.value as? any UpgradableStream
        let upgrades =
            head.headers["upgrade"] != nil && client != nil
            && head.headers.all("connection").contains { $0.lowercased().contains("upgrade") }
        if path.remainder.isEmpty, !upgrades, head.method == "GET" || head.method == "HEAD" {
            // Links of the page are relative to what it is called.
            let answer = ResponseHead(status: 301, headers: ["location": "\(uri)/\(query)"])
            stream.value.respond(response.marked(answer), body: [], trailers: nil)
            return 301
        }
        let hasBody = !body.isEmpty || ["POST", "PUT", "PATCH"].contains(head.method)
        let request = RequestHead(
            method: head.method, path: (path.remainder.isEmpty ? "/" : path.remainder) + query,
            authority: head.authority,
            headers: ProxyHeaders.request(head.headers, uri: uri, keepsUpgrade: upgrades))
        let opened: RequestConnection.Opened
        do throws(RequestError) {
            opened = try await RequestConnection.ask(
                target.endpoint, tls: try tls(target), request, body: hasBody ? body : nil, on: stream.loop)
        } catch {
            let words = "dial tcp \(target.authority): \(Self.asGo(error.message))"
            guard !upgrades else { throw APIError.internalError("error dialing backend: \(words)") }
            throw APIError.serviceUnavailable("error trying to reach service: \(words)")
        }
        let connection = opened.connection.value
        guard !stream.value.isClosed else {
            connection.abort()
            return opened.status
        }
        if opened.status == 101 {
            let relay = Relay.passingThrough()
            guard let client, let tunnel = client.upgrade(Self.upgraded(opened.headers), to: relay.clientEar) else {
                connection.abort()
                throw APIError.internalError("the connection cannot be given away")
            }
            relay.begin(client: tunnel, upstream: connection)
            connection.begin(relay.upstreamEar)
            return 101
        }
        guard !upgrades || opened.status >= 400 else {
            connection.abort()
            throw APIError.internalError("invalid upgrade response: status code \(opened.status)")
        }
        let (prefix, host) = (Self.prefix(path), head.authority)
        var answer = response.marked(
            ResponseHead(
                status: opened.status,
                headers: ProxyHeaders.answer(opened.headers, prefix: prefix, target: target.authority, host: host)))
        connection.pass(to: stream.value)
        stream.value.onClose = { [opened] in opened.connection.value.abort() }
        guard let page = ProxyHeaders.page(answer.headers), head.method != "HEAD" else {
            stream.value.respond(answer, pulling: connection)
            return opened.status
        }
        let links = PageLinks { address in
            ProxyHeaders.location(address, prefix: prefix, target: target.authority, host: host)
        }
        // Of another length when its links are rewritten, and as it was before it was compressed.
        answer.headers = answer.headers.without("content-length").without("content-encoding")
        stream.value.respond(
            answer, pulling: RewrittenPage(connection, links, page == .compressed ? Inflation() : nil))
        return opened.status
    }

    /// The path up to the target's own.
    private static func prefix(_ path: RequestPath.ResourcePath) -> String {
        let place = path.namespace.isEmpty ? "" : "namespaces/\(RequestPath.encodeSegment(path.namespace))/"
        return "/api/v1/\(place)\(path.plural)/\(RequestPath.encodeSegment(path.name))/proxy"
    }

    /// What clients of Go know such an error by.
    private static func asGo(_ message: String) -> String {
        let prefix = "cannot connect: "
        return message.hasPrefix(prefix) ? "connect: \(message.dropFirst(prefix.count).lowercased())" : message
    }

    /// `connection` is added by who answers.
    private static func upgraded(_ headers: HeaderFields) -> HeaderFields { headers.without("connection") }

    private func tls(_ target: ProxyTarget) throws(RequestError) -> TLSContext? {
        var configuration: TLSClientConfiguration
        switch target.security {
        case .plain: return nil
        case .anybody: configuration = TLSClientConfiguration(verification: .none)
        case .kubelet(let node):
            guard let nodes else { throw RequestError("the server has no identity for nodes") }
            configuration = nodes.identity
            configuration.serverName = node
        }
        configuration.applicationProtocols = ["http/1.1"]
        do { return try TLSContext(client: configuration) } catch { throw RequestError(error.message) }
    }

    /// The query with its mark, of nothing but what a request line may hold.
    private static func split(_ path: String) -> (uri: String, query: String) {
        guard let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (path, "") }
        let query = path[mark...].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } ? String(path[mark...]) : ""
        return (String(path[..<mark]), query)
    }
}
