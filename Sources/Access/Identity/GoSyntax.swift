/// Values as Go's `%q` and `%#v` show them, which stand in Kubernetes' messages.
public enum GoSyntax {
    /// `"a\nb"`.
    public static func quoted(_ text: String) -> String {
        var shown = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": shown += "\\\""
            case "\\": shown += "\\\\"
            case "\u{7}": shown += "\\a"
            case "\u{8}": shown += "\\b"
            case "\u{c}": shown += "\\f"
            case "\n": shown += "\\n"
            case "\r": shown += "\\r"
            case "\t": shown += "\\t"
            case "\u{b}": shown += "\\v"
            case "\u{20}"..."\u{7e}": shown.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1f}", "\u{7f}": shown += "\\x" + hex(scalar.value, digits: 2)
            case "\u{80}"..."\u{a0}", "\u{ad}", "\u{2028}", "\u{2029}", "\u{feff}":
                shown += "\\u" + hex(scalar.value, digits: 4)
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "\""
    }

    /// `["a" "b"]`.
    public static func quoted(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: " "))]" }

    /// `[]string{"a", "b"}`, and `[]string(nil)` for none.
    static func slice(_ texts: [String]) -> String {
        texts.isEmpty ? "[]string(nil)" : "[]string{\(texts.map(quoted).joined(separator: ", "))}"
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
