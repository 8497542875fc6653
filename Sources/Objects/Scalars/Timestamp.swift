internal import Glibc

/// A moment: seconds and nanoseconds since 1970-01-01T00:00:00Z, in the proleptic Gregorian calendar without leap
/// seconds.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    public var seconds: Int64
    /// 0 to 999,999,999.
    public var nanoseconds: Int32

    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// - Parameter unixNanoseconds: since 1970, before it when negative.
    public init(unixNanoseconds: Int64) {
        let nanoseconds = unixNanoseconds % 1_000_000_000
        let isBefore = nanoseconds < 0
        self.init(
            seconds: unixNanoseconds / 1_000_000_000 - (isBefore ? 1 : 0),
            nanoseconds: Int32(isBefore ? nanoseconds + 1_000_000_000 : nanoseconds))
    }

    /// The system's clock. For shells; planners are told the time.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: Int64(time.tv_sec), nanoseconds: Int32(truncatingIfNeeded: time.tv_nsec))
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }

    /// The bounds of what RFC 3339 can write: 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
    static let writable: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

    /// `2008-01-01T01:01:01Z`, as `Time` is written. Moments outside years 0 to 9999 are written as the nearest inside.
    public var rfc3339: String {
        var text: [UInt8] = []
        text.reserveCapacity(20)
        appendRFC3339(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends what `rfc3339` is.
    func appendRFC3339(to text: inout [UInt8]) {
        appendDate(to: &text)
        text.append(UInt8(ascii: "Z"))
    }

    /// `2008-01-01T01:01:01.000000Z`: microseconds, as `MicroTime` is written.
    public var rfc3339Micro: String {
        var text: [UInt8] = []
        text.reserveCapacity(27)
        appendDate(to: &text)
        text.append(UInt8(ascii: "."))
        Self.append(min(max(Int(nanoseconds), 0), 999_999_999) / 1000, 6, to: &text)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    public var description: String { rfc3339 }

    /// The days since 1970 and the second of the day, of the nearest moment that can be written.
    private var dayAndSecond: (days: Int, second: Int) {
        let clamped = min(max(seconds, Self.writable.lowerBound), Self.writable.upperBound)
        let (days, rest) = clamped.quotientAndRemainder(dividingBy: 86_400)
        return rest < 0 ? (Int(days) - 1, Int(rest) + 86_400) : (Int(days), Int(rest))
    }

    private func appendDate(to text: inout [UInt8]) {
        let (days, second) = dayAndSecond
        let date = CivilDate(daysSince1970: days)
        Self.append(date.year, 4, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.month, 2, to: &text)
        text.append(UInt8(ascii: "-"))
        Self.append(date.day, 2, to: &text)
        text.append(UInt8(ascii: "T"))
        Self.appendTime(second, to: &text)
    }

    /// `01:01:01`, of a second of the day.
    private static func appendTime(_ second: Int, to text: inout [UInt8]) {
        append(second / 3_600, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(second / 60 % 60, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(second % 60, 2, to: &text)
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, as HTTP's fields have it (RFC 9110, 5.6.7). Moments outside years 0 to 9999 are
    /// written as the nearest inside.
    public var httpDate: String {
        let (days, second) = dayAndSecond
        let date = CivilDate(daysSince1970: days)
        // 1970 began on a Thursday.
        var text = Array("\(Self.weekdays[((days + 4) % 7 + 7) % 7]), ".utf8)
        Self.append(date.day, 2, to: &text)
        text += " \(Self.months[date.month - 1]) ".utf8
        Self.append(date.year, 4, to: &text)
        text.append(UInt8(ascii: " "))
        Self.appendTime(second, to: &text)
        text += " GMT".utf8
        return String(decoding: text, as: UTF8.self)
    }

    /// Decimal digits of a number that is not negative, with zeros before it.
    private static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

/// A day of the proleptic Gregorian calendar. The year begins in March here, so that the leap day is its last; 400
/// years (an era) have 146,097 days (after Howard Hinnant, "chrono-compatible low-level date algorithms").
struct CivilDate: Equatable {
    var year: Int
    var month: Int
    var day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
