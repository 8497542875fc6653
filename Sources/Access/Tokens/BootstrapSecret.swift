public import Objects
import Wire

/// A bootstrap token as the cluster keeps it: a Secret of `kube-system` (Kubernetes, "Authenticating with Bootstrap Tokens").
public struct BootstrapSecret: Sendable {
    public static let namespace = "kube-system"
    public static let type = "bootstrap.kubernetes.io/token"
    static let namePrefix = "bootstrap-token-"
    private static let idLength = 6

    /// When a token ends to be one.
    public enum End: Sendable, Equatable {
        case never
        /// In seconds since 1970. Long ago for a text that is no time, which is no reason to trust the token for ever.
        case at(Int64)

        public func isOver(now: Int64) -> Bool {
            switch self {
            case .never: false
            case .at(let second): second <= now
            }
        }
    }

    private let secret: Core.Secret

    public init(_ secret: Core.Secret) { self.secret = secret }

    func text(_ key: String) -> String { secret.data[key].map { String(decoding: $0, as: UTF8.self) } ?? "" }

    public var end: End {
        let text = text("expiration")
        if text.isEmpty { return .never }
        return .at((try? Timestamp(rfc3339: text))?.seconds ?? .min)
    }

    /// The token's id and secret, if it may sign and says what it is called by.
    ///
    /// - Parameter now: seconds since 1970.
    public func signer(now: Int64) -> (id: String, secret: [UInt8])? {
        let name = secret.metadata.name
        guard secret.type == Self.type, name.hasPrefix(Self.namePrefix) else { return nil }
        let id = String(name.dropFirst(Self.namePrefix.count))
        guard id.utf8.count == Self.idLength, id.utf8.allSatisfy(Self.isPlain), text("token-id") == id,
            let value = secret.data["token-secret"], !value.isEmpty, !end.isOver(now: now),
            text("usage-bootstrap-signing") == "true"
        else { return nil }
        return (id, value)
    }

    static func isPlain(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

/// A signature without the text that it is of (RFC 7515, appendix F), by a bootstrap token: who has been given the token can
/// tell that a text comes from its cluster.
public enum DetachedSignature {
    public static func make(_ content: String, tokenID: String, tokenSecret: [UInt8]) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, value) in [("alg", "HS256"), ("kid", tokenID)] {
            writer.key(name)
            writer.string(value)
        }
        writer.endObject()
        let header = Base64URL.encode(writer.bytes)
        let signed = "\(header).\(Base64URL.encode(Array(content.utf8)))"
        return "\(header)..\(Base64URL.encode(SHA256.code(of: Array(signed.utf8), key: tokenSecret)))"
    }
}
