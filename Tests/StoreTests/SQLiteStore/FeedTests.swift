import Testing

@testable import Store

@Suite("The feed holds the newest revisions, bounded") struct FeedTests {
    private func revision(_ number: Int64, bytes: Int = 1) -> RevisionEvents {
        let item = KeyValue(
            key: [], value: [UInt8](repeating: 0, count: bytes), createRevision: .zero, modRevision: Revision(number),
            version: 1)
        return RevisionEvents(
            revision: Revision(number), events: [Event(kind: .put, current: item, previous: nil)])
    }

    @Test func itReachesBackAsFarAsItsLimits() {
        var feed = Feed(after: Revision(7), revisionLimit: 3, byteLimit: 100)
        #expect(feed.revisions(from: Revision(8), limit: 9)?.count == 0)
        #expect(feed.revisions(from: Revision(7), limit: 9) == nil)
        for number in 8...20 { feed.append(revision(Int64(number))) }
        #expect(feed.oldest == Revision(18))
        #expect(feed.revisions(from: Revision(17), limit: 9) == nil)
        #expect(feed.revisions(from: Revision(18), limit: 2)?.map(\.revision.rawValue) == [18, 19])
        #expect(feed.revisions(from: Revision(20), limit: 2)?.map(\.revision.rawValue) == [20])
        #expect(feed.revisions(from: Revision(25), limit: 2)?.isEmpty == true)
    }

    @Test func largeEventsMakeItShorter() {
        var feed = Feed(after: Revision(1), revisionLimit: 100, byteLimit: 100)
        for number in 2...9 { feed.append(revision(Int64(number), bytes: 40)) }
        #expect(feed.oldest == Revision(8))
        feed.append(revision(10, bytes: 1000))
        #expect(feed.oldest == Revision(11))
        #expect(feed.newest == Revision(10))
        feed.append(revision(11, bytes: 40))
        #expect(feed.revisions(from: Revision(11), limit: 9)?.count == 1)
    }
}

@Suite("The compaction schedule keeps one to two intervals") struct CompactionScheduleTests {
    @Test func itCompactsToTheRevisionOfOneIntervalAgo() {
        var schedule = CompactionSchedule(intervalMilliseconds: 100, revision: Revision(5), now: 1000)
        #expect(schedule.due(revision: Revision(8), now: 1099) == nil)
        #expect(schedule.due(revision: Revision(9), now: 1100) == Revision(5))
        #expect(schedule.nextDeadline == 1200)
        #expect(schedule.due(revision: Revision(12), now: 1199) == nil)
        #expect(schedule.due(revision: Revision(13), now: 1250) == Revision(9))
        #expect(schedule.nextDeadline == 1350)
    }
}
