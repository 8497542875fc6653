/// A span of time as Go writes it: `1h2m3.5s`. At most about 292 years either way.
public struct GoDuration: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Why a text is no duration, in Go's words.
    public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    public static func < (a: GoDuration, b: GoDuration) -> Bool { a.nanoseconds < b.nanoseconds }

    private static func nanoseconds(of unit: String) -> UInt64? {
        switch unit {
        case "ns": 1
        case "us", "µs", "μs": 1_000
        case "ms": 1_000_000
        case "s": 1_000_000_000
        case "m": 60_000_000_000
        case "h": 3_600_000_000_000
        default: nil
        }
    }

    /// Reads `[+-]` and one or more of `digits [. digits] unit`, or `0` alone. A fraction of a nanosecond is dropped.
    public init(parsing text: String) throws(ParseError) {
        let shown = GoText.quoted(text)
        let bytes = Array(text.utf8)
        var at = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative || bytes.first == UInt8(ascii: "+") { at = 1 }
        if bytes.count == at + 1, bytes[at] == UInt8(ascii: "0") {
            nanoseconds = 0
            return
        }
        let invalid = ParseError(description: "time: invalid duration \(shown)")
        guard at < bytes.count else { throw invalid }
        var total: UInt64 = 0
        while at < bytes.count {
            var amount = Amount()
            while at < bytes.count, amount.append(bytes[at]) { at += 1 }
            guard amount.digits > 0, !amount.overflows else { throw invalid }
            let unit = bytes[at...].prefix { $0 != UInt8(ascii: ".") && !($0 >= 0x30 && $0 <= 0x39) }
            at = unit.endIndex
            guard !unit.isEmpty else { throw ParseError(description: "time: missing unit in duration \(shown)") }
            let name = String(decoding: unit, as: UTF8.self)
            guard let size = Self.nanoseconds(of: name) else {
                throw ParseError(description: "time: unknown unit \(GoText.quoted(name)) in duration \(shown)")
            }
            guard let part = amount.times(size) else { throw invalid }
            let (sum, overflow) = total.addingReportingOverflow(part)
            guard !overflow, sum <= 1 << 63 else { throw invalid }
            total = sum
        }
        if isNegative {
            nanoseconds = Int64(truncatingIfNeeded: 0 &- total)
        } else {
            guard let positive = Int64(exactly: total) else { throw invalid }
            nanoseconds = positive
        }
    }

    /// A decimal number as it is read.
    private struct Amount {
        private(set) var digits = 0
        private(set) var overflows = false
        private var whole: UInt64 = 0
        private var fraction: UInt64 = 0
        private var scale: UInt64 = 1
        private var hasPoint = false

        /// Whether the byte belongs to the number.
        mutating func append(_ byte: UInt8) -> Bool {
            if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
                return true
            }
            guard byte >= 0x30, byte <= 0x39 else { return false }
            digits += 1
            let digit = UInt64(byte - 0x30)
            if !hasPoint {
                if whole > (1 << 63) / 10 { overflows = true } else { whole = whole * 10 + digit }
            } else if scale < 1_000_000_000_000_000_000 {
                // Eighteen places are finer than a nanosecond of an hour; further ones say nothing.
                fraction = fraction * 10 + digit
                scale *= 10
            }
            return true
        }

        func times(_ unit: UInt64) -> UInt64? {
            let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
            let part = UInt64(UInt128(fraction) * UInt128(unit) / UInt128(scale))
            let (sum, carry) = product.addingReportingOverflow(part)
            return overflow || carry ? nil : sum
        }
    }

    public var description: String {
        if nanoseconds == 0 { return "0s" }
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude < 1_000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return sign + Self.decimal(magnitude, 1_000) + "µs" }
        if magnitude < 1_000_000_000 { return sign + Self.decimal(magnitude, 1_000_000) + "ms" }
        let seconds = magnitude / 1_000_000_000
        var text = sign
        if seconds >= 3_600 { text += "\(seconds / 3_600)h" }
        if seconds >= 60 { text += "\(seconds / 60 % 60)m" }
        return text + Self.decimal(magnitude % 60_000_000_000, 1_000_000_000) + "s"
    }

    /// `amount / unit` without zeros at the end.
    private static func decimal(_ amount: UInt64, _ unit: UInt64) -> String {
        let rest = amount % unit
        guard rest > 0 else { return String(amount / unit) }
        var digits = String(String(unit + rest).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(amount / unit).\(digits)"
    }
}
