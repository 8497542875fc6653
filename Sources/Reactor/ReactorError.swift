import Glibc

/// Why a socket, a certificate or a handshake could not be used.
public struct ReactorError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: Sendable, Equatable {
        /// A host name that does not resolve, a unix path that is too long, a port out of range.
        case badAddress
        /// The address is taken, or this user may not bind it.
        case cannotListen
        case cannotConnect
        /// A certificate or key that cannot be read, or that do not belong together.
        case badCertificate
        /// The TLS handshake failed: no common version or protocol, or a certificate that was refused.
        case handshakeFailed
        /// The connection broke.
        case connectionLost
        case timedOut
        /// The kernel refused a descriptor, memory or a thread.
        case outOfResources
    }
    public let code: Code
    public let message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// With the reason that the kernel gave (`errno`, positive).
    init(_ code: Code, _ what: String, errno number: Int32) {
        self.init(code, "\(what): \(String(cString: strerror(number)))")
    }

    public var description: String { message }
}
