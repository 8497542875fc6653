import Objects
import Testing

@testable import apus_bench

struct TableTests {
    @Test(arguments: [
        (0.0, "0"), (1, "1"), (0.514, "0.51"), (0.999, "1.00"), (1.25, "1.25"), (12.34, "12.3"), (99.96, "100.0"),
        (999.6, "1,000"), (15_000, "15,000"), (1_234_567.8, "1,234,568"), (-2.5, "-2.50"), (.nan, "–"),
        (.infinity, "–"), (1e300, "–"),
    ])
    func numbersShowWhatCounts(_ value: Double, _ text: String) {
        #expect(Table.number(value) == text)
    }

    @Test func columnsLineUpAndVerdictsAreSaid() {
        let limit = Thresholds.Threshold(target: .atMost(1.3), reason: "test")
        let text = Table.render([
            Figure("short", 1.2, .times, bare: 1, limit), Figure("a longer name", 1.4, .times, limit),
            Figure("without a target", 5, .count),
        ])
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 4)
        #expect(lines[1].hasSuffix("reached") && lines[2].hasSuffix("MISSED") && lines[3].hasSuffix("5"))
        let places = lines[1...2].map { $0.distance(from: $0.startIndex, to: $0.firstIndex(of: "≤") ?? $0.startIndex) }
        #expect(places[0] == places[1] && places[0] > 0)
    }

    @Test func whatWasNotMeasuredReachesNothing() {
        let figures: [String: Double] = [:]
        let most = Thresholds.Threshold(target: .atMost(1), reason: "test")
        let least = Thresholds.Threshold(target: .atLeast(1), reason: "test")
        #expect(Figure("x", figures.of("missing"), .count, most).isReached == false)
        #expect(Figure("x", figures.of("missing"), .count, least).isReached == false)
        #expect(Figure("x", 1, .count, most).isReached == true)
        #expect(Figure("x", 1, .count, least).isReached == true)
        #expect(Figure("x", 1, .count).isReached == nil)
    }

    @Test func theFixtureIsAPodThatBothFormsCarry() throws {
        #expect(PodFixture.message["spec"] != nil && PodFixture.message["status"] != nil)
        #expect(try CodecBench.run(seconds: 0.01).allSatisfy { $0.value > 0 })
    }
}
