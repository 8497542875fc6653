/// Base64 (RFC 4648, section 4), as Go's encoding/json writes and reads bytes.
public enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    static let invalid: UInt8 = 0xff

    /// Six bits for each byte of the alphabet, `invalid` for every other one.
    private static let digits = digits(of: alphabet)

    static func digits(of alphabet: [UInt8]) -> [UInt8] {
        var digits = [UInt8](repeating: invalid, count: 256)
        for (value, byte) in alphabet.enumerated() { digits[Int(byte)] = UInt8(value) }
        return digits
    }

    /// With padding, without line breaks.
    public static func encode(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        encode(bytes, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends the text of `bytes`.
    public static func encode(_ bytes: [UInt8], into out: inout [UInt8]) {
        let alphabet = Self.alphabet
        out.reserveCapacity(out.count + (bytes.count + 2) / 3 * 4)
        var at = 0
        while at + 2 < bytes.count {
            let word = Int(bytes[at]) << 16 | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
            out.append(alphabet[word >> 18])
            out.append(alphabet[word >> 12 & 63])
            out.append(alphabet[word >> 6 & 63])
            out.append(alphabet[word & 63])
            at += 3
        }
        let rest = bytes.count - at
        guard rest > 0 else { return }
        let word = Int(bytes[at]) << 16 | (rest == 2 ? Int(bytes[at + 1]) << 8 : 0)
        out.append(alphabet[word >> 18])
        out.append(alphabet[word >> 12 & 63])
        out.append(rest == 2 ? alphabet[word >> 6 & 63] : padding)
        out.append(padding)
    }

    /// Nil: the text is no base64. Line feeds and carriage returns are passed over; padding must be there; bits that
    /// the last digit has too many are not looked at.
    public static func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)) }

    /// The same for a text's bytes.
    public static func decode(_ text: [UInt8]) -> [UInt8]? {
        let table = Self.digits
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3)
        var at = 0
        while at + 4 <= text.count {
            let (a, b) = (table[Int(text[at])], table[Int(text[at + 1])])
            let (c, d) = (table[Int(text[at + 2])], table[Int(text[at + 3])])
            // Every digit is below 64: a line break, padding or fault among the four shows in the upper bits.
            guard (a | b | c | d) < 64 else { break }
            out.append(a << 2 | b >> 4)
            out.append(b << 4 | c >> 2)
            out.append(c << 6 | d)
            at += 4
        }
        return decodeSlowly(text[at...], table, after: out)
    }

    /// Digit by digit, from a place where a group of four begins.
    private static func decodeSlowly(_ text: ArraySlice<UInt8>, _ table: [UInt8], after head: [UInt8]) -> [UInt8]? {
        var out = head
        var word: UInt32 = 0
        var digits = 0
        var paddings = 0
        for byte in text where byte != 0x0a && byte != 0x0d {
            if byte == padding {
                paddings += 1
                guard digits >= 2, digits + paddings <= 4 else { return nil }
                continue
            }
            let value = table[Int(byte)]
            guard value != invalid, paddings == 0 else { return nil }
            word = word << 6 | UInt32(value)
            digits += 1
            if digits == 4 {
                out.append(UInt8(truncatingIfNeeded: word >> 16))
                out.append(UInt8(truncatingIfNeeded: word >> 8))
                out.append(UInt8(truncatingIfNeeded: word))
                (word, digits) = (0, 0)
            }
        }
        guard digits > 0 else { return out }
        guard digits + paddings == 4 else { return nil }
        out.append(UInt8(truncatingIfNeeded: word >> (digits == 2 ? 4 : 10)))
        if digits == 3 { out.append(UInt8(truncatingIfNeeded: word >> 2)) }
        return out
    }

    /// Where reading stops in a text that `decode` refuses, in bytes from its beginning, as Go's encoding/base64 counts:
    /// the fault itself, or the beginning of a group that is not whole.
    public static func fault(in text: String) -> Int {
        let bytes = Array(text.utf8)
        var at = 0
        func skipLineBreaks() { while at < bytes.count, bytes[at] == 0x0a || bytes[at] == 0x0d { at += 1 } }
        while true {
            var digits = 0
            while digits < 4 {
                skipLineBreaks()
                guard at < bytes.count else { return at - digits }
                let byte = bytes[at]
                at += 1
                if Self.digits[Int(byte)] != invalid {
                    digits += 1
                    continue
                }
                guard byte == padding, digits >= 2 else { return at - 1 }
                if digits == 2 {
                    skipLineBreaks()
                    guard at < bytes.count else { return bytes.count }
                    guard bytes[at] == padding else { return at - 1 }
                    at += 1
                }
                skipLineBreaks()
                return at
            }
        }
    }
}
