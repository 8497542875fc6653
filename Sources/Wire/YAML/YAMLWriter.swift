/// Writes JSON text as YAML in the style of Kubernetes' tools: two spaces a level, lists at their key's column, texts
/// of several lines as blocks, long ones folded at 80 columns, and quotes where a text would be read as something else.
public enum YAMLWriter {
    /// - Parameter sortingKeys: keys as Kubernetes' tools order them (`YAMLKeyOrder`); else in the order of the text.
    public static func text(json: [UInt8], sortingKeys: Bool = false) throws(WireError) -> [UInt8] {
        var reader = JSONReader(json)
        let root = try Node(&reader)
        try reader.finish()
        var emitter = try YAMLEmitter()
        try write(root, sortingKeys, to: &emitter)
        return try emitter.finish()
    }

    /// A JSON value; as deep as `JSONReader` lets it be.
    private indirect enum Node {
        /// A number, a boolean or null.
        case literal(String)
        case string(String)
        case list([Node])
        case map([(key: String, value: Node)])

        init(_ reader: inout JSONReader) throws(WireError) {
            switch try reader.peek() {
            case .object:
                try reader.beginObject()
                var entries: [(String, Node)] = []
                while let key = try reader.nextKey() {
                    entries.append((try reader.text(key.text, hasEscapes: key.hasEscapes), try Node(&reader)))
                }
                self = .map(entries)
            case .array:
                try reader.beginArray()
                var items: [Node] = []
                while try reader.nextElement() { items.append(try Node(&reader)) }
                self = .list(items)
            case .string: self = .string(try reader.string())
            case .number:
                let number = try reader.number()
                let text = String(decoding: reader.bytes[number.text], as: UTF8.self)
                let isWhole = number.integer != nil || UInt64(text) != nil
                self = .literal(isWhole ? text : reader.double(number).map(JSONWriter.text) ?? text)
            case .bool: self = .literal(try reader.bool() ? "true" : "false")
            case .null:
                try reader.null()
                self = .literal("null")
            }
        }
    }

    private static func write(_ node: Node, _ sorts: Bool, to emitter: inout YAMLEmitter) throws(WireError) {
        switch node {
        case .literal(let text): try emitter.scalar(text, .plain)
        case .string(let text): try emitter.scalar(text, style(of: text))
        case .list(let items):
            try emitter.beginSequence()
            for item in items { try write(item, sorts, to: &emitter) }
            try emitter.endSequence()
        case .map(let entries):
            try emitter.beginMapping()
            let ordered = sorts ? entries.sorted { YAMLKeyOrder.precedes($0.key, $1.key) } : entries
            for entry in ordered {
                try emitter.scalar(entry.key, style(of: entry.key))
                try write(entry.value, sorts, to: &emitter)
            }
            try emitter.endMapping()
        }
    }

    /// The style asked for; the emitter takes a stronger one where that could not say the text.
    private static func style(of text: String) -> YAMLEmitter.ScalarStyle {
        if text.utf8.contains(0x0a) { return .literal }
        return YAMLTypeGuard.readsAsText(text) ? .plain : .doubleQuoted
    }
}
