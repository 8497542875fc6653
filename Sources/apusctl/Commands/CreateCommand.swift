import Client
import Objects

/// `create -f`: makes objects that are not there yet.
enum CreateCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "create", summary: "Create objects from manifests.", usage: "-f PATH...",
            details: "An object that is there already is refused; use apply to change it.",
            options: ManifestReader.options + WriteOptionsArguments.options, positionals: 0...0,
            examples: ["create -f pod.yaml"])
    ) { arguments in
        let manifests = try ManifestReader.read(arguments)
        let session = try Session(arguments)
        let options = try WriteOptionsArguments.parameters(arguments, manager: "apusctl-create")
        return try await EachManifest.run(manifests) { manifest in
            let kind = manifest.kind
            let placed = try EachManifest.placed(manifest, session)
            let object = try manifest.object(placed, isLenient: !WriteOptionsArguments.validates(arguments))
            let made = try await session.client.create(
                kind.resource, namespace: kind.isNamespaced ? EachManifest.namespace(of: placed) : "", object,
                options: options)
            let name = ObjectPrinter.metadata(made).name
            Console.out("\(kind.shownName)/\(name)" + (arguments.value("output") == "name" ? "\n" : " created\n"))
        }
    }
}
