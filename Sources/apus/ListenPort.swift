import CLinux
import Glibc
import Resources

/// Looks whether a port is free before anything else is done, and who has it.
enum ListenPort {
    /// - Parameters:
    ///   - port: of each address; 0 is always free.
    ///   - advice: what to do when it is not.
    /// - Throws: with the process that listens there, as far as this one may see it.
    static func requireFree(_ port: Int, at listens: ListenAddresses, advice: String) throws(SetupError) {
        guard port > 0, let port = UInt16(exactly: port) else { return }
        for address in listens.bound(hasIPv6: MachineAddress.hasIPv6) { try requireFree(port, at: address, advice) }
    }

    private static func requireFree(_ port: UInt16, at address: IPAddress, _ advice: String) throws(SetupError) {
        let probe = clinux_socket(address.socketFamily)
        guard probe >= 0 else { return }
        defer { close(probe) }
        // As the server will bind: connections of before that are not quite over are no obstacle.
        set(probe, SOL_SOCKET, SO_REUSEADDR, 1)
        if address.family == .v6 { set(probe, Int32(IPPROTO_IPV6), IPV6_V6ONLY, address.isUnspecified ? 0 : 1) }
        guard address.withSocketAddress(port: port, { bind(probe, $0, $1) }) != 0 else { return }
        let reason = errno
        let place = address.isUnspecified ? "port \(port)" : "port \(port) of \(address)"
        switch reason {
        case EADDRINUSE:
            throw SetupError("\(place) is taken\(listener(port, at: address).map { " by \($0)" } ?? ""): \(advice)")
        case EADDRNOTAVAIL:
            throw SetupError("this machine has no address \(address): --bind-address takes those that it has")
        default: throw SetupError("cannot listen on \(place): \(String(cString: strerror(reason))); \(advice)")
        }
    }

    private static func set(_ probe: Int32, _ level: Int32, _ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(probe, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// `process 123 (kube-apiserver)`; nil when there is none that this process may see.
    private static func listener(_ port: UInt16, at address: IPAddress) -> String? {
        let sockets = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap {
            ListeningSockets.inodes(port: port, at: address, in: SystemFiles.text($0) ?? "")
        }
        let links = Set(sockets.map { "socket:[\($0)]" })
        guard !links.isEmpty else { return nil }
        for process in SystemFiles.list("/proc") where Int32(process) != nil {
            let folder = "/proc/\(process)/fd"
            let open = SystemFiles.list(folder).compactMap { SystemFiles.link("\(folder)/\($0)") }
            guard open.contains(where: links.contains) else { continue }
            let name = SystemFiles.text("/proc/\(process)/comm")?.split(separator: "\n").first
            return "process \(process)\(name.map { " (\($0))" } ?? "")"
        }
        return nil
    }
}

/// The kernel's list of TCP sockets (proc_net_tcp in its documentation): a head, and then rows of
/// `sl local:port remote:port state …:… …:… … uid timeout inode`, numbers in hexadecimal but the last three.
enum ListeningSockets {
    /// The inodes of sockets that listen on that port, and keep another from listening at the address.
    static func inodes(port: UInt16, at address: IPAddress, in text: String) -> [String] {
        text.split(separator: "\n").dropFirst().compactMap { row in
            let fields = row.split(separator: " ", omittingEmptySubsequences: true)
            // TCP_LISTEN is 10 in the kernel's tcp_states.h.
            guard fields.count > 9, fields[3] == "0A" else { return nil }
            let local = fields[1].split(separator: ":")
            guard local.count == 2, UInt16(local[1], radix: 16) == port, let taken = Self.address(local[0]),
                excludes(taken, address)
            else { return nil }
            return String(fields[9])
        }
    }

    private static func excludes(_ taken: IPAddress, _ wanted: IPAddress) -> Bool {
        if taken == wanted || wanted.isUnspecified { return true }
        return taken.isUnspecified && (taken.family == wanted.family || taken.family == .v6)
    }

    /// One word of 32 bits or four, each in the machine's byte order.
    private static func address(_ hexadecimal: Substring) -> IPAddress? {
        guard hexadecimal.utf8.count == 8 || hexadecimal.utf8.count == 32, hexadecimal.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        var rest = hexadecimal
        var value: UInt128 = 0
        while !rest.isEmpty {
            guard let word = UInt32(rest.prefix(8), radix: 16) else { return nil }
            value = value << 32 | UInt128(UInt32(bigEndian: word))
            rest = rest.dropFirst(8)
        }
        return IPAddress(family: hexadecimal.utf8.count == 8 ? .v4 : .v6, value: value)
    }
}
