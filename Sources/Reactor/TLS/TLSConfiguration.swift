import Glibc

/// PEM text: certificates or a private key.
public enum PEM: Sendable, Equatable {
    case bytes([UInt8])
    /// Read each time the configuration is made into a context.
    case file(String)

    func load() throws(ReactorError) -> [UInt8] {
        switch self {
        case .bytes(let bytes): return bytes
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw ReactorError(.badCertificate, "cannot read \(path)", errno: errno) }
            defer { _ = close(descriptor) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 16 * 1024)
            while true {
                let count = read(descriptor, &chunk, chunk.count)
                guard count >= 0 else { throw ReactorError(.badCertificate, "cannot read \(path)", errno: errno) }
                if count == 0 { return bytes }
                bytes.append(contentsOf: chunk[..<count])
                guard bytes.count <= ReactorLimits.pemBytes else {
                    throw ReactorError(.badCertificate, "\(path) is too large for PEM text")
                }
            }
        }
    }
}

/// How a server proves who it is, and whom it believes. TLS 1.3 only.
public struct TLSServerConfiguration: Sendable {
    /// The server's certificate, then its intermediates.
    public var certificateChain: PEM
    public var privateKey: PEM
    /// Authorities for client certificates. A client without a certificate is let in, one with a certificate that
    /// these did not sign is not. Nil: clients are not asked.
    public var clientAuthorities: PEM?
    /// Application protocols (ALPN), the preferred first. A client that offers none of them is refused.
    public var applicationProtocols: [String]

    public init(
        certificateChain: PEM, privateKey: PEM, clientAuthorities: PEM?, applicationProtocols: [String] = ["h2"]
    ) {
        self.certificateChain = certificateChain
        self.privateKey = privateKey
        self.clientAuthorities = clientAuthorities
        self.applicationProtocols = applicationProtocols
    }
}

/// How a client checks its server, and what it shows of itself. TLS 1.3 only.
public struct TLSClientConfiguration: Sendable {
    public enum Verification: Sendable {
        /// The certificate must be signed by one of these and carry the server's name.
        case authorities(PEM)
        /// The same with the machine's own authorities (`/etc/ssl/certs`).
        case systemAuthorities
        /// Anyone may answer. For an operator who asked for it.
        case none
    }
    public var verification: Verification
    /// The client's certificate and its key.
    public var identity: (certificateChain: PEM, privateKey: PEM)?
    /// The name to expect, if it is not the host that is connected to.
    public var serverName: String?
    public var applicationProtocols: [String]

    public init(
        verification: Verification, identity: (certificateChain: PEM, privateKey: PEM)? = nil,
        serverName: String? = nil, applicationProtocols: [String] = ["h2"]
    ) {
        self.verification = verification
        self.identity = identity
        self.serverName = serverName
        self.applicationProtocols = applicationProtocols
    }
}
