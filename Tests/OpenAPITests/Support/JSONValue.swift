import Wire

/// JSON as a tree, for tests that look into documents.
enum JSONValue: Equatable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    init(_ bytes: [UInt8]) throws {
        var reader = JSONReader(bytes)
        self = try Self.read(&reader)
        try reader.finish()
    }

    private static func read(_ reader: inout JSONReader) throws -> JSONValue {
        switch try reader.peek() {
        case .object:
            var members: [String: JSONValue] = [:]
            try reader.beginObject()
            while let key = try reader.nextKey() {
                members[try reader.text(key.text, hasEscapes: key.hasEscapes)] = try read(&reader)
            }
            return .object(members)
        case .array:
            var items: [JSONValue] = []
            try reader.beginArray()
            while try reader.nextElement() { items.append(try read(&reader)) }
            return .array(items)
        case .string: return .string(try reader.string())
        case .number:
            let number = try reader.number()
            return .number(String(decoding: reader.bytes[number.text], as: UTF8.self))
        case .bool: return .bool(try reader.bool())
        case .null:
            try reader.null()
            return .null
        }
    }

    /// A member; nil: there is none, or this is no object.
    subscript(_ key: String) -> JSONValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    /// The value at a path of members.
    func at(_ path: String...) -> JSONValue? {
        path.reduce(Optional(self)) { $0?[$1] }
    }

    var members: [String: JSONValue] { if case .object(let members) = self { members } else { [:] } }
    var items: [JSONValue] { if case .array(let items) = self { items } else { [] } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var texts: [String] { items.compactMap(\.text) }

    /// This value and all within it.
    var everything: [JSONValue] {
        switch self {
        case .object(let members): [self] + members.values.flatMap(\.everything)
        case .array(let items): [self] + items.flatMap(\.everything)
        default: [self]
        }
    }
}
