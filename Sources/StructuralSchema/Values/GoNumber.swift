import Objects

/// Numbers and values as Go shows them, which Kubernetes' messages contain.
enum GoNumber {
    /// A float64 as `%v`: the shortest digits, with an exponent below 1e-4 and from 1e+06 on (`2.147483647e+09`).
    static func text(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
        var shown = "\(value.magnitude)"
        var exponent = 0
        if let mark = shown.firstIndex(of: "e") {
            exponent = Int(shown[shown.index(after: mark)...]) ?? 0
            shown = String(shown[..<mark])
        }
        let halves = shown.split(separator: ".", omittingEmptySubsequences: false)
        var whole = String(halves[0])
        var fraction = halves.count > 1 ? String(halves[1]) : ""
        if fraction == "0" { fraction = "" }
        // Digits without zeros at either end, and the place of the decimal point before them.
        var point = whole.utf8.count + exponent
        var digits = whole + fraction
        while digits.hasPrefix("0"), digits.utf8.count > 1 {
            digits.removeFirst()
            point -= 1
        }
        while digits.hasSuffix("0"), digits.utf8.count > 1 { digits.removeLast() }
        let power = point - 1
        let sign = value < 0 ? "-" : ""
        if power < -4 || power >= 6 {
            whole = String(digits.removeFirst())
            let number = digits.isEmpty ? whole : "\(whole).\(digits)"
            let shownPower = "\(power.magnitude)"
            return "\(sign)\(number)e\(power < 0 ? "-" : "+")\(shownPower.utf8.count < 2 ? "0" : "")\(shownPower)"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if digits.utf8.count <= point {
            return sign + digits + String(repeating: "0", count: point - digits.utf8.count)
        }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }

    /// A value as messages show it: numbers bare, texts quoted, structures as JSON.
    static func shown(_ value: Value) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .double(let number): return text(number)
        case .string(let text): return GoText.quoted(text)
        default:
            let text = FreeValue.text(value)
            guard text.count > SchemaLimits.shownBytes else { return String(decoding: text, as: UTF8.self) }
            return String(decoding: text.prefix(SchemaLimits.shownBytes), as: UTF8.self) + "…"
        }
    }
}
