/// What a certificate should say.
public struct CertificateRequest: Sendable, Equatable {
    public enum Usage: Sendable, Equatable {
        case authority, server, client
        /// A node's: it serves logs and calls the API server with the same name.
        case serverAndClient
    }
    /// Names the files: `pki/NAME.crt` and `pki/NAME.key`.
    public let name: String
    public let commonName: String
    public var organizations: [String]
    public let usage: Usage
    public var alternativeNames: Set<AlternativeName>

    public init(
        name: String, commonName: String, organizations: [String] = [], usage: Usage,
        alternativeNames: Set<AlternativeName> = []
    ) {
        self.name = name
        self.commonName = commonName
        self.organizations = organizations
        self.usage = usage
        self.alternativeNames = alternativeNames
    }
}

/// What a certificate that is there says.
public struct CertificateFacts: Sendable, Equatable {
    public var commonName: String
    public var organizations: [String]
    public var alternativeNames: Set<AlternativeName>
    /// Seconds since 1970.
    public var notAfter: Int
    /// The key beside it is its own.
    public var matchesKey: Bool
    /// The authority's key signed it.
    public var signedByAuthority: Bool

    public init(
        commonName: String, organizations: [String], alternativeNames: Set<AlternativeName>, notAfter: Int,
        matchesKey: Bool, signedByAuthority: Bool
    ) {
        self.commonName = commonName
        self.organizations = organizations
        self.alternativeNames = alternativeNames
        self.notAfter = notAfter
        self.matchesKey = matchesKey
        self.signedByAuthority = signedByAuthority
    }
}
