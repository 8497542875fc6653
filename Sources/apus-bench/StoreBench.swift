internal import Glibc
internal import Store
internal import Synchronization

/// Durable compare-and-set updates of single keys, many in flight: what the API server's writes ask of the store.
enum StoreBench {
    struct Result: Sendable {
        /// Updates that were answered after they were on the disk, per second.
        let updatesPerSecond: Double
        /// User and system time of the whole process, callers included, per update.
        let cpuMicrosecondsPerUpdate: Double
        /// Updates that shared one fsync, on average.
        let updatesPerCommit: Double
        /// Events that a watch on all keys received; as many as there were updates.
        let eventsDelivered: Int
    }

    /// - Parameters:
    ///   - folder: a folder on the disk to be measured; it must not exist, and is removed again.
    ///   - keys: keys that are updated in turn.
    static func run(
        folder: String, keys: Int = 1000, valueBytes: Int = 1024, inFlight: Int = 64, updates: Int = 100_000
    ) async throws -> Result {
        let store = try SQLiteStore(folder: folder)
        let names = (0..<keys).map { Array("/registry/configmaps/namespace-\($0 % 50)/config-\($0)".utf8) }
        let value = [UInt8](repeating: 0x78, count: valueBytes)
        let counter = EventCounter()
        var revisions: [Revision] = []
        for name in names {
            let created = try await store.commit(Transaction(then: [.put(key: name, value: value)]))
            revisions.append(created.revision)
        }
        let token = try store.watch(KeyRange(prefix: [0x2f]), from: store.revision.next, sink: counter)
        let before = store.statistics
        let (wall, cpu) = (Clock.wall, Clock.processor)
        let perWriter = updates / inFlight
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<inFlight {
                let own = stride(from: writer, to: keys, by: inFlight).map { (names[$0], revisions[$0]) }
                group.addTask { try await update(own, value: value, times: perWriter, store) }
            }
            try await group.waitForAll()
        }
        let (wallTaken, cpuTaken) = (Clock.wall - wall, Clock.processor - cpu)
        let after = store.statistics
        await counter.reached(store.revision)
        store.cancel(token)
        await store.close()
        for file in ["store.db", "store.db-wal", "lock"] { unlink(folder + "/" + file) }
        rmdir(folder)
        let done = Double(perWriter * inFlight)
        return Result(
            updatesPerSecond: done / wallTaken, cpuMicrosecondsPerUpdate: cpuTaken * 1_000_000 / done,
            updatesPerCommit: done / Double(max(1, after.commits - before.commits)),
            eventsDelivered: counter.count)
    }

    private static func update(
        _ keys: [([UInt8], Revision)], value: [UInt8], times: Int, _ store: SQLiteStore
    ) async throws {
        var keys = keys
        for turn in 0..<times where !keys.isEmpty {
            let index = turn % keys.count
            let (key, revision) = keys[index]
            let result = try await store.commit(
                Transaction(
                    if: [Condition(key: key, equals: .modRevision(revision))], then: [.put(key: key, value: value)],
                    otherwise: [.read(KeyRange(key: key))]))
            guard result.succeeded else { throw Lost(key: key) }
            keys[index].1 = result.revision
        }
    }

    /// A compare-and-set failed although nobody else writes the key.
    struct Lost: Error {
        let key: [UInt8]
    }

    private final class EventCounter: WatchSink {
        private struct State {
            var count = 0
            var revision = Revision.zero
            var waiting: (revision: Revision, continuation: CheckedContinuation<Void, Never>)?
        }
        private let state = Mutex(State())
        var count: Int { state.withLock { $0.count } }

        func receive(_ batch: EventBatch) {
            let reached: CheckedContinuation<Void, Never>? = state.withLock { state in
                state.count += batch.events.count
                state.revision = batch.revision
                guard let waiting = state.waiting, waiting.revision <= batch.revision else { return nil }
                state.waiting = nil
                return waiting.continuation
            }
            reached?.resume()
        }

        func watchEnded(_ reason: StoreError) {}

        /// Returns once everything up to `revision` was delivered.
        func reached(_ revision: Revision) async {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    if state.revision < revision { state.waiting = (revision, continuation) }
                    return state.revision >= revision
                }
                if isThere { continuation.resume() }
            }
        }
    }
}
