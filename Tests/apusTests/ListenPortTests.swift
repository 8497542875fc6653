import Glibc
import Resources
import Testing

@testable import apus

/// Who has a port is said before anything is started.
struct ListenPortTests {
    /// As the kernel writes it: ssh on all addresses, a server on loopback, one on another address, and a connection.
    private static let table = """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 11 1 0000000000000000
           1: 0100007F:192B 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 22 1 0000000000000000
           2: 0200000A:192B 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 33 1 0000000000000000
           3: 0100007F:192B 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 44 1 0000000000000000
        """

    /// The same for IPv6: one on all addresses, one on loopback.
    private static let table6 = """
          sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode
           0: 00000000000000000000000000000000:0016 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 55 1 0
           1: 00000000000000000000000001000000:192B 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 66 1 0
        """

    @Test(
        arguments: [
            (22, "127.0.0.1", ["11"]), (6443, "127.0.0.1", ["22"]), (6443, "10.0.0.2", ["33"]),
            (6443, "0.0.0.0", ["22", "33"]), (6443, "::", ["22", "33"]), (6443, "10.0.0.3", []), (22, "::1", []),
            (0xD431, "127.0.0.1", []), (1, "::", []),
        ] as [(UInt16, String, [String])])
    func `listeners on the address and on all addresses have the port, connections do not`(
        _ port: UInt16, _ text: String, _ inodes: [String]
    ) throws {
        let address = try #require(IPAddress(text))
        #expect(ListeningSockets.inodes(port: port, at: address, in: Self.table) == inodes)
    }

    @Test(
        arguments: [
            (22, "::1", ["55"]), (22, "127.0.0.1", ["55"]), (6443, "::1", ["66"]), (6443, "::2", []),
            (6443, "127.0.0.1", []), (6443, "::", ["66"]),
        ] as [(UInt16, String, [String])])
    func `all addresses of IPv6 are those of IPv4 too`(_ port: UInt16, _ text: String, _ inodes: [String]) throws {
        let address = try #require(IPAddress(text))
        #expect(ListeningSockets.inodes(port: port, at: address, in: Self.table6) == inodes)
    }

    @Test(arguments: ["", "\n\n", "head\n0A", "head\n 0: 1 2 0A 4 5 6 7 8 9", "head\n 0: :: x 0A 4 5 6 7 8 9"])
    func `a table that makes no sense has no listeners`(_ text: String) {
        #expect(ListeningSockets.inodes(port: 0, at: IPAddress(family: .v6, value: 0), in: text).isEmpty)
    }

    @Test func `a taken port names its process and what to do, and a free one passes`() throws {
        // Not for the programs that other tests start meanwhile.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        try #require(bound)
        let port = Int(UInt16(bigEndian: address.sin_port))
        for (addresses, place) in [(ListenAddresses.loopback, "port \(port) of 127.0.0.1"), (.all, "port \(port)")] {
            let error = #expect(throws: SetupError.self) {
                try ListenPort.requireFree(port, at: addresses, advice: "choose another")
            }
            let text = error?.description ?? ""
            #expect(text.hasPrefix("\(place) is taken by process \(getpid()) ("))
            #expect(text.hasSuffix("): choose another"))
        }
        try ListenPort.requireFree(0, at: .all, advice: "")
    }

    @Test func `an address that the machine does not have is said`() throws {
        let error = #expect(throws: SetupError.self) {
            // A block that no machine has (RFC 5737).
            try ListenPort.requireFree(1024, at: try ListenAddresses("203.0.113.77"), advice: "choose another")
        }
        #expect(error?.description.hasPrefix("this machine has no address 203.0.113.77: ") == true)
    }
}
