import CYAML

/// Reads YAML and gives each document as JSON text, so that everything behind it reads JSON only.
///
/// Plain scalars are read as Kubernetes' reader reads them: YAML 1.1 booleans, numbers in base 8, 10 and 16, null.
public enum YAMLReader {
    public struct Document: Sendable, Equatable {
        /// Compact JSON text.
        public var json: [UInt8]
        /// `line 3: key "name" already set in map`; the last value counts.
        public var warnings: [String]
    }

    /// All documents of a stream; empty ones are left out.
    public static func documents(_ text: [UInt8]) throws(YAMLError) -> [Document] {
        var source = YAMLEventSource(text)
        var documents: [Document] = []
        while true {
            switch try source.next() {
            case .streamEnd: return documents
            case .documentStart:
                var builder = YAMLDocumentBuilder()
                let root = try builder.node(&source, try source.next(), depth: 0)
                if case .scalar(let text, false, _) = root, text.isEmpty { continue }
                documents.append(try builder.document(root))
            default: continue
            }
        }
    }

    /// The only document of a text; an empty text is the empty object.
    public static func single(_ text: [UInt8]) throws(YAMLError) -> Document {
        let all = try documents(text)
        guard all.count <= 1 else {
            throw YAMLError(line: 0, column: 0, "the text has \(all.count) documents; give one")
        }
        return all.first ?? Document(json: Array("{}".utf8), warnings: [])
    }
}

/// What libyaml's parser says, one event at a time.
struct YAMLEventSource: ~Copyable {
    enum Event {
        case streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd, other
        case alias(String, line: Int)
        case scalar(String, isQuoted: Bool, anchor: String?, line: Int)
        case sequenceStart(anchor: String?, line: Int)
        case mappingStart(anchor: String?, line: Int)
    }
    /// libyaml keeps pointers into the parser and the text: both stay where they are until the end.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    init(_ text: [UInt8]) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        input = .allocate(capacity: max(text.count, 1))
        _ = input.initialize(from: text)
        yaml_parser_initialize(parser)
        yaml_parser_set_input_string(parser, input.baseAddress, text.count)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        input.deallocate()
    }

    mutating func next() throws(YAMLError) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) != 0 else {
            let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text is not UTF-8"
            throw YAMLError(
                line: Int(parser.pointee.problem_mark.line) + 1, column: Int(parser.pointee.problem_mark.column) + 1,
                problem)
        }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1
        switch event.type {
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(Self.text(event.data.alias.anchor) ?? "", line: line)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw YAMLError(line: line, column: 1, "a value is not valid UTF-8")
            }
            let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
            let isTaggedString = Self.text(scalar.tag) == "tag:yaml.org,2002:str"
            return .scalar(text, isQuoted: !isPlain || isTaggedString, anchor: Self.text(scalar.anchor), line: line)
        case YAML_SEQUENCE_START_EVENT:
            return .sequenceStart(anchor: Self.text(event.data.sequence_start.anchor), line: line)
        case YAML_MAPPING_START_EVENT:
            return .mappingStart(anchor: Self.text(event.data.mapping_start.anchor), line: line)
        default: return .other
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}
