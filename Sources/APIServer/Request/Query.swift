/// A request path's query: names and values, percent-decoded (WHATWG URL, `application/x-www-form-urlencoded`).
struct Query: Sendable {
    private(set) var items: [(name: String, value: String)] = []

    init() {}

    /// Pairs that are not well formed are passed over, as Go's parser does.
    init(_ text: some StringProtocol) {
        for part in text.utf8.split(separator: UInt8(ascii: "&")) where Self.isWellFormed(part) {
            let at = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = at == part.endIndex ? part[at...] : part[part.index(after: at)...]
            items.append((Self.decode(part[..<at], plus: true), Self.decode(value, plus: true)))
        }
    }

    /// Escapes are whole, and `;` separates nothing.
    private static func isWellFormed(_ pair: some Collection<UInt8>) -> Bool {
        var digitsDue = 0
        for byte in pair {
            if digitsDue > 0 {
                guard hex(byte) != nil else { return false }
                digitsDue -= 1
            } else if byte == UInt8(ascii: "%") {
                digitsDue = 2
            } else if byte == UInt8(ascii: ";") {
                return false
            }
        }
        return digitsDue == 0
    }

    subscript(name: String) -> String? {
        for item in items where item.name == name { return item.value }
        return nil
    }

    func all(_ name: String) -> [String] { items.compactMap { $0.name == name ? $0.value : nil } }

    /// Kubernetes' reading of a boolean parameter: whatever is neither `0` nor `false` means true.
    func flag(_ name: String) -> Bool? {
        guard let value = self[name] else { return nil }
        return value != "0" && value.lowercased() != "false"
    }

    /// Resolves `%41`; what is no escape stands for itself.
    static func decode(_ text: some Sequence<UInt8>, plus: Bool) -> String {
        var out: [UInt8] = []
        let bytes = Array(text)
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "%"), at + 2 < bytes.count, let high = hex(bytes[at + 1]),
                let low = hex(bytes[at + 2])
            {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(plus && bytes[at] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The reverse for one segment of a path: what may not stand there as it is becomes `%41` (RFC 3986, section 3.3).
    static func encodeSegment(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: out.append(byte)
            case _ where plain.contains(byte): out.append(byte)
            default:
                out.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let plain = Array("-._~$&+,:;=@".utf8)

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
