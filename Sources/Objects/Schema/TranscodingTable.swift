import Wire

/// What transcoding needs of a schema, as plain numbers in flat tables: walking descriptors would count references at
/// every field, which cost more than the text itself.
final class TranscodingTable: Sendable {
    struct MessageEntry: Sendable {
        /// Where its fields begin in `fields`, in the order of JSON.
        var fields: Int32
        var fieldCount: Int32
        /// Where its field numbers begin in `positions`: position by number, -1 for none.
        var numbers: Int32
        var numberCount: Int32
        /// A bit for each of the first 64 fields: it is written when it is not set.
        var loud: UInt64
        /// The fields' numbers ascend in the order of JSON.
        var isOrdered: Bool
    }
    /// Messages with more fields, which Kubernetes does not have, are left to the tree.
    static let fieldLimit = 64

    struct FieldEntry: Sendable {
        var kind: FieldKind
        var label: FieldLabel
        var hasPresence: Bool
        var isInline: Bool
        var hasIntegerKeys: Bool
        /// The message type in `messages`; -1: none.
        var message: Int32
        /// `"name":` in `text`.
        var key: Range<Int32>
        /// What each of its objects begins with, in `text`: its kind, or nothing.
        var opening: Range<Int32>
        /// What is written when the field is not set, in `text`: members with their keys, or nothing.
        var absent: Range<Int32>
    }

    let messages: [MessageEntry]
    let fields: [FieldEntry]
    let positions: [Int16]
    let text: [UInt8]

    /// - Parameter all: each knows its place in this list (`MessageDescriptor.tableIndex`).
    init(_ all: [MessageDescriptor]) {
        var messages: [MessageEntry] = []
        var fields: [FieldEntry] = []
        var positions: [Int16] = []
        var text: [UInt8] = []
        func note(_ bytes: some Collection<UInt8>) -> Range<Int32> {
            let start = Int32(text.count)
            text.append(contentsOf: bytes)
            return start..<Int32(text.count)
        }
        for message in all {
            messages.append(
                MessageEntry(
                    fields: Int32(fields.count), fieldCount: Int32(message.fields.count),
                    numbers: Int32(positions.count), numberCount: Int32(message.positions.count),
                    loud: message.fields.prefix(Self.fieldLimit).enumerated().reduce(0) {
                        $0 | ($1.element.isSilentWhenAbsent ? 0 : 1 << UInt64($1.offset))
                    },
                    isOrdered: message.byNumber == Array(message.fields.indices)))
            positions += message.positions
            for field in message.fields {
                var absent: Range<Int32> = 0..<0
                if !field.isSilentWhenAbsent {
                    var writer = JSONWriter()
                    writer.beginObject()
                    JSONEncoder.writeAbsent(field, to: &writer)
                    writer.endObject()
                    absent = note(writer.bytes.dropFirst().dropLast())
                }
                var opening: Range<Int32> = 0..<0
                if field.showsKind, let type = field.message {
                    var writer = JSONWriter()
                    writer.beginObject()
                    JSONEncoder.write(TypeMeta(of: type), to: &writer)
                    writer.endObject()
                    opening = note(writer.bytes.dropFirst().dropLast())
                }
                fields.append(
                    FieldEntry(
                        kind: field.kind, label: field.label, hasPresence: field.hasPresence,
                        isInline: field.isInline, hasIntegerKeys: field.hasIntegerKeys,
                        message: Int32(field.message?.tableIndex ?? -1), key: note(field.preparedKey), opening: opening,
                        absent: absent))
            }
        }
        self.messages = messages
        self.fields = fields
        self.positions = positions
        self.text = text
    }
}
