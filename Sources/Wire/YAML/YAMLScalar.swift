/// What a scalar means, as Kubernetes' reader resolves it: YAML 1.1's booleans and number forms, as go-yaml reads them.
enum YAMLScalar: Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case unsigned(UInt64)
    case double(Double)
    case string(String)

    /// The meaning of an unquoted text.
    init(plain text: String) {
        switch text {
        case "", "~", "null", "Null", "NULL": self = .null
        case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y": self = .bool(true)
        case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N": self = .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": self = .double(.infinity)
        case "-.inf", "-.Inf", "-.INF": self = .double(-.infinity)
        case ".nan", ".NaN", ".NAN": self = .double(.nan)
        default: self = Self.number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> YAMLScalar? {
        var bytes = Array(text.utf8)
        guard let first = bytes.first else { return nil }
        // Behind a leading point underscores are no part of a number.
        guard first != UInt8(ascii: ".") else { return float(bytes) }
        guard isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "-") else { return nil }
        bytes.removeAll { $0 == UInt8(ascii: "_") }
        return integer(bytes) ?? float(bytes)
    }

    /// `[+-]` and a number of base 16 (`0x`), 8 (`0o` or `0`), 2 (`0b`) or 10 that fits 64 bits.
    private static func integer(_ text: [UInt8]) -> YAMLScalar? {
        var digits = text[...]
        let isSigned = digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+")
        if isSigned { digits = digits.dropFirst() }
        var radix: UInt64 = 10
        if digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            switch (digits.first ?? 0) | 0x20 {
            case UInt8(ascii: "x"): (radix, digits) = (16, digits.dropFirst())
            case UInt8(ascii: "o"): (radix, digits) = (8, digits.dropFirst())
            case UInt8(ascii: "b"): (radix, digits) = (2, digits.dropFirst())
            default: radix = 8
            }
        }
        guard !digits.isEmpty else { return nil }
        var magnitude: UInt64 = 0
        for byte in digits {
            guard let digit = digitValue(byte), digit < radix else { return nil }
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: radix)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            magnitude = sum
        }
        if text.first == UInt8(ascii: "-") {
            return magnitude <= 1 << 63 ? .integer(Int(truncatingIfNeeded: 0 &- magnitude)) : nil
        }
        if let integer = Int(exactly: magnitude) { return .integer(integer) }
        return isSigned ? nil : .unsigned(magnitude)
    }

    /// `[+-] digits [. digits] [e [+-] digits]` with digits on one side of the point at least, within a double's range.
    private static func float(_ text: [UInt8]) -> YAMLScalar? {
        var rest = text[...]
        func dropDigits() -> Int {
            let count = rest.prefix(while: isDigit).count
            rest = rest.dropFirst(count)
            return count
        }
        func dropSign() {
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        }
        dropSign()
        var digits = dropDigits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            digits += dropDigits()
        }
        guard digits > 0 else { return nil }
        if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            dropSign()
            guard dropDigits() > 0 else { return nil }
        }
        guard rest.isEmpty, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else {
            return nil
        }
        return .double(value)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func digitValue(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 0x30...0x39: UInt64(byte - 0x30)
        case 0x61...0x66: UInt64(byte - 0x61 + 10)
        case 0x41...0x46: UInt64(byte - 0x41 + 10)
        default: nil
        }
    }

    /// The name of its type in a tag.
    var tag: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .integer, .unsigned: "int"
        case .double: "float"
        case .string: "str"
        }
    }

    func write(to writer: inout JSONWriter, at place: YAMLPlace) throws(YAMLError) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.int(value)
        case .unsigned(let value): writer.unsigned(value)
        case .double(let value):
            guard value.isFinite else {
                throw place.error("JSON has no infinite numbers: put the value in quotes if it is a text")
            }
            writer.double(value)
        case .string(let text): writer.string(text)
        }
    }

    /// Its text as a key in JSON, where every key is a text; nil: it cannot be a key.
    var keyText: String? {
        switch self {
        case .null: nil
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .unsigned(let value): String(value)
        case .double(let value):
            value.isFinite ? JSONWriter.text(of: value) : value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf"
        case .string(let text): text
        }
    }
}
