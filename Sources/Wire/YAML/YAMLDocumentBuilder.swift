/// A value of a YAML document. Aliases refer to the node that they name: nothing is copied until it is written.
indirect enum YAMLNode {
    case scalar(String, isQuoted: Bool, line: Int)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode, line: Int)])
}

/// Builds one document from events and writes it as JSON.
struct YAMLDocumentBuilder {
    private var anchors: [String: YAMLNode] = [:]
    private var warnings: [String] = []
    private var nodes = 0

    mutating func node(_ source: inout YAMLEventSource, _ event: YAMLEventSource.Event, depth: Int) throws(YAMLError)
        -> YAMLNode
    {
        guard depth <= YAMLLimits.nesting else {
            throw YAMLError(line: 0, column: 0, "the document nests deeper than \(YAMLLimits.nesting) levels")
        }
        switch event {
        case .scalar(let text, let isQuoted, let anchor, let line):
            let node = YAMLNode.scalar(text, isQuoted: isQuoted, line: line)
            if let anchor { anchors[anchor] = node }
            return node
        case .alias(let name, let line):
            guard let node = anchors[name] else {
                throw YAMLError(line: line, column: 1, "unknown anchor '\(name)' referenced")
            }
            return node
        case .sequenceStart(let anchor, _):
            var items: [YAMLNode] = []
            while true {
                let event = try source.next()
                if case .sequenceEnd = event { break }
                items.append(try node(&source, event, depth: depth + 1))
            }
            if let anchor { anchors[anchor] = .sequence(items) }
            return .sequence(items)
        case .mappingStart(let anchor, _):
            var entries: [(key: YAMLNode, value: YAMLNode, line: Int)] = []
            while true {
                let event = try source.next()
                if case .mappingEnd = event { break }
                var line = 0
                if case .scalar(_, _, _, let at) = event { line = at }
                let key = try node(&source, event, depth: depth + 1)
                entries.append((key, try node(&source, try source.next(), depth: depth + 1), line))
            }
            if let anchor { anchors[anchor] = .mapping(entries) }
            return .mapping(entries)
        default: throw YAMLError(line: 0, column: 0, "the document ends too early")
        }
    }

    mutating func document(_ root: YAMLNode) throws(YAMLError) -> YAMLReader.Document {
        var writer = JSONWriter()
        try write(root, to: &writer, depth: 0)
        return YAMLReader.Document(json: writer.bytes, warnings: warnings)
    }

    private mutating func write(_ node: YAMLNode, to writer: inout JSONWriter, depth: Int) throws(YAMLError) {
        nodes += 1
        guard nodes <= YAMLLimits.nodes, writer.bytes.count <= YAMLLimits.jsonBytes else {
            throw YAMLError(line: 0, column: 0, "the document is too large once its aliases are put in")
        }
        guard depth <= YAMLLimits.nesting else {
            throw YAMLError(line: 0, column: 0, "the document nests deeper than \(YAMLLimits.nesting) levels")
        }
        switch node {
        case .scalar(let text, let isQuoted, _):
            if isQuoted { writer.string(text) } else { YAMLScalar(plain: text).write(to: &writer) }
        case .sequence(let items):
            writer.beginArray()
            for item in items { try write(item, to: &writer, depth: depth + 1) }
            writer.endArray()
        case .mapping(let entries):
            writer.beginObject()
            for (key, value) in try merged(entries, depth: depth) {
                writer.key(key)
                try write(value, to: &writer, depth: depth + 1)
            }
            writer.endObject()
        }
    }

    /// The mapping's entries with merge keys (`<<`) put in and repeated keys reported; the last value of a key counts.
    private mutating func merged(
        _ entries: [(key: YAMLNode, value: YAMLNode, line: Int)], depth: Int
    ) throws(YAMLError) -> [(String, YAMLNode)] {
        var result: [(String, YAMLNode)] = []
        var places: [String: Int] = [:]
        var inherited: [(String, YAMLNode)] = []
        for (key, value, line) in entries {
            guard case .scalar(let text, let isQuoted, _) = key else {
                throw YAMLError(line: line, column: 1, "a key must be a plain value, not a list or a mapping")
            }
            if text == "<<", !isQuoted {
                inherited += try sources(value, line: line, depth: depth + 1)
                continue
            }
            let name = isQuoted ? text : YAMLScalar(plain: text).keyText(text)
            if let place = places[name] {
                if warnings.count < 100 { warnings.append("line \(line): key \"\(name)\" already set in map") }
                result[place].1 = value
            } else {
                places[name] = result.count
                result.append((name, value))
            }
        }
        for (name, value) in inherited where places[name] == nil {
            places[name] = result.count
            result.append((name, value))
        }
        return result
    }

    private mutating func sources(_ value: YAMLNode, line: Int, depth: Int) throws(YAMLError) -> [(String, YAMLNode)] {
        guard depth <= YAMLLimits.nesting else {
            throw YAMLError(line: line, column: 1, "merge keys nest deeper than \(YAMLLimits.nesting) levels")
        }
        nodes += 1
        guard nodes <= YAMLLimits.nodes else {
            throw YAMLError(line: line, column: 1, "the document is too large once its aliases are put in")
        }
        switch value {
        case .mapping(let entries): return try merged(entries, depth: depth)
        case .sequence(let items):
            var all: [(String, YAMLNode)] = []
            for item in items { all += try sources(item, line: line, depth: depth + 1) }
            return all
        case .scalar: throw YAMLError(line: line, column: 1, "map merge requires map or sequence of maps as the value")
        }
    }
}
