/// An ECDSA signature in its two forms: two numbers of fixed width side by side, as tokens have it (RFC 7518, section
/// 3.4), and DER (RFC 3279, section 2.2.3), as OpenSSL has it.
enum ECDSASignature {
    /// - Parameter raw: r and s, equally long and at most 66 bytes each.
    static func der(_ raw: [UInt8]) -> [UInt8] {
        let half = raw.count / 2
        let body = integer(raw[..<half]) + integer(raw[half...])
        return [0x30] + length(body.count) + body
    }

    /// Nil: not DER of two numbers that fit in `width` bytes each.
    static func raw(_ der: [UInt8], width: Int) -> [UInt8]? {
        var rest = der[...]
        guard rest.popFirst() == 0x30, let count = readLength(&rest), count == rest.count,
            let r = readInteger(&rest, width), let s = readInteger(&rest, width), rest.isEmpty
        else { return nil }
        return r + s
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var number = Array(bytes.drop { $0 == 0 })
        if number.first.map({ $0 & 0x80 != 0 }) ?? true { number.insert(0, at: 0) }
        return [0x02] + length(number.count) + number
    }

    private static func length(_ count: Int) -> [UInt8] {
        count < 0x80 ? [UInt8(truncatingIfNeeded: count)] : [0x81, UInt8(truncatingIfNeeded: count)]
    }

    private static func readLength(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let first = rest.popFirst() else { return nil }
        if first < 0x80 { return Int(first) }
        guard first == 0x81, let count = rest.popFirst() else { return nil }
        return Int(count)
    }

    private static func readInteger(_ rest: inout ArraySlice<UInt8>, _ width: Int) -> [UInt8]? {
        guard rest.popFirst() == 0x02, let count = readLength(&rest), count > 0, count <= rest.count else { return nil }
        let digits = rest.prefix(count).drop { $0 == 0 }
        rest = rest.dropFirst(count)
        guard digits.count <= width else { return nil }
        return [UInt8](repeating: 0, count: width - digits.count) + digits
    }
}
