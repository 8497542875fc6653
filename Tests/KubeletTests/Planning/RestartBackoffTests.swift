import Testing
import TestSupport

@testable import Kubelet

@Suite("Back-off is bounded, doubles, and is forgotten after a long run")
struct RestartBackoffTests {
    @Test("the first restart is immediate, then 10 s, doubling to 5 minutes")
    func doubles() {
        var backoff = RestartBackoff(restartCount: 0)
        var waits: [Int] = []
        for attempt in 0..<9 {
            let ended = Fixture.instance("app", .exited, attempt: attempt, exitCode: 1)
            waits.append((backoff.earliestStart(after: ended, now: Fixture.now) - Fixture.now) / 1_000)
            backoff.restarted(after: ended)
        }
        #expect(waits == [0, 10, 20, 40, 80, 160, 300, 300, 300])
    }

    @Test("a process that has just started goes on where the restart count says")
    func fromCount() {
        var backoff = RestartBackoff(restartCount: 0)
        for count in 0..<12 {
            #expect(RestartBackoff(restartCount: count) == backoff)
            backoff.restarted(after: Fixture.instance("app", .exited, attempt: count, exitCode: 1))
        }
        #expect(RestartBackoff(restartCount: .max).delayMilliseconds == 300_000)
        #expect(RestartBackoff(restartCount: -5).delayMilliseconds == 0)
    }

    @Test("after ten minutes of running the next end counts as the first")
    func forgets() {
        var backoff = RestartBackoff(restartCount: 9)
        let ended = Fixture.instance("app", .exited, attempt: 9, exitCode: 1, ranFor: 600_000)
        #expect(backoff.earliestStart(after: ended, now: Fixture.now) == Fixture.now)
        backoff.restarted(after: ended)
        #expect(backoff.delayMilliseconds == 10_000)
    }

    @Test("a clock that was set back never makes a wait longer than the back-off", arguments: 0..<200)
    func clockSetBack(seed: Int) {
        var numbers = SeededGenerator(seed: UInt64(seed))
        let backoff = RestartBackoff(restartCount: Int.random(in: 0...20, using: &numbers))
        var ended = Fixture.instance("app", .exited, exitCode: 1)
        ended.finishedAt = Moment(milliseconds: Int.random(in: Int.min...Int.max, using: &numbers))
        ended.startedAt = Moment(milliseconds: Int.random(in: Int.min...Int.max, using: &numbers))
        #expect(backoff.earliestStart(after: ended, now: Fixture.now) - Fixture.now <= 300_000)
    }
}
