import Client
import Objects

/// `logs`: what a container has written.
struct LogsCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "logs", summary: "Show what a container has written.", usage: "POD | KIND/NAME [CONTAINER]",
            details: "Of a deployment or a replica set: of its first pod.",
            options: [
                .init(name: "follow", letter: "f", argument: .none, help: "go on as it writes more"),
                .init(name: "previous", letter: "p", argument: .none, help: "of the container's former run"),
                .init(
                    name: "container", letter: "c", argument: .value("NAME"),
                    help: "which container (default: the first)"),
                .init(name: "tail", argument: .value("LINES"), help: "only the last lines (default: all)"),
                .init(name: "timestamps", argument: .none, help: "each line with its time"),
                .init(
                    name: "since", argument: .value("TIME"),
                    help: "only lines that are not older: seconds, or like 1m30s"),
                .init(name: "limit-bytes", argument: .value("N"), help: "at most so many bytes"),
            ],
            positionals: 1...2,
            examples: ["logs web-0", "logs -f deploy/web --tail=20", "logs web-0 --previous -c app"])
    ) { arguments in
        try await LogsCommand(session: try Session(arguments)).run()
    }

    private let session: Session
    private var arguments: ParsedArguments { session.arguments }

    private func run() async throws -> ExitCode {
        let query = try query()
        let pod = try await pod(arguments.positionals[0])
        let container =
            arguments.value("container") ?? (arguments.positionals.count > 1 ? arguments.positionals[1] : nil)
        let chosen = try container ?? Self.container(of: pod)
        let known = (pod.spec.initContainers + pod.spec.containers).map(\.name)
        guard known.contains(chosen) else {
            throw CommandFailure(
                "pod \"\(pod.metadata.name)\" has no container \"\(chosen)\"; it has \(known.joined(separator: ", "))")
        }
        let path =
            "/api/v1/namespaces/\(pod.metadata.namespace)/pods/\(pod.metadata.name)/log?container=\(chosen)\(query)"
        let stream = try await session.client.restStream(path: path)
        while let bytes = try await stream.next() { Console.out(bytes) }
        return .ok
    }

    private func query() throws -> String {
        var query = ""
        for name in ["follow", "previous", "timestamps"] where arguments.flag(name) { query += "&\(name)=true" }
        if let lines = arguments.value("tail"), lines != "-1", let count = try arguments.count("tail") {
            query += "&tailLines=\(count)"
        }
        if let seconds = try arguments.seconds("since") { query += "&sinceSeconds=\(max(seconds, 1))" }
        if let bytes = try arguments.count("limit-bytes") { query += "&limitBytes=\(bytes)" }
        return query
    }

    private func pod(_ text: String) async throws -> Core.Pod {
        let request = try ResourceArguments(text.contains("/") ? [text] : ["pod", text])
        guard let target = request.targets.first, let name = target.name else { throw UsageError("name a pod") }
        let selector: Meta.LabelSelector?
        switch target.plural {
        case "pods": return try await session.client.get(Core.Pod.self, namespace: session.namespace, name: name)
        case "deployments":
            selector = try await session.client.get(Apps.Deployment.self, namespace: session.namespace, name: name).spec
                .selector
        case "replicasets":
            selector = try await session.client.get(Apps.ReplicaSet.self, namespace: session.namespace, name: name).spec
                .selector
        default: throw UsageError("\(target.plural) have no logs: name a pod, a deployment or a replica set")
        }
        let pods = try await session.client.list(
            Core.Pod.self, namespace: session.namespace,
            labels: try LabelSelector(selector ?? Meta.LabelSelector()).description)
        // One that runs rather than one that waits; then by name, so that it is the same one each time.
        let ordered = pods.items.sorted { a, b in
            let (first, second) = (a.status.phase == "Running", b.status.phase == "Running")
            return first != second ? first : a.metadata.name < b.metadata.name
        }
        guard let pod = ordered.first else { throw CommandFailure("\(text) has no pods") }
        if ordered.count > 1 { Console.note("of \(ordered.count) pods, using pod/\(pod.metadata.name)") }
        return pod
    }

    private static func container(of pod: Core.Pod) throws(CommandFailure) -> String {
        if let name = pod.metadata.annotations["kubectl.kubernetes.io/default-container"] { return name }
        guard let first = pod.spec.containers.first else {
            throw CommandFailure("pod \"\(pod.metadata.name)\" has no containers")
        }
        if pod.spec.containers.count > 1 {
            Console.note(
                "of the containers \(pod.spec.containers.map(\.name).joined(separator: ", ")), using \(first.name): choose with -c"
            )
        }
        return first.name
    }
}
