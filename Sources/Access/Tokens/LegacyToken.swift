import Objects
import Wire

/// A ServiceAccount's token that is kept in a Secret and does not end: it is good as long as the Secret holds it (Kubernetes,
/// "Manually create a long-lived API token for a ServiceAccount").
public enum LegacyToken {
    public static let secretType = "kubernetes.io/service-account-token"
    /// Annotations of the Secret.
    public static let accountName = "kubernetes.io/service-account.name"
    public static let accountUID = "kubernetes.io/service-account.uid"
    /// Labels of the Secret: the day on which its token was last used, and the one since which it counts no more.
    public static let lastUsed = "kubernetes.io/legacy-token-last-used"
    public static let invalidSince = "kubernetes.io/legacy-token-invalid-since"
    /// The ConfigMap that says, under `trackedSince`, since which day the use of tokens is noted.
    public static let trackingNamespace = "kube-system"
    public static let trackingMap = "kube-apiserver-legacy-service-account-token-tracking"
    public static let trackedSince = "since"
    /// Keys of the Secret's data.
    public static let tokenKey = "token"

    static let issuer = "kubernetes/serviceaccount"
    static let namespaceClaim = "kubernetes.io/serviceaccount/namespace"
    static let secretClaim = "kubernetes.io/serviceaccount/secret.name"
    static let nameClaim = "kubernetes.io/serviceaccount/service-account.name"
    static let uidClaim = "kubernetes.io/serviceaccount/service-account.uid"

    /// The day of a moment (seconds since 1970) as labels have it: `2026-01-31`, UTC.
    public static func day(_ seconds: Int64) -> String {
        String(Timestamp(seconds: seconds, nanoseconds: 0).rfc3339.prefix(10))
    }

    /// When such a day began, in seconds since 1970; nil: the text is none.
    public static func midnight(_ day: String) -> Int64? {
        (try? Timestamp(rfc3339: day + "T00:00:00Z")).map(\.seconds)
    }

    /// - Returns: nil: the key cannot sign.
    public static func make(
        secret: String, account: ServiceAccountName, uid: String, signedBy key: TokenKey
    ) -> String? {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in [
            ("iss", issuer), (namespaceClaim, account.namespace), (secretClaim, secret), (nameClaim, account.name),
            (uidClaim, uid), ("sub", account.user),
        ] {
            writer.key(name)
            writer.string(value)
        }
        writer.endObject()
        return JSONWebToken.make(writer.bytes, signedBy: key)
    }

    /// Refuses a token that its Secret does not hold any more, or that somebody has marked.
    ///
    /// - Returns: the Secret that holds it.
    static func check(_ token: [UInt8], _ secret: Core.Secret?) throws(TokenError) -> ProvenToken.Holder {
        guard let secret, secret.type == secretType, secret.metadata.deletionTimestamp == nil else {
            throw .revoked("service account token has been invalidated")
        }
        guard let held = secret.data[tokenKey], SecretBytes.areSame(held, token) else {
            throw .revoked("token does not match server's copy")
        }
        let metadata = secret.metadata
        guard (metadata.labels[invalidSince] ?? "").isEmpty else {
            throw .revoked(
                "the token in secret \(metadata.namespace)/\(metadata.name) has been marked invalid; remove the "
                    + "'\(invalidSince)' label from the secret to allow use of this token")
        }
        return ProvenToken.Holder(
            namespace: metadata.namespace, name: metadata.name, lastUsed: metadata.labels[lastUsed] ?? "")
    }
}
