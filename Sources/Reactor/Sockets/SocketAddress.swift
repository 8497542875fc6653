import Glibc

/// A socket address as the kernel takes it.
struct SocketAddress: Sendable {
    /// `sockaddr_storage` is as large and as aligned as any address.
    private var storage = sockaddr_storage()
    private var length: socklen_t = 0

    var family: Int32 { Int32(storage.ss_family) }

    static func unix(_ path: String) throws(ReactorError) -> SocketAddress {
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count <= ReactorLimits.unixPathBytes, !bytes.contains(0) else {
            throw ReactorError(
                .badAddress, "unix socket path must have 1 to \(ReactorLimits.unixPathBytes) bytes: \(path)")
        }
        var address = SocketAddress()
        var unix = sockaddr_un()
        unix.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &unix.sun_path) { $0.copyBytes(from: bytes) }
        withUnsafeBytes(of: unix) { source in
            withUnsafeMutableBytes(of: &address.storage) { $0.copyMemory(from: source) }
        }
        address.length = socklen_t(MemoryLayout<sockaddr_un>.size)
        return address
    }

    /// Resolves a host. With `numericOnly` it never blocks and answers an empty list for a name; otherwise it may ask
    /// the network.
    static func resolve(host: String, port: Int, numericOnly: Bool, toListen: Bool) throws(ReactorError)
        -> [SocketAddress]
    {
        guard (0...65_535).contains(port) else { throw ReactorError(.badAddress, "port out of range: \(port)") }
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | (numericOnly ? AI_NUMERICHOST : 0) | (toListen ? AI_PASSIVE : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, String(port), &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        if status == EAI_NONAME, numericOnly { return [] }
        guard status == 0 else {
            throw ReactorError(.badAddress, "cannot resolve \(host): \(String(cString: gai_strerror(status)))")
        }
        var addresses: [SocketAddress] = []
        var next = list
        while let info = next?.pointee {
            next = info.ai_next
            guard let source = info.ai_addr, Int(info.ai_addrlen) <= MemoryLayout<sockaddr_storage>.size else {
                continue
            }
            var address = SocketAddress()
            withUnsafeMutableBytes(of: &address.storage) {
                $0.copyMemory(from: UnsafeRawBufferPointer(start: source, count: Int(info.ai_addrlen)))
            }
            address.length = info.ai_addrlen
            addresses.append(address)
        }
        return addresses
    }

    /// Hands the address to a call such as `bind`.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }

    /// The port that a socket is bound to; nil for a unix socket.
    static func boundPort(of descriptor: Int32) -> Int? {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard status == 0 else { return nil }
        return withUnsafeBytes(of: storage) { bytes in
            switch Int32(storage.ss_family) {
            case AF_INET: return Int(UInt16(bigEndian: bytes.load(as: sockaddr_in.self).sin_port))
            case AF_INET6: return Int(UInt16(bigEndian: bytes.load(as: sockaddr_in6.self).sin6_port))
            default: return nil
            }
        }
    }
}
