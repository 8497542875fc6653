import Glibc
import Objects
import Testing
import TestSupport

struct TimestampTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2008-01-01T01:01:01Z", 1_199_149_261, 0),
            ("2000-02-29T12:00:00Z", 951_825_600, 0), ("1969-12-31T23:59:59Z", -1, 0),
            ("2008-01-01T01:01:01.5Z", 1_199_149_261, 500_000_000),
            ("2008-01-01T01:01:01,25Z", 1_199_149_261, 250_000_000),
            ("2008-01-01T01:01:01.123456789Z", 1_199_149_261, 123_456_789),
            ("2008-01-01T01:01:01.1234567899999999999999Z", 1_199_149_261, 123_456_789),
            ("2008-01-01T03:01:01+02:00", 1_199_149_261, 0), ("2007-12-31T20:01:01-05:00", 1_199_149_261, 0),
            ("2008-01-02T01:01:01+24:00", 1_199_149_261, 0), ("2008-01-01T1:01:01Z", 1_199_149_261, 0),
            ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ] as [(String, Int64, Int32)])
    func rfc3339IsRead(_ text: String, _ seconds: Int64, _ nanoseconds: Int32) throws {
        #expect(try Timestamp(rfc3339: text) == Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        arguments: [
            ("2008-13-01T00:00:00Z", ": month out of range"), ("2008-00-01T00:00:00Z", ": month out of range"),
            ("2007-02-29T00:00:00Z", ": day out of range"), ("1900-02-29T00:00:00Z", ": day out of range"),
            ("2008-04-31T00:00:00Z", ": day out of range"), ("2008-01-00T00:00:00Z", ": day out of range"),
            ("2008-01-01T24:00:00Z", ": hour out of range"), ("2008-01-01T00:60:00Z", ": minute out of range"),
            ("2016-12-31T23:59:60Z", ": second out of range"), ("0000-01-01T00:00:00+01:00", ": year out of range"),
            ("9999-12-31T23:59:59-00:01", ": year out of range"),
            ("2008-01-01T00:00:00+25:00", ": time zone offset hour out of range"),
            ("2008-01-01T00:00:00Zx", ": extra text: \"x\""),
            ("", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"2006\""),
            (
                "20a8-01-01T00:00:00Z",
                " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"20a8-01-01T00:00:00Z\" as \"2006\""
            ),
            ("2008-01-01", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\""),
            ("2008-01-01 00:00:00Z", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \" 00:00:00Z\" as \"T\""),
            ("2008-01-01t00:00:00Z", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"t00:00:00Z\" as \"T\""),
            ("2008-01-01T00:00:00", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\""),
            ("2008-01-01T00:00:00z", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"z\" as \"Z07:00\""),
            ("2008-01-01T00:00:00.Z", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \".Z\" as \"Z07:00\""),
            ("2008-01-01T00:00:00+0100", " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"+0100\" as \"Z07:00\""),
            (
                "-001-01-01T00:00:00Z",
                " as \"2006-01-02T15:04:05Z07:00\": cannot parse \"-001-01-01T00:00:00Z\" as \"2006\""
            ),
        ])
    func nonsenseIsRefusedInGoesWords(_ text: String, _ reason: String) {
        let error = #expect(throws: Timestamp.ParseError.self) { try Timestamp(rfc3339: text) }
        #expect(error?.description == "parsing time \"\(text)\"\(reason)")
    }

    @Test func timesArePrintedBySecondsAndMicroTimesBySixDigits() {
        let time = Timestamp(seconds: 1_199_149_261, nanoseconds: 12_345_678)
        #expect(time.rfc3339 == "2008-01-01T01:01:01Z")
        #expect(time.rfc3339Micro == "2008-01-01T01:01:01.012345Z")
        #expect(Timestamp(seconds: 1_199_149_261, nanoseconds: 0).rfc3339Micro == "2008-01-01T01:01:01.000000Z")
    }

    @Test func yearsThatCannotBeWrittenBecomeTheNearestThatCan() {
        #expect(Timestamp(seconds: .max, nanoseconds: 0).rfc3339 == "9999-12-31T23:59:59Z")
        #expect(Timestamp(seconds: .min, nanoseconds: .max).rfc3339Micro == "0000-01-01T00:00:00.999999Z")
    }

    @Test func unixNanosecondsBeforeAndAfter1970() {
        #expect(Timestamp(unixNanoseconds: 1_500_000_000) == Timestamp(seconds: 1, nanoseconds: 500_000_000))
        #expect(Timestamp(unixNanoseconds: -1) == Timestamp(seconds: -1, nanoseconds: 999_999_999))
        #expect(Timestamp(unixNanoseconds: .min).rfc3339 == "1677-09-21T00:12:43Z")
        let before = Int64(time(nil))
        let now = Timestamp.now().seconds
        // time() is up to a tick behind.
        #expect(before <= now && now <= Int64(time(nil)) + 1)
    }

    @Test func orderIsByTime() {
        let a = Timestamp(seconds: 1, nanoseconds: 999_999_999)
        let b = Timestamp(seconds: 2, nanoseconds: 0)
        #expect(a < b)
        #expect(!(b < a))
        #expect(Timestamp(seconds: 1, nanoseconds: 1) < a)
    }

    /// The C library's calendar is the judge.
    @Test func everySecondIsTheOneThatTheCLibrarySays() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let seconds = Int64(random.next() % 315_569_520_000) - 62_167_219_200
            var clock = time_t(seconds)
            var parts = tm()
            gmtime_r(&clock, &parts)
            var text = [CChar](repeating: 0, count: 64)
            strftime(&text, text.count, "-%m-%dT%H:%M:%SZ", &parts)
            let year = String(String(10_000 + Int(parts.tm_year) + 1900).dropFirst())
            let expected = year + String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let time = Timestamp(seconds: seconds, nanoseconds: 0)
            #expect(time.rfc3339 == expected)
            #expect(try Timestamp(rfc3339: expected) == time)
        }
    }

    @Test func noTextTraps() {
        var random = SeededGenerator(seed: 3)
        let good = Array("2008-01-01T01:01:01.123456+01:00".utf8)
        for _ in 0..<20_000 {
            var bytes = good
            for _ in 0..<(1 + random.next() % 4) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            let text = String(decoding: bytes.prefix(Int(random.next() % UInt64(bytes.count + 1))), as: UTF8.self)
            if let time = try? Timestamp(rfc3339: text) { #expect((0..<1_000_000_000).contains(time.nanoseconds)) }
        }
    }
}
