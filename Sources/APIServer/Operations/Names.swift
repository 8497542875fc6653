import Wire

/// Random identifiers from the system's generator.
enum RandomID {
    private static let digits = Array("0123456789abcdef".utf8)
    /// RFC 9562, section 4: 32 hexadecimal digits in five groups.
    private static let textLength = 36

    /// RFC 9562, version 4.
    static func uuid() -> String {
        let (high, low) = RandomWords.pair()
        return text(
            high: high & 0xffff_ffff_ffff_0fff | 0x0000_0000_0000_4000,
            low: low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
    }

    private static func text(high: UInt64, low: UInt64) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(textLength)
        for at in 0..<16 {
            let byte = Int(truncatingIfNeeded: (at < 8 ? high : low) >> UInt64(56 - at % 8 * 8)) & 0xff
            text.append(digits[byte >> 4])
            text.append(digits[byte & 0xf])
            if at == 3 || at == 5 || at == 7 || at == 9 { text.append(UInt8(ascii: "-")) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// Names that the server makes from `generateName`: five letters that form no words.
enum GeneratedName {
    private static let alphabet = Array("bcdfghjklmnpqrstvwxz2456789".utf8)
    private static let suffixLength = 5
    private static let nameLimit = 63

    static func make(_ base: String) -> String {
        let prefix = String(decoding: Array(base.utf8.prefix(nameLimit - suffixLength)), as: UTF8.self)
        return prefix + suffix()
    }

    static func suffix() -> String {
        // Five letters of one draw: 27^5 is a hundred-millionth of what it holds, so none is seen more often than others.
        var draw = UInt64.random(in: .min ... .max)
        var letters: [UInt8] = []
        for _ in 0..<suffixLength {
            letters.append(alphabet[Int(draw % UInt64(alphabet.count))])
            draw /= UInt64(alphabet.count)
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
