/// All message types of a table, by name.
///
/// The table is text, made from `proto/` by `make generate`, one line a package (P), message (M) or field (F), columns
/// separated by tabs: see `proto/README.md`. It is part of the program, so a fault in it is our own bug and traps.
public final class Schema: Sendable {
    private let messages: [String: MessageDescriptor]
    /// Kinds by `apiVersion` and name, joined by a space.
    private let kinds: [String: MessageDescriptor]

    /// The Kubernetes API and the messages of `apus.v1`.
    public static let kubernetes = Schema(table: KubernetesSchema.table)

    public init(table: StaticString) {
        var parser = SchemaTableParser()
        let bytes = table.withUTF8Buffer { Array($0) }
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
            parser.read(
                line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                    String(decoding: $0, as: UTF8.self)
                })
        }
        let all = parser.finish()
        var messages: [String: MessageDescriptor] = [:]
        var kinds: [String: MessageDescriptor] = [:]
        messages.reserveCapacity(all.count)
        for message in all {
            messages[message.fullName] = message
            if message.isKind { kinds["\(message.apiVersion) \(message.name)"] = message }
        }
        for message in all {
            for field in message.fields {
                switch field.kind {
                case .message, .schemaOrArray, .schemaOrBool, .schemaOrStringArray:
                    guard let type = messages[field.typeName] else {
                        preconditionFailure(
                            "the schema table has no message \(field.typeName), used by \(message.name)")
                    }
                    field.message = type
                default: break
                }
            }
        }
        self.messages = messages
        self.kinds = kinds
        for (index, message) in all.enumerated() { message.tableIndex = index }
        let table = TranscodingTable(all)
        for message in all { message.table = table }
    }

    public func message(_ fullName: String) -> MessageDescriptor? { messages[fullName] }

    /// A message type that the program was built with.
    public func require(_ fullName: String) -> MessageDescriptor {
        guard let found = messages[fullName] else { preconditionFailure("the schema table has no message \(fullName)") }
        return found
    }

    /// The type of objects with this `apiVersion` and `kind`.
    public func kind(_ kind: String, apiVersion: String) -> MessageDescriptor? { kinds["\(apiVersion) \(kind)"] }
}

/// Reads the table's lines in order.
struct SchemaTableParser {
    private struct Pending {
        var package: String
        var apiVersion: String
        var name: String
        var flags: String
        var special: String
        var fields: [[String]] = []
    }
    private var package = ""
    private var apiVersion = ""
    private var pending: [Pending] = []

    mutating func read(_ columns: [String]) {
        switch columns[0] {
        case "P":
            package = columns[1]
            apiVersion = columns.count > 2 ? columns[2] : ""
        case "M":
            pending.append(
                Pending(
                    package: package, apiVersion: apiVersion, name: columns[1],
                    flags: columns.count > 2 ? columns[2] : "", special: columns.count > 3 ? columns[3] : ""))
        case "F": pending[pending.count - 1].fields.append(columns)
        default: preconditionFailure("a line of the schema table begins with \(columns[0])")
        }
    }

    func finish() -> [MessageDescriptor] {
        var specials: [String: FieldKind] = [:]
        for message in pending {
            if let kind = Self.specialKind(message.special) { specials["\(message.package).\(message.name)"] = kind }
        }
        return pending.map { message in
            MessageDescriptor(
                fullName: "\(message.package).\(message.name)", name: message.name, apiVersion: message.apiVersion,
                isKind: message.flags.contains("k"), isAtomic: message.flags.contains("a"),
                isPlainProto3: message.flags.contains("3"),
                fields: message.fields.map { Self.field($0, specials) })
        }
    }

    private static func field(_ columns: [String], _ specials: [String: FieldKind]) -> FieldDescriptor {
        func column(_ i: Int) -> String { i < columns.count ? columns[i] : "" }
        // An empty element is a value: HostPathVolumeSource's type may be "".
        func list(_ i: Int) -> [String] {
            column(i).isEmpty ? [] : column(i).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let label = column(4)
        return FieldDescriptor(
            name: column(1), number: Int(column(2)) ?? 0,
            kind: scalarKind(column(3)) ?? specials[column(3)] ?? .message,
            label: label == "1" ? .singular : label == "r" ? .repeated : .map, typeName: column(3), flags: column(5),
            hasIntegerKeys: label.hasPrefix("m:int"), mergeKey: column(6).isEmpty ? nil : column(6),
            patchStrategy: column(7), listType: listType(column(8)), listMapKeys: list(9),
            defaultValue: column(10).isEmpty ? nil : column(10) == "\"\"" ? "" : column(10),
            enumValues: list(11))
    }

    private static func listType(_ text: String) -> ListType {
        switch text {
        case "atomic": .atomic
        case "set": .set
        case "map": .map
        default: .unspecified
        }
    }

    private static func scalarKind(_ text: String) -> FieldKind? {
        switch text {
        case "bool": .bool
        case "int32": .int32
        case "int64": .int64
        case "uint32": .uint32
        case "uint64": .uint64
        case "double": .double
        case "float": .float
        case "string": .string
        case "bytes": .bytes
        default: nil
        }
    }

    private static func specialKind(_ text: String) -> FieldKind? {
        switch text {
        case "time": .time
        case "microTime": .microTime
        case "duration": .duration
        case "quantity": .quantity
        case "intOrString": .intOrString
        case "raw", "fieldsV1", "json": .raw
        case "stringList": .stringList
        case "schemaOrArray": .schemaOrArray
        case "schemaOrBool": .schemaOrBool
        case "schemaOrStringArray": .schemaOrStringArray
        case "members": .members
        default: nil
        }
    }
}
