import Wire

/// What a bound ServiceAccount token says: the registered claims of RFC 7519, and under `kubernetes.io` whose it is and
/// what it is bound to.
public struct ServiceAccountClaims: Sendable, Hashable {
    /// An object that the token ends with.
    public struct Reference: Sendable, Hashable {
        public let name: String
        public let uid: String

        public init(name: String, uid: String) {
            self.name = name
            self.uid = uid
        }
    }
    public var issuer: String
    public var audiences: [String]
    /// Seconds since 1970, as all times here.
    public var issuedAt: Int64
    public var notBefore: Int64
    public var expires: Int64
    /// The token's own id.
    public var id: String
    public var namespace: String
    public var serviceAccount: Reference
    public var pod: Reference?
    public var secret: Reference?
    public var node: Reference?
    /// The Secret that holds the token, which is then one that does not end (`LegacyToken`); nil: none does.
    public var keptIn: String?
    /// When the holder should have asked for a new one: tokens of pods live on beyond it, for clients that do not.
    public var warnAfter: Int64?

    /// - Parameter lifetime: seconds.
    public init(
        issuer: String, audiences: [String], now: Int64, lifetime: Int64, id: String, namespace: String,
        serviceAccount: Reference
    ) {
        self.issuer = issuer
        self.audiences = audiences
        issuedAt = now
        notBefore = now
        expires = now &+ lifetime
        self.id = id
        self.namespace = namespace
        self.serviceAccount = serviceAccount
    }

    public var account: ServiceAccountName { ServiceAccountName(namespace: namespace, name: serviceAccount.name) }

    // MARK: Writing

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("aud")
        writer.beginArray()
        for audience in audiences { writer.string(audience) }
        writer.endArray()
        Self.write("exp", expires, to: &writer)
        Self.write("iat", issuedAt, to: &writer)
        Self.write("iss", issuer, to: &writer)
        Self.write("jti", id, to: &writer)
        writer.key("kubernetes.io")
        writer.beginObject()
        Self.write("namespace", namespace, to: &writer)
        for (key, reference) in [
            ("node", node), ("pod", pod), ("secret", secret), ("serviceaccount", serviceAccount),
        ] {
            guard let reference else { continue }
            writer.key(key)
            writer.beginObject()
            Self.write("name", reference.name, to: &writer)
            if !reference.uid.isEmpty { Self.write("uid", reference.uid, to: &writer) }
            writer.endObject()
        }
        if let warnAfter { Self.write("warnafter", warnAfter, to: &writer) }
        writer.endObject()
        Self.write("nbf", notBefore, to: &writer)
        Self.write("sub", account.user, to: &writer)
        writer.endObject()
        return writer.bytes
    }

    private static func write(_ key: String, _ value: String, to writer: inout JSONWriter) {
        writer.key(key)
        writer.string(value)
    }

    private static func write(_ key: String, _ value: Int64, to writer: inout JSONWriter) {
        writer.key(key)
        writer.int(Int(value))
    }
}

extension ServiceAccountClaims {
    /// Reads claims that a good signature covers; the reader that follows is as strict all the same.
    ///
    /// - Throws: `malformed` for what is no ServiceAccount's token.
    init(json: [UInt8]) throws(TokenError) {
        do throws(WireError) {
            var reader = ClaimReader(json)
            try reader.read()
            guard let claims = reader.claims else { throw ClaimReader.failure }
            self = claims
        } catch { throw .malformed }
    }
}

/// Fills claims in as they stand in the text.
private struct ClaimReader {
    static let failure = WireError(.invalidJSON, at: 0, "claims that are not understood")

    private var reader: JSONReader
    private var texts: [String: String] = [:]
    private var numbers: [String: Int64] = [:]
    private var references: [String: ServiceAccountClaims.Reference] = [:]
    private var audiences: [String] = []

    init(_ json: [UInt8]) { reader = JSONReader(json) }

    mutating func read() throws(WireError) {
        try members { (key, reader: inout ClaimReader) throws(WireError) in
            switch key {
            case "iss", "sub", "jti", LegacyToken.namespaceClaim, LegacyToken.secretClaim, LegacyToken.nameClaim,
                LegacyToken.uidClaim:
                reader.texts[key] = try reader.reader.string()
            case "exp", "nbf", "iat": reader.numbers[key] = try reader.time()
            case "aud": try reader.readAudiences()
            case "kubernetes.io": try reader.readPrivate()
            default: _ = try reader.reader.skipValue()
            }
        }
        try reader.finish()
    }

