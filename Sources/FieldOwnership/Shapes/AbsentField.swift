import Objects

/// What a field counts as that is not set, but written nevertheless.
enum AbsentField {
    /// nil: the field is not there at all.
    static func visibleValue(of field: FieldDescriptor) -> Value? {
        field.isSilentWhenAbsent ? nil : value(of: field)
    }

    /// The zero of the field's type, as an object's JSON shows it.
    static func value(of field: FieldDescriptor) -> Value {
        guard field.label == .singular, !field.hasPresence else { return .null }
        switch field.kind {
        case .bool: return .bool(false)
        case .int32, .int64, .uint32, .uint64, .intOrString, .duration: return .int(0)
        case .double, .float: return .double(0)
        case .string, .bytes: return .string("")
        case .quantity: return .string("0")
        case .message: return field.message.map { .message(Message($0)) } ?? .null
        default: return .null
        }
    }
}
