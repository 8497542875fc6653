import Glibc
import Synchronization

/// Random identifiers from the system's generator.
enum RandomID {
    /// RFC 9562, version 4.
    static func uuid() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xffff_ffff_ffff_0fff | 0x0000_0000_0000_4000
        let low = generator.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        func hex(_ value: UInt64, _ digits: Int) -> String {
            let text = String(value, radix: 16)
            return String(repeating: "0", count: digits - text.utf8.count) + text
        }
        return "\(hex(high >> 32, 8))-\(hex(high >> 16 & 0xffff, 4))-\(hex(high & 0xffff, 4))-"
            + "\(hex(low >> 48, 4))-\(hex(low & 0xffff_ffff_ffff, 12))"
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
