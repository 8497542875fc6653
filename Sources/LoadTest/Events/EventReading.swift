/// Reads the events in one whole frame of a watch, in each face.
enum EventReading {
    /// A `WatchResponse`, each event with where it lies: `events` = 1 with `type` = 1, `revision` = 2, `object` = 3, `initial_end` = 4.
    @inline(__always)
    static func rpc(
        _ bytes: RawSpan, _ body: Range<Int>, _ visit: (ScannedEvent, Range<Int>) -> Void
    ) throws(ScanError) {
        var fields = ProtobufFields(body)
        while let field = fields.next(bytes) {
            guard field.number == 1 else { continue }
            var type: UInt64 = 0
            var revision: UInt64 = 0
            var isEnd = false
            var members = ProtobufFields(field.range)
            while let member = members.next(bytes) {
                switch member.number {
                case 1: type = member.value
                case 2: revision = member.value
                case 4: isEnd = member.value != 0
                default: break
                }
            }
            guard !members.isMalformed, let kind = ScannedEvent.Kind(rawValue: UInt8(truncatingIfNeeded: type))
            else { throw ScanError(message: "a WatchEvent that cannot be read") }
            visit(ScannedEvent(kind: kind, revision: Int64(bitPattern: revision), endsInitial: isEnd), field.range)
        }
        if fields.isMalformed { throw ScanError(message: "a WatchResponse that cannot be read") }
    }

    /// A meta/v1 `WatchEvent`: `type` = 1, `object` = 2 (`RawExtension.raw` = 1, which holds an enveloped object).
    static func protobuf(_ bytes: RawSpan, _ body: Range<Int>) throws(ScanError) -> ScannedEvent {
        var fields = ProtobufFields(body)
        var kind: ScannedEvent.Kind?
        var raw: Range<Int>?
        while let field = fields.next(bytes) {
            if field.number == 1 { kind = name(bytes, field.range) }
            if field.number == 2 { raw = Self.field(1, bytes, field.range) }
        }
        guard !fields.isMalformed, let kind else { throw ScanError(message: "a WatchEvent that cannot be read") }
        if kind == .error { return ScannedEvent(kind: kind, revision: 0) }
        guard let raw, let metadata = envelope(bytes, raw) else {
            throw ScanError(message: "a WatchEvent without an object")
        }
        let revision = resourceVersion(bytes, metadata, field: 6)
        guard let revision else { throw ScanError(message: "an object without a resourceVersion") }
        let isEnd = kind == .bookmark && ByteSearch.end(of: initialEnd, in: bytes, from: body.lowerBound) != nil
        return ScannedEvent(kind: kind, revision: revision, endsInitial: isEnd)
    }

    /// The object inside Kubernetes' envelope: `k8s\0`, then `runtime.Unknown` with `raw` = 2.
    static func envelope(_ bytes: RawSpan, _ range: Range<Int>) -> Range<Int>? {
        guard range.count >= 4, ByteSearch.starts(with: magic, bytes, at: range.lowerBound) else { return nil }
        return field(2, bytes, range.lowerBound + 4..<range.upperBound)
    }

    /// An object's resourceVersion: in metadata (1), which may come several times; the last one counts.
    /// - Parameter field: 6 in an `ObjectMeta`, 2 in a `ListMeta`.
    static func resourceVersion(_ bytes: RawSpan, _ object: Range<Int>, field number: Int) -> Int64? {
        var fields = ProtobufFields(object)
        var revision: Int64?
        while let field = fields.next(bytes) {
            guard field.number == 1, let text = Self.field(number, bytes, field.range) else { continue }
            revision = ByteSearch.decimal(in: bytes, at: text.lowerBound)
        }
        return fields.isMalformed ? nil : revision
    }

    static func field(_ number: Int, _ bytes: RawSpan, _ range: Range<Int>) -> Range<Int>? {
        var fields = ProtobufFields(range)
        var found: Range<Int>?
        while let field = fields.next(bytes) {
            if field.number == number { found = field.range }
        }
        return fields.isMalformed ? nil : found
    }

    /// A line: `{"type":"ADDED","object":{…}}`.
    static func json(_ bytes: RawSpan, _ line: Range<Int>) throws(ScanError) -> ScannedEvent {
        var at = line.lowerBound
        guard ByteSearch.starts(with: typeKey, bytes, at: at) else {
            throw ScanError(message: "a line that does not begin with an event's type")
        }
        at += typeKey.count
        guard let quote = ByteSearch.first(UInt8(ascii: "\""), in: bytes, from: at),
            let kind = name(bytes, at..<quote)
        else { throw ScanError(message: "an event of an unknown type") }
        if kind == .error { return ScannedEvent(kind: kind, revision: 0) }
        guard let version = ByteSearch.end(of: resourceVersionKey, in: bytes, from: quote),
            let revision = ByteSearch.decimal(in: bytes, at: version)
        else { throw ScanError(message: "an object without a resourceVersion") }
        let isEnd = kind == .bookmark && ByteSearch.end(of: initialEnd, in: bytes, from: quote) != nil
        return ScannedEvent(kind: kind, revision: revision, endsInitial: isEnd)
    }

    private static func name(_ bytes: RawSpan, _ range: Range<Int>) -> ScannedEvent.Kind? {
        // The first letters of the five names differ.
        guard let first = range.first else { return nil }
        let kind: (ScannedEvent.Kind, [UInt8])
        switch bytes.unsafeLoad(fromByteOffset: first, as: UInt8.self) {
        case UInt8(ascii: "A"): kind = (.added, added)
        case UInt8(ascii: "M"): kind = (.modified, modified)
        case UInt8(ascii: "D"): kind = (.deleted, deleted)
        case UInt8(ascii: "B"): kind = (.bookmark, bookmark)
        case UInt8(ascii: "E"): kind = (.error, error)
        default: return nil
        }
        return range.count == kind.1.count && ByteSearch.starts(with: kind.1, bytes, at: first) ? kind.0 : nil
    }

    private static let magic = Array("k8s\0".utf8)
    private static let added = Array("ADDED".utf8)
    private static let modified = Array("MODIFIED".utf8)
    private static let deleted = Array("DELETED".utf8)
    private static let bookmark = Array("BOOKMARK".utf8)
    private static let error = Array("ERROR".utf8)
    private static let typeKey = Array("{\"type\":\"".utf8)
    static let resourceVersionKey = Array("\"resourceVersion\":\"".utf8)
    private static let initialEnd = Array("k8s.io/initial-events-end".utf8)
}
