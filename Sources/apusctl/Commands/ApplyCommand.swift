import Client
import Objects

/// `apply -f`: makes objects be as their manifests say.
struct ApplyCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "apply", summary: "Make objects be as manifests say: create them, or change what differs.",
            usage: "-f PATH...",
            details:
                "What an earlier apply had set and the manifest no longer has is removed; what others set is left alone.",
            options: ManifestReader.options + WriteOptionsArguments.options, positionals: 0...0,
            examples: ["apply -f examples/web.yaml", "apply -f manifests/", "apply -f - < web.yaml"])
    ) { arguments in
        let manifests = try ManifestReader.read(arguments)
        let command = ApplyCommand(session: try Session(arguments))
        return try await EachManifest.run(manifests, command.apply)
    }

    private let session: Session

    private func apply(_ manifest: Manifest) async throws {
        let kind = manifest.kind
        guard !manifest.name.isEmpty else { throw CommandFailure("\(manifest.origin): metadata.name must be set") }
        let placed = try EachManifest.placed(manifest, session)
        _ = try manifest.object(placed, isLenient: !WriteOptionsArguments.validates(session.arguments))
        let key = ObjectKey(namespace: kind.isNamespaced ? EachManifest.namespace(of: placed) : "", name: manifest.name)
        let options = try WriteOptionsArguments.parameters(session.arguments, manager: "apusctl-apply")
        var attempt = 0
        while true {
            attempt += 1
            do {
                print(manifest, try await once(manifest, placed, key, options))
                return
            } catch {
                // Somebody else was faster: plan again from what is there now.
                guard let code = (error as? ClientError)?.code, attempt < 5,
                    code == .conflict || code == .alreadyExists || code == .notFound
                else { throw error }
            }
        }
    }

    private func once(
        _ manifest: Manifest, _ placed: Value, _ key: ObjectKey, _ options: WriteParameters
    ) async throws -> String {
        let kind = manifest.kind
        let current = try await session.client.find(kind.resource, key, as: kind.type)
        let value = try current.map { try ObjectText.value($0, kind) }
        switch try ApplyPlan(placed, current: value, type: kind.type) {
        case .create(let content):
            let object = try manifest.object(content, isLenient: true)
            do throws(ClientError) {
                _ = try await session.client.create(kind.resource, namespace: key.namespace, object, options: options)
            } catch {
                // Of a namespace that is not there: planning again would find the same.
                if error.code == .notFound { throw CommandFailure(ApusCtl.describe(error)) }
                throw error
            }
            return "created"
        case .unchanged: return "unchanged"
        case .patch(let patch):
            _ = try await session.client.patch(
                kind.resource, key, .strategic, FreeValue.text(patch), as: kind.type, options: options)
            return "configured"
        }
    }

    private func print(_ manifest: Manifest, _ what: String) {
        let dry =
            session.arguments.isGiven("dry-run") && session.arguments.value("dry-run") != "none"
            ? " (server dry run)" : ""
        if session.arguments.value("output") == "name" {
            Console.out("\(manifest.kind.shownName)/\(manifest.name)\n")
        } else {
            Console.out("\(manifest.kind.shownName)/\(manifest.name) \(what)\(dry)\n")
        }
    }
}

/// What commands over several manifests share: one that fails does not keep the others from being done.
enum EachManifest {
    static func run(_ manifests: [Manifest], _ body: (Manifest) async throws -> Void) async throws -> ExitCode {
        var code = ExitCode.ok
        for manifest in manifests {
            do { try await body(manifest) } catch let error as ClientError {
                // Without a server the next one will fare no better.
                if error.code == .unavailable || error.code == .timeout { throw error }
                Console.note("apusctl: \(manifest.origin): \(ApusCtl.describe(error))")
                code = .failed
            } catch let error as CommandFailure {
                Console.note("apusctl: \(error)")
                code = .failed
            } catch let error as PatchError {
                Console.note("apusctl: \(manifest.origin): \(error)")
                code = .failed
            }
        }
        return code
    }

    /// The manifest's value with its namespace filled in.
    static func placed(_ manifest: Manifest, _ session: Session) throws(CommandFailure) -> Value {
        var object = manifest.value.members ?? [:]
        var metadata = object["metadata"]?.members ?? [:]
        if manifest.kind.isNamespaced {
            if let asked = session.arguments.value("namespace"), !manifest.namespace.isEmpty,
                asked != manifest.namespace
            {
                throw CommandFailure(
                    "\(manifest.origin): \(manifest.kind.kind) \"\(manifest.name)\" says namespace \"\(manifest.namespace)\", but -n says \"\(asked)\""
                )
            }
            if manifest.namespace.isEmpty { metadata["namespace"] = .string(session.namespace) }
        }
        object["metadata"] = .map(metadata)
        return .map(object)
    }

    static func namespace(of value: Value) -> String { value[member: "metadata"]?[member: "namespace"]?.text ?? "" }
}

/// Options of commands that write.
enum WriteOptionsArguments {
    static let options: [CommandSpec.Option] = [
        .init(
            name: "dry-run", argument: .value("MODE"), help: "server: let the server check it, but change nothing; none"
        ),
        .init(
            name: "validate", argument: .none,
            help: "refuse fields that the kind does not have (default; --validate=false does not)"),
        .init(name: "output", letter: "o", argument: .value("FORMAT"), help: "name"),
    ]

    static func validates(_ arguments: ParsedArguments) -> Bool {
        !arguments.isGiven("validate") || arguments.flag("validate")
    }

    static func parameters(_ arguments: ParsedArguments, manager: String) throws(UsageError) -> WriteParameters {
        var parameters = WriteParameters()
        parameters.fieldManager = manager
        parameters.fieldValidation = validates(arguments) ? "Strict" : "Ignore"
        switch arguments.value("dry-run") ?? "none" {
        case "none": break
        case "server": parameters.isDryRun = true
        default: throw UsageError("--dry-run is server or none")
        }
        if let format = arguments.value("output"), format != "name" {
            throw UsageError("-o is name, not \"\(format)\"")
        }
        return parameters
    }
}
