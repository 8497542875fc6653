import Wire

/// An object read from JSON, and what strict decoding would have refused.
public struct JSONDecoded: Sendable {
    public var message: Message
    /// `unknown field "spec.x"`, `duplicate field "data.a"`, in the order of the text; at most `problemLimit`.
    public var problems: [String]
    public static let problemLimit = 100
}

/// Decodes objects from JSON. Names are matched exactly, `null` leaves a field unset, errors are worded like those of
/// Kubernetes' decoder.
public enum JSONDecoder {
    /// - Throws: on malformed text and on values of a wrong type; unknown and duplicate fields are only reported.
    public static func decode(_ bytes: [UInt8], as type: MessageDescriptor) throws(DecodingError) -> JSONDecoded {
        var state = JSONDecoderState(bytes)
        var message = Message(type)
        do {
            switch try state.reader.peek() {
            case .object: try state.object(into: &message)
            case .null: try state.reader.null()
            case let other: throw state.mismatch(other, goType: type.name)
            }
            try state.reader.finish()
        } catch let error as WireError { throw DecodingError(error) } catch let error as DecodingError {
            throw error
        } catch { preconditionFailure("unreachable: \(error)") }
        return JSONDecoded(message: message, problems: state.problems)
    }
}

struct JSONDecoderState {
    enum Step {
        case field(String)
        case index(Int)
        case key(String)
    }
    var reader: JSONReader
    /// Where the reader is.
    var path: [Step] = []
    var problems: [String] = []

    init(_ bytes: [UInt8]) { reader = JSONReader(bytes) }

    /// Reads the object that comes next and merges it into `message`.
    mutating func object(into message: inout Message) throws {
        let type = message.descriptor
        try reader.beginObject()
        var seen: UInt128 = 0
        var seenTypeMeta = (kind: false, apiVersion: false)
        while let key = try reader.nextKey() {
            var bytes = reader.bytes
            var range = key.text
            if key.hasEscapes {
                bytes = Array(try reader.text(key.text, hasEscapes: true).utf8)
                range = 0..<bytes.count
            }
            if let position = type.position(name: bytes, range) {
                let bit: UInt128 = 1 << UInt128(position & 127)
                if seen & bit != 0 { report("duplicate field", type.fields[position].name) }
                seen |= bit
                try field(position, of: &message)
            } else if !(try inlineField(bytes, range, of: &message)) {
                let name = String(decoding: bytes[range], as: UTF8.self)
                if type.isKind, name == "kind" || name == "apiVersion" {
                    let isRepeated = name == "kind" ? seenTypeMeta.kind : seenTypeMeta.apiVersion
                    if isRepeated { report("duplicate field", name) }
                    if name == "kind" { seenTypeMeta.kind = true } else { seenTypeMeta.apiVersion = true }
                    try typeMeta(type, name)
                } else {
                    report("unknown field", name)
                    try reader.skipValue()
                }
            }
        }
    }

    private mutating func typeMeta(_ type: MessageDescriptor, _ name: String) throws {
        switch try reader.peek() {
        case .null: try reader.null()
        case .string: _ = try reader.string()
        case let kind: throw mismatch(kind, structName: "TypeMeta", field: name, goType: "string")
        }
    }

    /// Whether the name belongs to a message whose fields stand in this one; reads it then.
    private mutating func inlineField(_ bytes: [UInt8], _ range: Range<Int>, of message: inout Message) throws -> Bool {
        for position in message.descriptor.inlineFields {
            if message.descriptor.fields[position].kind == .members {
                if message.descriptor.isKind, Self.isTypeMeta(bytes, range) { return false }
                try member(String(decoding: bytes[range], as: UTF8.self), at: position, of: &message)
                return true
            }
            guard let type = message.descriptor.fields[position].message else { continue }
            let isDirect = type.position(name: bytes, range) != nil
            if !isDirect, type.inlineFields.isEmpty { continue }
            var inner: Message
            if case .message(let before)? = message.takeValue(position) {
                inner = before
            } else {
                inner = Message(type)
            }
            var found = isDirect
            if let at = type.position(name: bytes, range) {
                try field(at, of: &inner)
            } else {
                found = try inlineField(bytes, range, of: &inner)
            }
            message.store(position, .message(inner))
            if found { return true }
        }
        return false
    }

    private static func isTypeMeta(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes[range].elementsEqual("kind".utf8) || bytes[range].elementsEqual("apiVersion".utf8)
    }

