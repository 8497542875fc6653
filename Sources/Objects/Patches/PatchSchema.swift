/// What a strategic merge knows of the values at a place in an object.
enum PatchSchema {
    case message(MessageDescriptor)
    /// The values of a map, whose keys are the user's.
    case values(FieldDescriptor)
    /// JSON of no known type: maps merge, lists are replaced.
    case free

    /// How the field's list or map is merged.
    struct Field {
        var inner: PatchSchema
        /// "" or the field that tells a list's items apart.
        var mergeKey = ""
        var merges = false
        var replaces = false
        var retainsKeys = false
    }

    /// The schema of a member; nil when the type has no such field.
    func field(_ name: String) -> Field? {
        switch self {
        case .free: return Field(inner: .free)
        case .values(let map): return Field(inner: Self.inner(of: map))
        case .message(let type):
            guard let field = Self.find(name, in: type) else { return nil }
            let strategies = field.patchStrategy.split(separator: ",")
            return Field(
                inner: field.label == .map ? .values(field) : Self.inner(of: field), mergeKey: field.mergeKey ?? "",
                merges: strategies.contains("merge"), replaces: strategies.contains("replace"),
                retainsKeys: strategies.contains("retainKeys"))
        }
    }

    var name: String {
        switch self {
        case .message(let type): type.name
        case .values(let field): field.name
        case .free: "JSON"
        }
    }

    private static func inner(of field: FieldDescriptor) -> PatchSchema {
        guard field.kind == .message, let type = field.message else { return .free }
        return .message(type)
    }

    private static func find(_ name: String, in type: MessageDescriptor) -> FieldDescriptor? {
        if let position = type.position(of: name) { return type.fields[position] }
        for position in type.inlineFields {
            if let inner = type.fields[position].message, let found = find(name, in: inner) { return found }
        }
        return nil
    }
}
