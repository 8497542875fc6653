/// A text in double quotes with escapes, as Go's `%q` shows it in messages.
func quoted(_ text: String) -> String {
    var shown = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": shown += "\\\""
        case "\\": shown += "\\\\"
        case "\n": shown += "\\n"
        case "\t": shown += "\\t"
        case "\r": shown += "\\r"
        case "\u{20}"..."\u{7e}": shown.unicodeScalars.append(scalar)
        case "\u{0}"..."\u{1f}", "\u{7f}":
            let hex = String(scalar.value, radix: 16)
            shown += hex.utf8.count == 1 ? "\\x0\(hex)" : "\\x\(hex)"
        default: shown.unicodeScalars.append(scalar)
        }
    }
    return shown + "\""
}
