/// A span of time as Go writes it: `1h2m3.5s`.
public struct GoDuration: Sendable, Hashable, CustomStringConvertible {
    public var nanoseconds: Int64

    public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        public let text: String
        public var description: String { "time: invalid duration \"\(text)\": write it like 1h30m or 2.5s" }
    }

    private static let units: [(name: String, nanoseconds: Int64)] = [
        ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
        ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    public init(parsing text: String) throws(ParseError) {
        var rest = text[...]
        let negative = rest.first == "-"
        if negative || rest.first == "+" { rest = rest.dropFirst() }
        if rest == "0" {
            nanoseconds = 0
            return
        }
        guard !rest.isEmpty else { throw ParseError(text: text) }
        var total: Double = 0
        while !rest.isEmpty {
            let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            rest = rest.dropFirst(number.count)
            let name = rest.prefix { !($0.isASCII && $0.isNumber) && $0 != "." }
            rest = rest.dropFirst(name.count)
            guard let amount = Double(number), let unit = Self.units.first(where: { $0.name == name }) else {
                throw ParseError(text: text)
            }
            total += amount * Double(unit.nanoseconds)
        }
        guard total < 9.2e18 else { throw ParseError(text: text) }
        nanoseconds = Int64(total.rounded()) * (negative ? -1 : 1)
    }

    public var description: String {
        if nanoseconds == 0 { return "0s" }
        let magnitude = nanoseconds.magnitude
        let sign = nanoseconds < 0 ? "-" : ""
        if magnitude < 1000 { return "\(sign)\(magnitude)ns" }
        if magnitude < 1_000_000 { return sign + Self.decimal(magnitude, 1000) + "µs" }
        if magnitude < 1_000_000_000 { return sign + Self.decimal(magnitude, 1_000_000) + "ms" }
        let seconds = magnitude / 1_000_000_000
        var text = sign
        if seconds >= 3600 { text += "\(seconds / 3600)h" }
        if seconds >= 60 { text += "\(seconds / 60 % 60)m" }
        return text + Self.decimal(magnitude % 60_000_000_000, 1_000_000_000) + "s"
    }

    /// `amount / unit` without zeros at the end.
    private static func decimal(_ amount: UInt64, _ unit: UInt64) -> String {
        let rest = amount % unit
        guard rest > 0 else { return String(amount / unit) }
        var digits = String(rest)
        digits = String(repeating: "0", count: String(unit).utf8.count - 1 - digits.utf8.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(amount / unit).\(digits)"
    }
}
