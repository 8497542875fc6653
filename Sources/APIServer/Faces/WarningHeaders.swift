import Objects

/// `Warning` headers (RFC 7234, section 5.5) as Kubernetes writes them: each text once, and much text cut.
enum WarningHeaders {
    /// Characters that all texts have together before each is cut.
    private static let totalLimit = 4096
    /// Characters that are left of a text which is cut.
    private static let cutLength = 256

    /// The headers' values, in the order of the texts. Texts with control characters have no place in a header.
    static func values(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        let shown = texts.filter { text in
            !text.isEmpty && seen.insert(text).inserted && !text.unicodeScalars.contains(where: isControl)
        }
        var total = shown.reduce(0) { $0 + $1.unicodeScalars.count }
        guard total > totalLimit else { return shown.map(value) }
        // Once there is too much, everything is cut, and as many are shown as fit.
        total = 0
        var values: [String] = []
        for text in shown {
            let cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(cutLength)))
            values.append(value(cut))
            total += cut.unicodeScalars.count
            if total >= totalLimit { break }
        }
        return values
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

    private static func value(_ text: String) -> String { "299 - \(GoText.quoted(text))" }
}
