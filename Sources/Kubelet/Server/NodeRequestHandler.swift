internal import HTTP2
internal import Objects
internal import Reactor
internal import Synchronization
internal import Wire

/// Answers the API server: container logs, the node's pods, its health, connections to containers.
final class NodeRequestHandler: RequestHandler {
    private let registry: PodRegistry
    private let dataDirectory: String
    private let clock: NodeClock
    private let streams: NodeStreams
    private let openLogs = Atomic<Int>(0)
    /// Nil: well. Otherwise what is wrong.
    private let problem: @Sendable () -> String?

    init(
        registry: PodRegistry, runtime: any RuntimeService, dataDirectory: String, clock: NodeClock,
        problem: @escaping @Sendable () -> String?
    ) {
        streams = NodeStreams(runtime: runtime)
        self.registry = registry
        self.dataDirectory = dataDirectory
        self.clock = clock
        self.problem = problem
    }

    func handle(_ request: consuming Request, on stream: any ResponseStream) {
        if let status = NodeReaders.refusal(request.peer) {
            return refuse(
                stream, status, status == 401 ? "a client certificate is needed" : "the certificate may not read this")
        }
        switch NodeRequest(method: request.head.method, path: request.head.path, now: clock.now) {
        case .health:
            if let problem = problem() { return refuse(stream, 500, problem) }
            answer(stream, 200, Array("ok".utf8), type: "text/plain; charset=utf-8")
        case .pods: answer(stream, 200, pods(), type: "application/json")
        case .log(let namespace, let pod, let container, let query):
            log(namespace, pod, container, query, on: stream)
        case .stream(let wanted): connect(wanted, headers: request.head.headers, on: stream)
        case .refused(let status, let message): refuse(stream, status, message)
        }
    }

    private func answer(_ stream: any ResponseStream, _ status: Int, _ body: [UInt8], type: String) {
        stream.respond(ResponseHead(status: status, headers: ["content-type": type]), body: body, trailers: nil)
    }

    private func refuse(_ stream: any ResponseStream, _ status: Int, _ message: String) {
        answer(stream, status, Array((message + "\n").utf8), type: "text/plain; charset=utf-8")
    }

    private func connect(_ wanted: StreamRequest, headers: HeaderFields, on stream: any ResponseStream) {
        guard let entry = registry.find(namespace: wanted.pod.namespace, name: wanted.pod.name) else {
            return refuse(stream, 404, "pod \"\(wanted.pod.name)\" is not on this node")
        }
        let bound = LoopBound(stream, loop: stream.loop)
        Task.immediate(executorPreference: stream.loop) { [self] in
            do throws(NodeStreams.Refusal) {
                try await streams.serve(wanted, in: entry, headers: headers, on: bound.value)
            } catch {
                refuse(bound.value, error.status, error.message)
            }
        }
    }

    private func pods() -> [UInt8] {
        var list = Array(#"{"kind":"PodList","apiVersion":"v1","metadata":{},"items":["#.utf8)
        let items = registry.entries.compactMap { $0.pod.map { JSONEncoder.encode($0.message) } }
        list += items.joined(separator: [UInt8(ascii: ",")])
        return list + Array("]}".utf8)
    }

    // MARK: Logs

    private func log(
        _ namespace: String, _ pod: String, _ container: String, _ query: LogQuery, on stream: any ResponseStream
    ) {
        guard let entry = registry.find(namespace: namespace, name: pod) else {
            return refuse(stream, 404, "pod \"\(pod)\" is not on this node")
        }
        let specs = (entry.pod?.spec.initContainers ?? []) + (entry.pod?.spec.containers ?? [])
        guard entry.pod == nil || specs.contains(where: { $0.name == container }) else {
            return refuse(stream, 404, "container \"\(container)\" is not in pod \"\(pod)\"")
        }
        let folder = LogFolder(PodPaths(root: dataDirectory, pod: entry.identity), container: container)
        let instances = folder.instances
        guard let instance = query.isPrevious ? instances.dropFirst().first : instances.first else {
            return refuse(
                stream, 400,
                query.isPrevious
                    ? "previous terminated container \"\(container)\" in pod \"\(pod)\" not found"
                    : "container \"\(container)\" in pod \"\(pod)\" is waiting to start: ContainerCreating")
        }
        guard openLogs.load(ordering: .relaxed) < KubeletLimits.logStreams else {
            return refuse(stream, 429, "too many logs are being read on this node; try again later")
        }
        do throws(FileError) {
            let uid = entry.identity.uid
            let registry = self.registry
            let body = try LogBody(path: folder.file(instance), query: query, loop: stream.loop) {
                guard let entry = registry.entry(uid) else { return false }
                guard
                    let seen = entry.observed.containers.first(where: { $0.name == container && $0.attempt == instance }
                    )
                else { return entry.observed.newest(container).map { $0.attempt < instance } ?? (entry.pod != nil) }
                return seen.state != .exited
            }
            openLogs.wrappingAdd(1, ordering: .relaxed)
            // The stream holds the body; the body must not hold the stream for ever.
            body.wake = { [weak stream] in stream?.bodyAvailable() }
            stream.onClose = { [self] in openLogs.wrappingSubtract(1, ordering: .relaxed) }
            stream.respond(
                ResponseHead(status: 200, headers: ["content-type": "text/plain; charset=utf-8"]), pulling: body)
        } catch {
            refuse(stream, 500, error.message)
        }
    }
}
