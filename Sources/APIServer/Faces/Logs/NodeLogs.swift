import HTTP2
import Objects
import Resources
import Reactor
import WatchCache

/// Asks the nodes themselves: their kubelets serve the logs of their pods.
struct NodeLogs {
    let nodes: NodeAccess

    /// Asks the pod's node.
    ///
    /// - Parameter query: the client's.
    func open(
        _ pod: Core.Pod, query: [(name: String, value: String)], on loop: EventLoop
    ) async throws(APIError) -> NodeLog {
        let name = pod.metadata.name
        let container = try NodeAccess.container(of: pod, wanted: query.first { $0.name == "container" }?.value)
        let (endpoint, tls) = try nodes.reach(pod, applicationProtocols: ["h2"])
        let rest = Query.text(of: query.filter { $0.name != "container" && $0.name != "pretty" })
        let path = "/containerLogs/\(pod.metadata.namespace)/\(name)/\(container)" + (rest.isEmpty ? "" : "?\(rest)")
        do {
            let client = HTTP2Client(endpoint, tls: tls, on: loop)
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
}

/// An answer of a node that is being passed on.
struct NodeLog {
    let client: HTTP2Client
    let exchange: Exchange

    func attach(_ response: PendingResponse) {
        let stream = response.stream
        let relay = LoopBound(LogRelay(stream.value), loop: stream.loop)
        stream.value.onClose = { [exchange] in
            exchange.cancel()
            relay.value.release()
        }
        let head = ResponseHead(status: 200, headers: ["content-type": "text/plain"])
        stream.value.respond(response.marked(head), pulling: relay.value)
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
