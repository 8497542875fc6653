/// An IP address as its bytes, and networks of them (RFC 4291, RFC 4632).
struct IPNumber: Equatable {
    /// 4 or 16, in network order.
    let bytes: [UInt8]
    var isIPv4: Bool { bytes.count == 4 }

    /// Nil: no address as `IPAddressText` has it.
    init?(_ text: String) {
        let utf8 = Array(text.utf8)[...]
        if IPAddressText.isIPv4(utf8) {
            bytes = Self.decimals(utf8)
        } else if IPAddressText.isIPv6(utf8) {
            bytes = Self.groups(utf8)
        } else {
            return nil
        }
    }

    private static func decimals(_ text: ArraySlice<UInt8>) -> [UInt8] {
        text.split(separator: UInt8(ascii: ".")).map { $0.reduce(0) { $0 &* 10 &+ ($1 &- 0x30) } }
    }

    /// Of a text that is known to be IPv6.
    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var before: [UInt8] = []
        var after: [UInt8]?
        let colon = UInt8(ascii: ":")
        for (index, part) in text.split(separator: colon, omittingEmptySubsequences: false).enumerated() {
            if part.isEmpty {
                // The gap; a text that begins or ends with it has one more empty part.
                if after == nil, index > 0 || text.dropFirst().first == colon { after = [] }
                continue
            }
            let isDotted = part.contains(UInt8(ascii: "."))
            let value = part.reduce(0) { $0 << 4 | UInt16(hex($1)) }
            let bytes = isDotted ? decimals(part) : [UInt8(value >> 8), UInt8(value & 0xff)]
            if after == nil { before += bytes } else { after?.append(contentsOf: bytes) }
        }
        let tail = after ?? []
        return before + [UInt8](repeating: 0, count: max(0, 16 - before.count - tail.count)) + tail
    }

    private static func hex(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: 0
        }
    }

    /// An IPv4 address in IPv6's clothes: `::ffff:10.0.0.1`.
    var isMapped: Bool {
        !isIPv4 && bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10..<12].allSatisfy { $0 == 0xff }
    }
    var isUnspecified: Bool { bytes.allSatisfy { $0 == 0 } }
    var isLoopback: Bool { isIPv4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1 }
    var isLinkLocal: Bool {
        isIPv4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xfe && bytes[1] & 0xc0 == 0x80
    }
    var isLinkLocalMulticast: Bool {
        isIPv4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xff && bytes[1] & 0x0f == 2
    }
}

/// A network: an address and how many of its bits all members share.
struct IPNetwork: Equatable {
    let address: IPNumber
    let prefixBits: Int

    /// `10.0.0.0/16`; nil: it is none.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPNumber(String(parts[0])), (1...3).contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let bits = Int(parts[1]),
            bits <= address.bytes.count * 8, parts[1].utf8.count == 1 || parts[1].utf8.first != 0x30
        else { return nil }
        self.address = address
        prefixBits = bits
    }

    func contains(_ other: IPNumber) -> Bool {
        guard other.bytes.count == address.bytes.count else { return false }
        return address.bytes.indices.allSatisfy { (address.bytes[$0] ^ other.bytes[$0]) & mask($0) == 0 }
    }

    private func mask(_ index: Int) -> UInt8 {
        let bits = min(8, max(0, prefixBits - index * 8))
        return bits == 0 ? 0 : 0xff << UInt8(8 - bits)
    }

    /// Whether bits are set that members do not share.
    var hasHostBits: Bool { address.bytes.indices.contains { address.bytes[$0] & ~mask($0) != 0 } }
}
