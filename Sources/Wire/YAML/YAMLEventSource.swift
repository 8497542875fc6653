import CYAML

/// What libyaml's parser says, one event at a time. All that touches its memory is here.
struct YAMLEventSource: ~Copyable {
    enum Event {
        case streamEnd, documentStart, documentEnd, sequenceEnd, mappingEnd, other
        case alias(String)
        case scalar(String, style: ScalarStyle, tag: String?, anchor: String?)
        case sequenceStart(anchor: String?)
        case mappingStart(anchor: String?)
    }
    enum ScalarStyle { case plain, quoted }

    /// libyaml keeps pointers into the parser and the text: both stay where they are until the end.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>
    /// Where the last event began.
    private(set) var place = YAMLPlace(line: 1, column: 1)

    /// - Parameter text: UTF-8.
    init(_ text: [UInt8]) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        input = .allocate(capacity: max(text.count, 1))
        _ = input.initialize(from: text)
        // Fails only where memory is out, and then the first event says so.
        _ = yaml_parser_initialize(parser)
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
        guard yaml_parser_parse(parser, &event) != 0 else { throw failure() }
        defer { yaml_event_delete(&event) }
        place = Self.place(event.start_mark)
        switch event.type {
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(Self.text(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw place.error("the value is not UTF-8")
            }
            return .scalar(
                text, style: scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted, tag: Self.text(scalar.tag),
                anchor: Self.text(scalar.anchor))
        case YAML_SEQUENCE_START_EVENT: return .sequenceStart(anchor: Self.text(event.data.sequence_start.anchor))
        case YAML_MAPPING_START_EVENT: return .mappingStart(anchor: Self.text(event.data.mapping_start.anchor))
        default: return .other
        }
    }

    /// What the parser could not read. A text that is no UTF-8, or has control characters, is known by its byte only.
    private func failure() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read"
        guard parser.pointee.error != YAML_READER_ERROR else {
            var place = YAMLPlace(line: 1, column: 1)
            for byte in input.prefix(parser.pointee.problem_offset) {
                if byte == 0x0a { place = YAMLPlace(line: place.line + 1, column: 0) }
                if byte & 0xc0 != 0x80 { place.column += 1 }
            }
            return place.error("\(problem): the text must be UTF-8 without control characters")
        }
        let mark = parser.pointee.problem_mark
        let offset = Int(mark.index)
        let byte = Self.character(offset, in: input)
        let begun = parser.pointee.context.map { _ in Int(parser.pointee.context_mark.line) + 1 }
        let place = Self.place(mark)
        return YAMLError(
            line: place.line, column: place.column,
            YAMLAdvice.message(problem, character: byte, begunAtLine: begun), goText: goText(problem))
    }

    /// As Go's reader, a translation of this parser, gives the line: a scanner's fault comes before the line is counted.
    private func goText(_ problem: String) -> String {
        let context = Int(parser.pointee.context_mark.line)
        var line = context != 0 ? context : Int(parser.pointee.problem_mark.line)
        if line != 0, parser.pointee.error == YAML_SCANNER_ERROR { line += 1 }
        return line == 0 ? problem : "line \(line): \(problem)"
    }

    /// - Parameter index: in characters, as libyaml counts.
    private static func character(_ index: Int, in text: UnsafeMutableBufferPointer<UInt8>) -> UInt8? {
        var seen = 0
        for byte in text where byte & 0xc0 != 0x80 {
            if seen == index { return byte }
            seen += 1
        }
        return nil
    }

    private static func place(_ mark: yaml_mark_t) -> YAMLPlace {
        YAMLPlace(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

/// Says what to do about what libyaml could not read.
enum YAMLAdvice {
    /// - Parameters:
    ///   - character: the first byte of what could not be read.
    ///   - begunAtLine: where the value began that could not be read to its end.
    static func message(_ problem: String, character: UInt8?, begunAtLine: Int?) -> String {
        let begun = begunAtLine.map { " (what begins at line \($0))" } ?? ""
        switch problem {
        case "found character that cannot start any token":
            if character == 0x09 { return "\(problem): indent with spaces, not with tabs" }
            return "\(problem): put the value in quotes"
        case "mapping values are not allowed in this context":
            return "\(problem): check the indentation, and put a value that has ': ' in it in quotes"
        case "could not find expected ':'", "did not find expected key", "did not find expected '-' indicator":
            return "\(problem)\(begun): check the indentation here and in the lines before"
        case "found unexpected end of stream", "found unexpected document indicator":
            return "\(problem): close the quotes\(begun)"
        case "did not find expected ',' or '}'": return "\(problem): close the braces\(begun)"
        case "did not find expected ',' or ']'": return "\(problem): close the brackets\(begun)"
        default: return problem
        }
    }
}
