import Testing

@testable import Resources

@Suite("A cron schedule is read as cron reads it")
struct CronScheduleTests {
    /// Text, and the numbers of the five fields that match (nil: all).
    static let good: [(String, [[Int]?])] = [
        ("* * * * *", [nil, nil, nil, nil, nil]),
        ("*/15 0 1,15 * 1-5", [[0, 15, 30, 45], [0], [1, 15], nil, [1, 2, 3, 4, 5]]),
        ("5/20 ? 31 jan,DEC sun", [[5, 25, 45], nil, [31], [1, 12], [0]]),
        ("@daily", [[0], [0], nil, nil, nil]),
        ("@weekly", [[0], [0], nil, nil, [0]]),
        ("  0   12 * * * ", [[0], [12], nil, nil, nil]),
    ]

    @Test("Stars, lists, ranges, steps, names and descriptors", arguments: good)
    func fields(_ example: (String, [[Int]?])) throws {
        let schedule = try CronSchedule(parsing: example.0)
        for ((bits, wanted), field) in zip(zip(schedule.bits, example.1), CronSchedule.fields) {
            let found = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
            #expect(found == wanted ?? Array(field.least...field.most))
        }
    }

    static let bad: [(String, String)] = [
        ("", "empty spec string"), ("* * *", "expected exactly 5 fields, found 3: [* * *]"),
        ("60 * * * *", "end of range (60) above maximum (59): 60"),
        ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
        ("9-5 * * * *", "beginning of range (9) beyond end of range (5): 9-5"),
        ("1-2-3 * * * *", "too many hyphens: 1-2-3"), ("*/2/3 * * * *", "too many slashes: */2/3"),
        ("*/0 * * * *", "step of range should be a positive number: */0"),
        ("x * * * *", "failed to parse int from x: strconv.Atoi: parsing \"x\": invalid syntax"),
        ("@often", "unrecognized descriptor: @often"),
        ("TZ=Nowhere/Here * * * * *", "provided bad location Nowhere/Here: unknown time zone Nowhere/Here"),
    ]

    @Test("What is no schedule is refused in the parser's words", arguments: bad)
    func refused(_ example: (String, String)) {
        let error = #expect(throws: CronSchedule.Problem.self) { try CronSchedule(parsing: example.0) }
        #expect(error?.message == example.1)
    }

    @Test("An interval, and a zone before the schedule")
    func others() throws {
        #expect(try CronSchedule(parsing: "@every 1h30m").interval == 5_400_000_000_000)
        #expect(try CronSchedule(parsing: "CRON_TZ=Europe/Berlin 0 0 * * *").zone == "Europe/Berlin")
        #expect(TimeZoneNames.contains("America/Argentina/Buenos_Aires"))
        #expect(TimeZoneNames.contains("Zulu"))
        #expect(!TimeZoneNames.contains("Mars/Olympus"))
    }
}
