/// Values as Go's formatting verbs show them, which messages that clients know contain.
public enum GoText {
    /// `%q` of a text: `"a\nb"`.
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

    /// `%q` of texts: `["a" "b"]`.
    public static func quoted(_ texts: [String]) -> String { "[\(texts.map(quoted).joined(separator: " "))]" }

    /// `%#v` of texts: `[]string{"a", "b"}`, and `[]string(nil)` for none.
    public static func slice(_ texts: [String]) -> String {
        texts.isEmpty ? "[]string(nil)" : "[]string{\(texts.map(quoted).joined(separator: ", "))}"
    }

    /// Several errors as one: one alone as it is, others in brackets (apimachinery's `errors.Aggregate`).
    public static func aggregate(_ errors: [String]) -> String {
        errors.count == 1 ? errors[0] : "[\(errors.joined(separator: ", "))]"
    }

    /// `%T` of decoded JSON.
    public static func type(_ value: Value) -> String {
        switch value {
        case .null: "<nil>"
        case .bool: "bool"
        case .int: "int64"
        case .double: "float64"
        case .list: "[]interface {}"
        case .map, .message: "map[string]interface {}"
        default: "string"
        }
    }

    /// `%#v` of decoded JSON.
    public static func literal(_ value: Value) -> String {
        switch value {
        case .null: "interface {}(nil)"
        case .string(let text): quoted(text)
        case .list(let list): "[]interface {}{\(list.map(literal).joined(separator: ", "))}"
        case .map(let map):
            "map[string]interface {}{"
                + map.entries.map { "\(quoted($0.key)):\(literal($0.value))" }.joined(separator: ", ") + "}"
        default: FreeValue.goText(value)
        }
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}
