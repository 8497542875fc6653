import Testing

@testable import Resources

@Suite("Addresses and blocks are read as they are written")
struct IPAddressTests {
    /// Text and its canonical form (RFC 5952); nil: it is no address.
    static let examples: [(String, String?)] = [
        ("10.0.0.1", "10.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("01.2.3.4", nil), ("1.2.3", nil),
        ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"),
        ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"),
        ("::ffff:1.2.3.4", "::ffff:102:304"), ("1:2:3", nil), (":1", nil), ("1::2::3", nil), ("fe80::1%eth0", nil),
    ]

    @Test("Text, bytes and text again", arguments: examples)
    func texts(_ example: (String, String?)) {
        #expect(IPAddress(example.0)?.description == example.1)
    }

    @Test("A block holds the addresses that share its prefix")
    func blocks() throws {
        let block = try #require(IPNetwork("10.1.0.0/16"))
        #expect(block.count == 65536)
        #expect(block.contains(try #require(IPAddress("10.1.255.255"))))
        #expect(!block.contains(try #require(IPAddress("10.2.0.0"))))
        #expect(!block.contains(try #require(IPAddress("::1"))))
        let six = try #require(IPNetwork("2001:db8::/32"))
        #expect(six.contains(try #require(IPAddress("2001:db8:ffff::1"))))
        #expect(try #require(IPNetwork("0.0.0.0/0")).contains(try #require(IPAddress("9.9.9.9"))))
        for bad in ["10.0.0.0", "10.0.0.0/33", "10.0.0.0/08", "10.0.0.0/", "a/8", "::/129"] {
            #expect(IPNetwork(bad) == nil, "\(bad)")
        }
    }
}
