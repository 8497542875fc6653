extension Quantity {
    /// Why a text is no quantity, in Kubernetes' words.
    public enum ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        case format, number, suffix

        public var description: String {
            switch self {
            case .format:
                "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
            case .number: "unable to parse numeric part of quantity"
            case .suffix: "unable to parse quantity's suffix"
            }
        }
    }

    /// Reads `[+-] digits [. digits] suffix`.
    ///
    /// What is finer than a billionth is rounded away from zero, so that an amount asked for is never nothing. Amounts
    /// with a binary suffix are capped at 2^63-1; others too large to be kept (from 1.7e29) are refused.
    public init(parsing text: String) throws(ParseError) {
        let bytes = Array(text.utf8)
        var at = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { at = 1 }
        var number = DecimalDigits()
        while at < bytes.count, isDigit(bytes[at]) || (bytes[at] == UInt8(ascii: ".") && !number.hasPoint) {
            number.append(bytes[at])
            at += 1
        }
        guard number.count > 0, Self.isSuffixShaped(bytes[at...]) else { throw .format }
        guard let scale = Scale(bytes[at...]) else { throw .suffix }
        guard let magnitude = number.nano(scale) else { throw .number }
        // A broken amount below one has no binary suffix to be printed with.
        let isTiny = scale.format == .binarySI && magnitude < Self.unit && magnitude > 0
        self.init(nano: isNegative ? -magnitude : magnitude, format: isTiny ? .decimalSI : scale.format)
    }

    /// Whether the text is surely in the form that `description` gives: false means that it may not be.
    static func isCanonical(_ text: Span<UInt8>) -> Bool {
        if text.count == 1, text[0] == 0x30 { return true }
        var at = 0
        var value = 0
        while at < text.count, at < 15, isDigit(text[at]) {
            value = value * 10 + Int(text[at] - 0x30)
            at += 1
        }
        guard at > 0, text[0] != 0x30 else { return false }
        switch text.count - at {
        case 0: return value % 1000 != 0
        case 1:
            switch text[at] {
            case UInt8(ascii: "m"), UInt8(ascii: "k"), UInt8(ascii: "M"), UInt8(ascii: "G"): return value % 1000 != 0
            default: return false
            }
        case 2 where text[at + 1] == UInt8(ascii: "i"):
            switch text[at] {
            case UInt8(ascii: "K"), UInt8(ascii: "M"), UInt8(ascii: "G"): return value % 1024 != 0 && at < 9
            default: return false
            }
        default: return false
        }
    }

    private static func isSuffixShaped(_ suffix: ArraySlice<UInt8>) -> Bool {
        var rest = suffix.drop { "eEinumkKMGTP".utf8.contains($0) }
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        return rest.allSatisfy(isDigit)
    }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// What a suffix multiplies by: 10^exponent or 2^bits.
private struct Scale {
    var exponent = 0
    var bits = 0
    var format = Quantity.Format.decimalSI

    init?(_ suffix: ArraySlice<UInt8>) {
        switch String(decoding: suffix, as: UTF8.self) {
        case "": break
        case "n": exponent = -9
        case "u": exponent = -6
        case "m": exponent = -3
        case "k": exponent = 3
        case "M": exponent = 6
        case "G": exponent = 9
        case "T": exponent = 12
        case "P": exponent = 15
        case "E": exponent = 18
        case "Ki": (bits, format) = (10, .binarySI)
        case "Mi": (bits, format) = (20, .binarySI)
        case "Gi": (bits, format) = (30, .binarySI)
        case "Ti": (bits, format) = (40, .binarySI)
        case "Pi": (bits, format) = (50, .binarySI)
        case "Ei": (bits, format) = (60, .binarySI)
        case let other:
            guard other.hasPrefix("e") || other.hasPrefix("E"), let exponent = Int32(other.dropFirst()) else {
                return nil
            }
            (self.exponent, format) = (Int(exponent), .decimalExponent)
        }
    }
}

/// The digits of a decimal number as a whole number and the place of its point.
private struct DecimalDigits {
    /// Digits seen.
    private(set) var count = 0
    private(set) var hasPoint = false
    private var value: UInt128 = 0
    /// The number is `value * 10^power`, and a little more when `hasRest`.
    private var power = 0
    private var hasRest = false
    /// 38 decimal digits always fit 128 bits. More change the amount by less than a billionth, or are too large anyway.
    private static let limit: UInt128 = 10_000_000_000_000_000_000_000_000_000_000_000_000

    mutating func append(_ byte: UInt8) {
        if byte == UInt8(ascii: ".") {
            hasPoint = true
            return
        }
        count += 1
        if value >= Self.limit {
            if byte != 0x30 { hasRest = true }
            if !hasPoint { power += 1 }
            return
        }
        value = value * 10 + UInt128(byte - 0x30)
        if hasPoint { power -= 1 }
    }

    /// The amount in billionths, rounded up; nil: more than can be kept.
    func nano(_ scale: Scale) -> Int128? {
        if value == 0 { return 0 }
        var (value, isInexact) = (value, hasRest)
        var power = power + scale.exponent + 9
        let cap = UInt128(Int64.max) * UInt128(Quantity.unit)
        // Whole digits give way to the binary factor where both do not fit; what is lost is beyond the 19th digit.
        while scale.bits > 0, value >= UInt128(1) << (127 - scale.bits) {
            isInexact = isInexact || value % 10 != 0
            value /= 10
            power += 1
        }
        value <<= UInt128(scale.bits)
        while power < 0, value > 0 {
            isInexact = isInexact || value % 10 != 0
            value /= 10
            power += 1
        }
        if isInexact { value += 1 }
        while power > 0 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return scale.format == .binarySI ? Int128(cap) : nil }
            value = product
            power -= 1
        }
        return scale.format == .binarySI ? Int128(min(value, cap)) : Int128(exactly: value)
    }
}
