import Glibc

/// The address by which other machines reach this one.
enum MachineAddress {
    /// The first IPv4 address that is not loopback and not a bridge's own; 127.0.0.1 when there is none.
    static var primary: String {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return "127.0.0.1" }
        defer { freeifaddrs(list) }
        var next = list
        while let entry = next {
            next = entry.pointee.ifa_next
            let name = String(cString: entry.pointee.ifa_name)
            let isUp = entry.pointee.ifa_flags & UInt32(IFF_UP) != 0
            guard isUp, let address = entry.pointee.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
                name != "lo",
                !["apus-", "cni", "docker", "br-", "veth", "virbr"].contains(where: name.hasPrefix)
            else { continue }
            var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
            let shown = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                inet_ntop(AF_INET, &$0.pointee.sin_addr, &text, socklen_t(text.count))
            }
            if shown != nil {
                return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            }
        }
        return "127.0.0.1"
    }
}
