import Glibc
import Store
import Synchronization

/// A folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/tmp/apus-store-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { fatalError("no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { TemporaryFolder.remove(path) }

    /// Where the store lives; not made yet.
    var store: String { path + "/store" }

    static func files(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func remove(_ folder: String) {
        for name in files(in: folder) {
            let path = folder + "/" + name
            if unlink(path) != 0 { remove(path) }
        }
        rmdir(folder)
    }
}

/// A clock that stands still until it is told otherwise.
final class ManualClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_000_000)

    var clock: StoreClock { StoreClock { self.milliseconds.withLock { $0 } } }

    func advance(seconds: Int64, _ store: SQLiteStore) {
        milliseconds.withLock { $0 += seconds * 1000 }
        store.clockMoved()
    }
}

/// Remembers what a watch delivers, and lets a test wait for it.
final class RecordingSink: WatchSink {
    private struct State {
        var batches: [EventBatch] = []
        var ended: StoreError?
        var waiting: [(revision: Revision, continuation: CheckedContinuation<Void, Never>)] = []
    }
    private let state = Mutex(State())

    func receive(_ batch: EventBatch) {
        let reached = state.withLock { state in
            state.batches.append(batch)
            let reached = state.waiting.filter { $0.revision <= batch.revision }
            state.waiting.removeAll { $0.revision <= batch.revision }
            return reached
        }
        for waiter in reached { waiter.continuation.resume() }
    }

    func watchEnded(_ reason: StoreError) {
        let waiting = state.withLock { state in
            state.ended = reason
            defer { state.waiting = [] }
            return state.waiting
        }
        for waiter in waiting { waiter.continuation.resume() }
    }

    /// All batches so far, once the watch has come to `revision` (or has ended).
    func batches(upTo revision: Revision) async -> [EventBatch] {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                let isThere = state.ended != nil || (state.batches.last.map { $0.revision >= revision } ?? false)
                if !isThere { state.waiting.append((revision, continuation)) }
                return isThere
            }
            if isThere { continuation.resume() }
        }
        return state.withLock { $0.batches }
    }

    func events(upTo revision: Revision) async -> [Event] { await batches(upTo: revision).flatMap { $0.events } }

    /// Why the watch has ended, once it has.
    func end() async -> StoreError? {
        _ = await batches(upTo: Revision(.max))
        return state.withLock { $0.ended }
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
let everything = KeyRange(start: [0], end: nil)

extension SQLiteStore {
    @discardableResult
    func put(_ key: String, _ value: String, lease: LeaseID = .none) async throws -> Revision {
        try await commit(Transaction(then: [.put(key: bytes(key), value: bytes(value), lease: lease)])).revision
    }

    @discardableResult
    func delete(_ key: String) async throws -> Revision {
        try await commit(Transaction(then: [.delete(KeyRange(key: bytes(key)))])).revision
    }

    func get(_ key: String, at revision: Revision? = nil) async throws -> KeyValue? {
        try await read(KeyRange(key: bytes(key)), at: revision, limit: 0).items.first
    }

    /// "key=value" of everything.
    func contents(at revision: Revision? = nil) async throws -> [String] {
        try await read(everything, at: revision, limit: 0).items.map { "\(text($0.key))=\(text($0.value))" }
    }
}

/// Runs `body` with a new store in a folder of its own.
func withStore<R>(
    _ options: SQLiteStore.Options = .init(compactionInterval: nil),
    _ body: (SQLiteStore) async throws -> R
) async throws -> R {
    let folder = TemporaryFolder()
    let store = try SQLiteStore(folder: folder.store, options: options)
    do {
        let result = try await body(store)
        await store.close()
        return result
    } catch {
        await store.close()
        throw error
    }
}

/// The error of an operation that must fail with a `StoreError`.
func refusal<R>(_ body: () async throws -> R) async -> StoreError? {
    do {
        _ = try await body()
        return nil
    } catch {
        return error as? StoreError
    }
}
