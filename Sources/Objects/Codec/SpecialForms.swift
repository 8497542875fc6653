import Wire

/// The wire forms of the messages that have a JSON form of their own (`FieldKind`).
enum SpecialForms {
    /// Reads the payload of such a message.
    static func decode(
        _ reader: inout ProtobufReader, _ field: FieldDescriptor, _ depth: Int
    ) throws(DecodingError) -> Value {
        let isEmpty = reader.isAtEnd
        var first: UInt64 = 0
        var second: UInt64 = 0
        var text: [Range<Int>] = []
        var messages: [(number: Int, range: Range<Int>)] = []
        do {
            while let (number, type) = try reader.tag() {
                switch (number, type) {
                case (1, .varint): first = try reader.varint()
                case (2, .varint): second = try reader.varint()
                case (1...3, .lengthDelimited):
                    let range = try reader.lengthDelimited()
                    text.append(range)
                    messages.append((number, range))
                default: try reader.skip(type)
                }
            }
            switch field.kind {
            case .time, .microTime:
                // Kubernetes writes "no time" as an empty message.
                if isEmpty { return .null }
                let nanoseconds = Int64(truncatingIfNeeded: second)
                guard nanoseconds >= 0, nanoseconds < 1_000_000_000 else {
                    throw DecodingError(message: "\(nanoseconds) nanoseconds are not within a second")
                }
                // No finer than it is written again: seconds, or microseconds.
                let kept = field.kind == .time ? 0 : nanoseconds - nanoseconds % 1000
                return .time(Timestamp(seconds: Int64(truncatingIfNeeded: first), nanoseconds: Int32(kept)))
            case .duration: return .int(Int(truncatingIfNeeded: first))
            case .quantity:
                guard let range = text.last else { return .string("0") }
                return .string(try quantity(try reader.string(range)))
            case .intOrString:
                guard first == 1 else { return .int(Int(Int32(truncatingIfNeeded: second))) }
                return .string(try text.last.map { range throws(WireError) in try reader.string(range) } ?? "")
            case .raw:
                guard let range = text.last else { return .bytes(Array("null".utf8)) }
                return .bytes(Array(reader.bytes[range]))
            case .stringList: return .list(try strings(reader, text))
            case .members:
                guard let json = messages.last(where: { $0.number == 1 }) else { return .null }
                guard case .map(let members) = try FreeValue.parse(Array(reader.bytes[json.range])) else {
                    throw DecodingError(message: "the members of an object are no JSON object")
                }
                return members.isEmpty ? .null : .map(members)
            case .schemaOrBool:
                guard let schema = messages.last(where: { $0.number == 2 }) else { return .bool(first != 0) }
                return try message(reader, schema.range, field, depth)
            case .schemaOrArray:
                if let schema = messages.last(where: { $0.number == 1 }) {
                    return try message(reader, schema.range, field, depth)
                }
                var list: [Value] = []
                for item in messages where item.number == 2 {
                    list.append(try message(reader, item.range, field, depth))
                }
                return .list(list)
            case .schemaOrStringArray:
                if let schema = messages.last(where: { $0.number == 1 }) {
                    return try message(reader, schema.range, field, depth)
                }
                return .list(try strings(reader, messages.filter { $0.number == 2 }.map(\.range)))
            default: return .null
            }
        } catch let error as WireError { throw DecodingError(error) } catch let error as DecodingError {
            throw error
        } catch { preconditionFailure("unreachable: \(error)") }
    }

    /// The canonical text of a quantity.
    static func quantity(_ text: String) throws(DecodingError) -> String {
        do { return try Quantity(parsing: text).description } catch { throw DecodingError(message: "\(error)") }
    }

    private static func strings(_ reader: ProtobufReader, _ ranges: [Range<Int>]) throws(WireError) -> [Value] {
        var list: [Value] = []
        for range in ranges { list.append(.string(try reader.string(range))) }
        return list
    }

