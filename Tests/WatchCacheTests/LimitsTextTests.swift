import Testing

@testable import WatchCache

struct LimitsTextTests {
    @Test func `limits are read by name, and those not named stay`() throws {
        let plain = WatchCacheLimits()
        #expect(try WatchCacheLimits(text: "").historyEvents == plain.historyEvents)
        let read = try WatchCacheLimits(text: "history_events=40,bookmark_seconds=1")
        #expect(read.historyEvents == 40)
        #expect(read.bookmarkSeconds == 1)
        #expect(read.historyBytes == plain.historyBytes)
        #expect(read.groupLogBytes == plain.groupLogBytes)
        #expect(read.resumeRevisions == plain.resumeRevisions)
    }

    @Test(arguments: [
        "nonsense=1", "history_events", "history_events=", "history_events=x", "history_events=0",
        "group_log_bytes=-1", "resume_revisions=99999999999999999999", "=1",
    ])
    func `what is no limit or no number is refused`(text: String) {
        #expect(throws: WatchCacheLimitsError.self) { try WatchCacheLimits(text: text) }
    }
}
