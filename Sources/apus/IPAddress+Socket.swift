import Glibc
import Resources

/// An address as the kernel takes and gives it. The kernel's structures are of several sizes behind one pointer, which is
/// why pointers are needed here.
extension IPAddress {
    /// `AF_INET` or `AF_INET6`.
    var socketFamily: Int32 { family == .v4 ? AF_INET : AF_INET6 }

    /// Nil: it is of another family.
    ///
    /// - Parameter socketAddress: a whole `sockaddr_in` or `sockaddr_in6`, where its family says so.
    init?(socketAddress: UnsafePointer<sockaddr>) {
        switch Int32(socketAddress.pointee.sa_family) {
        case AF_INET:
            let bits = socketAddress.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt32(bigEndian: $0.pointee.sin_addr.s_addr)
            }
            self.init(family: .v4, value: UInt128(bits))
        case AF_INET6:
            let bits = socketAddress.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr) { bytes in bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
                }
            }
            self.init(family: .v6, value: bits)
        default: return nil
        }
    }

    /// Hands it with a port to a call such as `bind`.
    func withSocketAddress<Result>(
        port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        switch family {
        case .v4:
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = UInt32(truncatingIfNeeded: value).bigEndian
            return withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        case .v6:
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            withUnsafeMutableBytes(of: &address.sin6_addr) { bytes in
                for index in bytes.indices {
                    bytes[index] = UInt8(truncatingIfNeeded: value >> UInt128(120 - 8 * index))
                }
            }
            return withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        }
    }
}
