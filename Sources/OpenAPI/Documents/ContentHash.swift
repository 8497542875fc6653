/// A fingerprint of a document's bytes, for ETags and for URLs that change when the document does.
///
/// 128 bits of two FNV-1a hashes with different beginnings: no defence against forgery, which nobody gains by; a document is
/// the server's own.
enum ContentHash {
    /// 32 hexadecimal digits in upper case, as kube-apiserver's are.
    static func of(_ bytes: [UInt8]) -> String {
        var one: UInt64 = 0xcbf2_9ce4_8422_2325
        var other: UInt64 = 0x9e37_79b9_7f4a_7c15
        for byte in bytes {
            one = (one ^ UInt64(byte)) &* 0x100_0000_01b3
            other = (other ^ UInt64(byte)) &* 0x100_0000_01b3
            other ^= other >> 29
        }
        return digits(one) + digits(other)
    }

    private static func digits(_ value: UInt64) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
