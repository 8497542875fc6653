import Wire

/// Decodes the binary form: protobuf, with Kubernetes' field numbers. Unknown fields are passed over; a singular
/// message that occurs twice is merged, which lets a server append to stored bytes.
public enum BinaryDecoder {
    public static func decode(_ bytes: [UInt8], as type: MessageDescriptor) throws(DecodingError) -> Message {
        try decode(bytes, in: 0..<bytes.count, as: type)
    }

    public static func decode(
        _ bytes: [UInt8], in range: Range<Int>, as type: MessageDescriptor
    ) throws(DecodingError) -> Message {
        try decode(bytes, in: range, as: type, only: nil)
    }

    /// - Parameter projection: the fields that are read, of a projection of that type; the others are passed over, and
    ///   are absent from the message. Nil: all.
    public static func decode(
        _ bytes: [UInt8], in range: Range<Int>, as type: MessageDescriptor, only projection: Projection?
    ) throws(DecodingError) -> Message {
        var message = Message(type)
        var reader = ProtobufReader(bytes, in: range)
        try fields(&reader, into: &message, depth: 0, only: projection)
        return message
    }

    /// The elements of a list or map that is being read: kept aside, so that appending copies nothing.
    private struct Gathered {
        var position = -1
        var list: [Value] = []
        var entries: [StringMap<Value>.Entry] = []

        mutating func flush(into message: inout Message) {
            guard position >= 0 else { return }
            if message.descriptor.forms[position].label == .map {
                if case .map(let before)? = message.takeValue(position) { entries = before.entries + entries }
                message[position] = .map(StringMap(unsorted: entries))
                entries = []
            } else {
                if case .list(let before)? = message.takeValue(position) { list = before + list }
                message[position] = .list(list)
                list = []
            }
            position = -1
        }
    }

    static func fields(
        _ reader: inout ProtobufReader, into message: inout Message, depth: Int, only projection: Projection? = nil
    ) throws(DecodingError) {
        guard depth <= WireLimits.nesting else {
            throw DecodingError(
                WireError(
                    .nestingTooDeep, at: reader.position, "messages nest deeper than \(WireLimits.nesting) levels"))
        }
        let type = message.descriptor
        var gathered = Gathered()
        while !reader.isAtEnd {
            let position: Int
            let wireType: WireType
            do {
                guard let tag = try reader.tag() else { break }
                wireType = tag.1
                guard let known = type.position(number: tag.0), projection?.reads(known) ?? true else {
                    try reader.skip(wireType)
                    continue
                }
                position = known
            } catch { throw DecodingError(error) }
            let form = type.forms[position]
            if gathered.position != position { gathered.flush(into: &message) }
            do {
                switch form.label {
                case .singular:
                    if form.kind == .message, let inner = type.fields[position].message {
                        let range = try payload(&reader, wireType)
                        var child: Message
                        if case .message(let before)? = message.takeValue(position) {
                            child = before
                        } else {
                            child = Message(inner)
                        }
                        var sub = ProtobufReader(reader.bytes, in: range)
                        try fields(&sub, into: &child, depth: depth + 1, only: projection?.part(position))
                        message.store(position, .message(child))
                    } else if try isUnsetTime(form, reader, wireType) {
                        _ = try payload(&reader, wireType)
                        message[position] = nil
                    } else {
                        let found = try value(&reader, wireType, form, of: type, position, depth)
                        if found == .null { message[position] = nil } else { message.store(position, found) }
                    }
                case .repeated:
                    gathered.position = position
                    if wireType == .lengthDelimited, form.kind.isVarint {
                        var packed = ProtobufReader(reader.bytes, in: try payload(&reader, wireType))
                        while !packed.isAtEnd {
                            gathered.list.append(try value(&packed, .varint, form, of: type, position, depth))
                        }
                    } else {
                        gathered.list.append(
                            try value(
                                &reader, wireType, form, of: type, position, depth, only: projection?.part(position)))
                    }
                case .map:
                    gathered.position = position
                    gathered.entries.append(try entry(&reader, wireType, form, of: type, position, depth))
                }
            } catch {
                let inner = form.label == .repeated ? error.within(index: gathered.list.count) : error
                throw inner.within(type.fields[position].name)
            }
        }
        gathered.flush(into: &message)
    }

    /// Whether a time comes next that has no bytes: how Kubernetes writes a time that is not set (`metav1.Time`). The
    /// beginning of 1970 has its zeros written out.
    private static func isUnsetTime(
        _ form: FieldForm, _ reader: ProtobufReader, _ type: WireType
    ) throws(DecodingError) -> Bool {
        guard form.kind == .time || form.kind == .microTime else { return false }
        var ahead = reader
        return try payload(&ahead, type).isEmpty
    }

