public import Wire

/// A field that selectors may name, and its place in the binary form.
public struct SelectableField: Sendable, Hashable {
    /// As users write it: `spec.nodeName`.
    public let name: String
    let numbers: [Int]
    let kind: Leaf
    /// What an unset field reads as.
    let absent: String

    enum Leaf: Sendable { case string, integer, bool, member }
    /// Names of members within free ones (`Leaf.member`).
    let members: [String]

    /// A value among an object's free members: a text, a flag or a number; unset it reads as an empty text.
    ///
    /// - Parameter members: the way to it, as `["spec", "color"]`.
    public init?(_ name: String, members: [String], in type: MessageDescriptor) {
        guard let position = type.membersPosition, !members.isEmpty else { return nil }
        self.name = name
        self.members = members
        numbers = [type.fields[position].number]
        kind = .member
        absent = ""
    }

    /// - Parameter path: the same as `name` unless the selector's name differs from the field's.
    public init?(_ name: String, path: String? = nil, in type: MessageDescriptor) {
        var numbers: [Int] = []
        var owner: MessageDescriptor? = type
        var leaf: Leaf?
        for step in (path ?? name).split(separator: ".") {
            guard let message = owner, let position = message.position(of: String(step)) else { return nil }
            let field = message.fields[position]
            guard field.label == .singular else { return nil }
            numbers.append(field.number)
            owner = field.message
            switch field.kind {
            case .string: leaf = .string
            case .int32, .int64: leaf = .integer
            case .bool: leaf = .bool
            case .message: leaf = nil
            default: return nil
            }
        }
        guard let leaf else { return nil }
        self.name = name
        self.numbers = numbers
        members = []
        kind = leaf
        absent = leaf == .integer ? "0" : leaf == .bool ? "false" : ""
    }
}

/// What an object can be selected by, read from its binary form without decoding the rest.
public struct ObjectSkim: Sendable {
    public struct Label: Sendable, Hashable {
        public let key: String
        public let value: String
    }
    public private(set) var name = ""
    public private(set) var namespace = ""
    /// `metadata.deletionTimestamp` is set.
    public private(set) var isBeingDeleted = false
    public private(set) var labels: [Label] = []
    /// In the order of the fields asked for.
    public private(set) var fields: [String]

    /// - Parameter range: where the object's own bytes lie (`Envelope.object`).
    public init(_ bytes: [UInt8], in range: Range<Int>, fields wanted: [SelectableField]) throws(WireError) {
        fields = wanted.map(\.absent)
        var reader = ProtobufReader(bytes, in: range)
        while let (number, type) = try reader.tag() {
            guard type == .lengthDelimited else {
                if type == .varint {
                    let value = try reader.varint()
                    for (index, field) in wanted.enumerated() where field.numbers == [number] {
                        fields[index] = Self.text(value, field)
                    }
                } else {
                    try reader.skip(type)
                }
                continue
            }
            let payload = try reader.lengthDelimited()
            if number == 1 { try metadata(bytes, payload) }
            for (index, field) in wanted.enumerated() where field.numbers.first == number {
                if field.kind == .member {
                    fields[index] = try Self.member(bytes, payload, field.members) ?? field.absent
                } else if let found = try Self.find(bytes, payload, field, step: 1) {
                    fields[index] = found
                }
            }
        }
    }

    private mutating func metadata(_ bytes: [UInt8], _ range: Range<Int>) throws(WireError) {
        var reader = ProtobufReader(bytes, in: range)
        while let (number, type) = try reader.tag() {
            switch (number, type) {
            case (1, .lengthDelimited): name = try reader.string(try reader.lengthDelimited())
            case (3, .lengthDelimited): namespace = try reader.string(try reader.lengthDelimited())
            case (9, .lengthDelimited): isBeingDeleted = try !reader.lengthDelimited().isEmpty
            case (11, .lengthDelimited):
                var entry = ProtobufReader(bytes, in: try reader.lengthDelimited())
                var key = ""
                var value = ""
                while let (number, type) = try entry.tag() {
                    switch (number, type) {
                    case (1, .lengthDelimited): key = try entry.string(try entry.lengthDelimited())
                    case (2, .lengthDelimited): value = try entry.string(try entry.lengthDelimited())
                    default: try entry.skip(type)
                    }
                }
                labels.append(Label(key: key, value: value))
            default: try reader.skip(type)
            }
        }
    }

    /// The field's text below the message at `range`, whose number was step `step - 1`.
    private static func find(
        _ bytes: [UInt8], _ range: Range<Int>, _ field: SelectableField, step: Int
    ) throws(WireError) -> String? {
        var reader = ProtobufReader(bytes, in: range)
        guard step < field.numbers.count else {
            return field.kind == .string ? try reader.string(range) : nil
        }
        var found: String?
        while let (number, type) = try reader.tag() {
            guard number == field.numbers[step] else {
                try reader.skip(type)
                continue
            }
            switch type {
            case .lengthDelimited:
                let payload = try reader.lengthDelimited()
                if let text = try find(bytes, payload, field, step: step + 1) { found = text }
            case .varint where step == field.numbers.count - 1: found = text(try reader.varint(), field)
            default: try reader.skip(type)
            }
        }
        return found
    }

    private static func text(_ value: UInt64, _ field: SelectableField) -> String {
        switch field.kind {
        case .bool: value == 0 ? "false" : "true"
        case .integer: String(Int64(bitPattern: value))
        case .string, .member: ""
        }
    }

    /// The text of a value among free members: `CustomMembers` lie at `range`.
    private static func member(
        _ bytes: [UInt8], _ range: Range<Int>, _ path: [String]
    ) throws(WireError) -> String? {
        var reader = ProtobufReader(bytes, in: range)
        var found: String?
        while let (number, type) = try reader.tag() {
            guard number == 1, type == .lengthDelimited else {
                try reader.skip(type)
                continue
            }
            var json = JSONReader(Array(bytes[try reader.lengthDelimited()]))
            found = try value(&json, path[...])
        }
        return found
    }

    private static func value(_ reader: inout JSONReader, _ path: ArraySlice<String>) throws(WireError) -> String? {
        guard let name = path.first else {
            switch try reader.peek() {
            case .string: return try reader.string()
            case .bool: return try reader.bool() ? "true" : "false"
            case .number: return String(decoding: reader.bytes[try reader.number().text], as: UTF8.self)
            default:
                try reader.skipValue()
                return nil
            }
        }
        guard try reader.peek() == .object else {
            try reader.skipValue()
            return nil
        }
        var found: String?
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if try reader.text(key.text, hasEscapes: key.hasEscapes) == name {
                found = try value(&reader, path.dropFirst())
            } else {
                try reader.skipValue()
            }
        }
        return found
    }
}
