import Objects
import Testing
import TestSupport

struct GoDurationTests {
    private static let hour: Int64 = 3_600_000_000_000

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("0s", 0), ("5s", 5_000_000_000), ("1h", hour), ("1h2m3.5s", hour + 123_500_000_000),
            ("-1.5h", -hour - hour / 2), ("+90m", hour + hour / 2), ("1.s", 1_000_000_000), (".5s", 500_000_000),
            ("1ns", 1), ("1us", 1000), ("1µs", 1000), ("1μs", 1000), ("1ms", 1_000_000),
            ("1m1h", hour + 60_000_000_000),
            ("0.3333333333333333333h", 1_200_000_000_000 - 1), ("0.1ns", 0), ("2562047h47m16.854775807s", Int64.max),
            ("-2562047h47m16.854775808s", Int64.min), ("0.100000000000000000000h", 360_000_000_000),
        ] as [(String, Int64)])
    func durationsAreRead(_ text: String, _ nanoseconds: Int64) throws {
        #expect(try GoDuration(parsing: text).nanoseconds == nanoseconds)
    }

    @Test(
        arguments: [
            ("", "invalid duration \"\""), ("-", "invalid duration \"-\""), ("s", "invalid duration \"s\""),
            (".", "invalid duration \".\""), (".s", "invalid duration \".s\""), ("+.s", "invalid duration \"+.s\""),
            ("3", "missing unit in duration \"3\""), ("1h3", "missing unit in duration \"1h3\""),
            ("1.2.3s", "missing unit in duration \"1.2.3s\""),
            ("3d", "unknown unit \"d\" in duration \"3d\""), ("1 h", "unknown unit \" h\" in duration \"1 h\""),
            ("1h-2m", "unknown unit \"h-\" in duration \"1h-2m\""), ("2562048h", "invalid duration \"2562048h\""),
            ("9223372036854775808ns", "invalid duration \"9223372036854775808ns\""),
            ("99999999999999999999999999s", "invalid duration \"99999999999999999999999999s\""),
            ("2562047h2562047h", "invalid duration \"2562047h2562047h\""),
        ])
    func nonsenseIsRefusedInGoesWords(_ text: String, _ reason: String) {
        let error = #expect(throws: GoDuration.ParseError.self) { try GoDuration(parsing: text) }
        #expect(error?.description == "time: \(reason)")
    }

    @Test(
        arguments: [
            (0, "0s"), (1, "1ns"), (1100, "1.1µs"), (2_200_000, "2.2ms"), (3_300_000_000, "3.3s"),
            (245_000_000_000, "4m5s"), (245_001_000_000, "4m5.001s"), (hour, "1h0m0s"), (-hour / 2, "-30m0s"),
            (480_000_000_001, "8m0.000000001s"), (Int64.max, "2562047h47m16.854775807s"),
            (Int64.min, "-2562047h47m16.854775808s"),
        ] as [(Int64, String)])
    func durationsArePrintedAsGoPrintsThem(_ nanoseconds: Int64, _ text: String) {
        #expect(GoDuration(nanoseconds: nanoseconds).description == text)
    }

    @Test func whatIsPrintedReadsBackAsTheSame() throws {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<20_000 {
            let duration = GoDuration(nanoseconds: Int64(bitPattern: random.next()) >> Int64(random.next() % 64))
            #expect(try GoDuration(parsing: duration.description) == duration)
        }
    }
}
