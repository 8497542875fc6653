import Testing

@testable import APIServer

struct QuietPaceTests {
    @Test func aBusyServerIsNotHeldUp() {
        var pace = QuietPace()
        for second in 1...300 { #expect(!pace.tick(revision: Int64(second) * QuietPace.writesPerSecond)) }
        // Five quiet seconds, and it is time at once.
        let revision = 300 * QuietPace.writesPerSecond
        #expect((1...5).map { _ in pace.tick(revision: revision) } == [false, false, false, false, true])
    }

    @Test func aQuietServerDoesItOnceAMinute() {
        var pace = QuietPace()
        let moments = (1...300).filter { _ in pace.tick(revision: 7) }
        #expect(moments == [60, 120, 180, 240, 300])
    }
}
