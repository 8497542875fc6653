import Objects

/// A token with which a new node introduces itself: `abcdef.0123456789abcdef`, an id and a secret. The id names a Secret in
/// `kube-system` (Kubernetes, "Authenticating with Bootstrap Tokens").
struct BootstrapToken: Sendable {
    static let namespace = "kube-system"
    static let secretType = "bootstrap.kubernetes.io/token"
    let id: String
    let secret: [UInt8]

    /// Nil: not of that form.
    init?(_ token: [UInt8]) {
        guard token.count == 23, token[6] == UInt8(ascii: ".") else { return nil }
        func isPlain(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard token[..<6].allSatisfy(isPlain), token[7...].allSatisfy(isPlain) else { return nil }
        id = String(decoding: token[..<6], as: UTF8.self)
        secret = Array(token[7...])
    }

    var secretName: String { "bootstrap-token-\(id)" }

    /// Who holds the token, if the Secret says so and is of now.
    func identity(_ stored: Core.Secret, now: Int64) -> Identity? {
        let data = stored.data
        func text(_ key: String) -> String? { data[key].map { String(decoding: $0, as: UTF8.self) } }
        guard stored.type == Self.secretType, stored.metadata.deletionTimestamp == nil,
            let known = data["token-secret"], SecretBytes.areSame(known, secret), text("token-id") == id,
            text("usage-bootstrap-authentication") == "true"
        else { return nil }
        if let expiration = text("expiration"), !expiration.isEmpty {
            // A time that cannot be read is no reason to trust the token for ever.
            guard let time = try? Timestamp(rfc3339: expiration), time.seconds > now else { return nil }
        }
        var groups = [SystemGroup.bootstrappers]
        for group in (text("auth-extra-groups") ?? "").split(separator: ",") where !groups.contains(String(group)) {
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
        func isWord(_ byte: UInt8) -> Bool {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard let last = tail.last, tail.count <= 256, isWord(last) else { return false }
        return tail.allSatisfy { isWord($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    }
}
