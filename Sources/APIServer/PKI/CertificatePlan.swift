/// What a certificate should say.
struct CertificateRequest: Sendable, Equatable {
    enum Usage: Sendable, Equatable {
        case authority, server, client
        /// A node's: it serves logs and calls the API server with the same name.
        case serverAndClient
    }
    /// Names the files: `pki/NAME.crt` and `pki/NAME.key`.
    let name: String
    let commonName: String
    var organizations: [String] = []
    let usage: Usage
    var alternativeNames: Set<AlternativeName> = []
}

/// What a certificate that is there says.
struct CertificateFacts: Sendable, Equatable {
    var commonName: String
    var organizations: [String]
    var alternativeNames: Set<AlternativeName>
    /// Seconds since 1970.
    var notAfter: Int
    /// The key beside it is its own.
    var matchesKey: Bool
    /// The authority's key signed it.
    var signedByAuthority: Bool
}

/// What is to be done about one certificate.
enum CertificateStep: Sendable, Equatable {
    case keep
    /// Made with a new key.
    case make(reason: String)
    /// Made again over the key that is there, so that what the authority has signed stays good.
    case renewKeepingKey(reason: String)

    var reason: String {
        switch self {
        case .keep: "in order"
        case .make(let reason), .renewKeepingKey(let reason): reason
        }
    }
}

/// Decides which certificates are to be made or renewed: a pure function of what is there.
enum CertificatePlan {
    /// The authority's step. Its key is never replaced: every kubeconfig that was handed out hangs on it.
    /// - Parameters:
    ///   - found: nil when neither certificate nor key is there.
    ///   - now: seconds since 1970.
    static func authority(_ found: CertificateFacts?, now: Int) -> CertificateStep {
        guard let found else { return .make(reason: "missing") }
        return expiry(found, now: now).map { .renewKeepingKey(reason: $0) } ?? .keep
    }

    /// A server's or client's step.
    static func leaf(_ request: CertificateRequest, _ found: CertificateFacts?, now: Int) -> CertificateStep {
        guard let found else { return .make(reason: "missing") }
        if !found.matchesKey { return .make(reason: "its key is another one's") }
        if !found.signedByAuthority { return .make(reason: "signed by another authority") }
        if found.commonName != request.commonName || Set(found.organizations) != Set(request.organizations) {
            return .make(reason: "made for \(found.commonName)")
        }
        if found.alternativeNames != request.alternativeNames { return .make(reason: "its names have changed") }
        return expiry(found, now: now).map { .make(reason: $0) } ?? .keep
    }

    private static func expiry(_ found: CertificateFacts, now: Int) -> String? {
        let left = found.notAfter &- now
        if left <= 0 { return "expired" }
        return left < PKILimits.renewalSeconds ? "expires in \(left / 86400) days" : nil
    }
}