    /// A member of any name, among free ones.
    private mutating func member(_ name: String, at position: Int, of message: inout Message) throws {
        var members: StringMap<Value> = [:]
        if case .map(let before)? = message.takeValue(position) { members = before }
        if members[name] != nil { report("duplicate field", name) }
        path.append(.field(name))
        members[name] = try freeValue()
        path.removeLast()
        message[position] = .map(members)
    }

    /// JSON of any type; keys that stand twice are reported.
    private mutating func freeValue() throws -> Value {
        switch try reader.peek() {
        case .object:
            try reader.beginObject()
            var entries: [StringMap<Value>.Entry] = []
            var seen: Set<String> = []
            while let key = try reader.nextKey() {
                let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
                if !seen.insert(name).inserted { report("duplicate field", name) }
                path.append(.field(name))
                entries.append(.init(key: name, value: try freeValue()))
                path.removeLast()
            }
            return .map(StringMap(unsorted: entries))
        case .array:
            try reader.beginArray()
            var list: [Value] = []
            while try reader.nextElement() {
                path.append(.index(list.count))
                list.append(try freeValue())
                path.removeLast()
            }
            return .list(list)
        default: return try FreeValue.read(&reader)
        }
    }

    private mutating func field(_ position: Int, of message: inout Message) throws {
        let field = message.descriptor.fields[position]
        let owner = message.descriptor.name
        if try reader.peek() == .null {
            try reader.null()
            if field.kind == .raw, field.label == .singular, !field.hasPresence { return }
            message[position] = nil
            return
        }
        path.append(.field(field.name))
        defer { path.removeLast() }
        switch field.label {
        case .singular:
            if field.kind == .message, let type = field.message {
                try expect(.object, field, owner)
                var child: Message
                if case .message(let before)? = message.takeValue(position) {
                    child = before
                } else {
                    child = Message(type)
                }
                try object(into: &child)
                message.store(position, .message(child))
            } else {
                let value = try value(field, owner)
                if case .bytes(let bytes) = value, bytes.isEmpty, field.omitsEmpty {
                    message[position] = nil
                } else {
                    message.store(position, value)
                }
            }
        case .repeated:
            try expect(.array, field, owner)
            try reader.beginArray()
            var list: [Value] = []
            while try reader.nextElement() {
                path.append(.index(list.count))
                list.append(try element(field, owner))
                path.removeLast()
            }
            message[position] = .list(list)
        case .map:
            try expect(.object, field, owner)
            message.store(position, .map(try map(field, owner)))
        }
    }

    private mutating func map(_ field: FieldDescriptor, _ owner: String) throws -> StringMap<Value> {
        try reader.beginObject()
        var entries: [StringMap<Value>.Entry] = []
        var seen: Set<String> = []
        while let key = try reader.nextKey() {
            let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
            if !seen.insert(name).inserted { report("duplicate field", name) }
            path.append(.key(name))
            entries.append(.init(key: name, value: try element(field, owner)))
            path.removeLast()
        }
        return StringMap(unsorted: entries)
    }

    /// An element of a list or map; `null` stands for the zero value, as in Go.
    private mutating func element(_ field: FieldDescriptor, _ owner: String) throws -> Value {
        if try reader.peek() == .null, field.kind != .raw {
            try reader.null()
            return zero(field)
        }
        if field.kind == .message, let type = field.message {
            guard try reader.peek() == .object else { throw mismatch(try reader.peek(), field, owner, whole: false) }
            var child = Message(type)
            try object(into: &child)
            return .message(child)
        }
        return try value(field, owner)
    }

    private func zero(_ field: FieldDescriptor) -> Value {
        switch field.kind {
        case .bool: .bool(false)
        case .int32, .int64, .uint32, .uint64, .duration, .intOrString: .int(0)
        case .double, .float: .double(0)
        case .string: .string("")
        case .quantity: .string("0")
        case .bytes: .bytes([])
        case .raw: .bytes(Array("null".utf8))
        case .time, .microTime: .time(Timestamp(seconds: 0, nanoseconds: 0))
        case .message: field.message.map { .message(Message($0)) } ?? .null
        case .stringList, .schemaOrArray, .schemaOrStringArray: .list([])
        case .schemaOrBool: .bool(false)
        case .members: .map([:])
        }
    }

