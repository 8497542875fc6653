import Wire

/// A request path's query: names and values, percent-decoded (WHATWG URL, `application/x-www-form-urlencoded`).
struct Query: Sendable {
    private(set) var items: [(name: String, value: String)] = []

    init() {}

    /// Pairs that are not well formed are passed over, as Go's parser does.
    init(_ text: some StringProtocol) {
        for part in Array(text.utf8).split(separator: UInt8(ascii: "&")) where Self.isWellFormed(part) {
            let at = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let value = at == part.endIndex ? part[at...] : part[part.index(after: at)...]
            items.append(
                (
                    PercentEncoding.decode(part[..<at], plusIsSpace: true),
                    PercentEncoding.decode(value, plusIsSpace: true)
                ))
        }
    }

    /// Escapes are whole, and `;` separates nothing.
    private static func isWellFormed(_ pair: ArraySlice<UInt8>) -> Bool {
        !pair.contains(UInt8(ascii: ";")) && PercentEncoding.isWellFormed(pair)
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

    /// `a=b&c=d`, each with what may not stand there escaped.
    static func text(of items: [(name: String, value: String)]) -> String {
        items.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }
}
