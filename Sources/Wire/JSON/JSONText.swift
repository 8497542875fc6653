/// Compact JSON text on its way into memory that is there already (`JSONWriter.compact`), escaped as `JSONWriter` escapes.
///
/// Every value is followed by its comma, which the end of the array or object takes back: so there is no state to ask
/// before each value. Text that does not fit is not written and said so (`isFull`): the writer begins anew with more
/// memory.
///
/// By unsafe pointers, each use within the room that was asked for in the line before: with arrays, whether an append
/// may change them in place is asked for every key, quote and comma, and that is two thirds of the time of a list.
public struct JSONText: ~Copyable {
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    @usableFromInline let end: UnsafeMutablePointer<UInt8>
    @usableFromInline var at: UnsafeMutablePointer<UInt8>
    public private(set) var isFull = false

    /// - Parameter end: the first byte that is not to be written; not before `start`.
    init(from start: UnsafeMutablePointer<UInt8>, to end: UnsafeMutablePointer<UInt8>) {
        self.start = start
        self.end = end
        at = start
    }

    /// Without the comma after the last value.
    var count: Int { at > start && at[-1] == UInt8(ascii: ",") ? at - start - 1 : at - start }

    @inlinable
    mutating func hasRoom(_ count: Int) -> Bool {
        if end - at >= count { return true }
        overflow()
        return false
    }

    @usableFromInline
    mutating func overflow() { isFull = true }

    // MARK: Structure

    @inlinable public mutating func beginObject() { append(UInt8(ascii: "{")) }
    @inlinable public mutating func endObject() { close(UInt8(ascii: "}")) }
    @inlinable public mutating func beginArray() { append(UInt8(ascii: "[")) }
    @inlinable public mutating func endArray() { close(UInt8(ascii: "]")) }

    @inlinable
    mutating func append(_ byte: UInt8) {
        guard hasRoom(1) else { return }
        at.pointee = byte
        at += 1
    }

    @inlinable
    mutating func close(_ bracket: UInt8) {
        guard hasRoom(2) else { return }
        if at > start, at[-1] == UInt8(ascii: ",") { at -= 1 }
        at[0] = bracket
        at[1] = UInt8(ascii: ",")
        at += 2
    }

    /// A key that was quoted and escaped before (`"name":`).
    @inlinable
    public mutating func key(prepared text: Span<UInt8>) { copy(text) }

    /// A value, or whole members with commas between them, that are compact JSON already.
    @inlinable
    public mutating func raw(_ text: Span<UInt8>) {
        copy(text)
        append(UInt8(ascii: ","))
    }

    @inlinable
    mutating func copy(_ text: Span<UInt8>) {
        let count = text.count
        guard hasRoom(count) else { return }
        text.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { WordCopy.copy(base, count, to: at) }
        }
        at += count
    }

    // MARK: Strings

    /// A string's UTF-8; false: it is none.
    @inlinable
    public mutating func string(utf8: Span<UInt8>) -> Bool { quoted(utf8, UInt8(ascii: ",")) }

    /// A key, likewise.
    @inlinable
    public mutating func key(utf8: Span<UInt8>) -> Bool { quoted(utf8, UInt8(ascii: ":")) }

    @inlinable
    mutating func quoted(_ text: Span<UInt8>, _ following: UInt8) -> Bool {
        let count = text.count
        guard hasRoom(count + 3) else { return true }
        let isPlain = text.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return true }
            return WordCopy.copyUnlessEscaped(base, count, to: at + 1)
        }
        guard isPlain else { return escaped(text, following) }
        at[0] = UInt8(ascii: "\"")
        at[count + 1] = UInt8(ascii: "\"")
        at[count + 2] = following
        at += count + 3
        return true
    }

    /// The long way, for text with something to escape, or beyond ASCII.
    @usableFromInline
    mutating func escaped(_ text: Span<UInt8>, _ following: UInt8) -> Bool {
        guard (try? UTF8Span(validating: text)) != nil else { return false }
        // The longest escape is six bytes for one.
        let needed = text.count.multipliedReportingOverflow(by: 6)
        guard !needed.overflow, needed.partialValue < Int.max - 3, hasRoom(needed.partialValue + 3) else {
            overflow()
            return true
        }
        append(UInt8(ascii: "\""))
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0xe2, index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] | 1 == 0xa9 {
                // U+2028 and U+2029 break JavaScript that reads JSON as source.
                escape(0x20, 0x20 | (text[index + 2] & 0xf))
                index += 3
                continue
            }
            index += 1
            switch byte {
            case 0x22, 0x5c: escape(byte)
            case 0x0a: escape(UInt8(ascii: "n"))
            case 0x0d: escape(UInt8(ascii: "r"))
            case 0x09: escape(UInt8(ascii: "t"))
            case 0x08: escape(UInt8(ascii: "b"))
            case 0x0c: escape(UInt8(ascii: "f"))
            case 0..<0x20, 0x3c, 0x3e, 0x26: escape(0, byte)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
        append(following)
        return true
    }

    private mutating func escape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        append(byte)
    }

    /// `\u` and two bytes in hexadecimal.
    private mutating func escape(_ high: UInt8, _ low: UInt8) {
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: "u"))
        for digit in [high >> 4, high & 15, low >> 4, low & 15] {
            append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }

    // MARK: Other values

    public mutating func base64(_ data: Span<UInt8>) {
        var text: [UInt8] = [UInt8(ascii: "\"")]
        Base64.encode(data.withUnsafeBufferPointer { Array($0) }, into: &text)
        text.append(UInt8(ascii: "\""))
        raw(text.span)
    }

    @inlinable
    public mutating func bool(_ value: Bool) {
        let word: UInt64 = value ? 0x2c_65_75_72_74 : 0x2c_65_73_6c_61_66  // "true," and "false,", first byte lowest
        guard hasRoom(8) else { return }
        UnsafeMutableRawPointer(at).storeBytes(of: word.littleEndian, as: UInt64.self)
        at += value ? 5 : 6
    }

    public mutating func null() {
        for byte in "null,".utf8 { append(byte) }
    }

    @inlinable
    public mutating func int(_ value: Int) {
        if value < 0 { append(UInt8(ascii: "-")) }
        unsigned(UInt64(value.magnitude))
    }

    public mutating func unsigned(_ value: UInt64) {
        var count = 1
        var rest = value / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        guard hasRoom(count + 1) else { return }
        rest = value
        for index in stride(from: count - 1, through: 0, by: -1) {
            at[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        at[count] = UInt8(ascii: ",")
        at += count + 1
    }
}
