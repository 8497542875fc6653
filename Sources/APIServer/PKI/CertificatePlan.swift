import PKIX

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
