import Testing
import TestSupport

@testable import Objects

/// Whatever was shown before, the text is the time's own.
struct TimestampTextTests {
    @Test func everyTimeIsWrittenAsItAloneWouldBe() {
        var random = SeededGenerator(seed: 5)
        let shown = TimestampText()
        var seconds: Int64 = 0
        for round in 0..<20_000 {
            switch round % 7 {
            case 0: seconds = Int64.random(in: -70_000_000_000...260_000_000_000, using: &random)
            case 1: seconds = [Int64.min, .max, -1, 0, 86_399, 86_400, -86_400].randomElement(using: &random) ?? 0
            default: seconds &+= Int64.random(in: -40_000...40_000, using: &random)
            }
            shown.show(seconds: seconds)
            let expected = "\"\(Timestamp(seconds: seconds, nanoseconds: 0).rfc3339)\""
            #expect(String(decoding: shown.text, as: UTF8.self) == expected)
        }
    }
}
