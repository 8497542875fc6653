import Wire

/// The keys that verify tokens, found by the id that a token names.
public struct KeySet: Sendable {
    public let keys: [TokenKey]

    /// The first `AccessLimits.verificationKeys` of them, each once.
    public init(_ keys: [TokenKey]) {
        var known: Set<String> = []
        self.keys = Array(keys.filter { known.insert($0.id).inserted }.prefix(AccessLimits.verificationKeys))
    }

    /// Which keys may have signed a token: the one that it names, or all of the algorithm when it names none.
    func candidates(_ header: JSONWebToken.Header) -> [TokenKey] {
        keys.filter { $0.algorithm == header.algorithm && (header.keyID == nil || header.keyID == $0.id) }
    }

    /// The document of `/openid/v1/jwks` (RFC 7517), with which others verify this cluster's tokens.
    public func jsonWebKeySet() -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("keys")
        writer.beginArray()
        for key in keys {
            writer.beginObject()
            var fields = [("use", "sig")]
            let (first, second) = (Base64URL.encode(key.numbers.first), Base64URL.encode(key.numbers.second))
            switch key.algorithm {
            case .rs256: fields += [("kty", "RSA"), ("kid", key.id), ("alg", "RS256"), ("n", first), ("e", second)]
            case .es256:
                fields += [
                    ("kty", "EC"), ("kid", key.id), ("crv", "P-256"), ("alg", "ES256"), ("x", first), ("y", second),
                ]
            }
            for (name, value) in fields {
                writer.key(name)
                writer.string(value)
            }
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        return writer.bytes
    }

    /// The document of `/.well-known/openid-configuration` (OpenID Connect Discovery 1.0, section 3).
    /// - Parameter keysURL: where the set is served.
    public func discovery(issuer: String, keysURL: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in [("issuer", issuer), ("jwks_uri", keysURL)] {
            writer.key(name)
            writer.string(value)
        }
        let algorithms = Set(keys.map(\.algorithm.rawValue)).sorted()
        for (name, values) in [
            ("response_types_supported", ["id_token"]), ("subject_types_supported", ["public"]),
            ("id_token_signing_alg_values_supported", algorithms),
        ] {
            writer.key(name)
            writer.beginArray()
            for value in values { writer.string(value) }
            writer.endArray()
        }
        writer.endObject()
        return writer.bytes
    }
}
