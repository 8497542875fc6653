import Client
import HTTP2
import Objects
import Reactor
import Synchronization
import Wire

/// An API server that answers from a script: what it is asked is written down.
final class ScriptedServer: RequestHandler {
    enum Answer: Sendable {
        /// One message, and the call's good end.
        case message([UInt8])
        /// Messages of a stream; then what.
        case stream([[UInt8]], end: End)
        case failure(Meta.Status)
    }
    enum End: Sendable {
        case ok
        /// The stream is reset, as when a connection is lost.
        case reset
        case failure(Meta.Status)
        /// It stays open.
        case open
    }
    struct Call: Sendable, Equatable {
        var method: String
        /// Of a watch: the revision it begins after.
        var revision: Int
    }
    private struct State {
        var calls: [Call] = []
        var script: [Answer]
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state: Mutex<State>

    init(_ script: [Answer]) { state = Mutex(State(script: script)) }

    var calls: [Call] { state.withLock { $0.calls } }

    /// Returns when so many calls have come.
    func waitForCalls(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.calls.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    func handle(_ request: consuming Request, on stream: any ResponseStream) {
        let request = request
        let method = request.head.path.split(separator: "/").last.map(String.init) ?? ""
        var revision = 0
        if method == "Watch", case .complete(let body) = request.body {
            let message = try? BinaryDecoder.decode(Array(body.dropFirst(5)), as: Cluster.WatchRequest.descriptor)
            revision = message.map { Cluster.WatchRequest($0).revision } ?? -1
        }
        let (answer, ready) = state.withLock { state in
            state.calls.append(Call(method: method, revision: revision))
            let count = state.calls.count
            let ready = state.watchers.filter { $0.count <= count }.map(\.continuation)
            state.watchers.removeAll { $0.count <= count }
            return (state.script.isEmpty ? Answer.stream([], end: .open) : state.script.removeFirst(), ready)
        }
        let head = ResponseHead(status: 200, headers: ["content-type": "application/grpc"])
        switch answer {
        case .message(let bytes):
            stream.respond(head, body: GRPCFraming.frame(bytes), trailers: ["grpc-status": "0"])
        case .failure(let status): stream.respond(head, body: [], trailers: Self.trailers(status))
        case .stream(let messages, let end):
            let body = ScriptedBody(messages.flatMap { GRPCFraming.frame($0) }, end: end, stream: stream)
            stream.respond(head, pulling: body)
        }
        for continuation in ready { continuation.resume() }
    }

    static func trailers(_ status: Meta.Status) -> HeaderFields {
        ["grpc-status": "9", "grpc-status-details-bin": Base64.encode(BinaryEncoder.encode(status.message))]
    }
}

/// A body that is sent whole and then ends as the script says.
private final class ScriptedBody: BodySource {
    private var bytes: ArraySlice<UInt8>
    private let end: ScriptedServer.End
    private weak var stream: (any ResponseStream)?

    init(_ bytes: [UInt8], end: ScriptedServer.End, stream: any ResponseStream) {
        self.bytes = bytes[...]
        self.end = end
        self.stream = stream
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        bytes = bytes.dropFirst(buffer.write(bytes))
        guard bytes.isEmpty else { return .more }
        switch end {
        case .ok: return .end(trailers: ["grpc-status": "0"])
        case .failure(let status): return .end(trailers: ScriptedServer.trailers(status))
        case .open: return .blocked
        case .reset:
            // What was written goes out first.
            if let stream {
                let bound = LoopBound(stream, loop: stream.loop)
                stream.loop.schedule(afterMilliseconds: 20) { bound.value.reset(.internalError) }
            }
            return .blocked
        }
    }
}
