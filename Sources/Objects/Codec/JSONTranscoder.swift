public import Wire

/// Writes an object's JSON straight from its binary form, without making the tree in between.
///
/// The text is the same as `JSONEncoder` writes of what `BinaryDecoder` reads. Each message's fields are found first and
/// then written in the order of JSON; what is rare (a map out of order, packed numbers) is left to those two.
/// Keep one for many objects: it keeps its memory.
public struct JSONTranscoder {
    private var scratch = TranscodingWalk.Scratch()

    public init() {}

    /// - Parameter typeMeta: what to begin with; nil: neither `kind` nor `apiVersion`.
    public mutating func write(
        _ bytes: [UInt8], as type: MessageDescriptor, typeMeta: TypeMeta?, to writer: inout JSONWriter
    ) throws(DecodingError) {
        let mark = writer.mark
        guard !writer.isPretty, let table = type.table else {
            return JSONEncoder.write(try BinaryDecoder.decode(bytes, as: type), as: typeMeta, to: &writer)
        }
        writer.beginObject()
        if let typeMeta {
            writer.key("kind")
            writer.string(typeMeta.kind)
            writer.key("apiVersion")
            writer.string(typeMeta.apiVersion)
        }
        do throws(TranscodingWalk.Detour) {
            let (messages, fields, positions, text) = (table.messages, table.fields, table.positions, table.text)
            let walk = TranscodingWalk(
                bytes.span, messages: messages.span, fields: fields.span, positions: positions.span, text: text.span)
            try walk.object(type.tableIndex, &scratch, to: &writer)
            writer.endObject()
        } catch {
            // Also for broken bytes: the decoder says where they are broken.
            writer.rewind(to: mark)
            JSONEncoder.write(try BinaryDecoder.decode(bytes, as: type), as: typeMeta, to: &writer)
        }
    }
}
