import Testing

@testable import Objects
@testable import Resources

@Suite("Endpoints")
struct EndpointsTests {
    static let addresses: [(String, [String])] = [
        ("10.0.0.1", []), ("2001:db8::1", []), ("010.0.0.1", ["must not have leading 0s"]),
        ("::ffff:1.2.3.4", ["must not be an IPv4-mapped IPv6 address"]),
        ("127.0.0.01", ["must not have leading 0s", "may not be in the loopback range (127.0.0.0/8, ::1/128)"]),
        (
            "x",
            ["must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)", "must be a valid IP address"]
        ),
    ]

    @Test("Addresses are written without doubt, and lead to another machine", arguments: addresses)
    func refused(_ address: String, _ words: [String]) throws {
        let subsets = #"{"subsets":[{"addresses":[{"ip":"\#(address)"}],"ports":[{"port":80}]}]}"#
        #expect(
            try Judge("endpoints").refusals(subsets)
                == words.map { #"subsets[0].addresses[0].ip: Invalid value: "\#(address)": \#($0)"# })
    }
}
