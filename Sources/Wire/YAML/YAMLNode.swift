/// A value of a YAML document. What an alias names is shared, not copied: it is repeated only when it is written.
indirect enum YAMLNode {
    case scalar(YAMLScalar, YAMLPlace)
    case sequence([YAMLNode])
    /// Keys as JSON has them, each once, merge keys put in.
    case mapping([Entry])
    /// Stands elsewhere in the text: writing it again counts against the limits. Never directly within another one.
    case alias(YAMLNode)

    struct Entry {
        var key: String
        var value: YAMLNode
    }

    var asAlias: YAMLNode {
        if case .alias = self { return self }
        return .alias(self)
    }
}

/// Counts what aliases and merge keys repeat, over all documents of a stream.
struct YAMLRepetition {
    private var nodes = 0
    private var bytes = 0

    /// Called before the values are repeated, so that what is refused was not made.
    /// - Parameter pendingBytes: written since, but not yet added.
    mutating func add(nodes more: Int, pendingBytes: Int = 0, at place: YAMLPlace? = nil) throws(YAMLError) {
        nodes += more
        guard nodes <= YAMLLimits.repeatedNodes, bytes + pendingBytes <= YAMLLimits.repeatedBytes else {
            let place = place ?? YAMLPlace(line: 0, column: 0)
            throw place.error("document contains excessive aliasing: write the values out instead of repeating them")
        }
    }

    mutating func add(bytes more: Int) { bytes += more }
}

/// Writes one document's nodes as JSON.
struct YAMLJSONWriter {
    private var writer = JSONWriter()
    private var repetition: YAMLRepetition
    /// Where in the JSON the outermost alias that is being written began.
    private var aliasStart: Int?

    static func json(of root: YAMLNode, _ repetition: inout YAMLRepetition) throws(YAMLError) -> [UInt8] {
        var writer = YAMLJSONWriter(repetition: repetition)
        try writer.write(root, depth: 0)
        repetition = writer.repetition
        return writer.writer.bytes
    }

    private init(repetition: YAMLRepetition) { self.repetition = repetition }

    private mutating func write(_ node: YAMLNode, depth: Int) throws(YAMLError) {
        if let aliasStart { try repetition.add(nodes: 1, pendingBytes: writer.bytes.count - aliasStart) }
        // Nodes are built no higher than this, so it is never reached.
        guard depth <= YAMLLimits.nesting else { throw YAMLError(line: 0, column: 0, "the document nests too deep") }
        switch node {
        case .alias(let target):
            guard aliasStart == nil else { return try write(target, depth: depth) }
            let start = writer.bytes.count
            aliasStart = start
            try write(target, depth: depth)
            aliasStart = nil
            repetition.add(bytes: writer.bytes.count - start)
        case .scalar(let value, let place): try value.write(to: &writer, at: place)
        case .sequence(let items):
            writer.beginArray()
            for item in items { try write(item, depth: depth + 1) }
            writer.endArray()
        case .mapping(let entries):
            writer.beginObject()
            for entry in entries {
                writer.key(entry.key)
                try write(entry.value, depth: depth + 1)
            }
            writer.endObject()
        }
    }
}
