import Wire

/// One object's way from the binary form to JSON (`JSONTranscoder`), by flat tables and without a reference to count.
struct TranscodingWalk: ~Escapable {
    /// Thrown for what the tree is needed for.
    enum Detour: Error { case tree }

    /// An occurrence of a field: where its payload lies; a number has none and stands in `start`.
    struct Occurrence {
        var start: Int
        var end: Int
        /// The next occurrence of the same field; -1: none.
        var next: Int
        var type: WireType
    }
    struct Ends {
        var first: Int
        var last: Int
    }
    struct Scratch {
        var occurrences: [Occurrence] = []
        /// By the position of the field, one stretch for each message that is being written, the innermost before `top`.
        /// Only those of fields that were found mean something.
        var ends: [Ends] = []
        var top = 0
        var text: [UInt8] = []
    }

    private let bytes: Span<UInt8>
    private let messages: Span<TranscodingTable.MessageEntry>
    private let fields: Span<TranscodingTable.FieldEntry>
    private let positions: Span<Int16>
    private let text: Span<UInt8>

    /// - Parameters: the object, and the tables of a `TranscodingTable`.
    @_lifetime(copy bytes, copy messages, copy fields, copy positions, copy text)
    init(
        _ bytes: Span<UInt8>, messages: Span<TranscodingTable.MessageEntry>,
        fields: Span<TranscodingTable.FieldEntry>, positions: Span<Int16>, text: Span<UInt8>
    ) {
        self.bytes = bytes
        self.messages = messages
        self.fields = fields
        self.positions = positions
        self.text = text
    }

    /// Writes the members of the object that all the bytes are.
    func object(_ type: Int, _ scratch: inout Scratch, to writer: inout JSONWriter) throws(Detour) {
        scratch.occurrences.removeAll(keepingCapacity: true)
        scratch.top = 0
        scratch.occurrences.append(Occurrence(start: 0, end: bytes.count, next: -1, type: .lengthDelimited))
        try members(of: 0, Int32(type), depth: 0, &scratch, to: &writer)
    }

    /// Writes the fields of the message that the occurrences from `head` on make up together.
    private func members(
        of head: Int, _ type: Int32, depth: Int, _ scratch: inout Scratch, to writer: inout JSONWriter
    ) throws(Detour) {
        guard depth <= WireLimits.nesting, type >= 0 else { throw .tree }
        let message = messages[Int(type)]
        guard message.fieldCount <= TranscodingTable.fieldLimit else { throw .tree }
        let base = scratch.top
        let mark = scratch.occurrences.count
        scratch.top += Int(message.fieldCount)
        while scratch.ends.count < scratch.top { scratch.ends.append(Ends(first: -1, last: -1)) }
        var present: UInt64 = 0
        var part = head
        while part >= 0 {
            let found = scratch.occurrences[part]
            guard found.type == .lengthDelimited else { throw .tree }
            try find(in: found.start, found.end, message, base, &present, &scratch)
            part = found.next
        }
        var rest = present | message.loud
        while rest != 0 {
            let position = rest.trailingZeroBitCount
            rest &= rest - 1
            let field = fields[Int(message.fields) + position]
            if present >> UInt64(position) & 1 == 0 {
                writeAbsent(field, to: &writer)
            } else {
                try write(scratch.ends[base + position], field, depth, &scratch, to: &writer)
            }
        }
        scratch.occurrences.removeLast(scratch.occurrences.count - mark)
        scratch.top = base
    }

    private func writeAbsent(_ field: TranscodingTable.FieldEntry, to writer: inout JSONWriter) {
        guard !field.absent.isEmpty else { return }
        writer.members(text.extracting(Int(field.absent.lowerBound)..<Int(field.absent.upperBound)))
    }

    private func writeKey(_ field: TranscodingTable.FieldEntry, to writer: inout JSONWriter) {
        writer.key(prepared: text.extracting(Int(field.key.lowerBound)..<Int(field.key.upperBound)))
    }

