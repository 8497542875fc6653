import Wire

/// One object's way from the binary form to JSON (`JSONTranscoder`), by flat tables and without a reference to count.
///
/// Most messages are written while they are read. It takes two looks, one that finds and sorts the fields and one that
/// writes them, where JSON has another order than the numbers, and where a message comes in parts that merge.
struct TranscodingWalk: ~Escapable {
    enum Detour: Error {
        /// The tree is needed.
        case tree
        /// A message was not in the order that it was expected in: once more, with two looks at every message.
        case disorder
    }

    /// A field that was found: one value, or those of a list or map that follow each other.
    struct Run {
        var position: Int32 = 0
        var wireType: WireType = .varint
        /// After the first tag.
        var start = 0
        var end = 0
    }
    /// Runs that are remembered at a time, of a message and those around it. Kubernetes' largest messages, a pod's
    /// specification within a template, have some 60; an object with more is left to the tree.
    static let runLimit = 256

    /// What changes on the way: apart from the rest, which else would be copied again and again.
    struct Scratch: ~Copyable, ~Escapable {
        /// Those of a message begin where those of the messages around it end.
        var runs: MutableSpan<Run>
        let time: TimestampText

        /// - Parameter runs: room for `runLimit` of them.
        @_lifetime(copy runs)
        init(runs: consuming MutableSpan<Run>, time: TimestampText) {
            self.runs = runs
            self.time = time
        }
    }

    private let bytes: Span<UInt8>
    private let messages: Span<TranscodingTable.MessageEntry>
    private let fields: Span<TranscodingTable.FieldEntry>
    private let positions: Span<Int16>
    private let text: Span<UInt8>
    private let looksTwice: Bool

    /// - Parameters:
    ///   - bytes: the object.
    ///   - messages: this and those after it: the tables of a `TranscodingTable`.
    ///   - looksTwice: after a `disorder`.
    @_lifetime(copy bytes, copy messages, copy fields, copy positions, copy text)
    init(
        _ bytes: Span<UInt8>, messages: Span<TranscodingTable.MessageEntry>,
        fields: Span<TranscodingTable.FieldEntry>, positions: Span<Int16>, text: Span<UInt8>,
        looksTwice: Bool
    ) {
        self.bytes = bytes
        self.messages = messages
        self.fields = fields
        self.positions = positions
        self.text = text
        self.looksTwice = looksTwice
    }

    /// Writes the members of the object that all the bytes are. Its outermost message is always looked at twice: a part
    /// with the resourceVersion follows.
    func object(_ type: Int, _ scratch: inout Scratch, to out: inout JSONText) throws(Detour) {
        let message = try message(Int32(type), 0)
        let top = try find(in: 0..<bytes.count, message, 0, 0, &scratch)
        try found(0..<top, message, 0, &scratch, to: &out)
    }

    // MARK: Messages

    private func message(_ type: Int32, _ depth: Int) throws(Detour) -> TranscodingTable.MessageEntry {
        guard depth <= WireLimits.nesting, type >= 0 else { throw .tree }
        let message = messages[Int(type)]
        guard message.fieldCount <= TranscodingTable.fieldLimit else { throw .tree }
        return message
    }

    /// Writes the members of the message at `range`.
    ///
    /// - Parameter top: where its runs may begin.
    private func members(
        of range: Range<Int>, _ type: Int32, _ depth: Int, _ top: Int, _ scratch: inout Scratch, to out: inout JSONText
    ) throws(Detour) {
        let message = try message(type, depth)
        guard !looksTwice, message.isOrdered else {
            let end = try find(in: range, message, top, top, &scratch)
            return try found(top..<end, message, depth, &scratch, to: &out)
        }
        var at = range.lowerBound
        var last = -1
        while at < range.upperBound {
            let (position, wireType) = try tag(&at, range.upperBound, message)
            guard position >= 0 else {
                try skip(wireType, &at, range.upperBound)
                continue
            }
            guard position > last else { throw .disorder }
            if message.loud != 0 { writeAbsent(message, last + 1..<position, to: &out) }
            last = position
            let field = fields[Int(message.fields) + position]
            switch field.label {
            case .singular where field.kind == .message:
                guard wireType == .lengthDelimited else { throw .tree }
                try child(of: field, in: try payload(&at, range.upperBound), depth, top, &scratch, to: &out)
            case .singular: try member(field, wireType, &at, range.upperBound, &scratch, to: &out)
            case .repeated:
                writeKey(field, to: &out)
                out.beginArray()
                try elements(
                    of: field, wireType, message, position, &at, range.upperBound, depth, top, &scratch, to: &out)
                out.endArray()
            case .map:
                guard !field.hasIntegerKeys else { throw .tree }
                writeKey(field, to: &out)
                out.beginObject()
                var before: Range<Int>?
                try entries(
                    of: field, wireType, message, position, &at, range.upperBound, &before, depth, top, &scratch,
                    to: &out)
                out.endObject()
            }
        }
        if message.loud != 0 { writeAbsent(message, last + 1..<TranscodingTable.fieldLimit, to: &out) }
    }

