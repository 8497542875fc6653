import Objects

/// A schedule as cron writes it: five fields (minute, hour, day of the month, month, day of the week), or `@daily`,
/// `@every 1h30m` and their like; `TZ=…` or `CRON_TZ=…` may stand before them.
struct CronSchedule: Sendable, Equatable {
    /// Why a text is no schedule, in the words that Kubernetes' parser has for it.
    struct Problem: Error, Equatable { public let message: String }

    /// One of the five fields: which numbers it takes.
    struct Field: Sendable {
        let least: Int
        let most: Int
        let names: [String]
    }
    static let fields = [
        Field(least: 0, most: 59, names: []), Field(least: 0, most: 23, names: []),
        Field(least: 1, most: 31, names: []),
        Field(
            least: 1, most: 12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]),
        Field(least: 0, most: 6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]
    private static let descriptors = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]
    private static let everyPrefix = "@every "

    /// For each field the numbers that match, as bits; empty for `@every`.
    let bits: [UInt64]
    /// Whether days are only those of the month, or only those of the week: a star in the other one.
    let starsInDays: (month: Bool, week: Bool)
    /// Nanoseconds between two times, for `@every`.
    let interval: Int64?
    /// The zone that stands before the schedule; nil: none.
    let zone: String?

    static func == (a: CronSchedule, b: CronSchedule) -> Bool {
        a.bits == b.bits && a.interval == b.interval && a.zone == b.zone && a.starsInDays == b.starsInDays
    }

    init(parsing text: String) throws(Problem) {
        var rest = text[...]
        var zone: String?
        if rest.hasPrefix("TZ=") || rest.hasPrefix("CRON_TZ=") {
            let end = rest.firstIndex(of: " ") ?? rest.endIndex
            let start = rest.firstIndex(of: "=").map { rest.index(after: $0) } ?? rest.startIndex
            zone = String(rest[start..<end])
            if let zone, zone != "Local", zone != "UTC", !TimeZoneNames.contains(zone) {
                throw Problem(message: "provided bad location \(zone): unknown time zone \(zone)")
            }
            rest = rest[end...]
        }
        self.zone = zone
        let plain = rest.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
        if plain.isEmpty { throw Problem(message: "empty spec string") }
        if plain[0].hasPrefix("@") {
            let descriptor = plain.joined(separator: " ")
            if descriptor.hasPrefix(Self.everyPrefix) {
                let text = String(descriptor.dropFirst(Self.everyPrefix.count))
                do { interval = try GoDuration(parsing: text).nanoseconds } catch {
                    throw Problem(message: "failed to parse duration \(descriptor): \(error)")
                }
                bits = []
                starsInDays = (false, false)
                return
            }
            guard let found = Self.descriptors[descriptor] else {
                throw Problem(message: "unrecognized descriptor: \(descriptor)")
            }
            let fields = try Self.bits(found.split(separator: " "))
            bits = fields.bits
            starsInDays = fields.stars
            interval = nil
            return
        }
        let fields = try Self.bits(plain)
        bits = fields.bits
        starsInDays = fields.stars
        interval = nil
    }

    private static func bits(
        _ texts: [Substring]
    ) throws(Problem) -> (bits: [UInt64], stars: (month: Bool, week: Bool)) {
        guard texts.count == fields.count else {
            throw Problem(
                message: "expected exactly 5 fields, found \(texts.count): [\(texts.joined(separator: " "))]")
        }
        var bits: [UInt64] = []
        var stars: [Bool] = []
        for (text, field) in zip(texts, fields) {
            var found: UInt64 = 0
            var hasStar = false
            for part in text.split(separator: ",") {
                let range = try self.range(part, field)
                found |= range.bits
                hasStar = hasStar || range.isStar
            }
            bits.append(found)
            stars.append(hasStar)
        }
        return (bits, (stars[2], stars[4]))
    }

    /// `*`, `5`, `1-5`, `*/10`, `mon-fri`, `10-50/5`.
    private static func range(_ text: Substring, _ field: Field) throws(Problem) -> (bits: UInt64, isStar: Bool) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        var first = field.least
        var last = field.most
        var isStar = ends[0] == "*" || ends[0] == "?"
        if !isStar {
            first = try number(ends[0], field.names)
            switch ends.count {
            case 1: last = first
            case 2: last = try number(ends[1], field.names)
            default: throw Problem(message: "too many hyphens: \(text)")
            }
        }
        var step = 1
        switch parts.count {
        case 1: break
        case 2:
            step = try number(parts[1], [])
            if ends.count == 1 { last = field.most }
            if step > 1 { isStar = false }
        default: throw Problem(message: "too many slashes: \(text)")
        }
        if first < field.least {
            throw Problem(message: "beginning of range (\(first)) below minimum (\(field.least)): \(text)")
        }
        if last > field.most {
            throw Problem(message: "end of range (\(last)) above maximum (\(field.most)): \(text)")
        }
        if first > last {
            throw Problem(message: "beginning of range (\(first)) beyond end of range (\(last)): \(text)")
        }
        if step == 0 { throw Problem(message: "step of range should be a positive number: \(text)") }
        var bits: UInt64 = 0
        for value in stride(from: first, through: last, by: step) { bits |= 1 << UInt64(value) }
        return (bits, isStar)
    }

    private static func number(_ text: Substring, _ names: [String]) throws(Problem) -> Int {
        if let index = names.firstIndex(of: text.lowercased()) {
            // Months are counted from 1, days of the week from 0.
            return names.count == 12 ? index + 1 : index
        }
        guard let number = Int(text), text.utf8.first != UInt8(ascii: "+") || text.utf8.count > 1 else {
            let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            throw Problem(
                message: "failed to parse int from \(text): strconv.Atoi: parsing \"\(text)\": "
                    + (isNumber ? "value out of range" : "invalid syntax"))
        }
        guard number >= 0 else { throw Problem(message: "negative number (\(number)) not allowed: \(text)") }
        return number
    }
}
