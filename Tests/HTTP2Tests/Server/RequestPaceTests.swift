import Testing

@testable import HTTP2

struct RequestPaceTests {
    static let target = RequestPace.targetNanoseconds

    /// A pace that cheap requests have brought to its most.
    static func fast() -> RequestPace {
        var pace = RequestPace(most: 64)
        for _ in 0..<3 { pace.iterationEnded(tookNanoseconds: target, requests: pace.budget) }
        return pace
    }

    @Test func `it begins low, and doubles while there are as many cheap requests`() {
        var pace = RequestPace(most: 64)
        for expected in [8, 16, 32, 64] {
            #expect(pace.budget == expected)
            pace.iterationEnded(tookNanoseconds: Self.target, requests: pace.budget)
        }
        #expect(pace.budget == 64)
    }

    @Test func `dear requests are given a few at a time from the next iteration on`() {
        var pace = Self.fast()
        pace.iterationEnded(tookNanoseconds: 4 * Self.target, requests: 64)
        #expect(pace.budget == 16)
        pace.iterationEnded(tookNanoseconds: 1_000 * Self.target, requests: 16)
        #expect(pace.budget == RequestPace.least)
    }

    @Test func `it goes back when there is little to do`() {
        var pace = Self.fast()
        for expected in [32, 16, 8, 8] {
            pace.iterationEnded(tookNanoseconds: 0, requests: 1)
            #expect(pace.budget == expected)
        }
    }

    @Test func `a long iteration without requests says nothing of their cost, and no number is too large`() {
        var pace = RequestPace(most: 64)
        pace.iterationEnded(tookNanoseconds: .max, requests: 0)
        #expect(pace.budget == RequestPace.initial)
        pace.iterationEnded(tookNanoseconds: .max, requests: 1)
        #expect(pace.budget == RequestPace.least)
        pace.iterationEnded(tookNanoseconds: Self.target + 1, requests: .max)
        #expect(pace.budget == 64)
        #expect(RequestPace(most: 0).budget == 1)
    }
}
