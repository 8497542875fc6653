public import Wire

/// Writes an object's JSON straight from its binary form, without making the tree in between.
///
/// The text is the same as `JSONEncoder` writes of what `BinaryDecoder` reads. What is rare (a map out of order, packed
/// numbers) is left to those two. Keep one for many objects: it keeps its memory.
public struct JSONTranscoder {
    private var runs = [TranscodingWalk.Run](repeating: .init(), count: TranscodingWalk.runLimit)
    private let time = TimestampText()
    private var joined: [UInt8] = []

    public init() {}

    /// - Parameter typeMeta: what to begin with; nil: neither `kind` nor `apiVersion`.
    public mutating func write(
        _ bytes: [UInt8], as type: MessageDescriptor, typeMeta: TypeMeta?, to writer: inout JSONWriter
    ) throws(DecodingError) {
        let mark = writer.mark
        guard !writer.isPretty, let table = type.table else {
            return JSONEncoder.write(try BinaryDecoder.decode(bytes, as: type), as: typeMeta, to: &writer)
        }
        for looksTwice in [false, true] {
            do throws(TranscodingWalk.Detour) {
                return try write(bytes, type, table, typeMeta, looksTwice: looksTwice, to: &writer)
            } catch {
                writer.rewind(to: mark)
                guard error == .disorder else { break }
            }
        }
        // Also for broken bytes: the decoder says where they are broken.
        JSONEncoder.write(try BinaryDecoder.decode(bytes, as: type), as: typeMeta, to: &writer)
    }

    /// - Parameters:
    ///   - range: where the object lies in `bytes`.
    ///   - suffix: what follows it, and merges with it.
    public mutating func write(
        _ bytes: [UInt8], in range: Range<Int>, followedBy suffix: [UInt8], as type: MessageDescriptor,
        typeMeta: TypeMeta?, to writer: inout JSONWriter
    ) throws(DecodingError) {
        var joined: [UInt8] = []
        swap(&joined, &self.joined)
        defer { swap(&joined, &self.joined) }
        joined.removeAll(keepingCapacity: true)
        joined.append(contentsOf: bytes[range.clamped(to: bytes.indices)])
        joined.append(contentsOf: suffix)
        try write(joined, as: type, typeMeta: typeMeta, to: &writer)
    }

    private mutating func write(
        _ bytes: [UInt8], _ type: MessageDescriptor, _ table: TranscodingTable, _ typeMeta: TypeMeta?,
        looksTwice: Bool, to writer: inout JSONWriter
    ) throws(TranscodingWalk.Detour) {
        // Of usual objects the text is twice as long; where it is much longer, the writer asks again.
        let capacity = 3 * bytes.count + 512
        var runs: [TranscodingWalk.Run] = []
        swap(&runs, &self.runs)
        defer { swap(&runs, &self.runs) }
        try writer.compact(capacity: capacity) { (out: inout JSONText) throws(TranscodingWalk.Detour) in
            out.beginObject()
            if let typeMeta {
                for (key, value) in [("kind", typeMeta.kind), ("apiVersion", typeMeta.apiVersion)] {
                    _ = out.key(utf8: Array(key.utf8).span)
                    _ = out.string(utf8: Array(value.utf8).span)
                }
            }
            let (messages, fields, positions, text) = (table.messages, table.fields, table.positions, table.text)
            let walk = TranscodingWalk(
                bytes.span, messages: messages.span, fields: fields.span, positions: positions.span, text: text.span,
                looksTwice: looksTwice)
            var scratch = TranscodingWalk.Scratch(runs: runs.mutableSpan, time: time)
            try walk.object(type.tableIndex, &scratch, to: &out)
            out.endObject()
        }
    }
}
