extension Flags {
    /// A flag's value as milliseconds, written as Kubernetes' components take it: `40s`, `5m`, `1m30s`, `500ms`; a bare `0`.
    func milliseconds(_ name: String, in range: ClosedRange<Int>) throws(FlagError) -> Int? {
        guard let text = self[name] else { return nil }
        guard let found = Self.milliseconds(text), range.contains(found) else {
            throw FlagError(
                message:
                    "--\(name) takes a time from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)), "
                    + "such as 40s or 5m, not \(text)")
        }
        return found
    }

    /// Units and their milliseconds; `ms` before `m` and `s`, which it begins and ends with.
    private static let units = [("ms", 1), ("h", 3_600_000), ("m", 60_000), ("s", 1000)]
    /// Longer numbers are no times that anybody means.
    private static let digits = 9

    /// Nil: it is no duration. Whole numbers only: `1.5h` is `1h30m`.
    static func milliseconds(_ text: String) -> Int? {
        if text == "0" { return 0 }
        var rest = text[...]
        var sum = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let number = rest.prefix { ("0"..."9").contains($0) }
            guard !number.isEmpty, number.utf8.count <= digits, let count = Int(number) else { return nil }
            rest = rest.dropFirst(number.count)
            guard let unit = units.first(where: { rest.hasPrefix($0.0) }) else { return nil }
            rest = rest.dropFirst(unit.0.count)
            let (term, tooLarge) = count.multipliedReportingOverflow(by: unit.1)
            let (next, overflow) = sum.addingReportingOverflow(term)
            guard !tooLarge, !overflow else { return nil }
            sum = next
        }
        return sum
    }

    private static func text(_ milliseconds: Int) -> String {
        let unit = units.filter { milliseconds % $0.1 == 0 }.max { $0.1 < $1.1 } ?? ("ms", 1)
        return milliseconds == 0 ? "0" : "\(milliseconds / unit.1)\(unit.0)"
    }
}
