/// A walk over the fields of a protobuf message in place.
struct ProtobufFields {
    /// One field: its number, and its value as a number or as a range of bytes.
    struct Field {
        var number: Int
        /// Of a varint; else 0.
        var value: UInt64
        /// Of a length-delimited field; else empty.
        var range: Range<Int>
    }

    private var at: Int
    private let end: Int
    /// The bytes broke off or cannot be protobuf.
    private(set) var isMalformed = false

    init(_ range: Range<Int>) {
        at = range.lowerBound
        end = range.upperBound
    }

    /// The next field; nil at the end. `bytes` must be the same each time.
    mutating func next(_ bytes: RawSpan) -> Field? {
        guard at < end else { return nil }
        guard let tag = varint(bytes) else { return nil }
        let number = Int(truncatingIfNeeded: tag >> 3)
        switch tag & 7 {
        case 0:
            guard let value = varint(bytes) else { return nil }
            return Field(number: number, value: value, range: at..<at)
        case 1: return fixed(8, number)
        case 2:
            guard let length = varint(bytes) else { return nil }
            guard length <= UInt64(end - at) else { return malformed() }
            let start = at
            at += Int(length)
            return Field(number: number, value: 0, range: start..<at)
        case 5: return fixed(4, number)
        default: return malformed()
        }
    }

    private mutating func fixed(_ count: Int, _ number: Int) -> Field? {
        guard end - at >= count else { return malformed() }
        at += count
        return Field(number: number, value: 0, range: at..<at)
    }

    private mutating func malformed() -> Field? {
        isMalformed = true
        return nil
    }

    @inline(__always)
    private mutating func varint(_ bytes: RawSpan) -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < end, shift < 64 {
            let byte = bytes.unsafeLoad(fromByteOffset: at, as: UInt8.self)
            at &+= 1
            value |= UInt64(byte & 0x7f) &<< shift
            if byte < 0x80 { return value }
            shift &+= 7
        }
        isMalformed = true
        return nil
    }
}
