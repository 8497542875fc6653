/// Why free JSON does not fit a type, in the words of Kubernetes' converter, which the result of a strategic merge goes
/// through where other patches go through its JSON decoder.
public enum UnstructuredFit {
    /// The first misfit in the order of the type's fields; nil: none that the converter words itself.
    public static func problem(_ value: Value, in type: MessageDescriptor) -> String? {
        guard case .map(let members) = value else { return "cannot restore struct from: \(goKind(value))" }
        for field in type.fields {
            if field.isInline, let inner = field.message {
                if let problem = problem(value, in: inner) { return problem }
                continue
            }
            guard let member = members[field.name], member != .null else { continue }
            if let problem = problem(member, field) { return problem }
        }
        return nil
    }

    private static func problem(_ value: Value, _ field: FieldDescriptor) -> String? {
        switch field.label {
        case .singular: return single(value, field)
        case .repeated:
            guard case .list(let list) = value else { return "cannot restore slice from \(goKind(value))" }
            return first(list, field)
        case .map:
            guard case .map(let map) = value else { return "cannot restore map from \(goKind(value))" }
            return first(map.entries.map(\.value), field)
        }
    }

    private static func first(_ values: [Value], _ field: FieldDescriptor) -> String? {
        for value in values where value != .null {
            if let problem = single(value, field) { return problem }
        }
        return nil
    }

    private static func single(_ value: Value, _ field: FieldDescriptor) -> String? {
        switch field.kind {
        case .message: return field.message.flatMap { problem(value, in: $0) }
        case .bool:
            if case .bool = value { return nil }
            return "unrecognized type: bool"
        case .string:
            switch value {
            case .string: return nil
            case .int: return "cannot convert int64 to string"
            default: return "unrecognized type: string"
            }
        case .int32, .int64, .uint32, .uint64:
            switch value {
            case .int: return nil
            case .double(let number):
                return number == number.rounded() ? nil : "cannot convert float64 to \(field.kind.goNumber)"
            default: return "unrecognized type: \(field.kind.goNumber)"
            }
        case .double, .float:
            switch value {
            case .int, .double: return nil
            default: return "unrecognized type: float64"
            }
        default: return nil
        }
    }

    /// As Go's `reflect.Kind` names what free JSON is made of.
    private static func goKind(_ value: Value) -> String {
        switch value {
        case .map: "map"
        case .list: "slice"
        case .int: "int64"
        case .double: "float64"
        case .bool: "bool"
        default: "string"
        }
    }
}

extension FieldKind {
    fileprivate var goNumber: String {
        switch self {
        case .int32: "int32"
        case .uint32: "uint32"
        case .uint64: "uint64"
        default: "int64"
        }
    }
}