    private func find(
        in start: Int, _ end: Int, _ message: TranscodingTable.MessageEntry, _ base: Int, _ present: inout UInt64,
        _ scratch: inout Scratch
    ) throws(Detour) {
        var at = start
        while at < end {
            let tag = try varint(&at, end)
            guard let wireType = WireType(rawValue: UInt8(tag & 7)), tag >> 3 >= 1, tag >> 3 <= 536_870_911 else {
                throw .tree
            }
            var found = Occurrence(start: at, end: at, next: -1, type: wireType)
            switch wireType {
            case .lengthDelimited:
                let payload = try payload(&at, end)
                found.start = payload.lowerBound
            case .varint: found.start = Int(truncatingIfNeeded: try varint(&at, end))
            case .fixed64: at += 8
            case .fixed32: at += 4
            case .startGroup, .endGroup: throw .tree
            }
            guard at <= end else { throw .tree }
            found.end = at
            let number = Int(tag >> 3)
            guard number < Int(message.numberCount) else { continue }
            let position = Int(positions[Int(message.numbers) + number])
            guard position >= 0 else { continue }
            let index = scratch.occurrences.count
            scratch.occurrences.append(found)
            let bit: UInt64 = 1 << UInt64(position)
            if present & bit == 0 {
                present |= bit
                scratch.ends[base + position] = Ends(first: index, last: index)
            } else {
                scratch.occurrences[scratch.ends[base + position].last].next = index
                scratch.ends[base + position].last = index
            }
        }
    }

    private func write(
        _ ends: Ends, _ field: TranscodingTable.FieldEntry, _ depth: Int, _ scratch: inout Scratch,
        to writer: inout JSONWriter
    ) throws(Detour) {
        switch field.label {
        case .singular:
            if field.kind == .message {
                if field.isInline {
                    return try members(of: ends.first, field.message, depth: depth + 1, &scratch, to: &writer)
                }
                writeKey(field, to: &writer)
                writer.beginObject()
                try members(of: ends.first, field.message, depth: depth + 1, &scratch, to: &writer)
                writer.endObject()
            } else if try isAbsence(scratch.occurrences[ends.last], field) {
                writeAbsent(field, to: &writer)
            } else {
                writeKey(field, to: &writer)
                try element(ends.last, field, depth, &scratch, to: &writer)
            }
        case .repeated:
            writeKey(field, to: &writer)
            writer.beginArray()
            var index = ends.first
            while index >= 0 {
                // Each element is a message of its own, not a part of one.
                let next = scratch.occurrences[index].next
                scratch.occurrences[index].next = -1
                try element(index, field, depth, &scratch, to: &writer)
                index = next
            }
            writer.endArray()
        case .map: try map(ends.first, field, depth, &scratch, to: &writer)
        }
    }

    /// Whether the value says no more than absence does (`FieldDescriptor.isAbsence`).
    private func isAbsence(_ found: Occurrence, _ field: TranscodingTable.FieldEntry) throws(Detour) -> Bool {
        switch field.kind {
        case .time, .microTime: return found.start == found.end
        case .bool, .int64, .uint64: return !field.hasPresence && found.start == 0
        case .int32, .uint32: return !field.hasPresence && Int32(truncatingIfNeeded: found.start) == 0
        case .string: return !field.hasPresence && found.start == found.end
        // Rare; the others have presence, or write their zero anyway.
        case .duration: if field.hasPresence { return false } else { throw .tree }
        default: return false
        }
    }

    // MARK: Maps

    private func map(
        _ first: Int, _ field: TranscodingTable.FieldEntry, _ depth: Int, _ scratch: inout Scratch,
        to writer: inout JSONWriter
    ) throws(Detour) {
        guard !field.hasIntegerKeys else { throw .tree }
        writeKey(field, to: &writer)
        writer.beginObject()
        var before: Range<Int>?
        var index = first
        while index >= 0 {
            let entry = scratch.occurrences[index]
            guard entry.type == .lengthDelimited else { throw .tree }
            var at = entry.start
            // An entry as every encoder writes it: the key, then the value.
            guard at < entry.end, bytes[at] == 0x0a else { throw .tree }
            at += 1
            let key = try payload(&at, entry.end)
            if let before, !precedes(before, key) { throw .tree }
            before = key
            guard at < entry.end, writer.key(utf8: bytes.extracting(key)) else { throw .tree }
            let tag = bytes[at]
            at += 1
            let mark = scratch.occurrences.count
            if tag == 0x12 {
                let value = try payload(&at, entry.end)
                scratch.occurrences.append(
                    Occurrence(start: value.lowerBound, end: value.upperBound, next: -1, type: .lengthDelimited))
            } else if tag == 0x10 {
                let number = Int(truncatingIfNeeded: try varint(&at, entry.end))
                scratch.occurrences.append(Occurrence(start: number, end: at, next: -1, type: .varint))
            } else {
                throw .tree
            }
            guard at == entry.end else { throw .tree }
            try element(mark, field, depth, &scratch, to: &writer)
            scratch.occurrences.removeLast(scratch.occurrences.count - mark)
            index = entry.next
        }
        writer.endObject()
    }

