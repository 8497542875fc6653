extension Timestamp {
    /// Why a text is no time, in the words of Go's `time.Parse`.
    public struct ParseError: Error, Sendable, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// Reads RFC 3339 as Go does: any offset up to 24 hours, any fraction after `.` or `,` (digits past the ninth are
    /// dropped), an hour of one or two digits; no leap seconds.
    public init(rfc3339 text: String) throws(ParseError) {
        var reader = RFC3339Reader(text)
        let year = try reader.number(4, "2006")
        try reader.sign("-")
        let month = try reader.number(2, "01")
        try reader.sign("-")
        let day = try reader.number(2, "02")
        try reader.sign("T")
        let hour = try reader.hour()
        try reader.sign(":")
        let minute = try reader.number(2, "04")
        try reader.sign(":")
        let second = try reader.number(2, "05")
        let fraction = reader.fraction()
        let offset = try reader.offset()
        try reader.end()
        guard 1...12 ~= month else { throw reader.outOfRange("month") }
        guard 1...CivilDate.days(in: month, of: year) ~= day else { throw reader.outOfRange("day") }
        guard hour < 24 else { throw reader.outOfRange("hour") }
        guard minute < 60 else { throw reader.outOfRange("minute") }
        guard second < 60 else { throw reader.outOfRange("second") }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        seconds = Int64(days * 86_400 + hour * 3_600 + minute * 60 + second - offset)
        nanoseconds = fraction
        guard Timestamp.writable.contains(seconds) else { throw reader.outOfRange("year") }
    }
}

/// Reads the elements of an RFC 3339 time one after the other.
private struct RFC3339Reader {
    private let text: String
    private let bytes: [UInt8]
    private var at = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private func digit(_ index: Int) -> Int? {
        index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39 ? Int(bytes[index] - 0x30) : nil
    }

    /// Exactly `count` digits.
    private mutating func digits(_ count: Int) -> Int? {
        var value = 0
        for index in at..<at + count {
            guard let digit = digit(index) else { return nil }
            value = value * 10 + digit
        }
        at += count
        return value
    }

    /// - Parameter element: how Go's layout names it.
    mutating func number(_ count: Int, _ element: String) throws(Timestamp.ParseError) -> Int {
        guard let value = digits(count) else { throw unreadable(element) }
        return value
    }

    mutating func hour() throws(Timestamp.ParseError) -> Int {
        try number(digit(at + 1) == nil ? 1 : 2, "15")
    }

    mutating func sign(_ sign: Unicode.Scalar) throws(Timestamp.ParseError) {
        guard next == UInt8(ascii: sign) else { throw unreadable(String(Character(sign))) }
        at += 1
    }

    /// Nanoseconds; 0 where there is no fraction.
    mutating func fraction() -> Int32 {
        guard next == UInt8(ascii: ".") || next == UInt8(ascii: ","), digit(at + 1) != nil else { return 0 }
        at += 1
        var value: Int32 = 0
        var scale: Int32 = 100_000_000
        while let digit = digit(at) {
            value += Int32(digit) * scale
            scale /= 10
            at += 1
        }
        return value
    }

    /// Seconds east of Greenwich.
    mutating func offset() throws(Timestamp.ParseError) -> Int {
        if next == UInt8(ascii: "Z") {
            at += 1
            return 0
        }
        let start = at
        guard next == UInt8(ascii: "+") || next == UInt8(ascii: "-") else { throw unreadable("Z07:00") }
        let isEast = next == UInt8(ascii: "+")
        at += 1
        guard let hours = digits(2), next == UInt8(ascii: ":") else {
            at = start
            throw unreadable("Z07:00")
        }
        at += 1
        guard let minutes = digits(2) else {
            at = start
            throw unreadable("Z07:00")
        }
        guard hours <= 24 else { throw outOfRange("time zone offset hour") }
        guard minutes <= 60 else { throw outOfRange("time zone offset minute") }
        return (hours * 60 + minutes) * 60 * (isEast ? 1 : -1)
    }

    func end() throws(Timestamp.ParseError) {
        guard at == bytes.count else {
            throw Timestamp.ParseError(
                description: "parsing time \(GoText.quoted(text)): extra text: \(GoText.quoted(rest))")
        }
    }

    private var rest: String { String(decoding: bytes[at...], as: UTF8.self) }

    private func unreadable(_ element: String) -> Timestamp.ParseError {
        Timestamp.ParseError(
            description:
                "parsing time \(GoText.quoted(text)) as \"2006-01-02T15:04:05Z07:00\": cannot parse \(GoText.quoted(rest)) as "
                + GoText.quoted(element))
    }

    func outOfRange(_ element: String) -> Timestamp.ParseError {
        Timestamp.ParseError(description: "parsing time \(GoText.quoted(text)): \(element) out of range")
    }
}
