/// The order in which Kubernetes' tools write the keys of a map: numbers within keys by their value (`k2` before
/// `k10`), other signs before letters, letters by their code.
enum YAMLKeyOrder {
    static func precedes(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        guard let at = zip(a, b).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset else {
            return a.count < b.count
        }
        switch (a[at].properties.isAlphabetic, b[at].properties.isAlphabetic) {
        case (true, true): return a[at] < b[at]
        case (false, false): break
        // Behind a digit the letter ends the number, and the shorter number comes first.
        case (true, false): return at > 0 && isDigit(a[at - 1])
        case (false, true): return !(at > 0 && isDigit(a[at - 1]))
        }
        // A zero is a place of the number where digits of it came before, and leads it where not.
        let isWithin =
            a[at] == "0" || b[at] == "0"
            ? a[..<at].reversed().prefix(while: isDigit).contains { $0 != "0" } : false
        let (an, aCount) = number(a[at...], isWithin)
        let (bn, bCount) = number(b[at...], isWithin)
        if an != bn { return an < bn }
        return aCount != bCount ? aCount < bCount : a[at] < b[at]
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

    /// The number that a text begins with, and of how many digits; it is large at most where the text is.
    private static func number(_ text: ArraySlice<Unicode.Scalar>, _ isWithin: Bool) -> (value: UInt64, count: Int) {
        var value: UInt64 = isWithin ? 1 : 0
        let digits = text.prefix(while: isDigit)
        for digit in digits { value = value &* 10 &+ UInt64(digit.value - 0x30) }
        return (value, digits.count)
    }
}