    private mutating func expect(_ kind: JSONReader.Kind, _ field: FieldDescriptor, _ owner: String) throws {
        let found = try reader.peek()
        guard found == kind else { throw mismatch(found, field, owner, whole: true) }
    }

    private mutating func value(_ field: FieldDescriptor, _ owner: String) throws -> Value {
        let kind = try reader.peek()
        switch (field.kind, kind) {
        case (.bool, .bool): return .bool(try reader.bool())
        case (.string, .string): return .string(try reader.string())
        case (.bytes, .string):
            let text = try reader.string()
            guard let bytes = Base64.decode(text) else {
                throw problem("illegal base64 data at input byte \(Base64.fault(in: text))")
            }
            return .bytes(bytes)
        case (.int32, .number), (.int64, .number), (.uint32, .number), (.uint64, .number):
            return try integer(field, owner)
        case (.double, .number), (.float, .number):
            let number = try reader.number()
            guard let value = reader.double(number) else { throw outOfRange(number, field, owner) }
            return .double(value)
        case (.time, .string), (.microTime, .string):
            let text = try reader.string()
            if text.isEmpty, field.kind == .time { return .time(Timestamp(seconds: 0, nanoseconds: 0)) }
            do {
                let time = try Timestamp(rfc3339: text)
                return .time(field.kind == .time ? Timestamp(seconds: time.seconds, nanoseconds: 0) : time)
            } catch { throw problem("\(error)") }
        case (.duration, .string):
            do { return .int(Int(try GoDuration(parsing: try reader.string()).nanoseconds)) } catch {
                throw problem("\(error)")
            }
        case (.quantity, .string):
            let text = try reader.string()
            do { return .string(try Quantity(parsing: text).description) } catch { throw problem("\(error)") }
        case (.quantity, .number):
            let text = try reader.number().text
            do {
                return .string(try Quantity(parsing: String(decoding: reader.bytes[text], as: UTF8.self)).description)
            } catch {
                throw problem("\(error)")
            }
        case (.quantity, .bool), (.quantity, .array), (.quantity, .object):
            // Kubernetes reads the text of whatever it finds.
            var writer = JSONWriter()
            try reader.copy(to: &writer)
            do {
                return .string(try Quantity(parsing: String(decoding: writer.bytes, as: UTF8.self)).description)
            } catch { throw problem("\(error)") }
        case (.intOrString, .string): return .string(try reader.string())
        case (.intOrString, .number): return try integer(field, owner)
        case (.raw, _):
            var writer = JSONWriter()
            try reader.copy(to: &writer)
            return .bytes(writer.bytes)
        case (.stringList, .array): return .list(try strings(field, owner))
        case (.schemaOrBool, .bool): return .bool(try reader.bool())
        case (.schemaOrArray, .array):
            try reader.beginArray()
            var list: [Value] = []
            while try reader.nextElement() {
                path.append(.index(list.count))
                list.append(try schema(field, owner))
                path.removeLast()
            }
            return .list(list)
        case (.schemaOrStringArray, .array): return .list(try strings(field, owner))
        case (.schemaOrBool, .object), (.schemaOrArray, .object), (.schemaOrStringArray, .object):
            return try schema(field, owner)
        default: throw mismatch(kind, field, owner, whole: false)
        }
    }

    private mutating func strings(_ field: FieldDescriptor, _ owner: String) throws -> [Value] {
        try reader.beginArray()
        var list: [Value] = []
        while try reader.nextElement() {
            guard try reader.peek() == .string else { throw mismatch(try reader.peek(), field, owner, whole: false) }
            list.append(.string(try reader.string()))
        }
        return list
    }

    private mutating func schema(_ field: FieldDescriptor, _ owner: String) throws -> Value {
        guard let type = SpecialForms.schemaType(field) else { return .null }
        guard try reader.peek() == .object else { throw mismatch(try reader.peek(), field, owner, whole: false) }
        var child = Message(type)
        try object(into: &child)
        return .message(child)
    }

    private mutating func integer(_ field: FieldDescriptor, _ owner: String) throws -> Value {
        let number = try reader.number()
        guard let value = number.integer else { throw outOfRange(number, field, owner) }
        let fits: Bool =
            switch field.kind {
            case .int32, .intOrString: Int(Int32.min)...Int(Int32.max) ~= value
            case .uint32: 0...Int(UInt32.max) ~= value
            case .uint64: value >= 0
            default: true
            }
        guard fits else { throw outOfRange(number, field, owner) }
        return .int(value)
    }
}
