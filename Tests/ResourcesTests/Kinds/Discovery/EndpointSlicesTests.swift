import Testing

@testable import Objects
@testable import Resources

@Suite("Endpoint slices")
struct EndpointSlicesTests {
    private static func addressed(_ type: String, _ address: String) -> String {
        #"{"addressType":"\#(type)","endpoints":[{"addresses":["\#(address)"]}]}"#
    }

    static let cases: [(String, [String])] = [
        ("{}", ["addressType"]), (addressed("IPv4", "10.0.0.1"), []), (addressed("IPv6", "2001:db8::1"), []),
        (addressed("FQDN", "a.example.com"), []), (addressed("FQDN", "localhost"), ["endpoints[0].addresses[0]"]),
        (addressed("IPv4", "127.0.0.1"), ["endpoints[0].addresses[0]"]),
        (addressed("IPv4", "169.254.1.1"), ["endpoints[0].addresses[0]"]),
        (addressed("IPv4", "2001:db8::1"), ["endpoints[0].addresses[0]"]), (addressed("DNS", "x"), ["addressType"]),
        (#"{"addressType":"IPv4","endpoints":[{"addresses":[]}]}"#, ["endpoints[0].addresses"]),
        (#"{"addressType":"IPv4","ports":[{"port":1},{"port":2}]}"#, ["ports[1].name"]),
        (#"{"addressType":"IPv4","ports":[{"name":"A"}]}"#, ["ports[0].name"]),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        #expect(try Judge("endpointslices").fields(example.0) == example.1)
    }

    @Test("A slice keeps its type of addresses, and labels count as a change")
    func changes() throws {
        let judge = try Judge("endpointslices")
        let before = try judge.created(Self.addressed("IPv4", "10.0.0.1"))
        #expect(
            try judge.changed(before, Self.addressed("IPv6", "2001:db8::1")).refusals
                == ["addressType: Invalid value: \"IPv6\": field is immutable"])
        let labelled = try judge.changed(before, #"{"metadata":{"labels":{"a":"b"}},"addressType":"IPv4"}"#).object
        #expect(Metadata(of: labelled).generation == Metadata(of: before).generation + 1)
    }

    @Test("Rows count what they leave out")
    func rows() throws {
        let judge = try Judge("endpointslices")
        let many = try judge.read(
            #"{"metadata":{"name":"s"},"addressType":"IPv4","endpoints":[{"addresses":["a","b"]},{"addresses":["c","d","e"]}],"ports":[{"name":"http","port":80},{"name":"x"}]}"#
        )
        #expect(judge.row(many) == ["s", "IPv4", "80,x", "a,b,c + 2 more..."])
        #expect(judge.row(try judge.read(#"{"metadata":{"name":"s"}}"#)) == ["s", "", "<unset>", "<unset>"])
    }
}
