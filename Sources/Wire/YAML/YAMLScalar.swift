/// What a plain (unquoted) scalar means.
enum YAMLScalar {
    case null
    case bool(Bool)
    case integer(Int)
    case unsigned(UInt64)
    case double(Double)
    case string(String)

    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": self = .bool(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": self = .bool(false)
        default: self = Self.number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> YAMLScalar? {
        guard let first = text.utf8.first,
            (0x30...0x39).contains(first) || first == 0x2b || first == 0x2d || first == 0x2e
        else {
            return nil
        }
        let digits = text.replacing("_", with: "")
        if let integer = integer(digits) { return integer }
        // Swift also reads names (nan, infinity) and hexadecimal fractions, which are text here.
        let isPlain = digits.utf8.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e || $0 | 0x20 == 0x65
        }
        guard isPlain, digits.utf8.contains(where: { (0x30...0x39).contains($0) }), let value = Double(digits),
            value.isFinite
        else {
            return nil
        }
        return .double(value)
    }

    private static func integer(_ text: String) -> YAMLScalar? {
        var rest = text[...]
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest = rest.dropFirst() }
        guard let first = rest.utf8.first, (0x30...0x39).contains(first) else { return nil }
        var radix = 10
        if rest.hasPrefix("0x") {
            (radix, rest) = (16, rest.dropFirst(2))
        } else if rest.hasPrefix("0b") {
            (radix, rest) = (2, rest.dropFirst(2))
        } else if rest.hasPrefix("0o") {
            (radix, rest) = (8, rest.dropFirst(2))
        } else if rest.utf8.count > 1, first == 0x30, rest.utf8.allSatisfy({ (0x30...0x37).contains($0) }) {
            (radix, rest) = (8, rest.dropFirst())
        }
        guard rest.utf8.first != 0x2b, rest.utf8.first != 0x2d, let magnitude = UInt64(rest, radix: radix) else {
            return nil
        }
        if negative {
            if magnitude == 1 << 63 { return .integer(Int.min) }
            return Int(exactly: magnitude).map { .integer(-$0) }
        }
        return Int(exactly: magnitude).map { .integer($0) } ?? .unsigned(magnitude)
    }

    /// Whether a text, written plain, would be read as something else than a text.
    static func needsQuotes(_ text: String) -> Bool {
        if case .string = YAMLScalar(plain: text) { return false }
        return true
    }

    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.int(value)
        case .unsigned(let value): writer.unsigned(value)
        case .double(let value): writer.double(value)
        case .string(let text): writer.string(text)
        }
    }

    /// A key's text in JSON: numbers and booleans in their canonical form.
    func keyText(_ text: String) -> String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .double(let value): JSONWriter.text(of: value)
        case .string: text
        }
    }
}
