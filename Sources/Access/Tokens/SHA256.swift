import COpenSSL

/// The digest SHA-256 (FIPS 180-4) by OpenSSL.
public enum SHA256 {
    /// 32 bytes.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        let done = EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil)
        // OpenSSL without SHA-256 could not have served TLS either; a constant digest must never stand for a token.
        precondition(done == 1 && count == 32, "OpenSSL has no SHA-256")
        return digest
    }
}

extension SHA256 {
    /// The message authentication code HMAC-SHA-256 (RFC 2104): 32 bytes.
    static func code(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var count: UInt32 = 0
        let done = HMAC(EVP_sha256(), key, Int32(clamping: key.count), bytes, bytes.count, &code, &count)
        precondition(done != nil && count == 32, "OpenSSL has no SHA-256")
        return code
    }
}

/// A digest as a key of dictionaries.
struct Digest: Sendable, Hashable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    init(_ bytes: [UInt8]) {
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in SHA256.digest(bytes).enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    static func == (a: Digest, b: Digest) -> Bool { a.words == b.words }
    /// A part of a digest is as good a hash as any.
    func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}
