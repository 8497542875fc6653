import Objects

/// Values as Go's formatting verbs show them, which messages that clients know contain.
enum GoText {
    /// `%q`.
    static func quoted(_ text: String) -> String {
        var shown = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": shown += "\\\""
            case "\\": shown += "\\\\"
            case "\n": shown += "\\n"
            case "\t": shown += "\\t"
            case "\r": shown += "\\r"
            case "\u{0}"..."\u{1f}", "\u{7f}":
                let hex = String(scalar.value, radix: 16)
                shown += hex.utf8.count == 1 ? "\\x0\(hex)" : "\\x\(hex)"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown + "\""
    }

    /// `%T` of decoded JSON.
    static func type(_ value: Value) -> String {
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
    static func literal(_ value: Value) -> String {
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
}
