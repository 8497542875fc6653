import Objects

/// A token with which a new node introduces itself: `abcdef.0123456789abcdef`, an id and a secret. The id names a Secret in
/// `kube-system` (Kubernetes, "Authenticating with Bootstrap Tokens").
struct BootstrapToken: Sendable {
    let id: String
    let secret: [UInt8]

    /// Nil: not of that form.
    init?(_ token: [UInt8]) {
        guard token.count == 23, token[6] == UInt8(ascii: ".") else { return nil }
        guard token[..<6].allSatisfy(BootstrapSecret.isPlain), token[7...].allSatisfy(BootstrapSecret.isPlain) else {
            return nil
        }
        id = String(decoding: token[..<6], as: UTF8.self)
        secret = Array(token[7...])
    }

    var secretName: String { BootstrapSecret.namePrefix + id }

    /// Who holds the token, if the Secret says so and is of now.
    func identity(_ stored: Core.Secret, now: Int64) -> Identity? {
        let kept = BootstrapSecret(stored)
        guard stored.type == BootstrapSecret.type, stored.metadata.deletionTimestamp == nil,
            let known = stored.data["token-secret"], SecretBytes.areSame(known, secret), kept.text("token-id") == id,
            kept.text("usage-bootstrap-authentication") == "true", !kept.end.isOver(now: now)
        else { return nil }
        var groups = [SystemGroup.bootstrappers]
        for group in kept.text("auth-extra-groups").split(separator: ",") where !groups.contains(String(group)) {
            guard Self.isBootstrapGroup(group) else { return nil }
            groups.append(String(group))
        }
        return Identity(SystemUser.bootstrapPrefix + id, groups: groups.sorted())
    }

    /// `system:bootstrappers:` and up to 256 of a-z, 0-9, `:` and `-`, the last no sign.
    private static func isBootstrapGroup(_ group: Substring) -> Bool {
        let prefix = SystemGroup.bootstrappers + ":"
        guard group.utf8.starts(with: prefix.utf8) else { return false }
        let tail = Array(group.utf8.dropFirst(prefix.utf8.count))
        guard let last = tail.last, tail.count <= 256, BootstrapSecret.isPlain(last) else { return false }
        return tail.allSatisfy { BootstrapSecret.isPlain($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    }
}