    private mutating func readPrivate() throws(WireError) {
        try members { (key, reader: inout ClaimReader) throws(WireError) in
            switch key {
            case "namespace": reader.texts[key] = try reader.reader.string()
            case "warnafter": reader.numbers[key] = try reader.time()
            case "serviceaccount", "pod", "secret", "node": try reader.readReference(key)
            default: _ = try reader.reader.skipValue()
            }
        }
    }

    private mutating func readReference(_ name: String) throws(WireError) {
        guard try reader.peek() == .object else { return _ = try reader.skipValue() }
        texts["ref.name"] = nil
        texts["ref.uid"] = nil
        try members { (key, reader: inout ClaimReader) throws(WireError) in
            switch key {
            case "name", "uid": reader.texts["ref.\(key)"] = try reader.reader.string()
            default: _ = try reader.reader.skipValue()
            }
        }
        references[name] = .init(name: texts["ref.name"] ?? "", uid: texts["ref.uid"] ?? "")
    }

    /// One text, or a list of them (RFC 7519, section 4.1.3).
    private mutating func readAudiences() throws(WireError) {
        if try reader.peek() == .string {
            audiences = [try reader.string()]
            return
        }
        try reader.beginArray()
        while try reader.nextElement() {
            guard audiences.count < AccessLimits.tokenAudiences else { throw Self.failure }
            audiences.append(try reader.string())
        }
    }

    /// Seconds since 1970, perhaps with a fraction, which is dropped.
    private mutating func time() throws(WireError) -> Int64 {
        let number = try reader.number()
        if let whole = number.integer { return Int64(whole) }
        guard let value = reader.double(number), value.magnitude < 1e15 else { throw Self.failure }
        return Int64(value)
    }

    /// The members of the object that comes next. A name that stands twice is refused.
    private mutating func members(
        _ each: (String, inout ClaimReader) throws(WireError) -> Void
    ) throws(WireError) {
        try reader.beginObject()
        var known: Set<String> = []
        while let (range, escapes) = try reader.nextKey() {
            let key = try reader.text(range, hasEscapes: escapes)
            guard known.insert(key).inserted else { throw Self.failure }
            try each(key, &self)
        }
    }

    /// Nil: a claim is missing that every bound token has, or the subject is another one than the private claims say.
    var claims: ServiceAccountClaims? {
        if let kept = keptClaims { return kept }
        guard let issuer = texts["iss"], let subject = texts["sub"], let namespace = texts["namespace"],
            let account = references["serviceaccount"], !account.uid.isEmpty, let expires = numbers["exp"],
            subject == ServiceAccountName(namespace: namespace, name: account.name).user
        else { return nil }
        let issuedAt = numbers["iat"] ?? 0
        var claims = ServiceAccountClaims(
            issuer: issuer, audiences: audiences, now: issuedAt, lifetime: 0, id: texts["jti"] ?? "",
            namespace: namespace, serviceAccount: account)
        claims.notBefore = numbers["nbf"] ?? issuedAt
        claims.expires = expires
        claims.pod = references["pod"]
        claims.secret = references["secret"]
        claims.node = references["node"]
        claims.warnAfter = numbers["warnafter"]
        return claims
    }

    /// Those of a token that is kept in a Secret.
    private var keptClaims: ServiceAccountClaims? {
        guard texts["iss"] == LegacyToken.issuer, let namespace = texts[LegacyToken.namespaceClaim],
            let secret = texts[LegacyToken.secretClaim], !secret.isEmpty, let name = texts[LegacyToken.nameClaim],
            let uid = texts[LegacyToken.uidClaim], !uid.isEmpty,
            texts["sub"] == ServiceAccountName(namespace: namespace, name: name).user
        else { return nil }
        var claims = ServiceAccountClaims(
            issuer: LegacyToken.issuer, audiences: [], now: 0, lifetime: .max, id: "", namespace: namespace,
            serviceAccount: .init(name: name, uid: uid))
        claims.keptIn = secret
        return claims
    }
}
