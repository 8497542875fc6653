import Objects
import Synchronization

/// Finds out whose a bearer token is: of the token file, of a ServiceAccount, or of a bootstrap Secret.
public final class TokenAuthenticator: Sendable {
    public let serviceAccounts: ServiceAccountTokens
    private let file: TokenFile
    private let acceptsBootstrapTokens: Bool
    private let verified = Mutex(VerifiedTokens())

    public init(
        serviceAccounts: ServiceAccountTokens, file: TokenFile = TokenFile(), acceptsBootstrapTokens: Bool = true
    ) {
        self.serviceAccounts = serviceAccounts
        self.file = file
        self.acceptsBootstrapTokens = acceptsBootstrapTokens
    }

    /// - Parameters:
    ///   - token: as it was shown, at most `AccessLimits.tokenBytes` long.
    ///   - audiences: for whom it must be; empty: for this server. Tokens of the file and of bootstrap Secrets are for this
    ///     server alone.
    ///   - now: seconds since 1970.
    public func authenticate(
        _ token: [UInt8], audiences: [String] = [], objects: some BoundObjects, now: Int64
    ) throws(TokenError) -> ProvenToken {
        guard !token.isEmpty, token.count <= AccessLimits.tokenBytes else { throw .malformed }
        if let identity = file.identity(token) {
            return ProvenToken(identity.authenticated, audiences: try own(audiences))
        }
        if acceptsBootstrapTokens, let bootstrap = BootstrapToken(token) {
            guard let secret = objects.secret(namespace: BootstrapSecret.namespace, name: bootstrap.secretName),
                let identity = bootstrap.identity(secret, now: now)
            else { throw .malformed }
            return ProvenToken(identity.authenticated, audiences: try own(audiences))
        }
        let claims = try claims(token, now: now)
        if let secret = claims.keptIn {
            try claims.check(objects)
            let holder = try LegacyToken.check(token, objects.secret(namespace: claims.namespace, name: secret))
            return ProvenToken(claims.identity.authenticated, audiences: try own(audiences), holder: holder)
        }
        let common = try serviceAccounts.check(claims, audiences: audiences, now: now)
        try claims.check(objects)
        let stale = claims.warnAfter.flatMap { $0 < now ? $0 : nil }
        return ProvenToken(claims.identity.authenticated, audiences: common, staleSince: stale)
    }

    private func own(_ audiences: [String]) throws(TokenError) -> [String] {
        if audiences.isEmpty { return serviceAccounts.audiences }
        let common = audiences.filter(serviceAccounts.audiences.contains)
        guard !common.isEmpty else { throw .malformed }
        return common
    }

    private func claims(_ token: [UInt8], now: Int64) throws(TokenError) -> ServiceAccountClaims {
        let digest = Digest(token)
        if let known = verified.withLock({ $0.claims(digest) }) { return known }
        let claims = try serviceAccounts.claims(token)
        verified.withLock { $0.insert(claims, digest, now: now) }
        return claims
    }
}
