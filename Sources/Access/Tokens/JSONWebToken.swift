import Wire

/// A signed token in its compact form (RFC 7515, RFC 7519), taken apart but not yet believed.
///
/// Whatever the text is, taking it apart costs time in proportion to its length, which `AccessLimits.tokenBytes` bounds.
struct JSONWebToken: Sendable {
    struct Header: Sendable, Equatable {
        let algorithm: TokenAlgorithm
        let keyID: String?
    }
    let header: Header
    /// JSON, as it was signed.
    let payload: [UInt8]
    let signature: [UInt8]
    /// What the signature is over.
    let signedBytes: [UInt8]

    init(_ text: [UInt8]) throws(TokenError) {
        guard text.count <= AccessLimits.tokenBytes else { throw .malformed }
        let dot = UInt8(ascii: ".")
        guard let first = text.firstIndex(of: dot), let second = text[(first + 1)...].firstIndex(of: dot),
            text[(second + 1)...].firstIndex(of: dot) == nil
        else { throw .malformed }
        guard first * 3 / 4 <= AccessLimits.tokenHeaderBytes, let header = Base64URL.decode(text[..<first]),
            let payload = Base64URL.decode(text[(first + 1)..<second]),
            let signature = Base64URL.decode(text[(second + 1)...])
        else { throw .malformed }
        self.header = try Self.header(header)
        self.payload = payload
        self.signature = signature
        signedBytes = Array(text[..<second])
    }

    /// Whether one of the keys has signed it.
    func isSigned(by keys: KeySet) -> Bool {
        keys.candidates(header).contains { $0.verifies(signature, of: signedBytes) }
    }

    private static func header(_ json: [UInt8]) throws(TokenError) -> Header {
        var algorithm: TokenAlgorithm?
        var keyID: String?
        do throws(WireError) {
            var reader = JSONReader(json)
            var known: Set<String> = []
            try reader.beginObject()
            while let (range, escapes) = try reader.nextKey() {
                let key = try reader.text(range, hasEscapes: escapes)
                // A name that stands twice may mean another thing to another reader.
                guard known.insert(key).inserted else { throw notUnderstood }
                switch key {
                case "alg": algorithm = TokenAlgorithm(rawValue: try reader.string())
                case "kid": keyID = try reader.string()
                // What must be understood is not understood here (RFC 7515, section 4.1.11).
                case "crit": throw notUnderstood
                default: _ = try reader.skipValue()
                }
            }
            try reader.finish()
        } catch { throw .malformed }
        guard let algorithm else { throw .malformed }
        return Header(algorithm: algorithm, keyID: keyID)
    }

    private static let notUnderstood = WireError(.invalidJSON, at: 0, "a token's header that is not understood")

    /// Makes and signs a token; nil when the key cannot sign.
    static func make(_ payload: [UInt8], signedBy key: TokenKey) -> String? {
        var header = JSONWriter()
        header.beginObject()
        header.key("alg")
        header.string(key.algorithm.rawValue)
        header.key("kid")
        header.string(key.id)
        header.endObject()
        let signed = "\(Base64URL.encode(header.bytes)).\(Base64URL.encode(payload))"
        guard let signature = key.sign(Array(signed.utf8)) else { return nil }
        return "\(signed).\(Base64URL.encode(signature))"
    }
}
