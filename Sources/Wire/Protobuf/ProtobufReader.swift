/// How a field's payload is laid out (Protocol Buffers encoding, "Message structure").
public enum WireType: UInt8, Sendable {
    case varint = 0
    case fixed64 = 1
    case lengthDelimited = 2
    case startGroup = 3
    case endGroup = 4
    case fixed32 = 5
}

/// Reads fields from a part of a byte array. Sub-messages are read by another reader over the same array: nothing is
/// copied, and every access is checked.
public struct ProtobufReader: Sendable {
    public let bytes: [UInt8]
    public private(set) var position: Int
    public let end: Int

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
        end = bytes.count
    }

    /// Reads `range` only, which is clamped to the array.
    public init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        let whole = range.clamped(to: 0..<bytes.count)
        position = whole.lowerBound
        end = whole.upperBound
    }

    @inlinable public var isAtEnd: Bool { position >= end }

    /// A base-128 number of at most 10 bytes.
    public mutating func varint() throws(WireError) -> UInt64 {
        guard position < end else { throw truncated("a number") }
        let first = bytes[position]
        if first < 0x80 {
            position += 1
            return UInt64(first)
        }
        var result = UInt64(first & 0x7f)
        var shift: UInt64 = 7
        var at = position + 1
        while at < end {
            let byte = bytes[at]
            at += 1
            if shift == 63, byte > 1 { break }
            result |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 {
                position = at
                return result
            }
            shift += 7
            if shift > 63 { break }
        }
        if at >= end, shift <= 63, bytes[end - 1] >= 0x80 { throw truncated("a number") }
        throw WireError(.varintTooLong, at: position, "a variable-length number is over 64 bits")
    }

    /// The next field's number and wire type, or nil at the end.
    public mutating func tag() throws(WireError) -> (number: Int, type: WireType)? {
        guard position < end else { return nil }
        let at = position
        let tag = try varint()
        guard tag >> 3 >= 1, tag >> 3 <= 536_870_911, let type = WireType(rawValue: UInt8(tag & 7)) else {
            throw WireError(.invalidTag, at: at, "invalid field tag \(tag)")
        }
        return (Int(tag >> 3), type)
    }

    /// The extent of a length-delimited payload; the reader moves past it.
    public mutating func lengthDelimited() throws(WireError) -> Range<Int> {
        let at = position
        let length = try varint()
        guard length <= UInt64(end - position) else {
            position = at
            throw WireError(.truncated, at: at, "a length of \(length) bytes goes past the end of the message")
        }
        let range = position..<position + Int(length)
        position = range.upperBound
        return range
    }

    public mutating func fixed32() throws(WireError) -> UInt32 {
        guard end - position >= 4 else { throw truncated("a 4-byte number") }
        var result: UInt32 = 0
        for i in 0..<4 { result |= UInt32(bytes[position + i]) << UInt32(8 * i) }
        position += 4
        return result
    }

    public mutating func fixed64() throws(WireError) -> UInt64 {
        guard end - position >= 8 else { throw truncated("an 8-byte number") }
        var result: UInt64 = 0
        for i in 0..<8 { result |= UInt64(bytes[position + i]) << UInt64(8 * i) }
        position += 8
        return result
    }

    /// Passes over an unknown field's payload.
    public mutating func skip(_ type: WireType) throws(WireError) {
        switch type {
        case .varint: _ = try varint()
        case .fixed64: _ = try fixed64()
        case .fixed32: _ = try fixed32()
        case .lengthDelimited: _ = try lengthDelimited()
        case .startGroup, .endGroup:
            throw WireError(.groupNotSupported, at: position, "protobuf groups are not supported")
        }
    }

    /// The text in `range`, which must be valid UTF-8.
    public func string(_ range: Range<Int>) throws(WireError) -> String {
        do {
            return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
        } catch { throw WireError(.invalidUTF8, at: range.lowerBound, "invalid UTF-8 in a string") }
    }

    private func truncated(_ what: String) -> WireError {
        WireError(.truncated, at: position, "the message ends within \(what)")
    }
}