    /// The schema type inside one of the `JSONSchemaPropsOr…` unions.
    static func schemaType(_ field: FieldDescriptor) -> MessageDescriptor? {
        guard let union = field.message, let position = union.position(of: "schema") else { return nil }
        return union.fields[position].message
    }

    private static func message(
        _ reader: ProtobufReader, _ range: Range<Int>, _ field: FieldDescriptor, _ depth: Int
    ) throws(DecodingError) -> Value {
        guard let type = schemaType(field) else { return .null }
        var inner = Message(type)
        var sub = ProtobufReader(reader.bytes, in: range)
        try BinaryDecoder.fields(&sub, into: &inner, depth: depth + 1)
        return .message(inner)
    }

    /// Writes the payload (without tag and length), last byte first.
    static func encode(_ value: Value, _ field: FieldDescriptor, to writer: inout ProtobufWriter) {
        switch (field.kind, value) {
        case (.time, .time(let time)):
            writer.varint(0)
            writer.tag(2, .varint)
            writer.varint(UInt64(bitPattern: time.seconds))
            writer.tag(1, .varint)
        case (.microTime, .time(let time)):
            writer.varint(UInt64(time.nanoseconds - time.nanoseconds % 1000))
            writer.tag(2, .varint)
            writer.varint(UInt64(bitPattern: time.seconds))
            writer.tag(1, .varint)
        case (.duration, .int(let nanoseconds)):
            writer.varint(UInt64(bitPattern: Int64(nanoseconds)))
            writer.tag(1, .varint)
        case (.quantity, .string(let text)):
            writeText(text, 1, to: &writer)
        case (.intOrString, .int(let number)):
            intOrString(type: 0, number: number, text: "", to: &writer)
        case (.intOrString, .string(let text)):
            intOrString(type: 1, number: 0, text: text, to: &writer)
        case (.raw, .bytes(let bytes)):
            let mark = writer.count
            writer.bytes(bytes)
            writer.delimit(1, since: mark)
        case (.members, .map):
            if field.schemaMark != 0 {
                writer.varint(field.schemaMark)
                writer.tag(2, .varint)
            }
            let mark = writer.count
            writer.bytes(FreeValue.text(value))
            writer.delimit(1, since: mark)
        case (.stringList, .list(let list)):
            writeStrings(list, 1, to: &writer)
        case (.schemaOrBool, .bool(let allows)):
            writer.varint(allows ? 1 : 0)
            writer.tag(1, .varint)
        case (.schemaOrBool, .message(let schema)):
            writeMessage(schema, 2, to: &writer)
            writer.varint(1)
            writer.tag(1, .varint)
        case (.schemaOrArray, .message(let schema)), (.schemaOrStringArray, .message(let schema)):
            writeMessage(schema, 1, to: &writer)
        case (.schemaOrArray, .list(let list)):
            for case .message(let schema) in list.reversed() { writeMessage(schema, 2, to: &writer) }
        case (.schemaOrStringArray, .list(let list)):
            writeStrings(list, 2, to: &writer)
        default: assertionFailure("a \(field.kind) field holds \(value)")
        }
    }

    private static func intOrString(type: UInt64, number: Int, text: String, to writer: inout ProtobufWriter) {
        writeText(text, 3, to: &writer)
        writer.varint(UInt64(bitPattern: Int64(number)))
        writer.tag(2, .varint)
        writer.varint(type)
        writer.tag(1, .varint)
    }

    private static func writeText(_ text: String, _ number: Int, to writer: inout ProtobufWriter) {
        let mark = writer.count
        writer.string(text)
        writer.delimit(number, since: mark)
    }

    private static func writeStrings(_ list: [Value], _ number: Int, to writer: inout ProtobufWriter) {
        for case .string(let text) in list.reversed() { writeText(text, number, to: &writer) }
    }

    private static func writeMessage(_ message: Message, _ number: Int, to writer: inout ProtobufWriter) {
        let mark = writer.count
        BinaryEncoder.fields(of: message, to: &writer)
        writer.delimit(number, since: mark)
    }
}
