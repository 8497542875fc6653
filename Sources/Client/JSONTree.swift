public import Objects
public import Wire

/// JSON text as a tree of values, for documents whose shape is not known: configuration files, manifests, patches.
///
/// Keys are kept in byte order. A number that is whole and fits is an `int`, any other a `double`.
public enum JSONTree {
    public static func parse(_ text: [UInt8]) throws(WireError) -> Value {
        var reader = JSONReader(text)
        let value = try read(&reader, depth: 0)
        try reader.finish()
        return value
    }

    private static func read(_ reader: inout JSONReader, depth: Int) throws(WireError) -> Value {
        guard depth <= WireLimits.nesting else {
            throw WireError(.nestingTooDeep, at: reader.position, "values nest deeper than \(WireLimits.nesting) levels")
        }
        switch try reader.peek() {
        case .object:
            var entries: [(String, Value)] = []
            try reader.beginObject()
            while let key = try reader.nextKey() {
                let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
                entries.append((name, try read(&reader, depth: depth + 1)))
            }
            return .map(StringMap(entries))
        case .array:
            var items: [Value] = []
            try reader.beginArray()
            while try reader.nextElement() { items.append(try read(&reader, depth: depth + 1)) }
            return .list(items)
        case .string: return .string(try reader.string())
        case .bool: return .bool(try reader.bool())
        case .null:
            try reader.null()
            return .null
        case .number:
            let number = try reader.number()
            if let integer = number.integer { return .int(integer) }
            guard let value = reader.double(number) else {
                throw WireError(.numberOutOfRange, at: number.text.lowerBound, "a number is out of range")
            }
            return .double(value)
        }
    }

    /// Compact or indented JSON text.
    public static func text(_ value: Value, pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
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
        case .bytes(let bytes): writer.string(Base64.encode(bytes))
        case .time(let time): writer.string(time.rfc3339)
        case .message(let message): JSONEncoder.write(message, as: nil, to: &writer)
        case .list(let items):
            writer.beginArray()
            for item in items { write(item, to: &writer) }
            writer.endArray()
        case .map(let map):
            writer.beginObject()
            for (key, value) in map {
                writer.key(key)
                write(value, to: &writer)
            }
            writer.endObject()
        }
    }
}

extension Value {
    /// The member of that name, when this is an object that has it.
    public subscript(member name: String) -> Value? {
        if case .map(let map) = self { return map[name] }
        return nil
    }

    public var text: String? {
        if case .string(let text) = self { return text }
        return nil
    }

    public var flag: Bool? {
        if case .bool(let flag) = self { return flag }
        return nil
    }

    public var elements: [Value]? {
        if case .list(let items) = self { return items }
        return nil
    }

    public var members: StringMap<Value>? {
        if case .map(let map) = self { return map }
        return nil
    }
}
