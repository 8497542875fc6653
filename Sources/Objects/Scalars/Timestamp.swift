/// A moment: seconds and nanoseconds since 1970-01-01T00:00:00Z, in the proleptic Gregorian calendar without leap seconds.
public struct Timestamp: Sendable, Hashable, Comparable {
    public var seconds: Int64
    /// 0 to 999,999,999.
    public var nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }

    /// Why a text is no time.
    public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        public let text: String
        public var description: String {
            "parsing time \"\(text)\" as \"2006-01-02T15:04:05Z07:00\": it is no RFC 3339 time"
        }
    }

    /// RFC 3339 with any offset and fraction: `2008-01-01T01:01:01Z`, `2008-01-01T01:01:01.5+02:00`.
    public init(rfc3339 text: String) throws(ParseError) {
        let bytes = Array(text.utf8)
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for i in start..<start + count {
                guard bytes[i] >= 0x30, bytes[i] <= 0x39 else { return nil }
                value = value * 10 + Int(bytes[i] - 0x30)
            }
            return value
        }
        func at(_ index: Int, _ character: UInt8) -> Bool { index < bytes.count && bytes[index] == character }
        guard let year = number(0, 4), at(4, 0x2d), let month = number(5, 2), at(7, 0x2d), let day = number(8, 2),
            at(10, 0x54) || at(10, 0x74), let hour = number(11, 2), at(13, 0x3a), let minute = number(14, 2),
            at(16, 0x3a),
            let second = number(17, 2), 1...12 ~= month, 1...Self.days(in: month, year) ~= day, hour < 24, minute < 60,
            second < 60
        else { throw ParseError(text: text) }
        var index = 19
        var fraction: Int32 = 0
        if at(index, 0x2e) || at(index, 0x2c) {
            index += 1
            var scale: Int32 = 100_000_000
            let start = index
            while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
                fraction += Int32(bytes[index] - 0x30) * scale
                scale /= 10
                index += 1
            }
            guard index > start else { throw ParseError(text: text) }
        }
        var offset = 0
        if at(index, 0x5a) || at(index, 0x7a) {
            index += 1
        } else {
            guard at(index, 0x2b) || at(index, 0x2d), let hours = number(index + 1, 2), at(index + 3, 0x3a),
                let minutes = number(index + 4, 2), hours < 24, minutes < 60
            else { throw ParseError(text: text) }
            offset = (hours * 60 + minutes) * 60 * (at(index, 0x2b) ? 1 : -1)
            index += 6
        }
        guard index == bytes.count else { throw ParseError(text: text) }
        seconds = Int64(Self.dayNumber(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset)
        nanoseconds = fraction
    }

    /// `2008-01-01T01:01:01Z`.
    public var rfc3339: String { date + "Z" }

    /// `2008-01-01T01:01:01.000000Z`: microseconds, as `MicroTime` is written.
    public var rfc3339Micro: String {
        "\(date).\(Self.padded(Int(nanoseconds) / 1000, 6))Z"
    }

    private var date: String {
        // Years beyond four digits cannot be written in RFC 3339.
        let clamped = min(max(seconds, -62_167_219_200), 253_402_300_799)
        let dayCount = Int((clamped >= 0 ? clamped : clamped - 86399) / 86400)
        let rest = Int(clamped) - dayCount * 86400
        // Days since 0000-03-01, in eras of 400 years (after Howard Hinnant, "chrono-compatible low-level date algorithms").
        let shifted = dayCount + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T\(Self.padded(rest / 3600, 2)):"
            + "\(Self.padded(rest / 60 % 60, 2)):\(Self.padded(rest % 60, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private static func days(in month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
