import Testing
import TestSupport

@testable import LoadTest

@Suite("Every watch must see every write once and in order") struct DeliveryLogTests {
    private let meter = DeliveryMeter()
    private let log: DeliveryLog

    init() { log = DeliveryLog(meter: meter) }

    private func join(_ count: Int, after revision: Int64 = 0) -> [Int] {
        (0..<count).map { log.join(watch: $0, after: revision) }
    }

    private func see(_ revision: Int64, _ cursor: Int, now: UInt64 = 100) {
        if log.observe(revision, cursor, now: now) != .inOrder {
            log.describe(revision, sequence: revision, watch: cursor, bytes: [UInt8]().span.bytes)
        }
    }

    private func acknowledge(_ revision: Int64, at time: UInt64 = 100) {
        log.acknowledged(revision, sequence: revision, time: time)
    }

    private var kinds: [Violation.Kind] { meter.violations.map(\.kind) }

    @Test("what all saw in order breaks nothing, whoever came first and whenever it was acknowledged")
    func whatAllSawInOrderBreaksNothingWhoeverCameFirstAndWheneverItWasAcknowledged() {
        let cursors = join(3)
        acknowledge(1)
        for cursor in [2, 0, 1] { see(1, cursors[cursor]) }
        see(4, cursors[0])
        see(7, cursors[0])
        acknowledge(4)
        for cursor in [1, 2] { see(4, cursors[cursor]) }
        for cursor in [2, 1] { see(7, cursors[cursor]) }
        acknowledge(7)
        log.reportMissing()
        #expect(meter.violationCount == 0)
        #expect(meter.deliveries == 9)
        #expect(log.isDrained)
        #expect(meter.takeCompletions().map(\.sequence) == [1, 4, 7])
    }

    @Test("a watch that leaves one out is found, with the revision that was due")
    func aWatchThatLeavesOneOutIsFoundWithTheRevisionThatWasDue() {
        let cursors = join(2)
        for revision: Int64 in [1, 2, 3] { see(revision, cursors[0]) }
        see(1, cursors[1])
        see(3, cursors[1])
        #expect(kinds == [.gap])
        #expect(meter.violations.first?.watch == 1)
        #expect(meter.violations.first?.expected == 2)
        #expect(meter.violations.first?.received == 3)
    }

    @Test("the watch that comes first is found as well when it leaves one out")
    func theWatchThatComesFirstIsFoundAsWellWhenItLeavesOneOut() {
        let cursors = join(3)
        for revision: Int64 in [1, 3] { see(revision, cursors[0]) }
        for cursor in [1, 2] { for revision: Int64 in [1, 2, 3] { see(revision, cursors[cursor]) } }
        #expect(kinds == [.gap])
        #expect(meter.violations.first?.watch == 0)
        #expect(meter.violations.first?.expected == 2)
    }

    @Test("an event that comes twice is found") func anEventThatComesTwiceIsFound() {
        let cursors = join(2)
        see(1, cursors[0])
        see(2, cursors[0])
        see(2, cursors[0])
        #expect(kinds == [.repetition])
    }

    @Test("an older event after a newer one is found") func anOlderEventAfterANewerOneIsFound() {
        let cursors = join(2)
        for revision: Int64 in [1, 2] { see(revision, cursors[0]) }
        see(1, cursors[0])
        #expect(kinds == [.disorder])
    }

    @Test("an acknowledged write that no watch saw is missing at each")
    func anAcknowledgedWriteThatNoWatchSawIsMissingAtEach() {
        _ = join(2)
        acknowledge(5)
        log.reportMissing()
        #expect(kinds == [.missing, .missing])
        #expect(meter.violations.map(\.watch) == [0, 1])
        #expect(meter.violations.allSatisfy { $0.expected == 5 })
    }

    @Test("a write that some saw is missing at the others") func aWriteThatSomeSawIsMissingAtTheOthers() {
        let cursors = join(2)
        see(1, cursors[0])
        acknowledge(1)
        #expect(!log.isDrained)
        log.reportMissing()
        #expect(kinds == [.missing])
        #expect(meter.violations.first?.watch == 1)
    }

    @Test("an event that nobody wrote is found, unless its answer was lost")
    func anEventThatNobodyWroteIsFoundUnlessItsAnswerWasLost() {
        let cursors = join(1)
        for revision: Int64 in [1, 2, 3] { see(revision, cursors[0]) }
        log.lost(1)
        acknowledge(2)
        log.lost(4)
        see(4, cursors[0])
        log.reportMissing()
        #expect(kinds == [.phantom])
        #expect(meter.violations.first?.received == 3)
        acknowledge(3)
        #expect(log.isDrained)
    }

    @Test("a write that all watches began after is nobody's to see")
    func aWriteThatAllWatchesBeganAfterIsNobodysToSee() {
        let cursors = join(2)
        log.detach(cursors[0], floats: true)
        log.detach(cursors[1], floats: true)
        log.attach(cursors[0], after: 5, wasFloating: true)
        acknowledge(4)
        #expect(meter.takeCompletions().map(\.sequence) == [4])
        acknowledge(6)
        log.attach(cursors[1], after: 6, wasFloating: true)
        #expect(!log.isDrained)
        see(6, cursors[0])
        #expect(log.isDrained)
        log.reportMissing()
        #expect(meter.violationCount == 0)
    }

