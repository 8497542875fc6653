import Client
import Objects

/// `describe`: an object in words, with its events.
struct DescribeCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "describe", summary: "Show an object in detail, with its events.",
            usage: "KIND [NAME...] | KIND/NAME...",
            options: [
                .init(
                    name: "selector", letter: "l", argument: .value("LABELS"), help: "only objects with these labels"),
                .init(name: "all-namespaces", letter: "A", argument: .none, help: "objects of all namespaces"),
                .init(name: "show-events", argument: .none, help: "with events (default; --show-events=false without)"),
            ],
            positionals: 1...100, examples: ["describe pod web-0", "describe node", "describe deploy/web"])
    ) { arguments in
        try await DescribeCommand(session: try Session(arguments)).run()
    }

    private let session: Session
    private var arguments: ParsedArguments { session.arguments }

    private func run() async throws -> ExitCode {
        var code = ExitCode.ok
        var isFirst = true
        for target in try ResourceArguments(arguments.positionals).targets {
            let kind = try KindInfo.named(target.plural)
            do {
                for object in try await objects(kind, target.name) {
                    if !isFirst { Console.out("\n\n") }
                    isFirst = false
                    Console.out(try await text(object, kind))
                }
            } catch let error as ClientError where error.code == .notFound {
                Console.note("apusctl: \(ApusCtl.describe(error))")
                code = .failed
            }
        }
        if isFirst, code == .ok { Console.note("No resources found") }
        return code
    }

    private func objects(_ kind: KindInfo, _ name: String?) async throws(ClientError) -> [Message] {
        if let name { return [try await session.client.get(kind.resource, session.key(kind, name), as: kind.type)] }
        let namespace = arguments.flag("all-namespaces") || !kind.isNamespaced ? "" : session.namespace
        return try await session.client.list(
            kind.resource, as: kind.type, namespace: namespace, labels: arguments.value("selector") ?? ""
        ).items
    }

    private func text(_ object: Message, _ kind: KindInfo) async throws -> String {
        let hidesEvents = arguments.isGiven("show-events") && !arguments.flag("show-events") || kind.kind == "Event"
        let found: Result<[Core.Event], ClientError> = hidesEvents ? .success([]) : await events(object, kind)
        var text: String
        switch kind.kind {
        case "Pod": text = Describe.pod(Core.Pod(object), events: (try? found.get()) ?? [], now: session.now)
        case "Node":
            let node = Core.Node(object)
            let pods = try await session.client.list(Core.Pod.self, fields: "spec.nodeName=\(node.metadata.name)")
            text = Describe.node(node, pods: pods.items, now: session.now)
        case "Deployment":
            let deployment = Apps.Deployment(object)
            let labels = try LabelSelector(deployment.spec.selector ?? Meta.LabelSelector()).description
            let sets = try await session.client.list(
                Apps.ReplicaSet.self, namespace: deployment.metadata.namespace, labels: labels)
            text = Describe.deployment(deployment, RolloutHistory(of: deployment, sets.items))
        case "ReplicaSet":
            let set = Apps.ReplicaSet(object)
            let labels = try LabelSelector(set.spec.selector ?? Meta.LabelSelector()).description
            let pods = try await session.client.list(Core.Pod.self, namespace: set.metadata.namespace, labels: labels)
            text = Describe.replicaSet(set, pods: pods.items)
        default: text = try Describe.generic(object, kind)
        }
        if hidesEvents { return text }
        switch found {
        case .success(let events): return text + Describe.events(events, now: session.now)
        // An object can be described though its events cannot be read.
        case .failure(let error): return text + "Events:  cannot be read (\(error))\n"
        }
    }

    private func events(_ object: Message, _ kind: KindInfo) async -> Result<[Core.Event], ClientError> {
        let metadata = ObjectPrinter.metadata(object)
        let fields = [
            "involvedObject.name=\(metadata.name)", "involvedObject.kind=\(kind.kind)",
            "involvedObject.uid=\(metadata.uid)",
        ].joined(separator: ",")
        do throws(ClientError) {
            return .success(
                try await session.client.list(Core.Event.self, namespace: metadata.namespace, fields: fields).items)
        } catch { return .failure(error) }
    }
}
