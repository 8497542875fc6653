import Testing

@testable import Store

@Suite("Compaction forgets what was superseded, and nothing else") struct CompactionTests {
    /// Rows of the two tables, seen past the store.
    private func rows(_ folder: TemporaryFolder) throws -> (history: Int64?, current: Int64?) {
        let connection = try Connection(file: folder.store + "/store.db", mode: .readWrite, sharedWith: .nobody)
        return (
            try connection.number("SELECT count(*) FROM history"), try connection.number("SELECT count(*) FROM current")
        )
    }

    @Test func supersededVersionsAndDeletionsGo() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        for number in 0..<10 { try await store.put("a", "\(number)") }
        try await store.put("gone", "1")
        try await store.delete("gone")
        try await store.put("back", "1")
        try await store.delete("back")
        try await store.put("back", "2")
        try await store.compact(to: store.revision)
        #expect(store.compactedRevision == store.revision)
        #expect(try await store.contents() == ["a=9", "back=2"])
        #expect(try await store.contents(at: store.revision) == ["a=9", "back=2"])
        await store.close()
        let left = try rows(folder)
        #expect(left.history == 2)
        #expect(left.current == 2)
    }

    @Test func whatIsAfterTheCompactedRevisionStays() async throws {
        try await withStore { store in
            for number in 2...9 { try await store.put("a", "\(number)") }
            try await store.compact(to: Revision(5))
            for revision in 5...9 {
                #expect(try await store.contents(at: Revision(Int64(revision))) == ["a=\(revision)"])
            }
            let error = await refusal { try await store.contents(at: Revision(4)) }
            #expect(error?.code == .compacted(compactedTo: Revision(5)))
            let sink = RecordingSink()
            _ = try store.watch(everything, from: Revision(6), sink: sink)
            let first = await sink.events(upTo: Revision(9)).first
            #expect(first?.previous?.value == bytes("5"))
        }
    }

    @Test func theRevisionSurvivesWhenTheNewestRowsAreGone() async throws {
        let folder = TemporaryFolder()
        let before = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        try await before.put("a", "1")
        try await before.delete("a")
        try await before.compact(to: Revision(3))
        await before.close()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        #expect(store.revision == Revision(3))
        #expect(store.compactedRevision == Revision(3))
        #expect(try await store.put("a", "2") == Revision(4))
        #expect(try await store.get("a")?.version == 1)
        await store.close()
    }

    @Test func onlyAPastRevisionCanBeCompactedAndOnlyOnce() async throws {
        try await withStore { store in
            try await store.put("a", "1")
            #expect(
                await refusal { try await store.compact(to: Revision(3)) }?.code
                    == .futureRevision(current: Revision(2)))
            try await store.compact(to: Revision(2))
            #expect(
                await refusal { try await store.compact(to: Revision(2)) }?.code
                    == .compacted(compactedTo: Revision(2)))
        }
    }

    @Test func everyIntervalTheStoreCompactsToOneIntervalAgo() async throws {
        let clock = ManualClock()
        try await withStore(.init(compactionInterval: .seconds(300), clock: clock.clock)) { store in
            try await store.put("a", "1")
            clock.advance(seconds: 300, store)
            // The mark of the start: revision 1, before any write.
            while store.compactedRevision < Revision(1) { await Task.yield() }
            let marked = try await store.put("a", "2")
            #expect(store.compactedRevision == Revision(1))
            try await store.put("a", "3")
            clock.advance(seconds: 299, store)
            try await store.put("a", "4")
            #expect(store.compactedRevision == Revision(1))
            clock.advance(seconds: 1, store)
            while store.statistics.compactions < 2 { await Task.yield() }
            #expect(store.compactedRevision >= Revision(2))
            #expect(store.compactedRevision < marked.next)
            #expect(store.statistics.lastCompactionMilliseconds == clock.clock.milliseconds())
        }
    }

    @Test func spaceIsGivenBack() async throws {
        try await withStore { store in
            let large = String(repeating: "x", count: 100_000)
            for number in 0..<300 { try await store.put("key/\(number % 3)", large) }
            try await store.compact(to: store.revision)
            // House-keeping goes on by itself; each write lets us look again.
            var bytes = Int64.max
            for number in 0..<2000 where bytes > 15_000_000 {
                try await store.put("other", "\(number)")
                bytes = try await store.pages() * 4096
            }
            #expect(bytes <= 15_000_000)
        }
    }
}

extension SQLiteStore {
    /// The size of the database in pages, whatever of it is still in the write-ahead log.
    fileprivate func pages() async throws -> Int64 {
        try OpenDatabase.readOnly(folder).number("PRAGMA page_count") ?? 0
    }
}
