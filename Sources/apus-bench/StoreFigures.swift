internal import Store

/// The store alone: what the API server's figures cannot exceed.
enum StoreFigures {
    static func run(in bed: Bed) async throws -> [Figure] {
        let updates = try await StoreBench.run(folder: "\(bed.folder)/store-updates", updates: 60_000)
        let folder = "\(bed.folder)/store-objects"
        let store = try SQLiteStore(folder: folder)
        try await StoredObjects.fill(store, count: 100_000)
        let range = try await rangeMilliseconds(store)
        await store.close()
        let began = Clock.wall
        let again = try SQLiteStore(folder: folder)
        let opened = (Clock.wall - began) * 1_000
        await again.close()
        return [
            Figure("store: updates, durable, 64 in flight", updates.updatesPerSecond, .perSecond, Thresholds.updates),
            Figure("  CPU each, callers and a watch included", updates.cpuMicrosecondsPerUpdate, .microseconds),
            Figure("  updates in one commit", updates.updatesPerCommit, .count),
            Figure("store: range of 2,000 objects of 1 KB", range, .milliseconds),
            Figure("store: open with 100,000 objects", opened, .milliseconds),
        ]
    }

    /// The quickest of ten.
    private static func rangeMilliseconds(_ store: SQLiteStore) async throws -> Double {
        var best = Double.infinity
        for _ in 0..<10 {
            let began = Clock.wall
            let found = try await store.read(
                KeyRange(prefix: Array("/registry/configmaps/".utf8)), at: nil, limit: 2_000)
            guard found.items.count == 2_000 else { throw BenchError("a range of 2,000 found \(found.items.count)") }
            best = min(best, (Clock.wall - began) * 1_000)
        }
        return best
    }
}
