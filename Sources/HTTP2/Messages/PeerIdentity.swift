internal import Reactor

/// Who is at the other end, as the TLS handshake proved.
public struct PeerIdentity: Sendable, Equatable {
    /// The certificate's subject common name and organizations (Kubernetes: user name and groups).
    public var commonName: String
    public var organizations: [String]

    public init(commonName: String, organizations: [String]) {
        self.commonName = commonName
        self.organizations = organizations
    }

    init(_ subject: CertificateSubject) {
        self.init(commonName: subject.commonName, organizations: subject.organizations)
    }
}
