import Glibc

/// A name that a server's certificate is good for (RFC 5280, section 4.2.1.6).
public enum AlternativeName: Hashable, Sendable {
    case dns(String)
    /// In the form that `inet_ntop` writes, so that two spellings of an address are equal.
    case address(String)

    /// An address where the text is one, otherwise a host name.
    /// - Throws: when it is neither.
    public init(_ text: String) throws(PKIError) {
        if let address = Self.canonical(text, family: AF_INET) ?? Self.canonical(text, family: AF_INET6) {
            self = .address(address)
            return
        }
        let name = text.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let wellFormed = labels.allSatisfy { label in
            (1...63).contains(label.utf8.count)
                && label.utf8.allSatisfy {
                    (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                }
        }
        guard wellFormed, name.utf8.count <= 253 else {
            throw PKIError(
                .invalidOption, "\"\(text)\" is neither an IP address nor a host name (letters, digits, - and .)")
        }
        self = .dns(name)
    }

    /// From the bytes of a certificate: 4 or 16 of them.
    public init?(addressBytes: [UInt8]) {
        let family = addressBytes.count == 4 ? AF_INET : AF_INET6
        guard addressBytes.count == 4 || addressBytes.count == 16,
            let text = Self.text(of: addressBytes, family: family)
        else { return nil }
        self = .address(text)
    }

    private static func canonical(_ text: String, family: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: family == AF_INET ? 4 : 16)
        guard inet_pton(family, text, &bytes) == 1 else { return nil }
        return Self.text(of: bytes, family: family)
    }

    private static func text(of bytes: [UInt8], family: Int32) -> String? {
        var out = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, bytes, &out, socklen_t(out.count)) != nil else { return nil }
        return String(decoding: out.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
