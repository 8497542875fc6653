internal import Glibc

/// The figures as one table of text.
enum Table {
    static func render(_ figures: [Figure]) -> String {
        let head = ["figure", "measured", "bare loop", "target", ""]
        let rows = [head] + figures.map(row)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                // Words to the left, numbers to the right.
                return column == 0 || column == 4 ? cell + space : space + cell
            }
            .joined(separator: "  ").trimmedEnd
        }
        .joined(separator: "\n")
    }

    private static func row(_ figure: Figure) -> [String] {
        let target: String
        switch figure.threshold?.target {
        case .atMost(let limit): target = "≤ \(number(limit)) \(figure.unit.rawValue)"
        case .atLeast(let limit): target = "≥ \(number(limit)) \(figure.unit.rawValue)"
        case nil: target = ""
        }
        let verdict = figure.isReached.map { $0 ? "reached" : "MISSED" } ?? ""
        return [
            figure.name, "\(number(figure.value)) \(figure.unit.rawValue)".trimmedEnd,
            figure.bare.map { "\(number($0)) \(figure.unit.rawValue)".trimmedEnd } ?? "", target.trimmedEnd, verdict,
        ]
    }

    /// Three digits that count; thousands with commas.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        let size = abs(value)
        let decimals = size >= 100 || value == value.rounded() ? 0 : size >= 10 ? 1 : 2
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        guard let scaled = Int(exactly: (size * scale).rounded()) else { return "–" }
        let whole = String(scaled / Int(scale))
        var text = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        if decimals > 0 {
            let rest = String(scaled % Int(scale))
            text += "." + String(repeating: "0", count: decimals - rest.count) + rest
        }
        return (value < 0 ? "-" : "") + text
    }
}

extension String {
    var trimmedEnd: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}
