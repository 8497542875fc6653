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
    static let invalidSince = "kubernetes.io/legacy-token-invalid-since"
    /// Keys of the Secret's data.
    public static let tokenKey = "token"

    static let issuer = "kubernetes/serviceaccount"
    static let namespaceClaim = "kubernetes.io/serviceaccount/namespace"
    static let secretClaim = "kubernetes.io/serviceaccount/secret.name"
    static let nameClaim = "kubernetes.io/serviceaccount/service-account.name"
    static let uidClaim = "kubernetes.io/serviceaccount/service-account.uid"

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
