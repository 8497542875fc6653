public import Objects

/// Issues and verifies the tokens of ServiceAccounts. Pure but for the signatures: what a token is bound to is asked from the
/// caller.
public struct ServiceAccountTokens: Sendable {
    /// What kube-apiserver takes when it is not told: the name under which pods reach the API server.
    public static let defaultIssuer = "https://kubernetes.default.svc.cluster.local"

    /// The first signs, all are accepted: an issuer that was renamed goes on to accept what it issued.
    public let issuers: [String]
    /// Whom tokens are for when nobody says; a request's token must be for one of these.
    public let audiences: [String]
    public let keys: KeySet
    let signer: TokenKey?

    /// - Parameters:
    ///   - audiences: empty: the first issuer.
    ///   - signer: nil: tokens are verified but not issued.
    public init(issuers: [String], audiences: [String], signer: TokenKey?, keys: [TokenKey]) {
        self.issuers = issuers
        self.audiences = audiences.isEmpty ? Array(issuers.prefix(1)) : audiences
        self.signer = signer
        self.keys = KeySet((signer.map { [$0] } ?? []) + keys)
    }

    public var issuer: String { issuers.first ?? Self.defaultIssuer }

    /// A signed token; nil: there is no key to sign with.
    public func issue(_ claims: ServiceAccountClaims) -> String? {
        signer.flatMap { JSONWebToken.make(claims.json, signedBy: $0) }
    }

    /// What a token with a good signature says. Whether it is of now, for whom, and whether its account still exists, is
    /// asked by `check` and by `BoundObjects`.
    func claims(_ token: [UInt8]) throws(TokenError) -> ServiceAccountClaims {
        let parsed = try JSONWebToken(token)
        guard parsed.isSigned(by: keys) else { throw .badSignature }
        return try ServiceAccountClaims(json: parsed.payload)
    }

    /// - Parameters:
    ///   - audiences: one of them must be among the token's; empty: those of this server.
    ///   - now: seconds since 1970.
    /// - Returns: those of `audiences` that the token is for.
    func check(
        _ claims: ServiceAccountClaims, audiences wanted: [String], now: Int64
    ) throws(TokenError) -> [String] {
        guard issuers.contains(where: { ExactText.same($0, claims.issuer) }) else { throw .wrongIssuer }
        let wanted = wanted.isEmpty ? audiences : wanted
        let common = wanted.filter { one in claims.audiences.contains { ExactText.same($0, one) } }
        guard !common.isEmpty else { throw .wrongAudience(claims.audiences, wanted: wanted) }
        guard claims.expires > now &- AccessLimits.clockSkewSeconds else { throw .expired }
        guard claims.notBefore <= now &+ AccessLimits.clockSkewSeconds else { throw .notYetValid }
        return common
    }
}

/// What a token proves.
public struct ProvenToken: Sendable, Hashable {
    public let identity: Identity
    /// Those of the audiences that were asked for that the token is for; empty when its kind has none.
    public let audiences: [String]
    /// Set when the holder should have asked for a new token by now: seconds since 1970.
    public let staleSince: Int64?
    /// Nil: no Secret holds the token.
    public let holder: Holder?

    /// The Secret of a token that does not end.
    public struct Holder: Sendable, Hashable {
        public let namespace: String
        public let name: String
        /// The day that its label says: `2026-11-21`, or nothing.
        public let lastUsed: String
    }

    public init(_ identity: Identity, audiences: [String] = [], staleSince: Int64? = nil, holder: Holder? = nil) {
        self.holder = holder
        self.identity = identity
        self.audiences = audiences
        self.staleSince = staleSince
    }
}

/// The objects that tokens are bound to, as they are now.
public protocol BoundObjects: Sendable {
    /// The uid of the object; nil: there is none.
    /// - Parameter kind: `ServiceAccount`, `Pod`, `Secret`, `Node`.
    func uid(kind: BoundKind, namespace: String, name: String) -> String?
    /// A Secret that holds a token; nil: there is none.
    func secret(namespace: String, name: String) -> Core.Secret?
}

/// What a ServiceAccount's token may be bound to, beside the account.
public enum BoundKind: String, Sendable, Hashable {
    case serviceAccount = "ServiceAccount"
    case pod = "Pod"
    case secret = "Secret"
    case node = "Node"
}

extension ServiceAccountClaims {
    /// Refuses a token whose account, or what it is bound to, is gone or has been made anew.
    func check(_ objects: some BoundObjects) throws(TokenError) {
        let account = objects.uid(kind: .serviceAccount, namespace: namespace, name: serviceAccount.name)
        guard let account else {
            throw .revoked("service account \(namespace)/\(serviceAccount.name) has been deleted")
        }
        guard account == serviceAccount.uid else {
            throw .revoked("service account UID (\(account)) does not match claim (\(serviceAccount.uid))")
        }
        for (kind, reference) in [(BoundKind.pod, pod), (.secret, secret)] {
            guard let reference else { continue }
            guard let uid = objects.uid(kind: kind, namespace: namespace, name: reference.name),
                uid == reference.uid
            else { throw .revoked("\(kind.rawValue.lowercased()) \(reference.name) is gone") }
        }
        // A node's name beside a pod's only says where the pod ran; alone it is what the token is bound to.
        if let node, pod == nil, secret == nil {
            guard let uid = objects.uid(kind: .node, namespace: "", name: node.name), uid == node.uid else {
                throw .revoked("node \(node.name) is gone")
            }
        }
    }

    /// Who holds the token.
    var identity: Identity {
        var extra = StringMap<[String]>()
        if !id.isEmpty { extra["authentication.kubernetes.io/credential-id"] = ["JTI=\(id)"] }
        for (kind, reference) in [("node", node), ("pod", pod)] {
            guard let reference else { continue }
            extra["authentication.kubernetes.io/\(kind)-name"] = [reference.name]
            if !reference.uid.isEmpty { extra["authentication.kubernetes.io/\(kind)-uid"] = [reference.uid] }
        }
        return Identity(account.user, uid: serviceAccount.uid, groups: account.groups, extra: extra)
    }
}
