import Testing

@testable import Controllers

struct EmptyingPaceTests {
    @Test func whatDoesNotChangeIsLookedAtEverMoreRarely() {
        let pace = EmptyingPace()
        let waits = (0..<8).map { _ in pace.next("stuck", hasChanged: false) }
        #expect(waits == [500, 1000, 2000, 4000, 8000, 16_000, 16_000, 16_000])
        // Others are not held up by it, and progress is followed closely.
        #expect(pace.next("other", hasChanged: false) == 500)
        #expect(pace.next("stuck", hasChanged: true) == 500)
        #expect(pace.next("stuck", hasChanged: false) == 1000)
        pace.forget("stuck")
        #expect(pace.next("stuck", hasChanged: false) == 500)
    }
}
