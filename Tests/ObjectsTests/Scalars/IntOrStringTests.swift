import Objects
import Testing

struct IntOrStringTests {
    @Test(
        arguments: [
            (.int(3), 10, true, 3), (.int(-3), 10, true, -3), (.string("25%"), 10, true, 3),
            (.string("25%"), 10, false, 2),
            (.string("0%"), 10, true, 0), (.string("100%"), 7, false, 7), (.string("1%"), 1, true, 1),
            (.string("1%"), 1, false, 0), (.string("50%"), 4, true, 2), (.string("250%"), 3, true, 8),
            (.string("33%"), 0, true, 0), (.string("50%"), -3, true, -1), (.string("50%"), -3, false, -2),
        ] as [(IntOrString, Int, Bool, Int)])
    func sharesRoundTheWayAsked(_ value: IntOrString, _ total: Int, _ roundsUp: Bool, _ expected: Int) throws {
        #expect(try value.resolved(of: total, roundingUp: roundsUp) == expected)
    }

    @Test(arguments: ["", "5", "http", "%5"])
    func textsWithoutAPercentSignAreRefused(_ text: String) {
        #expect(throws: IntOrString.PercentError.notPercent) {
            try IntOrString.string(text).resolved(of: 10, roundingUp: true)
        }
    }

    @Test(arguments: ["%", "a%", "-5%", "+5%", "1.5%", "5 %", "99999999999999999999%", "9223372036854775807%", "٣%"])
    func whatIsNoWholeShareIsRefused(_ text: String) {
        #expect(throws: IntOrString.PercentError.notNumber(text)) {
            try IntOrString.string(text).resolved(of: 10, roundingUp: true)
        }
    }
}
