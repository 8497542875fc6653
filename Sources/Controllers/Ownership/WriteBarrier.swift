import Client
import Objects
import Synchronization

/// Versions that were written and must be in the cache before the next plan is made from it.
///
/// Each write is guarded by the version that it changes, so no single object is changed twice from one state. A plan over
/// several objects could still mix new states with old ones: hence this.
struct WriteBarrierState<Group: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        var version: Int64
        var since: Int64
    }
    private var entries: [Group: [ObjectKey: Entry]] = [:]

    mutating func wrote(_ group: Group, _ key: ObjectKey, version: String, now: Int64) {
        guard let version = Int64(version) else { return }
        entries[group, default: [:]][key] = Entry(version: version, since: now)
    }

    mutating func forget(_ group: Group) { entries[group] = nil }

    mutating func forget(_ group: Group, _ key: ObjectKey) { entries[group]?[key] = nil }

    /// Whether the cache is still behind a write of the group.
    ///
    /// - Parameter cached: the version of an object in the cache; nil: it is not there.
    mutating func isBehind(_ group: Group, now: Int64, cached: (ObjectKey) -> String?) -> Bool {
        guard let waiting = entries[group] else { return false }
        let left = waiting.filter { key, entry in
            guard now &- entry.since < ControllersLimits.writtenMilliseconds else { return false }
            guard let version = cached(key).flatMap({ Int64($0) }) else { return true }
            return version < entry.version
        }
        entries[group] = left.isEmpty ? nil : left
        return !left.isEmpty
    }
}

/// `WriteBarrierState` for informers' handlers and workers alike.
final class WriteBarrier<Group: Hashable & Sendable>: Sendable {
    private let state = Mutex(WriteBarrierState<Group>())
    private let time: TimeSource

    init(time: TimeSource) { self.time = time }

    func wrote(_ group: Group, _ object: some ResourceView) {
        let now = time.nowMilliseconds()
        let (key, version) = (object.key, object.metadata.resourceVersion)
        state.withLock { $0.wrote(group, key, version: version, now: now) }
    }
    func forget(_ group: Group) { state.withLock { $0.forget(group) } }
    /// The object is gone: its version will not come.
    func forget(_ group: Group, _ key: ObjectKey) { state.withLock { $0.forget(group, key) } }
    func isBehind(_ group: Group, cached: (ObjectKey) -> String?) -> Bool {
        let now = time.nowMilliseconds()
        return state.withLock { $0.isBehind(group, now: now, cached: cached) }
    }
}
