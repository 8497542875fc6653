/// A number or a text, such as a port's number or name, or a count or a share (apimachinery `intstr.IntOrString`).
public enum IntOrString: Sendable, Hashable, CustomStringConvertible {
    case int(Int)
    case string(String)

    public enum PercentError: Error, Sendable, Equatable, CustomStringConvertible {
        case notPercent
        case notNumber(String)

        public var description: String {
            switch self {
            case .notPercent: "invalid value for IntOrString: invalid type: string is not a percentage"
            case .notNumber(let text):
                "invalid value for IntOrString: invalid value \(GoText.quoted(text)): write it like 25%"
            }
        }
    }

    /// The number, or the share of `total` that a text like `25%` says, as deployments round it: up for what may be
    /// added, down for what may be missing.
    public func resolved(of total: Int, roundingUp: Bool) throws(PercentError) -> Int {
        switch self {
        case .int(let number): return number
        case .string(let text):
            guard text.utf8.last == UInt8(ascii: "%") else { throw .notPercent }
            let digits = text.utf8.dropLast()
            guard !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let percent = Int(text.dropLast())
            else {
                throw .notNumber(text)
            }
            let (product, overflow) = percent.multipliedReportingOverflow(by: total)
            if overflow { throw .notNumber(text) }
            let (quotient, remainder) = product.quotientAndRemainder(dividingBy: 100)
            if remainder > 0, roundingUp { return quotient + 1 }
            return remainder < 0 && !roundingUp ? quotient - 1 : quotient
        }
    }

    public var description: String {
        switch self {
        case .int(let number): String(number)
        case .string(let text): text
        }
    }
}
