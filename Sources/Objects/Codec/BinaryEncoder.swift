import Wire

/// Encodes the binary form, byte for byte what Kubernetes' own encoder writes: fields by number, maps by key, and
/// zeros of fields without presence written out (plain proto3 messages leave them out).
public enum BinaryEncoder {
    public static func encode(_ message: Message) -> [UInt8] {
        var writer = ProtobufWriter()
        fields(of: message, to: &writer)
        return writer.finish()
    }

    static func fields(of message: Message, to writer: inout ProtobufWriter) {
        let type = message.descriptor
        if type.isPlainProto3 {
            for position in type.byNumber.reversed() {
                if let value = message[position] { write(value, type.fields[position], packed: true, to: &writer) }
            }
            return
        }
        for position in type.byNumber.reversed() {
            let field = type.fields[position]
            if let value = message[position] {
                write(value, field, packed: false, to: &writer)
            } else if field.label == .singular, !field.hasPresence, field.number > 0 {
                writeZero(field, to: &writer)
            }
        }
    }

    private static func write(_ value: Value, _ field: FieldDescriptor, packed: Bool, to writer: inout ProtobufWriter) {
        switch (field.label, value) {
        case (.singular, _): element(value, field, field.number, to: &writer)
        case (.repeated, .list(let list)):
            if packed, field.kind.isVarint {
                let mark = writer.count
                for item in list.reversed() { varint(item, to: &writer) }
                if !list.isEmpty { writer.delimit(field.number, since: mark) }
                return
            }
            for item in list.reversed() { element(item, field, field.number, to: &writer) }
        case (.map, .map(let map)):
            for entry in map.entries.reversed() {
                let mark = writer.count
                element(entry.value, field, 2, to: &writer)
                if field.hasIntegerKeys {
                    writer.varint(UInt64(bitPattern: Int64(entry.key) ?? 0))
                    writer.tag(1, .varint)
                } else {
                    let key = writer.count
                    writer.string(entry.key)
                    writer.delimit(1, since: key)
                }
                writer.delimit(field.number, since: mark)
            }
        default: assertionFailure("\(field.name) holds \(value)")
        }
    }

    private static func varint(_ value: Value, to writer: inout ProtobufWriter) {
        switch value {
        case .bool(let flag): writer.varint(flag ? 1 : 0)
        case .int(let number): writer.varint(UInt64(bitPattern: Int64(number)))
        default: assertionFailure("not a number: \(value)")
        }
    }

    private static func element(
        _ value: Value, _ field: FieldDescriptor, _ number: Int, to writer: inout ProtobufWriter
    ) {
        let mark = writer.count
        switch (field.kind, value) {
        case (.bool, _), (.int32, _), (.int64, _), (.uint32, _), (.uint64, _):
            varint(value, to: &writer)
            writer.tag(number, .varint)
            return
        case (.double, .double(let value)):
            writer.fixed64(value.bitPattern)
            writer.tag(number, .fixed64)
            return
        case (.float, .double(let value)):
            writer.fixed32(Float(value).bitPattern)
            writer.tag(number, .fixed32)
            return
        case (.string, .string(let text)): writer.string(text)
        case (.bytes, .bytes(let bytes)): writer.bytes(bytes)
        case (.message, .message(let message)): fields(of: message, to: &writer)
        case (.string, _), (.bytes, _), (.message, _), (.double, _), (.float, _):
            assertionFailure("\(field.name) holds \(value)")
            return
        default: SpecialForms.encode(value, field, to: &writer)
        }
        writer.delimit(number, since: mark)
    }

    /// What Kubernetes writes for a field that is not a pointer and has its zero value.
    private static func writeZero(_ field: FieldDescriptor, to writer: inout ProtobufWriter) {
        switch field.kind {
        case .bool, .int32, .int64, .uint32, .uint64:
            writer.varint(0)
            writer.tag(field.number, .varint)
        case .double:
            writer.fixed64(0)
            writer.tag(field.number, .fixed64)
        case .float:
            writer.fixed32(0)
            writer.tag(field.number, .fixed32)
        case .string, .time, .microTime, .raw, .stringList:
            writer.delimit(field.number, since: writer.count)
        case .bytes: break
        case .message:
            let mark = writer.count
            if let type = field.message { fields(of: Message(type), to: &writer) }
            writer.delimit(field.number, since: mark)
        case .duration, .intOrString: element(.int(0), field, field.number, to: &writer)
        case .quantity: element(.string("0"), field, field.number, to: &writer)
        case .schemaOrBool: element(.bool(false), field, field.number, to: &writer)
        case .schemaOrArray, .schemaOrStringArray, .members: break
        }
    }
}