    private static func payload(_ reader: inout ProtobufReader, _ type: WireType) throws(DecodingError) -> Range<Int> {
        guard type == .lengthDelimited else { throw wrongType(reader, type) }
        do { return try reader.lengthDelimited() } catch { throw DecodingError(error) }
    }

    private static func wrongType(_ reader: ProtobufReader, _ type: WireType) -> DecodingError {
        DecodingError(WireError(.unexpectedWireType, at: reader.position, "wire type \(type) does not fit the field"))
    }

    private static func entry(
        _ reader: inout ProtobufReader, _ wireType: WireType, _ form: FieldForm, of type: MessageDescriptor,
        _ position: Int, _ depth: Int
    ) throws(DecodingError) -> StringMap<Value>.Entry {
        var inner = ProtobufReader(reader.bytes, in: try payload(&reader, wireType))
        var key = ""
        var element: Value?
        do {
            while let (number, wireType) = try inner.tag() {
                switch number {
                case 1 where form.hasIntegerKeys:
                    key = String(Int64(truncatingIfNeeded: try inner.varint()))
                case 1:
                    guard wireType == .lengthDelimited else { throw wrongType(inner, wireType) }
                    key = try inner.string(try inner.lengthDelimited())
                case 2: element = try value(&inner, wireType, form, of: type, position, depth)
                default: try inner.skip(wireType)
                }
            }
        } catch let error as WireError { throw DecodingError(error) } catch let error as DecodingError {
            throw error.within(key)
        } catch { preconditionFailure("unreachable: \(error)") }
        return StringMap<Value>.Entry(key: key, value: element ?? zero(type.fields[position]))
    }

    /// An entry without a value holds its type's zero.
    private static func zero(_ field: FieldDescriptor) -> Value {
        switch field.kind {
        case .bool: .bool(false)
        case .int32, .int64, .uint32, .uint64, .duration, .intOrString: .int(0)
        case .double, .float: .double(0)
        case .string: .string("")
        case .quantity: .string("0")
        case .bytes: .bytes([])
        case .raw: .bytes(Array("null".utf8))
        case .time, .microTime: .time(Timestamp(seconds: 0, nanoseconds: 0))
        case .stringList: .list([])
        case .schemaOrBool: .bool(false)
        case .members: .map([:])
        case .message, .schemaOrArray, .schemaOrStringArray: field.message.map { .message(Message($0)) } ?? .null
        }
    }

    /// One value of the type of the field at `position` in `type`, whatever its label.
    private static func value(
        _ reader: inout ProtobufReader, _ wireType: WireType, _ form: FieldForm, of type: MessageDescriptor,
        _ position: Int, _ depth: Int, only projection: Projection? = nil
    ) throws(DecodingError) -> Value {
        do {
            switch form.kind {
            case .bool:
                guard wireType == .varint else { throw wrongType(reader, wireType) }
                return .bool(try reader.varint() != 0)
            case .int32:
                guard wireType == .varint else { throw wrongType(reader, wireType) }
                return .int(Int(Int32(truncatingIfNeeded: try reader.varint())))
            case .int64, .uint64:
                guard wireType == .varint else { throw wrongType(reader, wireType) }
                return .int(Int(truncatingIfNeeded: try reader.varint()))
            case .uint32:
                guard wireType == .varint else { throw wrongType(reader, wireType) }
                return .int(Int(UInt32(truncatingIfNeeded: try reader.varint())))
            case .double:
                guard wireType == .fixed64 else { throw wrongType(reader, wireType) }
                return .double(Double(bitPattern: try reader.fixed64()))
            case .float:
                guard wireType == .fixed32 else { throw wrongType(reader, wireType) }
                return .double(Double(Float(bitPattern: try reader.fixed32())))
            case .string: return .string(try reader.string(try payload(&reader, wireType)))
            case .bytes: return .bytes(Array(reader.bytes[try payload(&reader, wireType)]))
            case .message:
                var sub = ProtobufReader(reader.bytes, in: try payload(&reader, wireType))
                guard let inner = type.fields[position].message else { return .null }
                var child = Message(inner)
                try fields(&sub, into: &child, depth: depth + 1, only: projection)
                return .message(child)
            default:
                var sub = ProtobufReader(reader.bytes, in: try payload(&reader, wireType))
                return try SpecialForms.decode(&sub, type.fields[position], depth)
            }
        } catch let error as WireError { throw DecodingError(error) } catch let error as DecodingError {
            throw error
        } catch { preconditionFailure("unreachable: \(error)") }
    }
}
