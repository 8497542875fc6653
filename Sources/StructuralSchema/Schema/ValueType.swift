import Objects

/// The type that a schema asks of a value (OpenAPI 3, "Data Types").
public enum ValueType: UInt8, Sendable {
    /// Any value: none is asked for.
    case any
    case object, array, string, integer, number, boolean

    init?(name: String) {
        switch name {
        case "": self = .any
        case "object": self = .object
        case "array": self = .array
        case "string": self = .string
        case "integer": self = .integer
        case "number": self = .number
        case "boolean": self = .boolean
        default: return nil
        }
    }

    /// As schemas write it.
    public var name: String {
        switch self {
        case .any: ""
        case .object: "object"
        case .array: "array"
        case .string: "string"
        case .integer: "integer"
        case .number: "number"
        case .boolean: "boolean"
        }
    }

    /// All that a schema may say, in the order that messages list them in.
    static let names = ["array", "boolean", "integer", "number", "object", "string"]

    /// The type of a JSON value, and the format of its number; nil: null.
    static func of(_ value: Value) -> (type: ValueType, format: String)? {
        switch value {
        case .null: nil
        case .bool: (.boolean, "")
        case .int: (.integer, "int64")
        case .double: (.number, "double")
        case .list: (.array, "")
        case .map, .message: (.object, "")
        default: (.string, "")
        }
    }
}
