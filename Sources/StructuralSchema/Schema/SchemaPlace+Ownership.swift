public import FieldOwnership

/// Ownership of fields reads the schema that objects are validated by.
extension SchemaPlace: StructuralType {
    public var form: StructuralForm {
        if isIntOrString { return .anyScalar }
        switch type {
        case .string: return .string
        case .integer, .number: return .numeric
        case .boolean: return .boolean
        case .object: return .object
        case .array: return .array
        case .any: return isTop ? .object : .any
        }
    }

    public var isObject: Bool { isTop || embedsResource }
}
