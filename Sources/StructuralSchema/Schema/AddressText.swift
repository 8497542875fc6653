/// Texts of network addresses.
enum AddressText {
    static func isIPv4(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { isOctet($0) }
    }

    private static func isOctet(_ part: Substring) -> Bool {
        guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return false
        }
        if part.utf8.count > 1, part.hasPrefix("0") { return false }
        return Int(part).map { $0 <= 255 } ?? false
    }

    /// RFC 4291, 2.2: groups of hexadecimal digits, `::` for zeros once, an IPv4 address at the end.
    static func isIPv6(_ text: String) -> Bool {
        guard text.utf8.count <= 45, text.contains(":") else { return false }
        let halves = text.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2 else { return false }
        var groups = 0
        for (index, half) in halves.enumerated() where !half.isEmpty {
            let parts = half.split(separator: ":", omittingEmptySubsequences: false)
            for (place, part) in parts.enumerated() {
                let isLast = index == halves.count - 1 && place == parts.count - 1
                if isLast, part.contains(".") {
                    guard isIPv4(String(part)) else { return false }
                    groups += 2
                } else {
                    guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHex) else { return false }
                    groups += 1
                }
            }
        }
        return halves.count == 2 ? groups < 8 : groups == 8
    }

    static func isCIDR(_ text: String) -> Bool {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[1].utf8.count), let bits = Int(parts[1]), bits >= 0,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return false }
        let address = String(parts[0])
        return isIPv4(address) && bits <= 32 || isIPv6(address) && bits <= 128
    }

    /// 6, 8 or 20 bytes, in pairs with colons or hyphens, or in fours with dots.
    static func isMAC(_ text: String) -> Bool {
        guard let separator = text.unicodeScalars.first(where: { $0 == ":" || $0 == "-" || $0 == "." }) else {
            return false
        }
        let parts = text.split(separator: Character(separator), omittingEmptySubsequences: false)
        let digits = separator == "." ? 4 : 2
        guard parts.allSatisfy({ $0.utf8.count == digits && $0.utf8.allSatisfy(isHex) }) else { return false }
        return [6, 8, 20].contains(parts.count * digits / 2)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
}
