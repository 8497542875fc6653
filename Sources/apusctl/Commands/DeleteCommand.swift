import Client
import Objects

/// `delete`: by name, by manifest, by label; waits until the objects are gone.
struct DeleteCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "delete", summary: "Delete objects, and wait until they are gone.",
            usage: "KIND NAME... | KIND/NAME... | KIND -l LABELS | KIND --all | -f PATH...",
            options: ManifestReader.options + [
                .init(name: "selector", letter: "l", argument: .value("LABELS"), help: "the objects with these labels"),
                .init(name: "all", argument: .none, help: "all objects of the kind in the namespace"),
                .init(
                    name: "wait", argument: .none,
                    help: "return when they are gone (default; --wait=false returns at once)"),
                .init(
                    name: "timeout", argument: .value("TIME"),
                    help: "how long to wait: seconds, or like 1m30s (default: without end)"),
                .init(
                    name: "grace-period", argument: .value("SECONDS"),
                    help: "time for processes to end (default: the object's own)"),
                .init(name: "now", argument: .none, help: "the same as --grace-period=1"),
                .init(
                    name: "force", argument: .none,
                    help: "remove the object at once, without waiting for its processes to end"),
                .init(
                    name: "cascade", argument: .value("HOW"),
                    help: "what becomes of objects that it owns: background (default), foreground, orphan"),
                .init(name: "ignore-not-found", argument: .none, help: "an object that is not there is no error"),
            ],
            positionals: 0...100,
            examples: ["delete pod web-0", "delete -f examples/web.yaml", "delete pods -l app=web --grace-period=5"])
    ) { arguments in
        let command = DeleteCommand(session: try Session(arguments), parameters: try parameters(arguments))
        return try await command.run(try await command.targets())
    }

    private struct Target {
        var kind: KindInfo
        var key: ObjectKey
    }
    private let session: Session
    private let parameters: DeleteParameters
    private var arguments: ParsedArguments { session.arguments }

    private static func parameters(_ arguments: ParsedArguments) throws(UsageError) -> DeleteParameters {
        var parameters = DeleteParameters()
        parameters.graceSeconds = try arguments.count("grace-period")
        if arguments.flag("now") { parameters.graceSeconds = 1 }
        if arguments.flag("force") {
            guard (parameters.graceSeconds ?? 0) == 0 else { throw UsageError("--force is without a grace period") }
            parameters.graceSeconds = 0
        }
        switch arguments.value("cascade") ?? "background" {
        case "background": parameters.propagation = .background
        case "foreground": parameters.propagation = .foreground
        case "orphan": parameters.propagation = .orphan
        default: throw UsageError("--cascade is background, foreground or orphan")
        }
        _ = try arguments.seconds("timeout")
        return parameters
    }

    private func targets() async throws -> [Target] {
        let labels = arguments.value("selector") ?? ""
        if arguments.isGiven("filename") {
            guard arguments.positionals.isEmpty, labels.isEmpty else {
                throw UsageError("give -f, or kinds and names, but not both")
            }
            // The last made goes first, so that what others stand on goes last.
            return try ManifestReader.read(arguments).reversed().map { manifest in
                Target(
                    kind: manifest.kind,
                    key: ObjectKey(
                        namespace: manifest.kind.isNamespaced
                            ? EachManifest.namespace(of: try EachManifest.placed(manifest, session)) : "",
                        name: manifest.name))
            }
        }
        let request = try ResourceArguments(arguments.positionals)
        guard !request.targets.isEmpty else {
            throw UsageError("name what is to be deleted, such as pod web-0, or give -f FILE")
        }
        var targets: [Target] = []
        for target in request.targets {
            let kind = try KindInfo.named(target.plural)
            if let name = target.name {
                guard labels.isEmpty, !arguments.flag("all") else {
                    throw UsageError("give names, or -l or --all, but not both")
                }
                targets.append(Target(kind: kind, key: session.key(kind, name)))
                continue
            }
            guard !labels.isEmpty || arguments.flag("all") else {
                throw UsageError("name the \(kind.resource.plural) to be deleted, or give -l LABELS or --all")
            }
            let list = try await session.client.list(
                kind.resource, as: kind.type, namespace: kind.isNamespaced ? session.namespace : "", labels: labels)
            targets += list.items.map { Target(kind: kind, key: session.key(kind, ObjectPrinter.metadata($0).name)) }
        }
        if targets.isEmpty { Console.note("No resources found") }
        return targets
    }

    private func run(_ targets: [Target]) async throws -> ExitCode {
        var code = ExitCode.ok
        var leaving: [(target: Target, uid: String)] = []
        for target in targets {
            do throws(ClientError) {
                let (object, isGone) = try await session.client.delete(
                    target.kind.resource, target.key, as: target.kind.type, options: parameters)
                let how = arguments.flag("force") ? "force deleted" : "deleted"
                Console.out("\(target.kind.shownName) \"\(target.key.name)\" \(how)\n")
                if !isGone { leaving.append((target, ObjectPrinter.metadata(object).uid)) }
            } catch {
                if error.code == .unavailable || error.code == .timeout { throw error }
                if error.code == .notFound, arguments.flag("ignore-not-found") { continue }
                Console.note("apusctl: \(ApusCtl.describe(error))")
                code = .failed
            }
        }
        if arguments.isGiven("wait"), !arguments.flag("wait") { return code }
        let deadline = try Deadline(seconds: arguments.seconds("timeout"))
        for (target, uid) in leaving {
            let isGone = try await deadline.wait(for: "\(target.kind.shownName) \"\(target.key.name)\" to be gone") {
                try await ObjectWaiter(client: session.client, kind: target.kind, key: target.key).wait { object in
                    object.map { ObjectPrinter.metadata($0).uid != uid } ?? true
                }
            }
            if !isGone { return .timedOut }
        }
        return code
    }
}
