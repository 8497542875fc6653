/// Whether a text is an IP address: IPv4 in dotted decimals without leading zeros, IPv6 as RFC 4291 writes it.
enum IPAddressText {
    static func isValid(_ text: String) -> Bool { isIPv4(Array(text.utf8)[...]) || isIPv6(Array(text.utf8)[...]) }

    static func isIPv4(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                guard (1...3).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else {
                    return false
                }
                if part.count > 1, part.first == 0x30 { return false }
                return part.reduce(0) { $0 * 10 + Int($1) - 0x30 } <= 255
            }
    }

    /// A number as it is written without needless zeros.
    static func withoutZeros(_ number: Substring) -> Substring {
        let rest = number.drop { $0 == "0" }
        return rest.isEmpty && !number.isEmpty ? "0" : rest
    }

    /// An address in dotted decimals whose numbers have no needless zeros; other texts as they are.
    static func withoutZeros(_ text: String) -> String {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4, !text.contains(":") else { return text }
        return octets.map(withoutZeros).joined(separator: ".")
    }

    static func isIPv6(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count >= 2, text.count <= 45, text.contains(UInt8(ascii: ":")) else { return false }
        var groups = 0
        var hasGap = false
        var rest = text
        if rest.starts(with: [0x3a, 0x3a]) {
            hasGap = true
            rest = rest.dropFirst(2)
        } else if rest.first == 0x3a {
            return false
        }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: 0x3a) ?? rest.endIndex
            let group = rest[rest.startIndex..<end]
            if end == rest.endIndex, group.contains(UInt8(ascii: ".")) {
                guard isIPv4(group) else { return false }
                groups += 2
                break
            }
            guard (1...4).contains(group.count), group.allSatisfy(isHex) else { return false }
            groups += 1
            guard end < rest.endIndex else { break }
            rest = rest[(end + 1)...]
            if rest.first == 0x3a {
                if hasGap { return false }
                hasGap = true
                rest = rest.dropFirst()
            } else if rest.isEmpty {
                return false
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
