internal import HTTP1
internal import HTTP2
internal import Reactor
internal import Streaming

/// Connects clients to containers: asks the runtime where it serves the stream, and passes on what both ends say, which
/// is SPDY/3.1. Neither bytes nor goodbyes are understood here.
struct NodeStreams: Sendable {
    let runtime: any RuntimeService

    /// Why there is no stream, as an answer.
    struct Refusal: Error {
        let status: Int
        let message: String
    }

    /// Upgrades the client's connection and relays. Runs on the stream's loop.
    func serve(
        _ request: StreamRequest, in entry: PodRegistry.Entry, headers: HeaderFields, on stream: any ResponseStream
    ) async throws(Refusal) {
        guard let stream = stream as? any UpgradableStream,
            headers["upgrade"]?.lowercased() == StreamProtocols.spdy.lowercased()
        else { throw Refusal(status: 400, message: "Upgrade request required: SPDY/3.1 over HTTP/1.1") }
        let place = LoopBound(stream, loop: stream.loop)
        let url: String
        do throws(RuntimeError) {
            url = try await runtime.streamURL(try RuntimeStream(request, in: entry))
        } catch {
            throw Refusal(status: error.code == .notFound ? 404 : 500, message: error.message)
        }
        guard let server = RuntimeURL(url) else {
            throw Refusal(status: 500, message: "the container runtime serves streams at \(url), which is no http URL")
        }
        var fields: HeaderFields = ["upgrade": StreamProtocols.spdy]
        for version in headers.all("x-stream-protocol-version") { fields.append("x-stream-protocol-version", version) }
        let opened: RequestConnection.Opened
        do throws(RequestError) {
            opened = try await RequestConnection.open(
                server.endpoint, tls: nil,
                RequestHead(method: "POST", path: server.path, authority: server.authority, headers: fields),
                on: place.loop)
        } catch {
            throw Refusal(
                status: error.status == 0 ? 502 : error.status,
                message: "the container runtime does not stream: \(error.message)")
        }
        let upstream = opened.connection.value
        var answer: HeaderFields = ["upgrade": StreamProtocols.spdy]
        if let version = opened.headers["x-stream-protocol-version"] {
            answer.append("x-stream-protocol-version", version)
        }
        let relay = Relay.passingThrough()
        guard let client = place.value.upgrade(answer, to: relay.clientEar) else { return upstream.abort() }
        relay.begin(client: client, upstream: upstream)
        upstream.begin(relay.upstreamEar)
    }
}

/// Where a runtime serves streams: `http://127.0.0.1:40001/exec/token`.
struct RuntimeURL: Equatable {
    let endpoint: Endpoint
    let authority: String
    let path: String

    init?(_ text: String) {
        guard text.hasPrefix("http://") else { return nil }
        let rest = text.dropFirst("http://".count)
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let authority = String(rest[..<slash])
        self.authority = authority
        path = slash == rest.endIndex ? "/" : String(rest[slash...])
        guard path.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        let colon = authority.lastIndex(of: ":")
        var host = authority[..<(colon ?? authority.endIndex)]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        let port = colon.flatMap { Int(authority[authority.index(after: $0)...]) } ?? 80
        guard !host.isEmpty, (1...65_535).contains(port) else { return nil }
        // A runtime that listens everywhere says so; from here it is this machine.
        let name = host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : String(host)
        endpoint = .tcp(host: name, port: port)
    }
}
