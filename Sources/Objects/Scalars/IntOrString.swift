/// A number or a text, such as a port's number or name, or a count or a share (apimachinery `intstr.IntOrString`).
public enum IntOrString: Sendable, Hashable, CustomStringConvertible {
    case int(Int)
    case string(String)

    public struct PercentError: Error, Sendable, Equatable, CustomStringConvertible {
        public let text: String
        public var description: String { "invalid value for IntOrString: \"\(text)\" is no percentage such as 25%" }
    }

    /// The number, or the share of `total` that a text like `25%` says.
    public func resolved(of total: Int, roundingUp: Bool) throws(PercentError) -> Int {
        switch self {
        case .int(let number): return number
        case .string(let text):
            guard text.last == "%", let percent = Int(text.dropLast()), percent >= 0, percent <= 1_000_000 else {
                throw PercentError(text: text)
            }
            let (product, overflow) = percent.multipliedReportingOverflow(by: total)
            if overflow { throw PercentError(text: text) }
            return roundingUp ? (product + 99) / 100 : product / 100
        }
    }

    public var description: String {
        switch self {
        case .int(let number): String(number)
        case .string(let text): text
        }
    }
}