    /// A message in a field of its own.
    private func child(
        of field: TranscodingTable.FieldEntry, in range: Range<Int>, _ depth: Int, _ top: Int, _ scratch: inout Scratch,
        to out: inout JSONText
    ) throws(Detour) {
        if field.isInline { return try members(of: range, field.message, depth + 1, top, &scratch, to: &out) }
        writeKey(field, to: &out)
        begin(field, to: &out)
        try members(of: range, field.message, depth + 1, top, &scratch, to: &out)
        out.endObject()
    }

    /// Adds the fields of the message at `range` to the runs from `first` to `top`, in the order of JSON.
    ///
    /// - Returns: the new top.
    private func find(
        in range: Range<Int>, _ message: TranscodingTable.MessageEntry, _ first: Int, _ top: Int,
        _ scratch: inout Scratch
    ) throws(Detour) -> Int {
        var (at, top) = (range.lowerBound, top)
        var (latest, latestPosition) = (-1, -1)
        while at < range.upperBound {
            let (position, wireType) = try tag(&at, range.upperBound, message)
            let start = at
            try skip(wireType, &at, range.upperBound)
            guard position >= 0 else {
                latestPosition = -1
                continue
            }
            if position == latestPosition, fields[Int(message.fields) + position].label != .singular {
                scratch.runs[latest].end = at
                continue
            }
            guard top < Self.runLimit else { throw .tree }
            var place = top
            while place > first, scratch.runs[place - 1].position > Int32(position) {
                scratch.runs[place] = scratch.runs[place - 1]
                place -= 1
            }
            scratch.runs[place] = Run(position: Int32(position), wireType: wireType, start: start, end: at)
            top += 1
            (latest, latestPosition) = (place, position)
        }
        return top
    }

    /// Writes the members that the runs are, of a message's parts together.
    private func found(
        _ found: Range<Int>, _ message: TranscodingTable.MessageEntry, _ depth: Int, _ scratch: inout Scratch,
        to out: inout JSONText
    ) throws(Detour) {
        let top = found.upperBound
        var index = found.lowerBound
        var last = -1
        while index < top {
            let position = Int(scratch.runs[index].position)
            var next = index + 1
            while next < top, Int(scratch.runs[next].position) == position { next += 1 }
            if message.loud != 0 { writeAbsent(message, last + 1..<position, to: &out) }
            last = position
            let field = fields[Int(message.fields) + position]
            switch field.label {
            case .singular where field.kind == .message:
                if next == index + 1 {
                    var run = scratch.runs[index]
                    guard run.wireType == .lengthDelimited else { throw .tree }
                    try child(of: field, in: try payload(&run.start, run.end), depth, top, &scratch, to: &out)
                } else {
                    try merged(index..<next, field, depth, top, &scratch, to: &out)
                }
            case .singular:
                // The last one counts.
                var run = scratch.runs[next - 1]
                try member(field, run.wireType, &run.start, run.end, &scratch, to: &out)
            case .repeated:
                writeKey(field, to: &out)
                out.beginArray()
                for part in index..<next {
                    var run = scratch.runs[part]
                    try elements(
                        of: field, run.wireType, message, position, &run.start, run.end, depth, top, &scratch, to: &out)
                }
                out.endArray()
            case .map:
                guard !field.hasIntegerKeys else { throw .tree }
                writeKey(field, to: &out)
                out.beginObject()
                var before: Range<Int>?
                for part in index..<next {
                    var run = scratch.runs[part]
                    try entries(
                        of: field, run.wireType, message, position, &run.start, run.end, &before, depth, top, &scratch,
                        to: &out)
                }
                out.endObject()
            }
            index = next
        }
        if message.loud != 0 { writeAbsent(message, last + 1..<TranscodingTable.fieldLimit, to: &out) }
    }

