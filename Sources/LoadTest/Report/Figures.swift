/// Figures as people read them.
enum Figures {
    /// With so many digits after the point.
    static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "-" }
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard digits > 0 else { return sign + String(scaled) }
        let fraction = String(scaled % scale)
        return sign + String(scaled / scale) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    /// Three significant digits and k or M: `812`, `1.25M`.
    static func count(_ value: Double) -> String {
        switch abs(value) {
        case 999_500_000...: fixed(value / 1e9, 2) + "G"
        case 99_950_000...: fixed(value / 1e6, 0) + "M"
        case 9_995_000...: fixed(value / 1e6, 1) + "M"
        case 999_500...: fixed(value / 1e6, 2) + "M"
        case 99_950...: fixed(value / 1e3, 0) + "k"
        case 9_995...: fixed(value / 1e3, 1) + "k"
        default: fixed(value, abs(value) < 10 && value != value.rounded() ? 1 : 0)
        }
    }

    /// `850 ns`, `12.3 µs`, `4.56 ms`, `1.2 s`.
    static func duration(_ nanoseconds: UInt64) -> String {
        let value = Double(nanoseconds)
        switch value {
        case ..<1e3: return fixed(value, 0) + " ns"
        case ..<1e6: return fixed(value / 1e3, value < 1e5 ? 1 : 0) + " µs"
        case ..<1e9: return fixed(value / 1e6, value < 1e7 ? 2 : value < 1e8 ? 1 : 0) + " ms"
        default: return fixed(value / 1e9, 2) + " s"
        }
    }

    static func bytes(_ value: Double) -> String {
        switch abs(value) {
        case 1_073_741_824...: fixed(value / 1_073_741_824, 2) + " GiB"
        case 1_048_576...: fixed(value / 1_048_576, 1) + " MiB"
        case 1_024...: fixed(value / 1_024, 1) + " KiB"
        default: fixed(value, 0) + " B"
        }
    }
}
