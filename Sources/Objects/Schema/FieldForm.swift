/// What decoders ask of every field that they meet: plain values, so that looking at them counts no references.
struct FieldForm: Sendable {
    let kind: FieldKind
    let label: FieldLabel
    let hasPresence: Bool
    let hasIntegerKeys: Bool

    init(_ field: FieldDescriptor) {
        kind = field.kind
        label = field.label
        hasPresence = field.hasPresence
        hasIntegerKeys = field.hasIntegerKeys
    }

    /// Whether this value says no more than absence does.
    func isAbsence(_ value: Value) -> Bool {
        if label == .map, case .map(let map) = value { return map.isEmpty }
        if hasPresence || label != .singular { return false }
        switch value {
        case .bool(let value): return !value
        case .int(let value): return value == 0
        case .double(let value): return value == 0
        case .string(let value): return kind == .quantity ? value == "0" : kind == .intOrString ? false : value.isEmpty
        case .message(let value): return value.isEmpty && kind == .message
        default: return false
        }
    }
}
