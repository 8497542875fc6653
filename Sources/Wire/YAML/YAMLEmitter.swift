import CYAML

/// Writes YAML through libyaml's emitter, which knows what must be quoted. All that touches its memory is here.
struct YAMLEmitter: ~Copyable {
    enum ScalarStyle { case plain, doubleQuoted, literal }

    /// Where the emitter's output goes: libyaml holds a pointer to it.
    private final class Sink {
        var bytes: [UInt8] = []
    }
    private let sink = Sink()
    /// libyaml keeps pointers into the emitter: it stays where it is until the end.
    private let emitter: UnsafeMutablePointer<yaml_emitter_t>

    init() throws(WireError) {
        emitter = .allocate(capacity: 1)
        emitter.initialize(to: yaml_emitter_t())
        _ = yaml_emitter_initialize(emitter)
        yaml_emitter_set_output(
            emitter,
            { sink, bytes, count in
                guard let sink, let bytes else { return 0 }
                let target = Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
                target.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
                return 1
            }, Unmanaged.passUnretained(sink).toOpaque())
        yaml_emitter_set_unicode(emitter, 1)
        try emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
        try emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
    }

    deinit {
        yaml_emitter_delete(emitter)
        emitter.deallocate()
    }

    mutating func scalar(_ text: String, _ style: ScalarStyle) throws(WireError) {
        let style =
            switch style {
            case .plain: YAML_PLAIN_SCALAR_STYLE
            case .doubleQuoted: YAML_DOUBLE_QUOTED_SCALAR_STYLE
            case .literal: YAML_LITERAL_SCALAR_STYLE
            }
        var text = text
        guard let count = Int32(exactly: text.utf8.count) else { throw Self.failure("a text is too long") }
        try emit { event in
            text.withUTF8 { bytes in
                // libyaml refuses a null pointer, which an empty buffer may have.
                var nothing: UInt8 = 0
                return withUnsafePointer(to: &nothing) {
                    yaml_scalar_event_initialize(event, nil, nil, bytes.baseAddress ?? $0, count, 1, 1, style)
                }
            }
        }
    }

    mutating func beginMapping() throws(WireError) {
        try emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
    }

    mutating func endMapping() throws(WireError) { try emit { yaml_mapping_end_event_initialize($0) } }

    mutating func beginSequence() throws(WireError) {
        try emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
    }

    mutating func endSequence() throws(WireError) { try emit { yaml_sequence_end_event_initialize($0) } }

    /// Ends the document and gives its text.
    consuming func finish() throws(WireError) -> [UInt8] {
        try emit { yaml_document_end_event_initialize($0, 1) }
        // No "..." behind a block at the end, as Kubernetes' tools write none.
        emitter.pointee.open_ended = 0
        try emit { yaml_stream_end_event_initialize($0) }
        return sink.bytes
    }

    /// The emitter takes the event over, whatever comes of it.
    private func emit(_ make: (UnsafeMutablePointer<yaml_event_t>) -> Int32) throws(WireError) {
        var event = yaml_event_t()
        guard make(&event) != 0 else { throw Self.failure("out of memory") }
        guard yaml_emitter_emit(emitter, &event) != 0 else {
            throw Self.failure(emitter.pointee.problem.map { String(cString: $0) } ?? "out of memory")
        }
    }

    private static func failure(_ problem: String) -> WireError {
        WireError(.invalidJSON, at: 0, "cannot be written as YAML: \(problem)")
    }
}
