/// An amount of a resource (apimachinery `resource.Quantity`): a decimal number with a suffix, `500m`, `1Gi`, `2e3`.
///
/// Kept exactly as a whole number of billionths. Equal amounts are equal, however they were written.
public struct Quantity: Sendable, Comparable, Hashable, CustomStringConvertible {
    /// The family of suffixes that the amount is printed with.
    enum Format: Sendable { case decimalSI, binarySI, decimalExponent }

    private let nano: Int128
    private let format: Format

    public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        public var description: String {
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
        }
    }

    private static let unit: Int128 = 1_000_000_000
    /// Kubernetes caps amounts beyond 2^63-1 to it.
    private static let limit = Int128(Int64.max) * unit

    private init(nano: Int128, format: Format) {
        self.nano = min(max(nano, -Self.limit), Self.limit)
        self.format = format
    }

    public init(_ value: Int64) { self.init(nano: Int128(value) * Self.unit, format: .decimalSI) }

    public init(milli: Int64) { self.init(nano: Int128(milli) * 1_000_000, format: .decimalSI) }

    public init(binary bytes: Int64) { self.init(nano: Int128(bytes) * Self.unit, format: .binarySI) }

    public init(parsing text: String) throws(ParseError) {
        let bytes = Array(text.utf8)
        var at = 0
        var negative = false
        if at < bytes.count, bytes[at] == 0x2b || bytes[at] == 0x2d {
            negative = bytes[at] == 0x2d
            at += 1
        }
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) || bytes[at] == 0x2e { at += 1 }
        let number = bytes[start..<at]
        guard number.contains(where: { $0 != 0x2e }), number.count(where: { $0 == 0x2e }) <= 1 else {
            throw ParseError()
        }
        let suffix = String(decoding: bytes[at...], as: UTF8.self)
        guard let (multiplier, exponent, format) = Self.scale(suffix) else { throw ParseError() }
        let magnitude = Self.magnitude(number, multiplier, exponent)
        self.init(nano: negative ? -magnitude : magnitude, format: format)
    }

    /// Multiplier, power of ten, and format of a suffix.
    private static func scale(_ suffix: String) -> (Int128, Int, Format)? {
        switch suffix {
        case "": return (1, 0, .decimalSI)
        case "n": return (1, -9, .decimalSI)
        case "u": return (1, -6, .decimalSI)
        case "m": return (1, -3, .decimalSI)
        case "k": return (1, 3, .decimalSI)
        case "M": return (1, 6, .decimalSI)
        case "G": return (1, 9, .decimalSI)
        case "T": return (1, 12, .decimalSI)
        case "P": return (1, 15, .decimalSI)
        case "E": return (1, 18, .decimalSI)
        case "Ki": return (1 << 10, 0, .binarySI)
        case "Mi": return (1 << 20, 0, .binarySI)
        case "Gi": return (1 << 30, 0, .binarySI)
        case "Ti": return (1 << 40, 0, .binarySI)
        case "Pi": return (1 << 50, 0, .binarySI)
        case "Ei": return (1 << 60, 0, .binarySI)
        default:
            guard suffix.utf8.first == 0x65 || suffix.utf8.first == 0x45 else { return nil }
            let digits = suffix.dropFirst()
            guard let exponent = Int(digits), digits.utf8.count <= 4 else { return nil }
            return (1, exponent, .decimalExponent)
        }
    }

    /// Billionths, rounded up, capped at the limit.
    private static func magnitude(_ number: ArraySlice<UInt8>, _ multiplier: Int128, _ exponent: Int) -> Int128 {
        var value: Int128 = 0
        var power = exponent + 9
        var sawPoint = false
        var isInexact = false
        for byte in number {
            if byte == 0x2e {
                sawPoint = true
                continue
            }
            // 10^34 fits in 128 bits with room for the multiplier; digits beyond matter only for rounding.
            if value > Int128(10_000_000_000_000_000) {
                if byte != 0x30 { isInexact = true }
                if !sawPoint { power += 1 }
                continue
            }
            value = value * 10 + Int128(byte - 0x30)
            if sawPoint { power -= 1 }
        }
        if value == 0 { return 0 }
        value *= multiplier
        while power > 0 {
            if value > limit { return limit }
            value *= 10
            power -= 1
        }
        while power < 0 {
            if value % 10 != 0 { isInexact = true }
            value /= 10
            power += 1
            if value == 0 { break }
        }
        return min(value + (isInexact ? 1 : 0), limit)
    }

    public static func < (a: Quantity, b: Quantity) -> Bool { a.nano < b.nano }
    public static func == (a: Quantity, b: Quantity) -> Bool { a.nano == b.nano }
    public func hash(into hasher: inout Hasher) { hasher.combine(nano) }

    /// The sum, printed like the left side (or the right one when the left is zero).
    public static func + (a: Quantity, b: Quantity) -> Quantity {
        Quantity(nano: a.nano + b.nano, format: a.nano == 0 ? b.format : a.format)
    }
    public static func - (a: Quantity, b: Quantity) -> Quantity {
        Quantity(nano: a.nano - b.nano, format: a.nano == 0 ? b.format : a.format)
    }
    public static func += (a: inout Quantity, b: Quantity) { a = a + b }
    public static func -= (a: inout Quantity, b: Quantity) { a = a - b }

    /// Whole units, rounded up.
    public var value: Int64 { rounded(Self.unit) }
    /// Thousandths, rounded up; the largest Int64 when there are more.
    public var milliValue: Int64 { rounded(1_000_000) }
    public var isZero: Bool { nano == 0 }
    public var isNegative: Bool { nano < 0 }

    private func rounded(_ divisor: Int128) -> Int64 {
        let (quotient, remainder) = nano.quotientAndRemainder(dividingBy: divisor)
        return Int64(clamping: quotient + (remainder > 0 ? 1 : 0))
    }

    /// The canonical form: no fraction, the largest suffix that allows it.
    public var description: String {
        if nano == 0 { return "0" }
        if format == .binarySI, nano.magnitude >= UInt128(1024 * Self.unit), nano % Self.unit == 0 {
            var whole = nano / Self.unit
            var power = 0
            while whole % 1024 == 0, power < 6 {
                whole /= 1024
                power += 1
            }
            return "\(whole)\(["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"][power])"
        }
        var value = nano
        var power = -3
        while value % 1000 == 0, power < 6 {
            value /= 1000
            power += 1
        }
        if format == .decimalExponent { return power == 0 ? "\(value)" : "\(value)e\(power * 3)" }
        return "\(value)\(["n", "u", "m", "", "k", "M", "G", "T", "P", "E"][power + 3])"
    }
}
