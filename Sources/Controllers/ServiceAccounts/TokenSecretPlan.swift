import Access
import Objects

/// What becomes of a Secret that is to hold a ServiceAccount's token. Pure.
struct TokenSecretPlan: Sendable {
    enum Step: Equatable {
        case nothing
        /// Its account is gone, or is another one by now.
        case delete
        case write(Core.Secret)
    }

    /// The cluster's authority, PEM; empty: it is not told.
    let authority: String
    let key: TokenKey

    func step(_ secret: Core.Secret, account: Core.ServiceAccount?) -> Step {
        let annotations = secret.metadata.annotations
        guard !secret.metadata.isDeleting, annotations[LegacyToken.accountName]?.isEmpty == false else {
            return .nothing
        }
        guard let account, account.metadata.name == annotations[LegacyToken.accountName] else { return .delete }
        let known = annotations[LegacyToken.accountUID] ?? ""
        guard known.isEmpty || known == account.metadata.uid else { return .delete }
        var written = secret
        written.metadata.annotations[LegacyToken.accountUID] = account.metadata.uid
        if !authority.isEmpty { written.data["ca.crt"] = Array(authority.utf8) }
        if written.data["namespace"]?.isEmpty ?? true {
            written.data["namespace"] = Array(secret.metadata.namespace.utf8)
        }
        if written.data[LegacyToken.tokenKey]?.isEmpty ?? true {
            let name = ServiceAccountName(namespace: secret.metadata.namespace, name: account.metadata.name)
            let token = LegacyToken.make(
                secret: secret.metadata.name, account: name, uid: account.metadata.uid, signedBy: key)
            guard let token else { return .nothing }
            written.data[LegacyToken.tokenKey] = Array(token.utf8)
        }
        return written == secret ? .nothing : .write(written)
    }
}
