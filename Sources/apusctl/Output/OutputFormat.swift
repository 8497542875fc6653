import Client
import Objects
import Wire

/// How objects are shown: `-o`.
enum OutputFormat: String, CaseIterable {
    case table = ""
    case wide, json, yaml, name

    init(_ arguments: ParsedArguments) throws(UsageError) {
        guard let text = arguments.value("output") else {
            self = .table
            return
        }
        guard let format = OutputFormat(rawValue: text), format != .table else {
            throw UsageError("-o is one of wide, json, yaml, name, not \"\(text)\"")
        }
        self = format
    }

    static let option = CommandSpec.Option(
        name: "output", letter: "o", argument: .value("FORMAT"), help: "wide, json, yaml or name (default: a table)")

    var isTable: Bool { self == .table || self == .wide }
}

/// Objects as text.
enum ObjectText {
    /// One object, its keys in byte order as other tools of the Kubernetes API show them.
    static func json(_ value: Value) -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        FreeValue.write(value, to: &writer)
        writer.newline()
        return writer.bytes
    }

    static func yaml(_ value: Value) throws(WireError) -> [UInt8] {
        try YAMLWriter.text(json: FreeValue.text(value), sortingKeys: true)
    }

    /// Without who owns which field, which nobody wants to read.
    static func value(_ object: Message, _ kind: KindInfo) throws(WireError) -> Value {
        var shown = object
        if case .message(var metadata)? = object["metadata"], metadata["managedFields"] != nil {
            metadata["managedFields"] = nil
            shown["metadata"] = .message(metadata)
        }
        return try FreeValue.of(shown, as: kind.typeMeta)
    }

    static func list(_ items: [Value]) -> Value {
        .map([
            "apiVersion": .string("v1"), "items": .list(items), "kind": .string("List"),
            "metadata": .map(["resourceVersion": .string("")]),
        ])
    }

    static func text(_ value: Value, _ format: OutputFormat) throws(WireError) -> [UInt8] {
        format == .json ? json(value) : try yaml(value)
    }
}
