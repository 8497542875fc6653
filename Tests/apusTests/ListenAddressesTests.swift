import Resources
import Testing

@testable import apus

/// Where the server listens and what it is called follows from two flags, as with kube-apiserver.
struct ListenAddressesTests {
    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    @Test(arguments: [nil, "", "0.0.0.0", "::"])
    func `all addresses are both families', on one socket where the kernel has both`(text: String?) throws {
        let addresses = try ListenAddresses(text)
        #expect(addresses.named.isEmpty)
        #expect(addresses.bound(hasIPv6: true).map(\.description) == ["::"])
        #expect(addresses.bound(hasIPv6: false).map(\.description) == ["0.0.0.0"])
    }

    @Test func `several addresses are bound each, and each once`() throws {
        let addresses = try ListenAddresses("192.0.2.1,127.0.0.1,192.0.2.1,2001:db8::0:1")
        #expect(addresses.bound(hasIPv6: true).map(\.description) == ["192.0.2.1", "127.0.0.1", "2001:db8::1"])
    }

    @Test(arguments: [
        ("0.0.0.0", "127.0.0.1"), ("::", "::1"), ("192.0.2.1,127.0.0.2", "127.0.0.2"), ("192.0.2.1", "192.0.2.1"),
    ])
    func `programs on the machine call it over loopback where it listens there`(text: String, local: String) throws {
        #expect(try ListenAddresses(text).local.description == local)
    }

    /// DefaultAdvertiseAddress and ResolveBindAddress of kube-apiserver.
    @Test(
        arguments: [
            ("0.0.0.0", nil, "192.0.2.9"), ("::", nil, "2001:db8::9"), ("127.0.0.1", nil, "192.0.2.9"),
            ("127.0.0.1,192.0.2.1", nil, "192.0.2.1"), ("192.0.2.1", nil, "192.0.2.1"),
            ("192.0.2.1", "198.51.100.1", "198.51.100.1"),
        ] as [(String, String?, String)])
    func `others are told of what it listens at, or the machine's address on the default route`(
        text: String, given: String?, advertised: String
    ) throws {
        let primary: [IPAddress.Family: IPAddress] = [.v4: try address("192.0.2.9"), .v6: try address("2001:db8::9")]
        let found = try ListenAddresses(text).advertised(try given.map(address)) { primary[$0] }
        #expect(found?.description == advertised)
    }

    @Test func `a machine that nobody can reach is advertised nowhere`() throws {
        #expect(try ListenAddresses(nil).advertised(nil) { _ in nil } == nil)
    }

    @Test func `the certificate names what is listened at and advertised`() throws {
        let all = [try address("192.0.2.1"), try address("2001:db8::1")]
        let advertised = try address("198.51.100.1")
        #expect(try ListenAddresses(nil).names(advertised: advertised, all: all) == all + [advertised])
        #expect(try ListenAddresses("192.0.2.1").names(advertised: nil, all: all) == [all[0]])
    }

    @Test(arguments: [
        "localhost", "192.0.2.1,", "0.0.0.0,192.0.2.1", "fe80::1", "224.0.0.1", "192.0.2.1:6443", "[::1]",
        (0...16).map { "192.0.2.\($0)" }.joined(separator: ","),
    ])
    func `what is no address of a machine is refused`(text: String) {
        #expect(throws: FlagError.self) { try ListenAddresses(text) }
    }

    @Test(arguments: [
        "--advertise-address=127.0.0.1", "--advertise-address=fe80::1", "--advertise-address=here",
        "--tls-san=" + (0...64).map { "n\($0)" }.joined(separator: ","),
    ])
    func `flags that cannot be followed are refused`(argument: String) throws {
        let flags = try Flags([argument], known: ListenFlags.flags)
        #expect(throws: FlagError.self) { try ListenFlags(flags, port: 6443) }
    }

    @Test func `a free port is asked for at one address alone`() throws {
        let flags = try Flags(["--bind-address=127.0.0.1,127.0.0.2"], known: ListenFlags.flags)
        #expect(throws: FlagError.self) { try ListenFlags(flags, port: 0) }
        #expect(try ListenFlags(flags, port: 6443).addresses.named.count == 2)
    }

    @Test func `more names are the certificate's as they were given`() throws {
        let flags = try Flags(
            ["--bind-address=127.0.0.1", "--tls-san=api.example.org,192.0.2.5"], known: ListenFlags.flags)
        let names = try ListenFlags(flags, port: 6443).names
        #expect(names.first == "127.0.0.1" && names.suffix(2) == ["api.example.org", "192.0.2.5"])
    }
}
