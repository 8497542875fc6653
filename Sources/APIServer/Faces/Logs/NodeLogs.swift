import HTTP2
import Objects
import Resources
import Reactor
import WatchCache

/// Asks the nodes themselves: their kubelets serve the logs of their pods.
struct NodeLogs: PodLogSource {
    let identity: TLSClientConfiguration
    let core: ServerCore

    func open(
        _ pod: Core.Pod, query: [(name: String, value: String)], on loop: EventLoop
    ) async throws(APIError) -> any PodLog {
        let name = pod.metadata.name
        guard !pod.spec.nodeName.isEmpty else {
            throw APIError.badRequest("pod \(name) does not have a host assigned")
        }
        let container = try Self.container(of: pod, wanted: query.first { $0.name == "container" }?.value)
        let endpoint = try endpoint(of: pod.spec.nodeName)
        let rest = query.filter { $0.name != "container" && $0.name != "pretty" }
            .map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
        let path = "/containerLogs/\(pod.metadata.namespace)/\(name)/\(container)" + (rest.isEmpty ? "" : "?\(rest)")
        var tls = identity
        // Node certificates carry the node's name, whatever address they are reached at.
        tls.serverName = pod.spec.nodeName
        do {
            let client = HTTP2Client(endpoint, tls: try TLSContext(client: tls), on: loop)
            let exchange = try await client.open(RequestHead(method: "GET", path: path))
            let head = try await exchange.responseHead()
            guard head.status == 200 else {
                var text: [UInt8] = []
                while let piece = try await exchange.next(), text.count < 4096 { text += piece }
                throw APIError(
                    head.status, head.status == 404 ? "NotFound" : "BadRequest", String(decoding: text, as: UTF8.self))
            }
            return NodeLog(client: client, exchange: exchange)
        } catch let error as APIError { throw error } catch {
            throw APIError(
                502, "InternalError",
                "the kubelet of node \(pod.spec.nodeName) at \(endpoint) does not answer: \(error)")
        }
    }

    private static func container(of pod: Core.Pod, wanted: String?) throws(APIError) -> String {
        let names = (pod.spec.containers + pod.spec.initContainers).map(\.name)
        if let wanted, !wanted.isEmpty {
            guard names.contains(wanted) else {
                throw APIError.badRequest("container \(wanted) is not valid for pod \(pod.metadata.name)")
            }
            return wanted
        }
        guard pod.spec.containers.count == 1, let only = pod.spec.containers.first else {
            throw APIError.badRequest(
                "a container name must be specified for pod \(pod.metadata.name), choose one of: [\(names.joined(separator: " "))]"
            )
        }
        return only.name
    }

    private func endpoint(of nodeName: String) throws(APIError) -> Endpoint {
        guard let nodes = core.registry.find("nodes"), let found = nodes.cache?.find(namespace: "", name: nodeName)
        else { throw APIError.badRequest("the pod's node \(nodeName) is not registered") }
        let node = Core.Node(try StoredObject(found).message(nodes.definition.type))
        let addresses = node.status.addresses
        guard let address = addresses.first(where: { $0.type == "InternalIP" }) ?? addresses.first else {
            throw APIError.badRequest("node \(nodeName) has no address yet")
        }
        let port = node.status.daemonEndpoints.kubeletEndpoint.port
        return .tcp(host: address.address, port: port == 0 ? 10250 : port)
    }

    /// Everything but unreserved characters (RFC 3986, section 2.3) as `%41`.
    private static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                || byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x7e
            if isPlain {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

private struct NodeLog: PodLog {
    let client: HTTP2Client
    let exchange: Exchange

    func attach(_ stream: LoopBound<any ResponseStream>) {
        let relay = LoopBound(LogRelay(stream.value), loop: stream.loop)
        stream.value.onClose = { [exchange] in
            exchange.cancel()
            relay.value.release()
        }
        stream.value.respond(
            ResponseHead(status: 200, headers: ["content-type": "text/plain"]), pulling: relay.value)
        Task(executorPreference: stream.loop) { [client, exchange] in
            while let piece = try? await exchange.next() {
                relay.value.push(piece)
                await relay.value.untilDrained()
            }
            relay.value.finish()
            await client.close()
        }
    }
}

/// Passes pieces on, one at a time: the next is asked for when the last has gone out. Lives on its stream's loop.
private final class LogRelay: BodySource {
    private weak var stream: (any ResponseStream)?
    private var piece: [UInt8] = []
    private var offset = 0
    private var isComplete = false
    private var isReleased = false
    private var waiter: CheckedContinuation<Void, Never>?

    init(_ stream: any ResponseStream) { self.stream = stream }

    func push(_ bytes: [UInt8]) {
        piece = bytes
        offset = 0
        stream?.bodyAvailable()
    }

    func untilDrained() async {
        if isReleased || offset >= piece.count { return }
        await withCheckedContinuation { waiter = $0 }
    }

    func finish() {
        isComplete = true
        stream?.bodyAvailable()
    }

    /// The stream has ended: nobody waits for it any more.
    func release() {
        isReleased = true
        resume()
    }

    private func resume() {
        waiter?.resume()
        waiter = nil
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        offset += buffer.write(piece, from: offset)
        if offset < piece.count { return .more }
        resume()
        return isComplete ? .end(trailers: nil) : .blocked
    }
}
