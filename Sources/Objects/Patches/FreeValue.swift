public import Wire

/// JSON of no known type, as a tree of `Value`: null, bool, int, double, string, list and map.
///
/// Whole numbers that fit are `int`, all others `double`, so that numbers come out as they went in. Trees are at most
/// `WireLimits.nesting` deep, which lets everything that walks them recurse.
public enum FreeValue {
    /// Reads one document; of a key that stands twice the last value counts, as in Go.
    public static func parse(_ text: [UInt8]) throws(WireError) -> Value {
        var reader = JSONReader(text)
        let value = try read(&reader)
        try reader.finish()
        return value
    }

    public static func read(_ reader: inout JSONReader) throws(WireError) -> Value {
        switch try reader.peek() {
        case .object:
            var entries: [(String, Value)] = []
            try reader.beginObject()
            while let key = try reader.nextKey() {
                entries.append((try reader.text(key.text, hasEscapes: key.hasEscapes), try read(&reader)))
            }
            return .map(StringMap(entries))
        case .array:
            var list: [Value] = []
            try reader.beginArray()
            while try reader.nextElement() { list.append(try read(&reader)) }
            return .list(list)
        case .string: return .string(try reader.string())
        case .number:
            let at = reader.position
            let number = try reader.number()
            if let integer = number.integer { return .int(integer) }
            guard let double = reader.double(number) else {
                throw WireError(.numberOutOfRange, at: at, "a number is out of range")
            }
            return .double(double)
        case .bool: return .bool(try reader.bool())
        case .null:
            try reader.null()
            return .null
        }
    }

    /// Compact JSON text.
    public static func text(_ value: Value) -> [UInt8] {
        var writer = JSONWriter()
        write(value, to: &writer)
        return writer.bytes
    }

    public static func write(_ value: Value, to writer: inout JSONWriter) {
        switch value {
        case .null: writer.null()
        case .bool(let flag): writer.bool(flag)
        case .int(let number): writer.int(number)
        case .double(let number): writer.double(number)
        case .string(let text): writer.string(text)
        case .list(let list):
            writer.beginArray()
            for item in list { write(item, to: &writer) }
            writer.endArray()
        case .map(let map):
            writer.beginObject()
            for entry in map.entries {
                writer.key(entry.key)
                write(entry.value, to: &writer)
            }
            writer.endObject()
        // Not JSON's own: what a typed object would show.
        case .bytes(let bytes): writer.string(Base64.encode(bytes))
        case .time(let time): writer.string(time.rfc3339)
        case .message(let message): JSONEncoder.write(message, as: nil, to: &writer)
        }
    }

    /// A typed object as free JSON, the way that its JSON text shows it.
    public static func of(_ message: Message, as typeMeta: TypeMeta?) throws(WireError) -> Value {
        try parse(JSONEncoder.encode(message, as: typeMeta))
    }

    /// As Go's `%v` shows such a value; Kubernetes' messages about patches contain it.
    public static func goText(_ value: Value) -> String {
        switch value {
        case .null: "<nil>"
        case .string(let text): text
        case .list(let list): "[\(list.map(goText).joined(separator: " "))]"
        case .map(let map): "map[\(map.entries.map { "\($0.key):\(goText($0.value))" }.joined(separator: " "))]"
        default: String(decoding: text(value), as: UTF8.self)
        }
    }

    /// What kind of JSON value this is, in Go's words.
    public static func goKind(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .bool: "bool"
        case .int, .double: "number"
        case .list: "array"
        case .map, .message: "object"
        default: "string"
        }
    }

    /// Whether two values are the same JSON: numbers by value, whatever their spelling.
    public static func isEqual(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.int(let a), .double(let b)), (.double(let b), .int(let a)): return Double(a) == b
        case (.list(let a), .list(let b)):
            return a.count == b.count && zip(a, b).allSatisfy { isEqual($0, $1) }
        case (.map(let a), .map(let b)):
            return a.count == b.count
                && zip(a.entries, b.entries).allSatisfy { $0.key == $1.key && isEqual($0.value, $1.value) }
        default: return a == b
        }
    }
}

extension Value {
    public var asMap: StringMap<Value>? {
        if case .map(let map) = self { map } else { nil }
    }
    public var asList: [Value]? {
        if case .list(let list) = self { list } else { nil }
    }
    public var asString: String? {
        if case .string(let text) = self { text } else { nil }
    }
    /// Whether both are maps, both lists, or both of one scalar type.
    func hasKind(of other: Value) -> Bool { FreeValue.goKind(self) == FreeValue.goKind(other) }
}
