/// `%41` for a byte that may not stand as itself (RFC 3986, section 2.1).
public enum PercentEncoding {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// - Parameters:
    ///   - limitBytes: of the result, which is cut between two bytes of the text.
    ///   - isPlain: whether the byte stays as it is.
    public static func encode(
        _ text: String, limitBytes: Int = .max, keeping isPlain: (UInt8) -> Bool = PercentEncoding.isUnreserved
    ) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, limitBytes))
        for byte in text.utf8 {
            let isPlain = isPlain(byte)
            guard bytes.count <= limitBytes - (isPlain ? 1 : 3) else { break }
            if isPlain {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xf)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Each escape as the byte that it stands for. Never fails: what is no escape stays as it is, and what is not UTF-8 is
    /// replaced.
    ///
    /// - Parameter plusIsSpace: as in a query (WHATWG URL, `application/x-www-form-urlencoded`).
    public static func decode(_ source: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> String {
        guard source.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(decoding: source, as: UTF8.self)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var at = source.startIndex
        while at < source.endIndex {
            if source[at] == UInt8(ascii: "%"), at + 2 < source.endIndex, let high = digit(source[at + 1]),
                let low = digit(source[at + 2])
            {
                bytes.append(high << 4 | low)
                at += 3
            } else {
                bytes.append(plusIsSpace && source[at] == UInt8(ascii: "+") ? UInt8(ascii: " ") : source[at])
                at += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same of a text.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
        decode(Array(text.utf8)[...], plusIsSpace: plusIsSpace)
    }

    /// Whether each `%` begins an escape.
    public static func isWellFormed(_ source: ArraySlice<UInt8>) -> Bool {
        var digitsDue = 0
        for byte in source {
            if digitsDue > 0 {
                guard digit(byte) != nil else { return false }
                digitsDue -= 1
            } else if byte == UInt8(ascii: "%") {
                digitsDue = 2
            }
        }
        return digitsDue == 0
    }

    /// Letters, digits, and `-._~` (RFC 3986, section 2.3).
    public static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
