public import Wire

/// Encodes an object as JSON, in the order and with the omissions of Kubernetes' own encoder.
public enum JSONEncoder {
    /// A whole object, which begins with its `kind` and `apiVersion`.
    public static func encode(_ message: Message, pretty: Bool = false) -> [UInt8] {
        encode(message, as: message.descriptor.isKind ? TypeMeta(of: message.descriptor) : nil, pretty: pretty)
    }

    /// - Parameter typeMeta: what to begin with; nil: neither `kind` nor `apiVersion`, as within another object. An empty
    ///   `apiVersion` is left out: discovery has documents without.
    public static func encode(_ message: Message, as typeMeta: TypeMeta?, pretty: Bool = false) -> [UInt8] {
        var writer = JSONWriter(pretty: pretty)
        write(message, as: typeMeta, to: &writer)
        return writer.bytes
    }

    public static func write(_ message: Message, as typeMeta: TypeMeta?, to writer: inout JSONWriter) {
        writer.beginObject()
        if let typeMeta { write(typeMeta, to: &writer) }
        fields(of: message, to: &writer)
        writer.endObject()
    }

    static func write(_ typeMeta: TypeMeta, to writer: inout JSONWriter) {
        writer.key("kind")
        writer.string(typeMeta.kind)
        guard !typeMeta.apiVersion.isEmpty else { return }
        writer.key("apiVersion")
        writer.string(typeMeta.apiVersion)
    }

    private static func fields(of message: Message, to writer: inout JSONWriter) {
        // Both lists are in declaration order: one walk.
        var slot = 0
        let slots = message.slots
        for (position, field) in message.descriptor.fields.enumerated() {
            if slot < slots.count, slots[slot].position == position {
                write(slots[slot].value, field, to: &writer)
                slot += 1
            } else if !field.isSilentWhenAbsent {
                writeAbsent(field, to: &writer)
            }
        }
    }

    private static func write(_ value: Value, _ field: FieldDescriptor, to writer: inout JSONWriter) {
        if field.isInline {
            switch value {
            case .message(let inner): fields(of: inner, to: &writer)
            case .map(let members):
                for entry in members.entries {
                    writer.key(entry.key)
                    FreeValue.write(entry.value, to: &writer)
                }
            default: assertionFailure("\(field.name) holds \(value)")
            }
            return
        }
        switch (field.label, value) {
        case (.singular, _):
            writer.key(prepared: field.preparedKey)
            element(value, field, to: &writer)
        case (.repeated, .list(let list)):
            if list.isEmpty, field.omitsEmpty { return }
            writer.key(prepared: field.preparedKey)
            writer.beginArray()
            for item in list { element(item, field, to: &writer) }
            writer.endArray()
        case (.map, .map(let map)):
            if map.isEmpty, field.omitsEmpty { return }
            writer.key(prepared: field.preparedKey)
            writer.beginObject()
            for entry in map.entries {
                writer.key(entry.key)
                element(entry.value, field, to: &writer)
            }
            writer.endObject()
        default: assertionFailure("\(field.name) holds \(value)")
        }
    }

    static func element(_ value: Value, _ field: FieldDescriptor, to writer: inout JSONWriter) {
        switch value {
        case .null: writer.null()
        case .bool(let flag): writer.bool(flag)
        case .int(let number):
            if field.kind == .duration {
                writer.string(GoDuration(nanoseconds: Int64(number)).description)
            } else if field.kind == .uint64 {
                writer.unsigned(UInt64(bitPattern: Int64(number)))
            } else {
                writer.int(number)
            }
        case .double(let number): writer.double(number)
        case .string(let text): writer.string(text)
        case .bytes(let bytes):
            if field.kind == .raw {
                if bytes.isEmpty { writer.null() } else { writer.raw(bytes) }
            } else {
                writer.string(Base64.encode(bytes))
            }
        case .time(let time): writer.string(field.kind == .microTime ? time.rfc3339Micro : time.rfc3339)
        case .message(let message):
            write(message, as: field.showsKind ? TypeMeta(of: message.descriptor) : nil, to: &writer)
        case .list(let list):
            writer.beginArray()
            for item in list { element(item, field, to: &writer) }
            writer.endArray()
        case .map(let map):
            writer.beginObject()
            for entry in map.entries {
                writer.key(entry.key)
                element(entry.value, field, to: &writer)
            }
            writer.endObject()
        }
    }

    /// What stands for a field that is not set: nothing, `null`, or the zero of its type.
    static func writeAbsent(_ field: FieldDescriptor, to writer: inout JSONWriter) {
        if field.isInline {
            if let type = field.message, !field.hasPresence { fields(of: Message(type), to: &writer) }
            return
        }
        let isValue = field.label == .singular && !field.hasPresence
        switch field.kind {
        case .message where isValue:
            writer.key(prepared: field.preparedKey)
            if let type = field.message { write(Message(type), as: nil, to: &writer) }
            return
        case .quantity where isValue:
            writer.key(prepared: field.preparedKey)
            writer.string("0")
            return
        case .intOrString where isValue:
            writer.key(prepared: field.preparedKey)
            writer.int(0)
            return
        case .time where isValue, .microTime where isValue:
            if field.omitsZero { return }
            writer.key(prepared: field.preparedKey)
            writer.null()
            return
        case .raw where isValue:
            writer.key(prepared: field.preparedKey)
            writer.null()
            return
        case .time, .microTime:
            // Go's `omitempty` does not leave out a zero time; `creationTimestamp` alone says `omitzero`.
            guard isValue, field.name != "creationTimestamp" else { break }
            writer.key(prepared: field.preparedKey)
            writer.null()
            return
        default: break
        }
        if field.omitsEmpty { return }
        writer.key(prepared: field.preparedKey)
        guard isValue else {
            writer.null()
            return
        }
        switch field.kind {
        case .bool: writer.bool(false)
        case .int32, .int64, .uint32, .uint64: writer.int(0)
        case .double, .float: writer.double(0)
        case .string: writer.string("")
        case .duration: writer.string("0s")
        default: writer.null()
        }
    }
}
