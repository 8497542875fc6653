import FrameLog
import Objects
public import Store
import Synchronization
import Wire

/// The current objects of one resource, its recent events, and the groups that watch it.
///
/// One writer, the feed's thread; readers take references under the lock and walk them outside it.
public final class ResourceCache: Sendable {
    public let resource: CachedResource
    private let limits: WatchCacheLimits

    private struct State {
        var objects = ObjectTree()
        var history: History
        /// Everything up to here is in.
        var revision: Revision
        var groups = GroupIndex()
    }
    private let state: Mutex<State>

    /// All objects at one revision.
    public struct Snapshot: Sendable {
        public let objects: ObjectTree
        public let revision: Revision
    }

    init(_ resource: CachedResource, limits: WatchCacheLimits) {
        self.resource = resource
        self.limits = limits
        state = Mutex(State(history: History(completeAfter: .zero, limits: limits), revision: .zero))
    }

    public var revision: Revision { state.withLock { $0.revision } }

    public func find(namespace: String, name: String) -> CachedObject? {
        let key = resource.key(namespace: namespace, name: name)
        return state.withLock { $0.objects.find(key) }
    }

    public func snapshot() -> Snapshot {
        state.withLock { Snapshot(objects: $0.objects, revision: $0.revision) }
    }

    /// Figures for metrics.
    public var statistics: (objects: Int, events: Int, historyBytes: Int, groups: Int) {
        state.withLock { ($0.objects.count, $0.history.count, $0.history.approximateBytes, $0.groups.count) }
    }

    // MARK: The feed's side

    /// Replaces everything by what the store holds at `revision`.
    func load(_ entries: [KeyValue], revision: Revision) throws(StoreError) {
        var objects: [CachedObject] = []
        objects.reserveCapacity(entries.count)
        for entry in entries { objects.append(try object(entry)) }
        let tree = ObjectTree(sorted: objects)
        state.withLock {
            $0.objects = tree
            $0.history = History(completeAfter: revision, limits: limits)
            $0.revision = revision
        }
    }

    /// Takes in the events of a batch, all of this resource, and returns what each loop's groups are to be told.
    ///
    /// Readers see the batch whole or not at all. Events are encoded after the lock is released.
    func apply(_ events: [Event], through revision: Revision) throws(StoreError) -> [HubDelivery] {
        var puts: [CachedObject?] = []
        puts.reserveCapacity(events.count)
        for event in events {
            puts.append(event.kind == .put ? try object(event.current) : nil)
        }
        // What the store read from its disk was committed at some time before.
        let received = DeliveryClock.monotonicNanoseconds()
        let matches = state.withLock { state in
            var matches: [GroupIndex.Match] = []
            for (event, put) in zip(events, puts) {
                let change: CacheEvent
                let committed = event.committedNanoseconds ?? received
                if let put {
                    change = CacheEvent(
                        object: put, previous: state.objects.put(put), isDeletion: false,
                        committedNanoseconds: committed)
                } else {
                    guard let previous = state.objects.remove(event.current.key) else { continue }
                    let last = CachedObject(copying: previous, revision: event.current.modRevision)
                    change = CacheEvent(
                        object: last, previous: previous, isDeletion: true, committedNanoseconds: committed)
                }
                state.history.append(change)
                state.groups.match(change, into: &matches)
            }
            state.revision = revision
            return matches
        }
        var deliveries = HubDelivery.Collector()
        for match in matches {
            let frame = match.event.frame(match.change, in: match.key.format)
            for hub in match.hubs { deliveries.add(frame, match.key, hub) }
        }
        return deliveries.finish(through: revision)
    }

    /// What the store's entry is to the cache; also for entries that were read from history.
    public func object(_ entry: KeyValue) throws(StoreError) -> CachedObject {
        do {
            let envelope = try Envelope(reading: entry.value)
            let skim = try ObjectSkim(entry.value, in: envelope.object, fields: resource.selectableFields)
            return CachedObject(
                entry, value: entry.value, object: envelope.object, revision: entry.modRevision, skim: skim)
        } catch {
            throw StoreError(
                .corrupt, "the value of \(String(decoding: entry.key, as: UTF8.self)) cannot be read: \(error)")
        }
    }

    /// A resource without events in a batch has seen that revision all the same.
    func advance(to revision: Revision) {
        state.withLock { $0.revision = max($0.revision, revision) }
    }

    // MARK: The loops' side

    /// Where a new watcher begins.
    enum Start: Sendable {
        /// Tell all current objects as added, then go on from the snapshot's revision.
        case snapshot(Snapshot)
        /// Tell these events (those that interest it), then go on from the revision.
        case events(ArraySlice<CacheEvent>, through: Revision)
        /// History does not reach back that far.
        case expired
    }

    /// What a watcher that has seen everything up to `revision` has missed; nil revision: everything there is now.
    func start(after revision: Revision?) -> Start {
        state.withLock { state in
            guard let revision else {
                return .snapshot(Snapshot(objects: state.objects, revision: state.revision))
            }
            guard let missed = state.history.events(after: revision) else { return .expired }
            return .events(missed, through: max(state.revision, revision))
        }
    }

    /// Adds the group, so that batches after this moment reach it, and does what `start(after:)` does, in one step.
    func join(_ group: GroupKey, on hub: HubAddress, after revision: Revision?) -> Start {
        state.withLock { state in
            let start: Start
            if let revision {
                guard let missed = state.history.events(after: revision) else { return .expired }
                start = .events(missed, through: max(state.revision, revision))
            } else {
                start = .snapshot(Snapshot(objects: state.objects, revision: state.revision))
            }
            state.groups.add(group, hub)
            return start
        }
    }

    func leave(_ group: GroupKey, on hub: HubAddress) {
        state.withLock { $0.groups.remove(group, hub) }
    }
}
