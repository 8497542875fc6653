import Client
import Objects

/// `scale --replicas`.
enum ScaleCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "scale", summary: "Say how many pods a deployment or a replica set is to have.",
            usage: "--replicas=N KIND NAME | KIND/NAME...",
            options: [
                .init(name: "replicas", argument: .value("N"), help: "how many"),
                .init(name: "current-replicas", argument: .value("N"), help: "only if it is to have so many now"),
            ],
            positionals: 1...100, examples: ["scale --replicas=5 deployment/web"])
    ) { arguments in
        guard let replicas = try arguments.count("replicas") else { throw UsageError("say how many with --replicas=N") }
        let current = try arguments.count("current-replicas")
        let request = try ResourceArguments(arguments.positionals)
        let session = try Session(arguments)
        for target in request.targets {
            let kind = try KindInfo.named(target.plural)
            guard target.plural == "deployments" || target.plural == "replicasets" else {
                throw UsageError("\(kind.resource.plural) cannot be scaled; deployments and replicasets can")
            }
            guard let name = target.name else { throw UsageError("name the \(kind.singular) to be scaled") }
            let key = session.key(kind, name)
            var patch = #"{"spec":{"replicas":\#(replicas)}}"#
            if let current {
                let object = try await session.client.get(kind.resource, key, as: kind.type)
                let wanted = try FreeValue.of(object, as: nil)[member: "spec"]?[member: "replicas"]
                guard wanted == .int(current) else {
                    throw CommandFailure(
                        "\(kind.shownName) \"\(name)\" is to have another number of replicas than \(current)")
                }
                let version = ObjectPrinter.metadata(object).resourceVersion
                patch = #"{"metadata":{"resourceVersion":"\#(version)"},"spec":{"replicas":\#(replicas)}}"#
            }
            _ = try await session.client.patch(kind.resource, key, .merge, Array(patch.utf8), as: kind.type)
            Console.out("\(kind.shownName)/\(name) scaled\n")
        }
        return .ok
    }
}
