import Testing

@testable import APIServer

struct QuietPaceTests {
    @Test func aBusyServerIsNotHeldUp() {
        var pace = QuietPace()
        let busy = (1...300).filter { pace.tick(revision: Int64($0) * QuietPace.writesPerSecond) }
        #expect(busy == [])
        // Five quiet seconds, and it is time at once.
        let revision = 300 * QuietPace.writesPerSecond
        let quiet = (1...5).map { _ in pace.tick(revision: revision) }
        #expect(quiet == [false, false, false, false, true])
    }

    @Test func aQuietServerDoesItOnceItHasStartedAndThenOnceAMinute() {
        var pace = QuietPace()
        let moments = (1...300).filter { _ in pace.tick(revision: 7) }
        #expect(moments == [5, 65, 125, 185, 245])
    }
}
