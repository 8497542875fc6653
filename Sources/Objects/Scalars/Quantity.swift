/// An amount of a resource (apimachinery `resource.Quantity`): a decimal number with a suffix, `500m`, `1Gi`, `2e3`.
///
/// Kept exactly as a whole number of billionths, up to 1.7e29 units either way; sums beyond stay at that bound. Equal
/// amounts are equal, however they were written.
public struct Quantity: Sendable, Comparable, Hashable, CustomStringConvertible {
    /// The family of suffixes that the amount is printed with: that of the text it was read from.
    public enum Format: Sendable { case decimalSI, binarySI, decimalExponent }

    private let nano: Int128
    public let format: Format

    static let unit: Int128 = 1_000_000_000

    init(nano: Int128, format: Format) {
        self.nano = nano
        self.format = format
    }

    /// Whole units, printed with decimal suffixes.
    public init(_ value: Int64) { self.init(nano: Int128(value) * Self.unit, format: .decimalSI) }

    /// Thousandths, printed with decimal suffixes.
    public init(milli: Int64) { self.init(nano: Int128(milli) * 1_000_000, format: .decimalSI) }

    /// Whole units, printed with binary suffixes.
    public init(binary bytes: Int64) { self.init(nano: Int128(bytes) * Self.unit, format: .binarySI) }

    public static func < (a: Quantity, b: Quantity) -> Bool { a.nano < b.nano }
    public static func == (a: Quantity, b: Quantity) -> Bool { a.nano == b.nano }
    public func hash(into hasher: inout Hasher) { hasher.combine(nano) }

    /// The sum, printed like the left side (or like the right one when the left is zero).
    public static func + (a: Quantity, b: Quantity) -> Quantity {
        let (sum, overflow) = a.nano.addingReportingOverflow(b.nano)
        return Quantity(nano: overflow ? (a.nano < 0 ? .min : .max) : sum, format: a.isZero ? b.format : a.format)
    }
    public static func - (a: Quantity, b: Quantity) -> Quantity {
        let (difference, overflow) = a.nano.subtractingReportingOverflow(b.nano)
        return Quantity(
            nano: overflow ? (a.nano < 0 ? .min : .max) : difference, format: a.isZero ? b.format : a.format)
    }
    public static func += (a: inout Quantity, b: Quantity) { a = a + b }
    public static func -= (a: inout Quantity, b: Quantity) { a = a - b }

    /// Whole units, rounded away from zero, and held within Int64.
    public var value: Int64 { rounded(Self.unit) }
    /// Thousandths, rounded away from zero, and held within Int64.
    public var milliValue: Int64 { rounded(1_000_000) }
    public var isZero: Bool { nano == 0 }
    public var isNegative: Bool { nano < 0 }

    private func rounded(_ divisor: Int128) -> Int64 {
        let (quotient, remainder) = nano.quotientAndRemainder(dividingBy: divisor)
        return Int64(clamping: quotient + remainder.signum())
    }

    /// The canonical form: no fraction, nothing lost, the largest suffix that allows both.
    ///
    /// Binary suffixes need whole units from 1024 on; what is smaller or broken is printed in decimal ones. Past `E`
    /// an exponent stands for the suffix.
    public var description: String {
        if nano == 0 { return "0" }
        if format == .binarySI, nano.magnitude >= UInt128(1024 * Self.unit), nano % Self.unit == 0 {
            var whole = nano / Self.unit
            var power = 0
            while whole % 1024 == 0, power < 6 {
                whole /= 1024
                power += 1
            }
            return "\(whole)\(Self.binarySuffixes[power])"
        }
        var value = nano
        var power = -3
        while value % 1000 == 0 {
            value /= 1000
            power += 1
        }
        if power == 0 { return "\(value)" }
        if format == .decimalExponent || power > 6 { return "\(value)e\(power * 3)" }
        return "\(value)\(Self.decimalSuffixes[power + 3])"
    }

    /// By powers of 1000 from -3.
    private static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
    /// By powers of 1024.
    private static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
}
