extension Timestamp {
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, as HTTP's fields have it (RFC 9110, 5.6.7). Moments outside years 0 to 9999 are
    /// written as the nearest inside.
    public var httpDate: String {
        let clamped = min(max(seconds, Self.writable.lowerBound), Self.writable.upperBound)
        let days = Int(clamped >= 0 ? clamped / 86_400 : (clamped + 1) / 86_400 - 1)
        let rest = Int(clamped) - days * 86_400
        let date = CivilDate(daysSince1970: days)
        // 1970 began on a Thursday.
        let weekday = ((days + 4) % 7 + 7) % 7
        func name(_ names: StaticString, _ index: Int) -> Substring {
            let text = "\(names)"
            let start = text.index(text.startIndex, offsetBy: index * 3)
            return text[start..<text.index(start, offsetBy: 3)]
        }
        func digits(_ number: Int, _ width: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
        }
        return "\(name("SunMonTueWedThuFriSat", weekday)), \(digits(date.day)) "
            + "\(name("JanFebMarAprMayJunJulAugSepOctNovDec", date.month - 1)) \(digits(date.year, 4)) "
            + "\(digits(rest / 3_600)):\(digits(rest / 60 % 60)):\(digits(rest % 60)) GMT"
    }
}
