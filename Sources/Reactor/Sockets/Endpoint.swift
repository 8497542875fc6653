/// Where to listen or to connect.
public enum Endpoint: Sendable, Hashable, CustomStringConvertible {
    /// A host name or an IPv4 or IPv6 address (without brackets), and a port; port 0 asks the kernel for a free one.
    /// Who listens at `::` listens at all addresses of both families.
    case tcp(host: String, port: Int)
    /// The path of a unix socket.
    case unix(path: String)

    var isAllAddresses: Bool {
        if case .tcp("::", _) = self { true } else { false }
    }

    public var description: String {
        switch self {
        case .tcp(let host, let port):
            return host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): return "unix:\(path)"
        }
    }
}
