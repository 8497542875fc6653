import Client
import Synchronization

/// What a controller has done and its cache has not yet shown.
///
/// A controller that plans from a cache must not plan again before the cache has its last deeds, or it does them twice.
/// So each creation and deletion is expected before it is asked for, and a key is planned for only when all that was
/// expected has been seen, or has not come for so long that its event must be lost.
struct ExpectationsState<Key: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        var creations = 0
        /// Uids: a deletion is seen as a mark and as an end, and counts once.
        var deletions: Set<String> = []
        var since: Int64
    }
    private var entries: [Key: Entry] = [:]

    /// How long until `key` may be planned for whatever was seen; nil: it may now.
    func waitingMilliseconds(_ key: Key, now: Int64) -> Int64? {
        guard let entry = entries[key], entry.creations > 0 || !entry.deletions.isEmpty else { return nil }
        let left = ControllersLimits.expectationMilliseconds &- (now &- entry.since)
        return left > 0 ? left : nil
    }

    mutating func expectCreations(_ key: Key, _ count: Int, now: Int64) {
        entries[key] = Entry(creations: count, since: now)
    }

    mutating func expectDeletions(_ key: Key, _ uids: [String], now: Int64) {
        entries[key] = Entry(deletions: Set(uids), since: now)
    }

    /// So many creations were seen, or will never be because they failed.
    mutating func creationsSettled(_ key: Key, _ count: Int = 1) {
        guard var entry = entries[key] else { return }
        entry.creations = max(entry.creations - count, 0)
        entries[key] = entry
    }

    mutating func deletionSettled(_ key: Key, _ uid: String) {
        entries[key]?.deletions.remove(uid)
    }

    mutating func forget(_ key: Key) { entries[key] = nil }
}

/// `ExpectationsState` for informers' handlers and workers alike.
final class Expectations<Key: Hashable & Sendable>: Sendable {
    private let state = Mutex(ExpectationsState<Key>())
    private let time: TimeSource

    init(time: TimeSource) { self.time = time }

    func waitingMilliseconds(_ key: Key) -> Int64? {
        let now = time.nowMilliseconds()
        return state.withLock { $0.waitingMilliseconds(key, now: now) }
    }
    func expectCreations(_ key: Key, _ count: Int) {
        let now = time.nowMilliseconds()
        state.withLock { $0.expectCreations(key, count, now: now) }
    }
    func expectDeletions(_ key: Key, _ uids: [String]) {
        let now = time.nowMilliseconds()
        state.withLock { $0.expectDeletions(key, uids, now: now) }
    }
    func creationsSettled(_ key: Key, _ count: Int = 1) { state.withLock { $0.creationsSettled(key, count) } }
    func deletionSettled(_ key: Key, _ uid: String) { state.withLock { $0.deletionSettled(key, uid) } }
    func forget(_ key: Key) { state.withLock { $0.forget(key) } }
}
