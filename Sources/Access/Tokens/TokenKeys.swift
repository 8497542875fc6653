import Wire
import COpenSSL

/// How a token is signed (RFC 7518, section 3.1).
public enum TokenAlgorithm: String, Sendable, Hashable {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    case rs256 = "RS256"
    /// ECDSA over P-256 with SHA-256.
    case es256 = "ES256"
}

/// A key file that cannot be used, with what to do.
public struct TokenKeyError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// A key that verifies tokens, and one that signs them when it has its private half.
///
/// One of the two files of this module that hold pointers: OpenSSL's key is a C structure with a reference count, owned by this
/// object, never changed after it was read and never handed out, so that threads may share it.
public final class TokenKey: @unchecked Sendable {
    private let key: OpaquePointer
    public let algorithm: TokenAlgorithm
    public let canSign: Bool
    /// The digest of the public key's DER form, by which tokens name it.
    public let id: String
    /// The public numbers: `n` and `e` of RSA, `x` and `y` of a curve; big-endian.
    let numbers: (first: [UInt8], second: [UInt8])

    /// RSA keys below this many bits are refused; so are those above, which would make verification a burden.
    private static let rsaBits: ClosedRange<Int32> = 2048...8192
    private static let curveBytes = 32

    /// - Parameters:
    ///   - pem: a private key, a public key, or a certificate.
    ///   - name: of the file, for the error's words.
    public init(pem: [UInt8], name: String) throws(TokenKeyError) {
        guard let (key, canSign) = Self.read(pem) else {
            throw TokenKeyError(description: "\(name) holds no key in PEM: give an RSA or P-256 key")
        }
        guard let facts = Self.facts(key), let der = Self.der(key) else {
            EVP_PKEY_free(key)
            throw TokenKeyError(
                description:
                    "\(name) holds a key that cannot be used for tokens: give an RSA key of 2048 to 8192 bits, "
                    + "or one on the curve P-256")
        }
        self.key = key
        self.canSign = canSign
        (algorithm, numbers) = facts
        id = Base64URL.encode(SHA256.digest(der))
    }

    deinit { EVP_PKEY_free(key) }

    /// A new private key on P-256, PEM (PKCS 8).
    public static func makePrivate() throws(TokenKeyError) -> [UInt8] {
        let failure = TokenKeyError(description: "OpenSSL cannot make a key")
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw failure }
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw failure }
        defer { EVP_PKEY_free(key) }
        guard let text = Self.text({ PEM_write_bio_PKCS8PrivateKey($0, key, nil, nil, 0, nil, nil) }) else {
            throw failure
        }
        return text
    }

    /// The public half, PEM.
    public func publicPEM() -> [UInt8]? { Self.text { PEM_write_bio_PUBKEY($0, key) } }

    /// The signature of `bytes` as tokens have it; nil when the key has no private half.
    func sign(_ bytes: [UInt8]) -> [UInt8]? {
        guard canSign, let context = EVP_MD_CTX_new() else { return nil }
        defer { EVP_MD_CTX_free(context) }
        var count = 0
        guard EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
            EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1
        else { return nil }
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1, count <= signature.count else {
            return nil
        }
        signature.removeSubrange(count...)
        switch algorithm {
        case .rs256: return signature
        case .es256: return ECDSASignature.raw(signature, width: Self.curveBytes)
        }
    }

    func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        var form = signature
        if algorithm == .es256 {
            guard signature.count == 2 * Self.curveBytes else { return false }
            form = ECDSASignature.der(signature)
        }
        guard let context = EVP_MD_CTX_new() else { return false }
        // A bad signature leaves its reason in this thread's queue, where the next TLS call would find it.
        defer {
            EVP_MD_CTX_free(context)
            ERR_clear_error()
        }
        return EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1
            && EVP_DigestVerify(context, form, form.count, bytes, bytes.count) == 1
    }

    // MARK: Reading

    private static func read(_ pem: [UInt8]) -> (key: OpaquePointer, isPrivate: Bool)? {
        defer { ERR_clear_error() }
        // A password is never asked for: the callback has none.
        let none: @convention(c) (UnsafeMutablePointer<CChar>?, Int32, Int32, UnsafeMutableRawPointer?) -> Int32 = {
            _, _, _, _ in 0
        }
        if let key = withMemory(pem, { PEM_read_bio_PrivateKey($0, nil, none, nil) }) { return (key, true) }
        if let key = withMemory(pem, { PEM_read_bio_PUBKEY($0, nil, none, nil) }) { return (key, false) }
        guard let certificate = withMemory(pem, { PEM_read_bio_X509($0, nil, none, nil) }) else { return nil }
        defer { X509_free(certificate) }
        guard let key = X509_get_pubkey(certificate) else { return nil }
        return (key, false)
    }

    private static func withMemory<T>(_ bytes: [UInt8], _ body: (OpaquePointer) -> T?) -> T? {
        guard let bio = BIO_new_mem_buf(bytes, Int32(clamping: bytes.count)) else { return nil }
        defer { BIO_free(bio) }
        return body(bio)
    }

    private static func text(_ write: (OpaquePointer) -> Int32) -> [UInt8]? {
        guard let bio = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(bio) }
        guard write(bio) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16 << 10)
        let count = BIO_read(bio, &bytes, Int32(bytes.count))
        guard count > 0 else { return nil }
        return Array(bytes[..<Int(count)])
    }

    /// Nil: of a kind or size that tokens are not signed with here.
    private static func facts(
        _ key: OpaquePointer
    ) -> (algorithm: TokenAlgorithm, numbers: (first: [UInt8], second: [UInt8]))? {
        defer { ERR_clear_error() }
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_RSA:
            guard rsaBits.contains(EVP_PKEY_get_bits(key)), let n = number(key, "n"), let e = number(key, "e") else {
                return nil
            }
            return (.rs256, (n, e))
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 64)
            guard EVP_PKEY_get_group_name(key, &name, name.count, nil) == 1,
                name.prefix(while: { $0 != 0 }).elementsEqual("prime256v1".utf8.map { CChar(bitPattern: $0) }),
                let x = number(key, "qx"), let y = number(key, "qy")
            else { return nil }
            func wide(_ digits: [UInt8]) -> [UInt8] {
                [UInt8](repeating: 0, count: max(0, curveBytes - digits.count)) + digits
            }
            return (.es256, (wide(x), wide(y)))
        default: return nil
        }
    }

    private static func number(_ key: OpaquePointer, _ name: String) -> [UInt8]? {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1, let number else { return nil }
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: Int(BN_num_bits(number) + 7) / 8)
        guard BN_bn2bin(number, &bytes) == bytes.count else { return nil }
        return bytes
    }

    /// The public key's SubjectPublicKeyInfo.
    private static func der(_ key: OpaquePointer) -> [UInt8]? {
        let count = i2d_PUBKEY(key, nil)
        guard count > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let written = bytes.withUnsafeMutableBufferPointer { buffer in
            var place = buffer.baseAddress
            return i2d_PUBKEY(key, &place)
        }
        return written == count ? bytes : nil
    }
}
