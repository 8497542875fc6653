internal import Objects
internal import Streaming

/// A request for a connection to a container or to a pod's ports.
enum StreamRequest: Sendable, Equatable {
    case exec(namespace: String, pod: String, container: String, command: [String], RemoteStreams)
    case attach(namespace: String, pod: String, container: String, RemoteStreams)
    case portForward(namespace: String, pod: String, ports: [Int])

    /// The pod that it is about.
    var pod: (namespace: String, name: String) {
        switch self {
        case .exec(let namespace, let pod, _, _, _), .attach(let namespace, let pod, _, _),
            .portForward(let namespace, let pod, _):
            (namespace, pod)
        }
    }

    /// - Parameters:
    ///   - segments: `exec`, namespace, pod and container, or `portForward`, namespace and pod.
    ///   - query: names and values, decoded.
    /// - Throws: what is wrong, in words.
    init(_ segments: [String], _ query: [(name: String, value: String)]) throws(PodConfigError) {
        guard let kind = segments.first, segments.dropFirst().allSatisfy({ PodPaths.isSafe($0) }) else {
            throw PodConfigError("the path names no pod")
        }
        func flag(_ name: String) -> Bool {
            query.contains { $0.name == name && ($0.value == "1" || $0.value == "true") }
        }
        switch (kind, segments.count) {
        case ("exec", 4), ("attach", 4):
            let streams = RemoteStreams(
                stdin: flag("input"), stdout: flag("output"), stderr: flag("error"), tty: flag("tty"))
            guard streams.stdin || streams.stdout || streams.stderr else {
                throw PodConfigError("you must specify at least 1 of stdin, stdout, stderr")
            }
            guard kind == "exec" else {
                self = .attach(namespace: segments[1], pod: segments[2], container: segments[3], streams)
                return
            }
            let command = query.filter { $0.name == "command" }.map(\.value)
            guard command.first?.isEmpty == false else { throw PodConfigError("you must specify a command") }
            self = .exec(
                namespace: segments[1], pod: segments[2], container: segments[3], command: command, streams)
        case ("portForward", 3):
            let texts = query.filter { $0.name == "port" || $0.name == "ports" }.flatMap {
                $0.value.split(separator: ",")
            }
            let ports = texts.compactMap { Int($0) }.filter { (1...65_535).contains($0) }
            guard ports.count == texts.count else { throw PodConfigError("a port is a number from 1 to 65535") }
            self = .portForward(namespace: segments[1], pod: segments[2], ports: ports)
        default: throw PodConfigError("the path names no container")
        }
    }
}

/// What the runtime is asked to make a stream to.
enum RuntimeStream: Sendable, Equatable {
    case exec(container: String, command: [String], RemoteStreams)
    case attach(container: String, RemoteStreams)
    case portForward(sandbox: String, ports: [Int])

    /// Finds the container or sandbox that is meant, as it was last seen.
    init(_ request: StreamRequest, in entry: PodRegistry.Entry) throws(RuntimeError) {
        func running(_ name: String) throws(RuntimeError) -> String {
            guard let found = entry.observed.newest(name), found.state == .running || found.state == .unknown else {
                throw RuntimeError(code: .notFound, message: "container not found (\"\(name)\")")
            }
            return found.id
        }
        switch request {
        case .exec(_, _, let container, let command, let streams):
            self = .exec(container: try running(container), command: command, streams)
        case .attach(_, _, let container, var streams):
            // The runtime wants to hear of the terminal what the container was made with.
            let specs = (entry.pod?.spec.containers ?? []) + (entry.pod?.spec.initContainers ?? [])
            if let spec = specs.first(where: { $0.name == container }) {
                streams = RemoteStreams(
                    stdin: streams.stdin, stdout: streams.stdout, stderr: streams.stderr, tty: spec.tty)
            }
            self = .attach(container: try running(container), streams)
        case .portForward(_, let pod, let ports):
            guard let sandbox = entry.observed.readySandbox else {
                throw RuntimeError(code: .notFound, message: "pod \"\(pod)\" is not running")
            }
            self = .portForward(sandbox: sandbox.id, ports: ports)
        }
    }
}
