import Client
import Testing
import TestSupport

@Suite("Delays double up to their longest")
struct BackoffTests {
    @Test("From 5 ms to 1000 s")
    func doubling() {
        #expect((1...4).map { Backoff.perKey.milliseconds(afterFailures: $0) } == [5, 10, 20, 40])
        #expect(Backoff.perKey.milliseconds(afterFailures: 18) == 655_360)
        #expect(Backoff.perKey.milliseconds(afterFailures: 19) == 1_000_000)
        #expect(Backoff.perKey.milliseconds(afterFailures: .max) == 1_000_000)
        #expect(Backoff.perKey.milliseconds(afterFailures: .min) == 5)
    }

    @Test("Jitter stays between half and the whole")
    func jitter() {
        var random = SeededGenerator(seed: 7)
        var seen = Set<Int>()
        for _ in 0..<1000 {
            let delay = Backoff.connection.milliseconds(afterFailures: 3, jitter: random.next())
            #expect((200...400).contains(delay))
            seen.insert(delay)
        }
        #expect(seen.count > 100)
    }
}
