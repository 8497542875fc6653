import Objects
public import Wire

/// The text form of sets, `FieldsV1`: a JSON object whose keys are the steps (`f:` a name, `k:` a list item's key,
/// `v:` an item of a set, `i:` a place), whose values are the sets within, and in which `.` says that the field around
/// it is a member. A field with nothing within is a member without saying so.
extension FieldSet {
    /// Reads the text that a client may have written.
    ///
    /// - Throws: for what is no such text, or nests deeper than `WireLimits.nesting`. Steps of an unknown kind are left
    ///   out, with what is within them.
    public init(text: [UInt8]) throws(WireError) {
        var reader = JSONReader(text)
        (self, _) = try Self.read(&reader)
        try reader.finish()
    }

    /// - Returns: what is within, and whether `.` stood there.
    private static func read(_ reader: inout JSONReader) throws(WireError) -> (set: FieldSet, dot: Bool) {
        var entries: [Entry] = []
        var dot = false
        var isSorted = true
        try reader.beginObject()
        while let key = try reader.nextKey() {
            let bytes = reader.bytes
            if !key.hasEscapes, key.text.count == 1, bytes[key.text.lowerBound] == UInt8(ascii: ".") {
                dot = true
                try reader.skipValue()
                continue
            }
            guard let element = try element(key.text, hasEscapes: key.hasEscapes, reader) else {
                try reader.skipValue()
                continue
            }
            let (children, isMember) = try read(&reader)
            let entry = Entry(element: element, isMember: isMember || children.isEmpty, children: children)
            if let last = entries.last, PathElement.order(last.element, element) != .before { isSorted = false }
            entries.append(entry)
        }
        var set = FieldSet()
        if isSorted {
            set.entries = entries
        } else {
            set.entries = Self.sorted(entries)
        }
        return (set, dot)
    }

    /// Sorts what came in another order, and joins what came twice.
    private static func sorted(_ entries: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for entry in entries.sorted(by: { PathElement.order($0.element, $1.element) == .before }) {
            if let last = result.last, last.element == entry.element {
                result[result.count - 1].isMember = last.isMember || entry.isMember
                result[result.count - 1].children = last.children.union(entry.children)
            } else {
                result.append(entry)
            }
        }
        return result
    }

    /// The step that a key says; nil for one of an unknown kind.
    private static func element(
        _ range: Range<Int>, hasEscapes: Bool, _ reader: JSONReader
    ) throws(WireError) -> PathElement? {
        let at = range.lowerBound
        guard range.count >= 2, reader.bytes[at + 1] == UInt8(ascii: ":") else {
            throw WireError(.invalidJSON, at: at, "a path element has no kind before a colon")
        }
        let kind = reader.bytes[at]
        let content = try reader.text(at + 2..<range.upperBound, hasEscapes: hasEscapes)
        switch kind {
        case UInt8(ascii: "f"): return .field(content)
        case UInt8(ascii: "v"): return .value(try FreeValue.parse(Array(content.utf8)))
        case UInt8(ascii: "i"):
            guard let place = Int(content) else {
                throw WireError(.invalidJSON, at: at, "a list item's place is not a number")
            }
            return .index(place)
        case UInt8(ascii: "k"):
            guard case .map(let fields) = try FreeValue.parse(Array(content.utf8)) else {
                throw WireError(.invalidJSON, at: at, "a list item's key is not an object")
            }
            return .key(fields.entries.map { PathElement.KeyField(name: $0.key, value: $0.value) })
        default: return nil
        }
    }

    /// Compact text, in the order of the set.
    public var text: [UInt8] {
        var writer = JSONWriter(capacity: 256)
        write(to: &writer, dot: false)
        return writer.bytes
    }

    private func write(to writer: inout JSONWriter, dot: Bool) {
        writer.beginObject()
        if dot, !entries.isEmpty {
            writer.key(".")
            writer.beginObject()
            writer.endObject()
        }
        for entry in entries {
            writer.key(Self.key(entry.element))
            entry.children.write(to: &writer, dot: entry.isMember)
        }
        writer.endObject()
    }

    private static func key(_ element: PathElement) -> String {
        switch element {
        case .field(let name): return "f:" + name
        case .index(let place): return "i:\(place)"
        case .value(let value): return "v:" + String(decoding: FreeValue.text(value), as: UTF8.self)
        case .key(let fields):
            var writer = JSONWriter(capacity: 64)
            writer.beginObject()
            for field in fields {
                writer.key(field.name)
                FreeValue.write(field.value, to: &writer)
            }
            writer.endObject()
            return "k:" + String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