    @Test("content of another write is found") func contentOfAnotherWriteIsFound() {
        let cursors = join(1)
        acknowledge(1)
        #expect(log.observe(1, cursors[0], now: 1) == .first)
        log.describe(1, sequence: 2, watch: 0, bytes: [UInt8]("abc".utf8).span.bytes)
        #expect(kinds == [.phantom])
        #expect(meter.violations.first?.bytes == "abc")
    }

    @Test("an object that is not ours needs no acknowledgement") func anObjectThatIsNotOursNeedsNoAcknowledgement() {
        let cursors = join(1)
        _ = log.observe(1, cursors[0], now: 1)
        log.describe(1, sequence: nil, watch: 0, bytes: [UInt8]().span.bytes)
        log.reportMissing()
        #expect(meter.violationCount == 0)
        #expect(log.isDrained)
    }

    @Test("a watch that began later need not see what was before, and must see what comes")
    func aWatchThatBeganLaterNeedNotSeeWhatWasBeforeAndMustSeeWhatComes() {
        let early = join(1)
        for revision: Int64 in [1, 2] { see(revision, early[0]) }
        let late = log.join(watch: 9, after: 2)
        see(3, late)
        see(3, early[0])
        #expect(meter.violationCount == 0)
        #expect(log.lastRevision(late) == 3)
        see(5, early[0])
        see(6, early[0])
        see(6, late)
        #expect(kinds == [.gap])
        #expect(meter.violations.first?.watch == 9)
    }

    @Test("a watch that comes back at a list's revision goes on from there")
    func aWatchThatComesBackAtAListsRevisionGoesOnFromThere() {
        let cursors = join(2)
        see(1, cursors[0])
        log.detach(cursors[1], floats: true)
        see(2, cursors[0])
        see(3, cursors[0])
        log.attach(cursors[1], after: 2, wasFloating: true)
        see(3, cursors[1])
        for revision: Int64 in [1, 2, 3] { acknowledge(revision) }
        #expect(meter.violationCount == 0)
        #expect(log.isDrained)
    }

    @Test("when all come back at different revisions each goes on from its own")
    func whenAllComeBackAtDifferentRevisionsEachGoesOnFromItsOwn() {
        let cursors = join(2)
        for cursor in cursors { log.detach(cursor, floats: true) }
        for revision: Int64 in [1, 2, 3] { acknowledge(revision) }
        log.attach(cursors[0], after: 2, wasFloating: true)
        see(3, cursors[0])
        log.attach(cursors[1], after: 1, wasFloating: true)
        see(2, cursors[1])
        see(3, cursors[1])
        log.reportMissing()
        #expect(meter.violationCount == 0)
    }

    @Test("latency counts from the acknowledgement, and is zero for what came before it")
    func latencyCountsFromTheAcknowledgementAndIsZeroForWhatCameBeforeIt() {
        let cursors = join(4)
        see(1, cursors[0], now: 80)
        see(1, cursors[1], now: 90)
        see(1, cursors[2], now: 150)
        acknowledge(1, at: 100)
        see(1, cursors[3], now: 160)
        #expect(meter.latencies.total == 4)
        #expect(meter.latencies.counts[LatencyHistogram.bucket(0)] == 2)
        #expect(meter.latencies.counts[LatencyHistogram.bucket(50)] == 1)
        #expect(meter.latencies.counts[LatencyHistogram.bucket(60)] == 1)
        #expect(meter.takeCompletions() == [.init(sequence: 1, lastDelivery: 160)])
    }

    @Test("a write is complete without those that left") func aWriteIsCompleteWithoutThoseThatLeft() {
        let cursors = join(2)
        acknowledge(1)
        see(1, cursors[0])
        #expect(!meter.hasCompletions)
        log.detach(cursors[1])
        #expect(meter.takeCompletions().map(\.sequence) == [1])
        log.detach(cursors[0])
        acknowledge(2)
        #expect(meter.takeCompletions().map(\.sequence) == [2])
    }

    @Test("what is complete is dropped, and checks go on") func whatIsCompleteIsDroppedAndChecksGoOn() {
        let cursors = join(2)
        let count = Int64(3 * LoadLimits.trimEntries)
        for revision in 1...count {
            for cursor in cursors { see(revision, cursor) }
            acknowledge(revision)
            log.trim()
        }
        #expect(log.entries.count <= LoadLimits.trimEntries)
        #expect(meter.violationCount == 0)
        see(count, cursors[0])
        see(count + 2, cursors[0])
        see(count + 1, cursors[1])
        #expect(kinds == [.repetition, .gap])
        #expect(log.lastRevision(cursors[1]) == count + 1)
    }

    /// Random deliveries, each watch in order, some faults put in: exactly the faulty watches are named.
    @Test("only the guilty are named", arguments: 1...20) func onlyTheGuiltyAreNamed(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = 8
        let cursors = join(count)
        let writes: [Int64] = (1...200).map { $0 * 3 }
        let guilty = Int(random.next() % UInt64(count))
        let skipped = Int(random.next() % UInt64(writes.count - 1))
        var next = [Int](repeating: 0, count: count)
        while let watch = (0..<count).filter({ next[$0] < writes.count }).randomElement(using: &random) {
            if watch == guilty, next[watch] == skipped { next[watch] += 1 }
            see(writes[next[watch]], cursors[watch])
            next[watch] += 1
            if random.next() % 7 == 0 { log.trim() }
        }
        for revision in writes { acknowledge(revision) }
        log.reportMissing()
        #expect(kinds == [.gap])
        #expect(meter.violations.first?.watch == guilty)
        #expect(meter.violations.first?.expected == writes[skipped])
    }
}