    /// A message that comes in parts.
    private func merged(
        _ parts: Range<Int>, _ field: TranscodingTable.FieldEntry, _ depth: Int, _ top: Int, _ scratch: inout Scratch,
        to out: inout JSONText
    ) throws(Detour) {
        let message = try message(field.message, depth + 1)
        var end = top
        for part in parts {
            var run = scratch.runs[part]
            guard run.wireType == .lengthDelimited else { throw .tree }
            end = try find(in: try payload(&run.start, run.end), message, top, end, &scratch)
        }
        if field.isInline { return try found(top..<end, message, depth + 1, &scratch, to: &out) }
        writeKey(field, to: &out)
        begin(field, to: &out)
        try found(top..<end, message, depth + 1, &scratch, to: &out)
        out.endObject()
    }

    private func begin(_ field: TranscodingTable.FieldEntry, to out: inout JSONText) {
        out.beginObject()
        guard !field.opening.isEmpty else { return }
        out.raw(text.extracting(Int(field.opening.lowerBound)..<Int(field.opening.upperBound)))
    }

    private func writeKey(_ field: TranscodingTable.FieldEntry, to out: inout JSONText) {
        out.key(prepared: text.extracting(Int(field.key.lowerBound)..<Int(field.key.upperBound)))
    }

    private func writeAbsent(_ field: TranscodingTable.FieldEntry, to out: inout JSONText) {
        guard !field.absent.isEmpty else { return }
        out.raw(text.extracting(Int(field.absent.lowerBound)..<Int(field.absent.upperBound)))
    }

    /// What stands for those of the fields at `range` that are written when they are not set.
    private func writeAbsent(_ message: TranscodingTable.MessageEntry, _ range: Range<Int>, to out: inout JSONText) {
        var loud = message.loud & (UInt64.max << UInt64(range.lowerBound))
        while loud != 0, loud.trailingZeroBitCount < range.upperBound {
            writeAbsent(fields[Int(message.fields) + loud.trailingZeroBitCount], to: &out)
            loud &= loud - 1
        }
    }

    // MARK: Lists and maps

    /// Values of a repeated field, as far as they follow each other.
    ///
    /// - Parameters:
    ///   - wireType: the first one's, whose payload is at `at`.
    ///   - at: moved to the tag after the last.
    private func elements(
        of field: TranscodingTable.FieldEntry, _ wireType: WireType, _ message: TranscodingTable.MessageEntry,
        _ position: Int, _ at: inout Int, _ end: Int, _ depth: Int, _ top: Int, _ scratch: inout Scratch,
        to out: inout JSONText
    ) throws(Detour) {
        try value(of: field, wireType, &at, end, depth, top, &scratch, to: &out)
        while at < end {
            let tagged = at
            let (next, wireType) = try tag(&at, end, message)
            guard next == position else {
                at = tagged
                return
            }
            try value(of: field, wireType, &at, end, depth, top, &scratch, to: &out)
        }
    }

    /// Entries of a map, likewise.
    ///
    /// - Parameter before: the key of the entry before.
    private func entries(
        of field: TranscodingTable.FieldEntry, _ wireType: WireType, _ message: TranscodingTable.MessageEntry,
        _ position: Int, _ at: inout Int, _ end: Int, _ before: inout Range<Int>?, _ depth: Int, _ top: Int,
        _ scratch: inout Scratch, to out: inout JSONText
    ) throws(Detour) {
        var wireType = wireType
        while true {
            guard wireType == .lengthDelimited else { throw .tree }
            try entry(of: field, in: try payload(&at, end), &before, depth, top, &scratch, to: &out)
            guard at < end else { return }
            let tagged = at
            let (next, following) = try tag(&at, end, message)
            guard next == position else {
                at = tagged
                return
            }
            wireType = following
        }
    }

