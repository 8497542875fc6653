import Testing

@testable import Resources

@Suite("Addresses and networks are read as their bytes")
struct IPNetworkTests {
    /// Texts and their bytes; none: not an address.
    static let addresses: [(String, [UInt8]?)] = [
        ("10.9.8.7", [10, 9, 8, 7]), ("010.9.8.7", nil), ("10.9.8", nil), ("256.1.1.1", nil), ("", nil),
        ("::", [UInt8](repeating: 0, count: 16)), ("::1", [UInt8](repeating: 0, count: 15) + [1]),
        ("2001:db8::ffff", [0x20, 1, 0xd, 0xb8] + [UInt8](repeating: 0, count: 10) + [0xff, 0xff]),
        ("fe80::", [0xfe, 0x80] + [UInt8](repeating: 0, count: 14)),
        ("::ffff:10.0.0.1", [UInt8](repeating: 0, count: 10) + [0xff, 0xff, 10, 0, 0, 1]),
        ("1:2:3:4:5:6:7:8", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]),
        ("1:2:3:4:5:6:7::", [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0]),
        ("::2:3:4:5:6:7:8", [0, 0, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8]), ("1:2", nil), ("1::2::3", nil),
    ]

    private static func bytes(_ address: IPAddress) -> [UInt8] {
        let count = address.family == .v4 ? 4 : 16
        return (0..<count).reversed().map { UInt8(truncatingIfNeeded: address.value >> UInt128(8 * $0)) }
    }

    @Test("Addresses", arguments: addresses)
    func address(_ example: (String, [UInt8]?)) { #expect(IPAddress(example.0).map(Self.bytes) == example.1) }

    /// A network, an address, whether it is within.
    static let members: [(String, String, Bool)] = [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false), ("10.1.2.128/25", "10.1.2.127", false),
        ("10.1.2.128/25", "10.1.2.200", true), ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false),
        ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
        ("1.2.3.4/32", "1.2.3.4", true),
    ]

    @Test("Members of networks", arguments: members)
    func member(_ example: (String, String, Bool)) throws {
        let network = try #require(IPNetwork(example.0))
        let address = try #require(IPAddress(example.1))
        #expect(network.contains(address) == example.2)
    }

    @Test(
        "What is no network", arguments: ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/129", "a/8", "/"])
    func none(_ text: String) { #expect(IPNetwork(text) == nil) }

    @Test("Bits beyond the prefix are seen")
    func hostBits() {
        #expect(IPNetwork("10.0.0.1/24")?.hasHostBits == true)
        #expect(IPNetwork("10.0.0.0/24")?.hasHostBits == false)
        #expect(IPNetwork("2001:db8::1/64")?.hasHostBits == true)
    }
}
