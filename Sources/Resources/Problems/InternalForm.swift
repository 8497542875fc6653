import Objects

/// A structure as upstream shows it in messages: all of its fields, by the names that they have in Go.
///
/// For small structures of the API's own kinds; those of `meta/v1` have their JSON there too.
enum InternalForm {
    private static let names = [
        "apiGroup": "APIGroup", "apiVersion": "APIVersion", "seLinuxOptions": "SELinuxOptions", "ip": "IP",
        "uid": "UID", "cidrs": "CIDRs",
    ]
    /// Structures within structures that are shown at the most.
    private static let depthLimit = 8

    static func text(_ message: Message, depth: Int = 0) -> String {
        let type = message.descriptor
        guard !type.fullName.contains(".meta.v1."), depth < depthLimit else { return FieldWords.json(message) }
        let fields = type.fields.map { field in
            "\(FieldProblem.quoted(name(field.name))):\(value(message[field.name], of: field, depth: depth))"
        }
        return "{\(fields.joined(separator: ","))}"
    }

    private static func name(_ field: String) -> String {
        names[field] ?? field.prefix(1).uppercased() + field.dropFirst()
    }

    private static func value(_ value: Value?, of field: FieldDescriptor, depth: Int) -> String {
        guard let value else { return absent(field) }
        switch value {
        case .message(let message): return text(message, depth: depth + 1)
        case .list(let items):
            return "[\(items.map { self.value($0, of: field, depth: depth + 1) }.joined(separator: ","))]"
        case .string(let text): return FieldProblem.quoted(text)
        case .int(let number): return String(number)
        case .bool(let flag): return String(flag)
        case .time(let time): return FieldProblem.quoted(time.rfc3339)
        case .null: return "null"
        case .double, .bytes, .map: return String(decoding: FreeValue.text(value), as: UTF8.self)
        }
    }

    private static func absent(_ field: FieldDescriptor) -> String {
        if field.hasPresence || field.label != .singular { return "null" }
        switch field.kind {
        case .bool: return "false"
        case .int32, .int64, .uint32, .uint64, .double, .float: return "0"
        case .string: return "\"\""
        case .message: return field.message.map { text(Message($0), depth: depthLimit) } ?? "null"
        default: return "null"
        }
    }
}