    private func entry(
        of field: TranscodingTable.FieldEntry, in range: Range<Int>, _ before: inout Range<Int>?, _ depth: Int,
        _ top: Int, _ scratch: inout Scratch, to out: inout JSONText
    ) throws(Detour) {
        var at = range.lowerBound
        // An entry as every encoder writes it: the key, then the value.
        guard at < range.upperBound, bytes[at] == 0x0a else { throw .tree }
        at += 1
        let key = try payload(&at, range.upperBound)
        if let before, !precedes(before, key) { throw .tree }
        before = key
        guard at < range.upperBound, out.key(utf8: bytes.extracting(key)) else { throw .tree }
        let tag = bytes[at]
        at += 1
        guard tag == 0x12 || tag == 0x10 else { throw .tree }
        try value(
            of: field, tag == 0x12 ? .lengthDelimited : .varint, &at, range.upperBound, depth, top, &scratch, to: &out)
        guard at == range.upperBound else { throw .tree }
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

    /// A singular field that is no message: left out when it says no more than absence does
    /// (`FieldForm.isAbsence`).
    private func member(
        _ field: TranscodingTable.FieldEntry, _ wireType: WireType, _ at: inout Int, _ end: Int,
        _ scratch: inout Scratch, to out: inout JSONText
    ) throws(Detour) {
        if field.kind.isVarint {
            guard wireType == .varint else { throw .tree }
            let number = Int(truncatingIfNeeded: try varint(&at, end))
            let isShort = field.kind == .int32 || field.kind == .uint32
            if !field.hasPresence, isShort ? Int32(truncatingIfNeeded: number) == 0 : number == 0 {
                return writeAbsent(field, to: &out)
            }
            writeKey(field, to: &out)
            return write(number, field.kind, to: &out)
        }
        guard wireType == .lengthDelimited else { throw .tree }
        let payload = try payload(&at, end)
        switch field.kind {
        case .members: return try freeMembers(payload, to: &out)
        case .string where payload.isEmpty && !field.hasPresence: return writeAbsent(field, to: &out)
        case .time, .microTime:
            if payload.isEmpty { return writeAbsent(field, to: &out) }
        // Rare; the others have presence, or write their zero anyway.
        case .duration: throw .tree
        default: break
        }
        writeKey(field, to: &out)
        try text(payload, field.kind, &scratch, to: &out)
    }

    /// Free members, which are compact JSON already: their text is copied without its braces.
    private func freeMembers(_ range: Range<Int>, to out: inout JSONText) throws(Detour) {
        var at = range.lowerBound
        while at < range.upperBound {
            switch try varint(&at, range.upperBound) {
            case 0x0a:
                let text = try payload(&at, range.upperBound)
                guard text.count >= 2, bytes[text.lowerBound] == UInt8(ascii: "{"),
                    bytes[text.upperBound - 1] == UInt8(ascii: "}")
                else { throw .tree }
                if text.count > 2 { out.raw(bytes.extracting(text.lowerBound + 1..<text.upperBound - 1)) }
            case 0x10: _ = try varint(&at, range.upperBound)
            default: throw .tree
            }
        }
    }

    /// One value of the field's type, whatever its label.
    private func value(
        of field: TranscodingTable.FieldEntry, _ wireType: WireType, _ at: inout Int, _ end: Int, _ depth: Int,
        _ top: Int, _ scratch: inout Scratch, to out: inout JSONText
    ) throws(Detour) {
        if field.kind.isVarint {
            guard wireType == .varint else { throw .tree }
            return write(Int(truncatingIfNeeded: try varint(&at, end)), field.kind, to: &out)
        }
        guard wireType == .lengthDelimited else { throw .tree }
        let payload = try payload(&at, end)
        guard field.kind == .message else { return try text(payload, field.kind, &scratch, to: &out) }
        begin(field, to: &out)
        try members(of: payload, field.message, depth + 1, top, &scratch, to: &out)
        out.endObject()
    }

    private func write(_ number: Int, _ kind: FieldKind, to out: inout JSONText) {
        switch kind {
        case .bool: out.bool(number != 0)
        case .int32: out.int(Int(Int32(truncatingIfNeeded: number)))
        case .uint32: out.int(Int(UInt32(truncatingIfNeeded: number)))
        case .uint64: out.unsigned(UInt64(bitPattern: Int64(number)))
        default: out.int(number)
        }
    }

    /// A value that has a length, but is no message in JSON.
    private func text(_ range: Range<Int>, _ kind: FieldKind, _ scratch: inout Scratch, to out: inout JSONText)
        throws(Detour)
    {
        switch kind {
        case .string:
            guard out.string(utf8: bytes.extracting(range)) else { throw .tree }
        case .bytes: out.base64(bytes.extracting(range))
        default: try special(range, kind, &scratch, to: &out)
        }
    }

    /// The messages that have a form of their own in JSON (`SpecialForms.decode`).
    private func special(_ range: Range<Int>, _ kind: FieldKind, _ scratch: inout Scratch, to out: inout JSONText)
        throws(Detour)
    {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var payload: Range<Int>?
        var at = range.lowerBound
        if kind == .stringList { out.beginArray() }
        while at < range.upperBound {
            switch try varint(&at, range.upperBound) {
            case 0x08: first = try varint(&at, range.upperBound)
            case 0x10: second = try varint(&at, range.upperBound)
            case 0x0a:
                let text = try self.payload(&at, range.upperBound)
                if kind == .stringList {
                    guard out.string(utf8: bytes.extracting(text)) else { throw .tree }
                }
                payload = text
            case 0x1a where kind == .intOrString: payload = try self.payload(&at, range.upperBound)
            default: throw .tree
            }
        }
        switch kind {
        case .stringList: out.endArray()
        case .time where !range.isEmpty && payload == nil:
            scratch.time.show(seconds: Int64(bitPattern: first))
            let text = scratch.time.text
            out.raw(text.span)
        case .intOrString where first == 1:
            guard out.string(utf8: bytes.extracting(payload ?? 0..<0)) else { throw .tree }
        case .intOrString: out.int(Int(Int32(truncatingIfNeeded: second)))
        case .quantity:
            guard let payload, Quantity.isCanonical(bytes.extracting(payload)) else { throw .tree }
            _ = out.string(utf8: bytes.extracting(payload))
        case .raw:
            // JSON already, as every object's managedFields are.
            guard let payload, !payload.isEmpty else {
                out.null()
                return
            }
            out.raw(bytes.extracting(payload))
        default: throw .tree
        }
    }

    // MARK: Reading

    /// The next field: its position in the type, -1 for one that the type does not have.
    @inline(__always)
    private func tag(
        _ at: inout Int, _ end: Int, _ message: TranscodingTable.MessageEntry
    ) throws(Detour) -> (position: Int, WireType) {
        let tag = try varint(&at, end)
        let number = tag >> 3
        guard let wireType = WireType(rawValue: UInt8(tag & 7)), number >= 1, number <= 536_870_911 else {
            throw .tree
        }
        guard number < UInt64(message.numberCount) else { return (-1, wireType) }
        return (Int(positions[Int(message.numbers) + Int(number)]), wireType)
    }

    @inline(__always)
    private func skip(_ wireType: WireType, _ at: inout Int, _ end: Int) throws(Detour) {
        switch wireType {
        case .lengthDelimited: _ = try payload(&at, end)
        case .varint: _ = try varint(&at, end)
        case .fixed64: at += 8
        case .fixed32: at += 4
        case .startGroup, .endGroup: throw .tree
        }
        guard at <= end else { throw .tree }
    }

    @inline(__always)
    private func payload(_ at: inout Int, _ end: Int) throws(Detour) -> Range<Int> {
        let length = try varint(&at, end)
        guard length <= UInt64(end - at) else { throw .tree }
        let start = at
        at += Int(length)
        return start..<at
    }

    @inline(__always)
    private func varint(_ at: inout Int, _ end: Int) throws(Detour) -> UInt64 {
        guard at < end else { throw .tree }
        let first = bytes[at]
        at += 1
        if first < 0x80 { return UInt64(first) }
        return try longVarint(first, &at, end)
    }

    private func longVarint(_ first: UInt8, _ at: inout Int, _ end: Int) throws(Detour) -> UInt64 {
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
