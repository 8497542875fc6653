import Testing

@testable import Store

@Suite("The write-ahead log is copied while writes go on") struct CheckpointerTests {
    /// A log that only grows, as one does that is never copied to its end, would be ten times as long as one that is copied at once.
    @Test func theLogStaysShortHoweverLongWritersGoOn() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        let value = String(repeating: "v", count: 64 << 10)
        let pageBytes = 4 << 10
        let writers = 8
        let writes = 10 * StoreLimits.checkpointPages * pageBytes / value.utf8.count
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    for number in stride(from: writer, to: writes, by: writers) {
                        try await store.put("\(number)", value)
                    }
                }
            }
            try await group.waitForAll()
        }
        let log = DataFolder.size(folder.store + "/store.db-wal")
        #expect(log > Int64(StoreLimits.checkpointPages * pageBytes))
        #expect(log < Int64(5 * StoreLimits.checkpointPages * pageBytes))
        await store.close()
        let again = try SQLiteStore(folder: folder.store)
        for number in 0..<writes { #expect(try await again.get("\(number)")?.value.count == value.utf8.count) }
        await again.close()
    }
}