    /// Strictly before, by bytes.
    private func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        var (i, j) = (a.lowerBound, b.lowerBound)
        while i < a.upperBound, j < b.upperBound {
            if bytes[i] != bytes[j] { return bytes[i] < bytes[j] }
            i += 1
            j += 1
        }
        return a.count < b.count
    }

    // MARK: Values

    /// One value of the field's type, whatever its label.
    private func element(
        _ index: Int, _ field: TranscodingTable.FieldEntry, _ depth: Int, _ scratch: inout Scratch,
        to writer: inout JSONWriter
    ) throws(Detour) {
        let found = scratch.occurrences[index]
        if field.kind.isVarint {
            guard found.type == .varint else { throw .tree }
            switch field.kind {
            case .bool: writer.bool(found.start != 0)
            case .int32: writer.int(Int(Int32(truncatingIfNeeded: found.start)))
            case .uint32: writer.int(Int(UInt32(truncatingIfNeeded: found.start)))
            case .uint64: writer.unsigned(UInt64(bitPattern: Int64(found.start)))
            default: writer.int(found.start)
            }
            return
        }
        guard found.type == .lengthDelimited else { throw .tree }
        switch field.kind {
        case .string:
            guard writer.string(utf8: bytes.extracting(found.start..<found.end)) else { throw .tree }
        case .bytes:
            writer.base64(bytes.extracting(found.start..<found.end))
        case .message:
            writer.beginObject()
            try members(of: index, field.message, depth: depth + 1, &scratch, to: &writer)
            writer.endObject()
        default: try special(found, field.kind, &scratch, to: &writer)
        }
    }

    /// The messages that have a form of their own in JSON (`SpecialForms.decode`).
    private func special(
        _ found: Occurrence, _ kind: FieldKind, _ scratch: inout Scratch, to writer: inout JSONWriter
    ) throws(Detour) {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var payload: Range<Int>?
        var at = found.start
        if kind == .stringList { writer.beginArray() }
        while at < found.end {
            switch try varint(&at, found.end) {
            case 0x08: first = try varint(&at, found.end)
            case 0x10: second = try varint(&at, found.end)
            case 0x0a:
                let range = try self.payload(&at, found.end)
                if kind == .stringList {
                    guard writer.string(utf8: bytes.extracting(range)) else { throw .tree }
                }
                payload = range
            case 0x1a where kind == .intOrString: payload = try self.payload(&at, found.end)
            default: throw .tree
            }
        }
        switch kind {
        case .stringList: writer.endArray()
        case .time where found.start < found.end && payload == nil:
            scratch.text.removeAll(keepingCapacity: true)
            Timestamp(seconds: Int64(bitPattern: first), nanoseconds: 0).appendRFC3339(to: &scratch.text)
            _ = writer.string(utf8: scratch.text.span)
        case .intOrString where first == 1:
            let text = payload ?? 0..<0
            guard writer.string(utf8: bytes.extracting(text)) else { throw .tree }
        case .intOrString: writer.int(Int(Int32(truncatingIfNeeded: second)))
        case .quantity:
            guard let payload, Quantity.isCanonical(bytes.extracting(payload)) else { throw .tree }
            _ = writer.string(utf8: bytes.extracting(payload))
        default: throw .tree
        }
    }

    // MARK: Reading

    private func payload(_ at: inout Int, _ end: Int) throws(Detour) -> Range<Int> {
        let length = try varint(&at, end)
        guard length <= UInt64(end - at) else { throw .tree }
        let start = at
        at += Int(length)
        return start..<at
    }

    private func varint(_ at: inout Int, _ end: Int) throws(Detour) -> UInt64 {
        guard at < end else { throw .tree }
        let first = bytes[at]
        at += 1
        if first < 0x80 { return UInt64(first) }
        var result = UInt64(first & 0x7f)
        var shift: UInt64 = 7
        while at < end, shift < 64 {
            let byte = bytes[at]
            at += 1
            if shift == 63, byte > 1 { break }
            result |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return result }
            shift += 7
        }
        throw .tree
    }
}
