/// A block of addresses: `10.0.0.0/16` (RFC 4632).
public struct IPNetwork: Sendable, Hashable, CustomStringConvertible {
    /// The address as it was written.
    public let address: IPAddress
    /// Its first: all bits beyond the prefix are zero.
    public let base: IPAddress
    /// How many leading bits all addresses of the block share.
    public let prefixBits: Int

    /// Nil: the text is no block.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(String(parts[0])), !parts[1].isEmpty, parts[1].utf8.count <= 3,
            parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts[1] == "0" || !parts[1].hasPrefix("0"),
            let length = Int(parts[1]), length <= Self.bits(address.family)
        else { return nil }
        prefixBits = length
        self.address = address
        let host = UInt128(Self.bits(address.family) - length)
        base = IPAddress(family: address.family, value: host >= 128 ? 0 : (address.value >> host) << host)
    }

    /// Of one address.
    init(only address: IPAddress) {
        self.address = address
        base = address
        prefixBits = Self.bits(address.family)
    }

    /// Also of a text with needless zeros before its decimal numbers, which some read as octal ones.
    init?(ignoringZeros text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let address = IPAddressText.withoutZeros(String(parts[0]))
        self.init("\(address)/\(IPAddressText.withoutZeros(parts[1]))")
    }

    private static func bits(_ family: IPAddress.Family) -> Int { family == .v4 ? 32 : 128 }

    public var family: IPAddress.Family { base.family }
    /// How many addresses it has, as far as 2^64 - 1.
    public var count: UInt64 {
        let host = Self.bits(family) - prefixBits
        return host >= 64 ? .max : 1 << UInt64(host)
    }
    public func contains(_ address: IPAddress) -> Bool {
        guard address.family == family else { return false }
        let host = UInt128(Self.bits(family) - prefixBits)
        return host >= 128 || address.value >> host == base.value >> host
    }
    /// Whether bits are set that members do not share.
    var hasHostBits: Bool { address != base }
    public var description: String { "\(base)/\(prefixBits)" }
}
