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
    /// Bounds the frames that are kept for whoever asks next; shared by all resources.
    let frames: FrameMemory

    private struct State {
        var objects = ObjectTree()
        var history: History
        /// Everything up to here is in.
        var revision: Revision
        var groups = GroupIndex()
        /// While the first objects are being read from the store: the events that have come meanwhile.
        var waiting: [Event]?
    }
    private let state: Mutex<State>
    private let observer = Mutex<(any CacheObserver)?>(nil)

    /// Tells the observer of all changes from now on. To be called before the cache is started, by whoever must not miss
    /// one; there is one at the most.
    public func attach(_ observer: any CacheObserver) { self.observer.withLock { $0 = observer } }

    /// All objects at one revision.
    public struct Snapshot: Sendable {
        public let objects: ObjectTree
        public let revision: Revision
    }

    private let progress: FeedProgress
    /// Whether `waiting` must be looked at.
    private let isAwaited: Atomic<Bool>
    private let withdrawn = Atomic(false)
    /// What the feed brings up to here is among the objects that were read; 0: nothing is.
    private let readThrough = Atomic<Int64>(0)

    /// - Parameter isAwaited: the feed brings events already, which are kept until `load` has brought the objects.
    init(
        _ resource: CachedResource, limits: WatchCacheLimits, frames: FrameMemory, progress: FeedProgress,
        isAwaited: Bool = false
    ) {
        self.resource = resource
        self.progress = progress
        self.isAwaited = Atomic(isAwaited)
        self.limits = limits
        self.frames = frames
        var first = State(history: History(completeAfter: .zero, limits: limits), revision: .zero)
        if isAwaited { first.waiting = [] }
        state = Mutex(first)
    }

    public var revision: Revision { state.withLock { reached($0) } }

    /// Everything up to here is in: what a batch had no events of this resource for is in all the same.
    private func reached(_ state: State) -> Revision {
        state.waiting == nil ? max(state.revision, progress.revision) : state.revision
    }

    public func find(namespace: String, name: String) -> CachedObject? {
        let key = resource.key(namespace: namespace, name: name)
        return state.withLock { $0.objects.find(key) }
    }

    public func snapshot() -> Snapshot {
        state.withLock { Snapshot(objects: $0.objects, revision: reached($0)) }
    }

    /// Figures for metrics.
    public var statistics: (objects: Int, events: Int, historyBytes: Int, groups: Int) {
        state.withLock { ($0.objects.count, $0.history.count, $0.history.bytes, $0.groups.count) }
    }

    // MARK: The feed's side

    /// Replaces everything by what the store holds at `revision`.
    func load(_ entries: [KeyValue], revision: Revision) throws(StoreError) {
        var objects: [CachedObject] = []
        objects.reserveCapacity(entries.count)
        for entry in entries { objects.append(try object(entry)) }
        let tree = ObjectTree(sorted: objects)
        let isWaiting = state.withLock { state in
            state.objects = tree
            state.history = History(completeAfter: revision, limits: limits)
            state.revision = revision
            return state.waiting != nil
        }
        observer.withLock { $0 }?.loaded(objects, of: self)
        guard isWaiting else { return }
        // The feed may be behind what was read.
        readThrough.store(revision.rawValue, ordering: .relaxed)
        // What came meanwhile and is not among the objects that were read; nobody watches yet.
        while let events = takeWaiting() {
            guard let last = events.last?.current.modRevision else { continue }
            _ = try apply(events, through: last, isLate: true)
        }
        isAwaited.store(false, ordering: .releasing)
    }

    /// Nil: nothing has come since the last call, and from now on events are taken in as they come.
    private func takeWaiting() -> [Event]? {
        state.withLock { state in
            guard let events = state.waiting, !events.isEmpty else {
                state.waiting = nil
                return nil
            }
            state.waiting = []
            return events
        }
    }

    /// Keeps events for when the first objects are there; false: they are.
    private func keepWaiting(_ events: [Event]) -> Bool {
        guard isAwaited.load(ordering: .acquiring) else { return false }
        return state.withLock { state in
            guard state.waiting != nil else { return false }
            state.waiting?.append(contentsOf: events)
            return true
        }
    }

    /// The events that are not among the objects that were read first.
    private func unread(_ events: [Event]) -> [Event] {
        let read = readThrough.load(ordering: .relaxed)
        guard read > 0, let first = events.first?.current.modRevision.rawValue, first <= read else { return events }
        return events.filter { $0.current.modRevision.rawValue > read }
    }

    /// Its resource is served no longer, or from another cache: this one learns nothing any more.
    public var isWithdrawn: Bool { withdrawn.load(ordering: .relaxed) }

    /// It is no longer one of the cache's resources: its history no longer counts among the others'.
    func leave() {
        withdrawn.store(true, ordering: .relaxed)
        state.withLock { progress.historyChanged(by: -$0.history.bytes) }
    }

    /// Takes in the events of a batch, all of this resource, and returns what each loop's groups are to be told.
    ///
    /// Readers see a revision whole or not at all, and wait for some tens of events at the most, unless one revision has
    /// more. Events are decoded before the lock is taken and encoded after it is released.
    ///
    /// - Parameter isLate: of events that waited for the first objects.
    func apply(
        _ events: [Event], through revision: Revision, isLate: Bool = false
    ) throws(StoreError) -> [HubDelivery] {
        if !isLate, keepWaiting(events) { return [] }
        let events = unread(events)
        guard !events.isEmpty else { return [] }
        var puts: [CachedObject?] = []
        puts.reserveCapacity(events.count)
        for event in events {
            puts.append(event.kind == .put ? try object(event.current) : nil)
        }
        // What the store read from its disk was committed at some time before.
        let received = DeliveryClock.monotonicNanoseconds()
        var deliveries = HubDelivery.Collector()
        let observer = observer.withLock { $0 }
        var next = 0
        while next < events.count {
            let end = Self.step(events, from: next)
            let isLast = end == events.count
            let reached = isLast ? revision : events[end - 1].current.modRevision
            let (matches, dropped, removed) = state.withLock { state in
                var matches: [GroupIndex.Match] = []
                var dropped: [CacheEvent] = []
                var removed: [CachedObject] = []
                let bytesBefore = state.history.bytes
                for index in next..<end {
                    guard let change = Self.change(events[index], puts[index], received, &state.objects) else {
                        continue
                    }
                    if observer != nil, change.isDeletion { removed.append(change.object) }
                    state.history.append(change, dropping: &dropped)
                    state.groups.match(change, into: &matches)
                }
                state.revision = reached
                progress.historyChanged(by: state.history.bytes - bytesBefore)
                return (matches, dropped, removed)
            }
            _ = consume dropped
            if let observer { tell(observer, puts[next..<end], removed) }
            for match in matches {
                let frame = match.event.frame(match.change, in: match.key.format, keeping: frames)
                for hub in match.hubs { deliveries.add(frame, match.key, hub) }
            }
            next = end
        }
        return deliveries.finish(through: revision)
    }

    /// Of one step: an object is put and removed in it at different revisions, and what is in the tree now is what counts.
    private func tell(_ observer: any CacheObserver, _ puts: ArraySlice<CachedObject?>, _ removed: [CachedObject]) {
        for object in puts {
            guard let object, find(object) === object else { continue }
            observer.put(object, in: self)
        }
        for object in removed where find(object) == nil { observer.removed(object, from: self) }
    }

    private func find(_ object: CachedObject) -> CachedObject? { state.withLock { $0.objects.find(object.key) } }

    /// Where the step that begins at `start` ends: after so many events, and not within a revision.
    private static func step(_ events: [Event], from start: Int) -> Int {
        var end = min(start + WatchCacheLimits.eventsPerStep, events.count)
        while end < events.count, events[end].current.modRevision == events[end - 1].current.modRevision { end += 1 }
        return end
    }

    /// Takes the event into the objects; nil when there is nothing to tell.
    private static func change(
        _ event: Event, _ put: CachedObject?, _ received: UInt64, _ objects: inout ObjectTree
    ) -> CacheEvent? {
        let committed = event.committedNanoseconds ?? received
        if let put {
            return CacheEvent(
                object: put, previous: objects.put(put), isDeletion: false, committedNanoseconds: committed)
        }
        guard let previous = objects.remove(event.current.key) else { return nil }
        let last = CachedObject(copying: previous, revision: event.current.modRevision)
        return CacheEvent(object: last, previous: previous, isDeletion: true, committedNanoseconds: committed)
    }

    var historyBytes: Int { state.withLock { $0.history.bytes } }

    /// Drops the oldest events until history is so small, some tens at a time.
    func trimHistory(to limit: Int) {
        while true {
            var dropped: [CacheEvent] = []
            let isDone = state.withLock { state in
                let before = state.history.bytes
                state.history.trim(to: max(limit, before - 1 << 16), dropping: &dropped)
                progress.historyChanged(by: state.history.bytes - before)
                return state.history.bytes <= limit || dropped.isEmpty
            }
            if isDone { return }
        }
    }

    /// What the store's entry is to the cache; also for entries that were read from history.
    public func object(_ entry: KeyValue) throws(StoreError) -> CachedObject {
        do {
            var value = entry.value
            var envelope = try Envelope(reading: value)
            if let renewed = resource.renew?(value, envelope.object) {
                value = renewed
                envelope = try Envelope(reading: value)
            }
            let skim = try ObjectSkim(value, in: envelope.object, fields: resource.selectableFields)
            return CachedObject(entry, value: value, object: envelope.object, revision: entry.modRevision, skim: skim)
        } catch {
            throw StoreError(
                .corrupt, "the value of \(String(decoding: entry.key, as: UTF8.self)) cannot be read: \(error)")
        }
    }

    // MARK: The loops' side

    /// Where a new watcher begins.
    enum Start: Sendable {
        /// Tell all current objects as added, then go on from the snapshot's revision.
        case snapshot(Snapshot)
        /// Tell what history has of these, then go on from its end.
        case events(Replay)
        /// History does not reach back that far.
        case expired
    }

    /// What a watcher that has seen everything up to `revision` has missed; nil revision: everything there is now.
    func start(after revision: Revision?) -> Start {
        state.withLock { start($0, after: revision) }
    }

    private func start(_ state: State, after revision: Revision?) -> Start {
        let reached = reached(state)
        guard let revision else { return .snapshot(Snapshot(objects: state.objects, revision: reached)) }
        guard let position = state.history.position(after: revision) else { return .expired }
        return .events(Replay(next: position, end: state.history.end, through: max(reached, revision)))
    }

    /// Adds the group, so that batches after this moment reach it, and does what `start(after:)` does, in one step.
    func join(_ group: GroupKey, on hub: HubAddress, after revision: Revision?) -> Start {
        state.withLock { state in
            let start = start(state, after: revision)
            if case .expired = start { return start }
            state.groups.add(group, hub)
            return start
        }
    }

    /// The next events that may interest; nil when some are gone.
    func read(from start: Int, upTo end: Int, interest: Interest, limit: Int) -> History.Piece? {
        let requirements = interest.places
        return state.withLock {
            $0.history.read(from: start, upTo: end, requirements: requirements, limit: limit)
        }
    }

    /// Who has seen everything up to here can go on from history.
    var historyStart: Revision { state.withLock { $0.history.completeAfter } }

    func leave(_ group: GroupKey, on hub: HubAddress) {
        state.withLock { $0.groups.remove(group, hub) }
    }
}
