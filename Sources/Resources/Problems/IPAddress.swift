/// An IPv4 or IPv6 address as its bytes. (Text: `IPAddressText`.)
public struct IPAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
    public enum Family: String, Sendable { case v4 = "IPv4", v6 = "IPv6" }
    public let family: Family
    /// The address as a number: 32 or 128 bits.
    public let value: UInt128

    public init(family: Family, value: UInt128) {
        self.family = family
        self.value = value
    }

    /// Nil: the text is no address. IPv6 may end in an IPv4 address; zones are not taken.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        if IPAddressText.isIPv4(bytes[...]) {
            self.init(family: .v4, value: Self.four(bytes[...]))
        } else if IPAddressText.isIPv6(bytes[...]) {
            self.init(family: .v6, value: Self.six(bytes[...]))
        } else {
            return nil
        }
    }

    /// Also of a text with needless zeros before its decimal numbers, which some read as octal ones.
    init?(ignoringZeros text: String) { self.init(IPAddressText.withoutZeros(text)) }

    private static func four(_ text: ArraySlice<UInt8>) -> UInt128 {
        text.split(separator: UInt8(ascii: ".")).reduce(0) { sum, part in
            sum << 8 | part.reduce(0) { $0 * 10 + UInt128($1 & 0x0f) }
        }
    }

    /// Of a text that is known to be an address.
    private static func six(_ text: ArraySlice<UInt8>) -> UInt128 {
        var groups: [UInt128] = []
        var gap: Int?
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)[...]
        // `::1` begins, and `1::` ends, with two empty parts for one gap.
        if parts.count > 2, parts.first?.isEmpty == true { parts = parts.dropFirst() }
        if parts.count > 2, parts.last?.isEmpty == true { parts = parts.dropLast() }
        for part in parts {
            if part.isEmpty {
                gap = groups.count
            } else if part.contains(UInt8(ascii: ".")) {
                let low = four(part)
                groups += [low >> 16, low & 0xffff]
            } else {
                groups.append(part.reduce(0) { $0 << 4 | UInt128(hex($1)) })
            }
        }
        if let gap, groups.count < 8 {
            groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
        }
        return groups.prefix(8).reduce(0) { $0 << 16 | $1 }
    }

    private static func hex(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x30...0x39: byte - 0x30
        default: (byte | 0x20) - 0x61 + 10
        }
    }

    public static func < (a: IPAddress, b: IPAddress) -> Bool { a.value < b.value }

    /// The canonical text (RFC 5952): lower case, no leading zeros, the longest run of zeros as `::`.
    public var description: String {
        if family == .v4 {
            return [24, 16, 8, 0].map { String(value >> UInt128($0) & 0xff) }.joined(separator: ".")
        }
        let groups = (0..<8).map { UInt16(truncatingIfNeeded: value >> UInt128(112 - $0 * 16)) }
        var best = 0..<0
        var start = 0
        while start < 8 {
            guard groups[start] == 0 else {
                start += 1
                continue
            }
            let end = groups[start...].firstIndex { $0 != 0 } ?? 8
            if end - start > best.count, end - start > 1 { best = start..<end }
            start = end
        }
        func text(_ range: Range<Int>) -> String {
            groups[range].map { String($0, radix: 16) }.joined(separator: ":")
        }
        return best.isEmpty ? text(0..<8) : "\(text(0..<best.lowerBound))::\(text(best.upperBound..<8))"
    }

    var isIPv4: Bool { family == .v4 }
    /// An IPv4 address in IPv6's clothes: `::ffff:10.0.0.1`.
    var isMapped: Bool { family == .v6 && value >> 32 == 0xffff }
    public var isUnspecified: Bool { value == 0 }
    public var isLoopback: Bool { family == .v4 ? value >> 24 == 127 : value == 1 }
    public var isLinkLocal: Bool { family == .v4 ? value >> 16 == 0xa9fe : value >> 118 == 0x3fa }
    public var isLinkLocalMulticast: Bool { family == .v4 ? value >> 8 == 0xe00000 : value >> 112 == 0xff02 }
    public var isMulticast: Bool { family == .v4 ? value >> 28 == 0xe : value >> 120 == 0xff }
}
