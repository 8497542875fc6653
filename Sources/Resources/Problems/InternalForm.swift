import Objects

/// A structure as upstream shows it in messages: its internal type as JSON, with all of its fields by their names in Go.
///
/// Types of `meta/v1` have no internal form of their own and are shown as everywhere.
enum InternalForm {
    /// Structures within structures that are shown at the most.
    private static let depthLimit = 16

    static func text(_ message: Message) -> String { structure(message, depth: 0) }

    /// A list of structures; upstream's lists are null until they have an item.
    static func text(_ messages: [Message]) -> String {
        messages.isEmpty ? "null" : "[\(messages.map { text($0) }.joined(separator: ","))]"
    }

    private static func structure(_ message: Message, depth: Int) -> String {
        guard !isPublic(message.descriptor), depth < depthLimit else { return FieldWords.json(message) }
        return "{\(members(of: message, depth: depth).joined(separator: ","))}"
    }

    private static func isPublic(_ type: MessageDescriptor) -> Bool { type.fullName.contains(".meta.v1.") }

    private static func members(of message: Message, depth: Int) -> [String] {
        let type = message.descriptor
        guard depth < depthLimit else { return [] }
        if type.name == podSpec { return members(ofPod: Core.PodSpec(message), depth: depth) }
        let members = type.fields.indices.map { position -> (field: String, text: [String]) in
            let field = type.fields[position]
            return (field.name, member(message[position], of: field, in: type, depth: depth))
        }
        guard let order = InternalNames.orders[type.name] else { return members.flatMap(\.text) }
        return order.flatMap { name in members.first { $0.field == name }?.text ?? [] }
    }

    private static func member(
        _ value: Value?, of field: FieldDescriptor, in type: MessageDescriptor, depth: Int
    ) -> [String] {
        if let inner = field.message, field.kind == .message, field.label == .singular {
            let message = if case .message(let found)? = value { found } else { Message(inner) }
            // Embedded in Go: its fields stand in the parent.
            if field.isInline { return members(of: message, depth: depth + 1) }
            if inner.name == "ObjectMeta" {
                let text = FieldWords.json(message).dropFirst().dropLast()
                return text.isEmpty ? [] : [String(text)]
            }
        }
        return [named(InternalNames.name(of: field.name, in: type), self.value(value, of: field, depth: depth))]
    }

    private static func named(_ name: String, _ text: String) -> String { "\"\(name)\":\(text)" }

    private static func value(_ value: Value?, of field: FieldDescriptor, depth: Int) -> String {
        guard let value else { return absent(field, depth: depth) }
        switch value {
        case .message(let message): return structure(message, depth: depth + 1)
        case .list(let items):
            return "[\(items.map { self.value($0, of: field, depth: depth + 1) }.joined(separator: ","))]"
        case .time(let time):
            return FieldProblem.quoted(field.kind == .microTime ? time.rfc3339Micro : time.rfc3339)
        case .bytes(let bytes):
            guard field.kind == .raw else { return FieldWords.base64(bytes) }
            return bytes.isEmpty ? "null" : String(decoding: bytes, as: UTF8.self)
        case .map(let entries):
            let members = entries.entries.map { entry in
                "\(json(.string(entry.key))):\(self.value(entry.value, of: field, depth: depth + 1))"
            }
            return "{\(members.joined(separator: ","))}"
        case .null, .bool, .int, .double, .string: return json(value)
        }
    }

    private static func json(_ value: Value) -> String { String(decoding: FreeValue.text(value), as: UTF8.self) }

    /// The zero of a field's type.
    private static func absent(_ field: FieldDescriptor, depth: Int) -> String {
        if field.hasPresence || field.label != .singular { return "null" }
        switch field.kind {
        case .bool: return "false"
        case .int32, .int64, .uint32, .uint64, .double, .float, .intOrString: return "0"
        case .string: return "\"\""
        case .quantity: return "\"0\""
        case .message: return field.message.map { structure(Message($0), depth: depth + 1) } ?? "null"
        default: return "null"
        }
    }

    // MARK: Pods

    private static let podSpec = "PodSpec"
    /// What of a pod's specification is kept in its security context.
    private static let hostFields = ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers"]

    private static func members(ofPod spec: Core.PodSpec, depth: Int) -> [String] {
        let type = spec.message.descriptor
        return (InternalNames.orders[podSpec] ?? []).flatMap { name -> [String] in
            guard let field = type.fields.first(where: { $0.name == name }) else { return [] }
            guard name == "securityContext" else {
                return member(spec.message[name], of: field, in: type, depth: depth)
            }
            let host = hostFields.flatMap { name in
                type.fields.first { $0.name == name }.map {
                    member(spec.message[name], of: $0, in: type, depth: depth)
                } ?? []
            }
            let context = spec.securityContext ?? Core.PodSecurityContext()
            let own = members(of: context.message, depth: depth + 1)
            return [named("SecurityContext", "{\((host + own).joined(separator: ","))}")]
        }
    }
}
