import CLinux
import Glibc
import Resources

/// The addresses by which other machines reach this one.
enum MachineAddress {
    /// Where questions about routes lead: blocks that are nobody's (RFC 5737, RFC 3849), so that the default route is asked.
    private static let elsewhere = [
        IPAddress.Family.v4: IPAddress(family: .v4, value: 0xc633_6401),
        .v6: IPAddress(family: .v6, value: 0x2001_0db8 << 96 | 1),
    ]
    /// Interfaces of containers, not of the machine.
    private static let bridges = ["apus-", "cni", "docker", "br-", "veth", "virbr"]

    /// The one that the machine takes on its default route, as kube-apiserver and the kubelet choose theirs; without such a
    /// route the first that others could reach. Nil: the machine has no address but its own loopback.
    ///
    /// - Parameter family: taken where the machine has both.
    static func primary(_ family: IPAddress.Family = .v4) -> IPAddress? {
        let families = [family, family == .v4 ? .v6 : .v4]
        let known = all
        return families.lazy.compactMap(source).first
            ?? families.lazy.compactMap { family in known.first { $0.family == family } }.first
    }

    /// What a node is reached by when nobody says otherwise: `primary`, or loopback, which does where all is on one machine.
    static var node: String { primary()?.description ?? "127.0.0.1" }

    /// All that others could reach it by: of interfaces that are up, without containers' bridges.
    static var all: [IPAddress] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [IPAddress] = []
        var next = list
        while let entry = next {
            next = entry.pointee.ifa_next
            let name = String(cString: entry.pointee.ifa_name)
            guard entry.pointee.ifa_flags & UInt32(IFF_UP) != 0, !bridges.contains(where: name.hasPrefix),
                let bytes = entry.pointee.ifa_addr, let address = IPAddress(socketAddress: bytes),
                address.isReachable, !found.contains(address)
            else { continue }
            found.append(address)
        }
        return found
    }

    /// Whether the kernel has sockets of IPv6.
    static var hasIPv6: Bool {
        let probe = clinux_socket(AF_INET6)
        guard probe >= 0 else { return false }
        close(probe)
        return true
    }

    /// What the kernel would send from. Connecting a datagram socket asks for the route and sends nothing.
    private static func source(_ family: IPAddress.Family) -> IPAddress? {
        guard let target = elsewhere[family] else { return nil }
        let probe = socket(target.socketFamily, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { return nil }
        defer { close(probe) }
        guard target.withSocketAddress(port: 9, { connect(probe, $0, $1) }) == 0 else { return nil }
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let found = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(probe, $0, &length) == 0 ? IPAddress(socketAddress: $0) : nil
            }
        }
        return found.flatMap { $0.isReachable ? $0 : nil }
    }
}

extension IPAddress {
    /// From other machines, and without saying by which interface.
    var isReachable: Bool { !isUnspecified && !isLoopback && !isLinkLocal && !isMulticast }
}
