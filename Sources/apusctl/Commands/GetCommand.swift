import Client
import Objects

/// `get`: objects as a table or as they are, once or as they change.
struct GetCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "get", summary: "Show objects.", usage: "KIND[,KIND] [NAME...] | KIND/NAME...",
            options: [
                OutputFormat.option,
                .init(name: "all-namespaces", letter: "A", argument: .none, help: "objects of all namespaces"),
                .init(
                    name: "selector", letter: "l", argument: .value("LABELS"),
                    help: "only objects with these labels, such as app=web,tier!=db"),
                .init(
                    name: "field-selector", argument: .value("FIELDS"),
                    help: "only objects with these fields, such as spec.nodeName=node-1"),
                .init(name: "watch", letter: "w", argument: .none, help: "then show each change, until interrupted"),
                .init(name: "watch-only", argument: .none, help: "only the changes"),
                .init(name: "no-headers", argument: .none, help: "a table without its first line"),
                .init(name: "show-labels", argument: .none, help: "a last column with the labels"),
                .init(name: "ignore-not-found", argument: .none, help: "an object that is not there is no error"),
            ],
            positionals: 1...100,
            examples: ["get pods -o wide", "get deploy,rs -n team", "get po web-0 -o yaml", "get pods -A -w"])
    ) { arguments in
        let format = try OutputFormat(arguments)
        let request = try ResourceArguments(arguments.positionals)
        let command = GetCommand(session: try Session(arguments), format: format, request: request)
        try command.check()
        if command.isWatch { return try await command.watch() }
        return try await command.show()
    }

    private let session: Session
    private let format: OutputFormat
    private let request: ResourceArguments

    private var arguments: ParsedArguments { session.arguments }
    private var allNamespaces: Bool { arguments.flag("all-namespaces") }
    private var isWatch: Bool { arguments.flag("watch") || arguments.flag("watch-only") }
    private var labels: String { arguments.value("selector") ?? "" }
    private var fields: String { arguments.value("field-selector") ?? "" }

    private func check() throws(UsageError) {
        let hasNames = request.targets.contains { $0.name != nil }
        if hasNames, !labels.isEmpty || !fields.isEmpty { throw UsageError("give names, or selectors, but not both") }
        if hasNames, allNamespaces {
            throw UsageError("an object is named within a namespace: -A cannot be given with names")
        }
        if isWatch, request.plurals.count > 1 || request.targets.count > 1 {
            throw UsageError("only one kind, or one object, can be watched at a time")
        }
    }

    private func namespace(_ kind: KindInfo) -> String { allNamespaces || !kind.isNamespaced ? "" : session.namespace }

    // MARK: Once

    private func show() async throws -> ExitCode {
        var code = ExitCode.ok
        var found: [(kind: KindInfo, objects: [Message])] = []
        for plural in request.plurals {
            let kind = try KindInfo.named(plural)
            var objects: [Message] = []
            for target in request.targets where target.plural == plural {
                guard let name = target.name else {
                    objects += try await session.client.list(
                        kind.resource, as: kind.type, namespace: namespace(kind), labels: labels, fields: fields
                    ).items
                    continue
                }
                do throws(ClientError) {
                    objects.append(try await session.client.get(kind.resource, session.key(kind, name), as: kind.type))
                } catch {
                    guard error.code == .notFound else { throw error }
                    if arguments.flag("ignore-not-found") { continue }
                    Console.note("apusctl: \(ApusCtl.describe(error))")
                    code = .failed
                }
            }
            found.append((kind, objects))
        }
        try print(found, isSilent: code != .ok)
        return code
    }

    private func print(_ found: [(kind: KindInfo, objects: [Message])], isSilent: Bool) throws {
        if format == .json || format == .yaml {
            let values = try found.flatMap { kind, objects in try objects.map { try ObjectText.value($0, kind) } }
            let isSingle = request.targets.count == 1 && request.targets[0].name != nil
            if isSingle, let only = values.first {
                Console.out(try ObjectText.text(only, format))
            } else if !isSingle {
                Console.out(try ObjectText.text(ObjectText.list(values), format))
            }
            return
        }
        let shown = found.filter { !$0.objects.isEmpty }
        if shown.isEmpty, !isSilent, !arguments.flag("ignore-not-found") {
            let isNamespaced = found.contains { $0.kind.isNamespaced }
            Console.note(
                allNamespaces || !isNamespaced
                    ? "No resources found" : "No resources found in \(session.namespace) namespace.")
        }
        for (index, (kind, objects)) in shown.enumerated() {
            if index > 0, format.isTable { Console.out("\n") }
            var printer = printer(kind, showsKind: found.count > 1)
            Console.out(try printer.text(objects, now: session.now))
        }
    }

    private func printer(_ kind: KindInfo, showsKind: Bool) -> ObjectPrinter {
        ObjectPrinter(
            kind, format: format, allNamespaces: allNamespaces, hasHeader: !arguments.flag("no-headers"),
            showsKind: showsKind,
            showsLabels: arguments.flag("show-labels"))
    }

    // MARK: As it changes

    /// Shows what is there, then every change. A watch that is lost goes on after the last revision.
    private func watch() async throws -> ExitCode {
        let target = request.targets[0]
        let kind = try KindInfo.named(target.plural)
        var fields = fields
        if let name = target.name {
            // As for one object: it must be there.
            _ = try await session.client.get(kind.resource, session.key(kind, name), as: kind.type)
            fields = "metadata.name=\(name)"
        }
        var printer = printer(kind, showsKind: false)
        var parameters = WatchParameters(namespace: namespace(kind), labels: labels, fields: fields)
        let list = try await session.client.list(
            kind.resource, as: kind.type, namespace: parameters.namespace, labels: labels, fields: fields)
        if !arguments.flag("watch-only"), !list.items.isEmpty {
            Console.out(try printer.text(list.items, now: session.now))
        }
        var revision = list.revision
        var failures = 0
        while true {
            parameters.start = .after(revision)
            do {
                var watch = try await session.client.watch(kind.resource, as: kind.type, parameters)
                while let event = try await watch.next() {
                    revision = max(revision, event.revision)
                    failures = 0
                    switch event.change {
                    case .added(let object), .modified(let object), .deleted(let object):
                        Console.out(try printer.text([object], now: session.now))
                    case .bookmark: break
                    }
                }
                failures += 1
            } catch let error as ClientError where error.code == .unavailable {
                if failures == 0 {
                    Console.note("apusctl: the watch was lost (\(error)); it goes on when the server answers")
                }
                failures += 1
            }
            await TimeSource.system.sleep(Backoff.connection.milliseconds(afterFailures: max(failures, 1)))
        }
    }
}
