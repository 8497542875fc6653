import Testing

@testable import HTTP2

struct RequestPaceTests {
    static let target = RequestPace.targetNanoseconds

    @Test func `dear requests are given one by one after the first iteration that took too long`() {
        var pace = RequestPace(most: 64)
        #expect(pace.budget == 64)
        pace.iterationEnded(tookNanoseconds: 64 * Self.target, requests: 64)
        #expect(pace.budget == 1)
        pace.iterationEnded(tookNanoseconds: Self.target * 20, requests: 1)
        #expect(pace.budget == 1)
    }

    @Test func `the budget fits what requests cost, and grows again when they are cheap`() {
        var pace = RequestPace(most: 64)
        pace.iterationEnded(tookNanoseconds: 4 * Self.target, requests: 64)
        #expect(pace.budget == 16)
        for expected in [32, 64, 64] {
            pace.iterationEnded(tookNanoseconds: Self.target, requests: pace.budget)
            #expect(pace.budget == expected)
        }
    }

    @Test func `a long iteration without requests says nothing of their cost`() {
        var pace = RequestPace(most: 64)
        pace.iterationEnded(tookNanoseconds: UInt64.max, requests: 0)
        #expect(pace.budget == 64)
        pace.iterationEnded(tookNanoseconds: UInt64.max, requests: Int.max)
        #expect(pace.budget == 1)
    }
}
