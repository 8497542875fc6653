import Client
import Objects
import Wire

/// What both wire commands take.
enum WireArguments {
    /// As much as a large backup of a store's values.
    static let inputBytes = 1 << 30

    static let options: [CommandSpec.Option] = [
        .init(
            name: "message", letter: "m", argument: .value("NAME"),
            help: "what the bytes are, when they do not say so: WatchResponse, ListRequest, v1/Pod"),
        .init(
            name: "object", argument: .value("KIND"),
            help: "the kind of the objects packed inside the message: pods, v1/Pod"),
        .init(
            name: "framing", argument: .value("HOW"), help: "grpc, delimited (a REST watch's), none or auto (default)"),
    ]

    static func codec(_ arguments: ParsedArguments) throws(UsageError) -> WireCodec {
        var codec = WireCodec()
        if let name = arguments.value("message") { codec.message = try WireMessage.named(name) }
        if let name = arguments.value("object") { codec.object = try WireMessage.named(name).type }
        if let text = arguments.value("framing") {
            guard let framing = WireCodec.Framing(rawValue: text) else {
                throw UsageError("--framing is grpc, delimited, none or auto, not \"\(text)\"")
            }
            codec.framing = framing
        }
        return codec
    }

    static func input(_ arguments: ParsedArguments) throws(CommandFailure) -> [UInt8] {
        do { return try FileBytes.read(arguments.positionals.first ?? "-", limit: inputBytes) } catch {
            throw CommandFailure("\(error)")
        }
    }
}

/// `wire decode`.
enum WireDecodeCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "wire decode", summary: "Show stored or sent binary objects as JSON. Needs no server.",
            usage: "FILE|-",
            details: """
                Stored objects (k8s\\0 envelope) are found by themselves, also between keys, as etcdctl prints them; so are the
                frames of a REST watch. Messages of the binary face need --message, with or without their gRPC frames.
                """,
            options: WireArguments.options + [.init(name: "compact", argument: .none, help: "one line for each")],
            positionals: 0...1,
            examples: [
                "wire decode pod.bin", "wire decode --message WatchResponse --object pods stream.bin",
                "wire decode - < value.bin    (or: etcdctl get /registry/pods/default/web-0 | apusctl wire decode -)",
            ])
    ) { arguments in
        let codec = try WireArguments.codec(arguments)
        for value in try codec.decode(try WireArguments.input(arguments)) {
            Console.out(arguments.flag("compact") ? FreeValue.text(value) + [0x0a] : ObjectText.json(value))
        }
        return .ok
    }
}

/// `wire encode`.
enum WireEncodeCommand {
    static let command = Command(
        spec: CommandSpec(
            name: "wire encode", summary: "Make the binary form of objects given as JSON or YAML. Needs no server.",
            usage: "FILE|-",
            details:
                "An object gets the envelope that the store has; with --message it is a message of the binary face.",
            options: WireArguments.options, positionals: 0...1,
            examples: [
                "wire encode pod.json > pod.bin", "wire encode --message WatchRequest --framing grpc request.json",
            ])
    ) { arguments in
        let codec = try WireArguments.codec(arguments)
        for value in try WireCodec.values(in: try WireArguments.input(arguments)) {
            Console.out(try codec.encode(value))
        }
        return .ok
    }
}

extension WireCodec {
    /// The documents of a text: JSON values one after the other, or YAML.
    static func values(in text: [UInt8]) throws -> [Value] {
        var values: [Value] = []
        let lines = text.split(separator: 0x0a).filter { !$0.allSatisfy { $0 == 0x20 || $0 == 0x0d } }
        // One compact value a line, as `wire decode --compact` and watches write them.
        if lines.count > 1, let parsed = try? lines.map({ try FreeValue.parse(Array($0)) }),
            parsed.allSatisfy({ $0.members != nil })
        {
            return parsed
        }
        for document in try YAMLReader.documents(text) { values.append(try FreeValue.parse(document.json)) }
        return values
    }
}
