/// Builds the nodes of one document from events. Keys are made texts, repeated keys are found and merge keys put in
/// here, once for each mapping of the text however often aliases repeat it.
struct YAMLDocumentBuilder {
    /// A node and how many levels are below and at it: aliases could stack nodes without end otherwise.
    private struct Built {
        var node: YAMLNode
        var height: Int
    }
    private enum Anchor {
        case open
        case complete(Built)
    }
    private var anchors: [String: Anchor] = [:]
    /// Keys that a mapping has twice.
    private(set) var duplicates: [YAMLError] = []
    private(set) var repetition: YAMLRepetition

    init(_ repetition: YAMLRepetition) { self.repetition = repetition }

    mutating func document(_ source: inout YAMLEventSource) throws(YAMLError) -> YAMLNode {
        try built(try source.next(), &source, depth: 0).node
    }

    private mutating func built(
        _ event: YAMLEventSource.Event, _ source: inout YAMLEventSource, depth: Int
    ) throws(YAMLError) -> Built {
        let place = source.place
        switch event {
        case .scalar(let text, let style, let tag, let anchor):
            let value = try Self.value(text, style, tag, place)
            return named(anchor, Built(node: .scalar(value, place), height: 0))
        case .alias(let name):
            switch anchors[name] {
            case .complete(let target)?: return Built(node: target.node.asAlias, height: target.height)
            case .open?: throw place.error("anchor '\(name)' value contains itself")
            case nil: throw place.error("unknown anchor '\(name)' referenced")
            }
        case .sequenceStart(let anchor):
            try checkDepth(depth, place)
            if let anchor { anchors[anchor] = .open }
            var items: [YAMLNode] = []
            var height = 0
            while true {
                let event = try source.next()
                if case .sequenceEnd = event { break }
                let item = try built(event, &source, depth: depth + 1)
                height = max(height, item.height)
                items.append(item.node)
            }
            return named(anchor, try raised(.sequence(items), height, place))
        case .mappingStart(let anchor):
            try checkDepth(depth, place)
            if let anchor { anchors[anchor] = .open }
            return named(anchor, try mapping(&source, depth: depth, place))
        case .streamEnd, .documentStart, .documentEnd, .sequenceEnd, .mappingEnd, .other:
            throw place.error("the document ends too early")
        }
    }

    private func checkDepth(_ depth: Int, _ place: YAMLPlace) throws(YAMLError) {
        guard depth < YAMLLimits.nesting else {
            throw place.error("the document nests deeper than \(YAMLLimits.nesting) levels")
        }
    }

    private func raised(_ node: YAMLNode, _ height: Int, _ place: YAMLPlace) throws(YAMLError) -> Built {
        try checkDepth(height, place)
        return Built(node: node, height: height + 1)
    }

    private mutating func named(_ anchor: String?, _ built: Built) -> Built {
        if let anchor { anchors[anchor] = .complete(built) }
        return built
    }

    private mutating func mapping(
        _ source: inout YAMLEventSource, depth: Int, _ place: YAMLPlace
    ) throws(YAMLError) -> Built {
        var entries: [YAMLNode.Entry] = []
        var places: [String: Int] = [:]
        var inherited: [YAMLNode.Entry] = []
        var height = 0
        while true {
            let event = try source.next()
            if case .mappingEnd = event { break }
            let keyPlace = source.place
            if case .scalar("<<", .plain, nil, _) = event {
                let value = try built(try source.next(), &source, depth: depth + 1)
                // What is below the merged mapping comes to be below this one.
                height = max(height, value.height - 1)
                try merge(value.node, into: &inherited, keyPlace)
                continue
            }
            let key = try self.key(try built(event, &source, depth: depth + 1).node, keyPlace)
            let value = try built(try source.next(), &source, depth: depth + 1)
            height = max(height, value.height)
            if let index = places[key] {
                if duplicates.count < YAMLLimits.warnings {
                    let message = "key \(Self.quoted(key)) already set in map"
                    duplicates.append(YAMLError(line: keyPlace.line, column: 0, message))
                }
                entries[index].value = value.node
            } else {
                places[key] = entries.count
                entries.append(YAMLNode.Entry(key: key, value: value.node))
            }
        }
        // The mapping's own keys count before merged ones, wherever they stand; of merged ones the first.
        for entry in inherited where places[entry.key] == nil {
            places[entry.key] = entries.count
            entries.append(entry)
        }
        return try raised(.mapping(entries), height, place)
    }

    private func key(_ node: YAMLNode, _ place: YAMLPlace) throws(YAMLError) -> String {
        switch node {
        case .scalar(let value, _), .alias(.scalar(let value, _)):
            if let text = value.keyText { return text }
            throw place.error("a key cannot be null: write it in quotes")
        case .sequence, .mapping, .alias:
            throw place.error("a key must be a text, not a list or a map: put it in quotes if it begins with [ or {")
        }
    }

    private mutating func merge(
        _ node: YAMLNode, into entries: inout [YAMLNode.Entry], _ place: YAMLPlace
    ) throws(YAMLError) {
        switch node {
        case .mapping(let source), .alias(.mapping(let source)):
            try repetition.add(nodes: source.count, at: place)
            for entry in source { entries.append(YAMLNode.Entry(key: entry.key, value: entry.value.asAlias)) }
        case .sequence(let items):
            for item in items {
                switch item {
                case .mapping, .alias(.mapping): try merge(item, into: &entries, place)
                default: throw place.error("map merge requires map or sequence of maps as the value")
                }
            }
        case .alias(.sequence(let items)):
            try repetition.add(nodes: items.count, at: place)
            try merge(.sequence(items), into: &entries, place)
        case .scalar, .alias: throw place.error("map merge requires map or sequence of maps as the value")
        }
    }

    /// A scalar's meaning. Quotes make a text; so does every tag that is none of YAML's own types.
    private static func value(
        _ text: String, _ style: YAMLEventSource.ScalarStyle, _ tag: String?, _ place: YAMLPlace
    ) throws(YAMLError) -> YAMLScalar {
        guard let tag else { return style == .plain ? YAMLScalar(plain: text) : .string(text) }
        let prefix = "tag:yaml.org,2002:"
        guard tag.hasPrefix(prefix) else { return .string(text) }
        let type = String(tag.dropFirst(prefix.count))
        switch type {
        case "binary":
            guard let bytes = Base64.decode(text), let decoded = String(validating: bytes, as: UTF8.self) else {
                throw place.error(
                    "!!binary is not base64 of a text: leave the tag away to keep the base64 as it stands")
            }
            return .string(decoded)
        case "null", "bool", "int", "float":
            let value = YAMLScalar(plain: text)
            if value.tag == type { return value }
            if type == "float", case .integer(let number) = value { return .double(Double(number)) }
            throw place.error("cannot decode !!\(value.tag) `\(text)` as a !!\(type)")
        default: return .string(text)
        }
    }

    private static func quoted(_ key: String) -> String {
        var writer = JSONWriter()
        writer.string(key)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
