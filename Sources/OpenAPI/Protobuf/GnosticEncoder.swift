import Wire

/// Writes an OpenAPI document, given as JSON, in the protobuf form that Kubernetes' clients ask for.
///
/// It reads forwards, so a message's length is known only at its end: one byte is left for it, and what is longer is moved
/// when it is complete. Most messages are short, so a document of megabytes is moved a few times over in all.
struct GnosticEncoder {
    private let schema = GnosticSchema()
    private var reader: JSONReader
    private var output: [UInt8] = []

    /// - Throws: when the document is no JSON, or nests too deep.
    static func encode(_ json: [UInt8], _ dialect: Dialect) throws(WireError) -> [UInt8] {
        var encoder = GnosticEncoder(reader: JSONReader(json))
        encoder.output.reserveCapacity(json.count)
        try encoder.members(dialect == .v2 ? .document2 : .document3)
        try encoder.reader.finish()
        return encoder.output
    }

    private init(reader: JSONReader) { self.reader = reader }

    // MARK: Messages

    private mutating func members(_ name: GnosticMessage.Name) throws(WireError) {
        guard try reader.peek() == .object else {
            try reader.skipValue()
            return
        }
        let message = schema[name]
        try reader.beginObject()
        while let key = try reader.nextKey() {
            if let member = message.member(reader.bytes, key.text) {
                try value(member.form, member.number)
                continue
            }
            let bytes = reader.bytes[key.text]
            let isExtension = bytes.starts(with: "x-".utf8)
            if isExtension, message.extensions > 0 {
                let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
                try pair(name, .any, message.extensions)
            } else if let others = message.others {
                let name = try reader.text(key.text, hasEscapes: key.hasEscapes)
                try pair(name, others.form, others.number)
            } else {
                try reader.skipValue()
            }
        }
    }

    private mutating func pair(_ name: String, _ form: GnosticMessage.Form, _ number: Int) throws(WireError) {
        let start = open(number)
        text(name, 1)
        try value(form, 2)
        close(start)
    }

    private mutating func value(_ form: GnosticMessage.Form, _ number: Int) throws(WireError) {
        let kind = try reader.peek()
        switch (form, kind) {
        case (.string, .string): text(try reader.string(), number)
        case (.bool, .bool): flag(try reader.bool(), number)
        case (.int, .number): integer(try reader.number().integer ?? 0, number)
        case (.double, .number): try double(number)
        case (.any, _): try any(number)
        case (.message(let name), .object):
            let start = open(number)
            try members(name)
            close(start)
        case (.orReference(let name), .object):
            let start = open(number)
            let isReference = beginsWithReference()
            try value(.message(isReference ? .reference : name), isReference ? 2 : 1)
            close(start)
        case (.list(let item), .array):
            try reader.beginArray()
            while try reader.nextElement() { try value(item, number) }
        case (.wrapped(let inner, let field), _):
            let start = open(number)
            try value(inner, field)
            close(start)
        case (.oneOrMany(let item), _):
            let start = open(number)
            try value(kind == .array ? .list(item) : item, 1)
            close(start)
        case (.orBool(let inner), _):
            let start = open(number)
            if kind == .bool { flag(try reader.bool(), 2) } else { try value(inner, 1) }
            close(start)
        case (.parameter, .object): try parameter(number)
        case (.scalar, .number), (.scalar, .bool), (.scalar, .string):
            let start = open(number)
            switch kind {
            case .number: try double(1)
            case .bool: flag(try reader.bool(), 2)
            default: text(try reader.string(), 3)
            }
            close(start)
        default: try reader.skipValue()
        }
    }

    /// Whether the next object's first member is `$ref`: documents' writers put it first.
    private func beginsWithReference() -> Bool {
        var ahead = reader
        guard (try? ahead.beginObject()) != nil, let key = try? ahead.nextKey() else { return false }
        return ahead.bytes[key.text].elementsEqual("$ref".utf8)
    }

    private mutating func parameter(_ number: Int) throws(WireError) {
        let start = open(number)
        switch try place() {
        case "body": try value(.message(.bodyParameter2), 1)
        case "path": try value(.wrapped(.message(.pathParameter2), 4), 2)
        default: try value(.wrapped(.message(.queryParameter2), 3), 2)
        }
        close(start)
    }

    /// The member `in` of the next object.
    private func place() throws(WireError) -> String {
        var ahead = reader
        try ahead.beginObject()
        while let key = try ahead.nextKey() {
            if ahead.bytes[key.text].elementsEqual("in".utf8), try ahead.peek() == .string { return try ahead.string() }
            try ahead.skipValue()
        }
        return ""
    }

    // MARK: Fields

    /// Any value: its text in field 2.
    private mutating func any(_ number: Int) throws(WireError) {
        let range = try reader.skipValue()
        let start = open(number)
        tag(2, .lengthDelimited)
        output.appendVarint(UInt64(range.count))
        output.append(contentsOf: reader.bytes[range])
        close(start)
    }

    private mutating func text(_ text: String, _ number: Int) {
        tag(number, .lengthDelimited)
        let utf8 = text.utf8
        output.appendVarint(UInt64(utf8.count))
        output.append(contentsOf: utf8)
    }

    private mutating func flag(_ value: Bool, _ number: Int) { integer(value ? 1 : 0, number) }

    private mutating func integer(_ value: Int, _ number: Int) {
        tag(number, .varint)
        output.appendVarint(UInt64(bitPattern: Int64(value)))
    }

    private mutating func double(_ number: Int) throws(WireError) {
        let value = reader.double(try reader.number()) ?? 0
        tag(number, .fixed64)
        for shift in 0..<8 { output.append(UInt8(truncatingIfNeeded: value.bitPattern >> UInt64(8 * shift))) }
    }

    private mutating func tag(_ number: Int, _ type: WireType) {
        output.appendVarint(UInt64(number) << 3 | UInt64(type.rawValue))
    }

    // MARK: Lengths

    private mutating func open(_ number: Int) -> Int {
        tag(number, .lengthDelimited)
        output.append(0)
        return output.count
    }

    private mutating func close(_ start: Int) {
        let length = UInt64(output.count - start)
        if length < 0x80 {
            output[start - 1] = UInt8(length)
            return
        }
        var prefix: [UInt8] = []
        prefix.appendVarint(length)
        output.replaceSubrange(start - 1..<start, with: prefix)
    }
}
