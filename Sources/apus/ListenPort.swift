import CLinux
import Glibc

/// Looks whether a port is free before anything else is done, and who has it.
enum ListenPort {
    /// - Parameters:
    ///   - port: on 127.0.0.1; 0 is always free.
    ///   - advice: what to do when it is not.
    /// - Throws: with the process that listens there, as far as this one may see it.
    static func requireFree(_ port: Int, advice: String) throws(SetupError) {
        guard port > 0, let port = UInt16(exactly: port) else { return }
        let probe = clinux_socket(AF_INET)
        guard probe >= 0 else { return }
        defer { close(probe) }
        // As the server will bind: connections of before that are not quite over are no obstacle.
        var yes: Int32 = 1
        setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let status = withUnsafePointer(to: &address) {
            // bind(2) takes every family's address by the head that they share.
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status != 0 else { return }
        guard errno == EADDRINUSE else {
            throw SetupError("cannot listen on port \(port) of 127.0.0.1: \(SystemFiles.reason()); \(advice)")
        }
        throw SetupError("port \(port) of 127.0.0.1 is taken\(listener(port).map { " by \($0)" } ?? ""): \(advice)")
    }

    /// `process 123 (kube-apiserver)`; nil when there is none that this process may see.
    private static func listener(_ port: UInt16) -> String? {
        let sockets = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap {
            ListeningSockets.inodes(port: port, in: SystemFiles.text($0) ?? "")
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
    /// The inodes of sockets that listen on that port of 127.0.0.1 or of all addresses.
    static func inodes(port: UInt16, in text: String) -> [String] {
        text.split(separator: "\n").dropFirst().compactMap { row in
            let fields = row.split(separator: " ", omittingEmptySubsequences: true)
            // TCP_LISTEN is 10 in the kernel's tcp_states.h.
            guard fields.count > 9, fields[3] == "0A" else { return nil }
            let local = fields[1].split(separator: ":")
            guard local.count == 2, UInt16(local[1], radix: 16) == port,
                local[0] == "0100007F" || local[0].allSatisfy({ $0 == "0" })
            else { return nil }
            return String(fields[9])
        }
    }
}
