import Testing

@testable import HTTP2

struct AbuseBudgetTests {
    static func budget(burst: Int, perSecond: Int) -> AbuseBudget {
        var allowances = AbuseBudget.Allowances()
        allowances.pings = .init(burst: burst, perSecond: perSecond)
        return AbuseBudget(allowances, nowMilliseconds: 1_000)
    }

    @Test func `a burst is allowed, and one more is not`() {
        var budget = Self.budget(burst: 5, perSecond: 1)
        for _ in 0..<5 { #expect(budget.charge(.pings, nowMilliseconds: 1_000) == .fine) }
        #expect(budget.charge(.pings, nowMilliseconds: 1_000) == .giveUp(.pings))
    }

    @Test func `tokens come back at their rate, up to the burst`() {
        var budget = Self.budget(burst: 2, perSecond: 10)
        #expect(budget.charge(.pings, nowMilliseconds: 1_000) == .fine)
        #expect(budget.charge(.pings, nowMilliseconds: 1_000) == .fine)
        #expect(budget.charge(.pings, nowMilliseconds: 1_099) == .giveUp(.pings))
        #expect(budget.charge(.pings, nowMilliseconds: 1_100) == .fine)
        for _ in 0..<2 { #expect(budget.charge(.pings, nowMilliseconds: 90_000_000) == .fine) }
        #expect(budget.charge(.pings, nowMilliseconds: 90_000_000) == .giveUp(.pings))
    }

    @Test func `kinds do not share their tokens, and a clock that goes back gives none`() {
        var budget = Self.budget(burst: 1, perSecond: 1_000)
        #expect(budget.charge(.pings, nowMilliseconds: 1_000) == .fine)
        #expect(budget.charge(.settings, nowMilliseconds: 1_000) == .fine)
        #expect(budget.charge(.pings, nowMilliseconds: 0) == .giveUp(.pings))
    }

    @Test func `the limits that ship do not contradict each other`() {
        #expect(Limits().contradictions == [])
        var limits = Limits()
        limits.requestBodyBytes = limits.connectionRequestBytes + 1
        #expect(limits.contradictions.count == 1)
    }
}
