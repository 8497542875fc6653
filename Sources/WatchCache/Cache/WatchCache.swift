public import Store
import Wire
import Synchronization

/// All resources' caches, kept up to date by one watch on the store.
public final class WatchCache: Sendable {
    private let store: any Store
    private let limits: WatchCacheLimits
    private let frames: FrameMemory
    private let progress = FeedProgress()

    /// The resources at the moment. The feed takes a reference for a batch, so that adding one waits for nobody.
    private struct Table: Sendable {
        /// In the order in which they were given.
        var caches: [ResourceCache]
        /// In the order of their prefixes, for finding a key's resource.
        var byPrefix: [(prefix: [UInt8], cache: ResourceCache)] = []

        init(_ caches: [ResourceCache]) {
            self.caches = caches
            byPrefix = caches.map { ($0.resource.prefix, $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
        }

        func cache(for key: [UInt8]) -> ResourceCache? {
            var low = 0
            var high = byPrefix.count
            while low < high {
                let middle = (low + high) / 2
                if ByteOrder.precedes(key, byPrefix[middle].prefix) { high = middle } else { low = middle + 1 }
            }
            guard low > 0, key.starts(with: byPrefix[low - 1].prefix) else { return nil }
            return byPrefix[low - 1].cache
        }
    }
    private let table: Mutex<Table>

    private struct Waiter {
        let revision: Revision
        /// Calls of `expireWaits` that it has seen.
        var age = 0
        let continuation: CheckedContinuation<Bool, Never>
    }
    private struct State {
        /// Everything up to here is in the caches, and in the inboxes of all hubs.
        var delivered = Revision.zero
        var waiters: [Waiter] = []
        var inboxes: [WatchHubInbox] = []
        var watch: WatchToken?
        var failure: StoreError?
    }
    private let state = Mutex(State())

    public init(store: any Store, resources: [CachedResource], limits: WatchCacheLimits = WatchCacheLimits()) {
        self.store = store
        self.limits = limits
        let frames = FrameMemory(limit: limits.frameBytes)
        self.frames = frames
        let progress = progress
        table = Mutex(Table(resources.map { ResourceCache($0, limits: limits, frames: frames, progress: progress) }))
    }

    public var resources: [ResourceCache] { table.withLock { $0.caches } }

    // MARK: Resources that come and go

    /// Takes a resource in while the cache runs: when this returns, its objects can be read and watched. What happens
    /// to them meanwhile is kept, so that nothing is missing.
    ///
    /// - Throws: when its objects cannot be read; it is not taken in then.
    public func add(_ resource: CachedResource) async throws(StoreError) -> ResourceCache {
        let cache = ResourceCache(resource, limits: limits, frames: frames, progress: progress, isAwaited: true)
        table.withLock { $0 = Table($0.caches + [cache]) }
        do throws(StoreError) {
            let revision = store.revision
            let read = try await store.read(KeyRange(prefix: resource.prefix), at: revision, limit: 0)
            try cache.load(read.items, revision: revision)
            // So that a watch from the newest revision of all is not one from before this resource's history.
            _ = await wait(for: revision)
        } catch {
            remove(cache)
            throw error
        }
        return cache
    }

    /// Gives a resource up: its watches end when they have told what was delivered before.
    public func remove(_ cache: ResourceCache) {
        table.withLock { table in table = Table(table.caches.filter { $0 !== cache }) }
        cache.leave()
        for inbox in state.withLock({ $0.inboxes }) { inbox.withdraw(cache) }
    }

    /// The newest revision that is in all caches and on its way to all watchers.
    public var revision: Revision { state.withLock { $0.delivered } }

    /// Why the cache no longer follows the store, if so.
    public var failure: StoreError? { state.withLock { $0.failure } }

    /// Bytes of encoded frames that are kept because they may be asked for again.
    public var frameBytes: Int { frames.bytes }

    /// Makes the hub's watchers hear when the feed has a gap.
    public func attach(_ inbox: WatchHubInbox) {
        state.withLock { $0.inboxes.append(inbox) }
    }

    /// Loads all objects, as of some time ago if the store has that history, and follows the store from there.
    public func start() async throws(StoreError) {
        let now = store.revision
        let oldest = store.compactedRevision
        var from = max(Revision(now.rawValue - Int64(limits.resumeRevisions)), oldest)
        if from < Revision(1) { from = Revision(1) }
        do {
            try await load(at: from)
        } catch {
            guard case .compacted = error.code else { throw error }
            from = store.revision
            try await load(at: from)
        }
        try follow(after: from)
        _ = await wait(for: now)
    }

    private func load(at revision: Revision) async throws(StoreError) {
        for cache in resources {
            let read = try await store.read(KeyRange(prefix: cache.resource.prefix), at: revision, limit: 0)
            try cache.load(read.items, revision: revision)
        }
        progress.arrived(at: revision)
        state.withLock { $0.delivered = revision }
    }

    private func follow(after revision: Revision) throws(StoreError) {
        let token = try store.watch(KeyRange(prefix: Array("/registry/".utf8)), from: revision.next, sink: self)
        state.withLock { $0.watch = token }
    }

    public func stop() {
        let (token, waiters) = state.withLock { state in
            defer {
                state.watch = nil
                state.waiters = []
            }
            return (state.watch, state.waiters)
        }
        if let token { store.cancel(token) }
        for waiter in waiters { waiter.continuation.resume(returning: false) }
    }

    /// Returns true once the caches hold everything up to `revision`, or false when that takes too long.
    public func wait(for revision: Revision) async -> Bool {
        if state.withLock({ $0.delivered >= revision }) { return true }
        return await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.delivered >= revision { return true }
                state.waiters.append(Waiter(revision: revision, continuation: continuation))
                return false
            }
            if isThere { continuation.resume(returning: true) }
        }
    }

    /// To be called about once a second: gives up the waits that have lasted for three calls.
    public func expireWaits() {
        let given = state.withLock { state in
            for index in state.waiters.indices { state.waiters[index].age += 1 }
            let given = state.waiters.filter { $0.age > 3 }
            state.waiters.removeAll { $0.age > 3 }
            return given
        }
        for waiter in given { waiter.continuation.resume(returning: false) }
    }
}

extension WatchCache: WatchSink {
    /// It takes references and appends to logs; who has to hear of it is woken, not waited for.
    public var isQuick: Bool { true }

    public func receive(_ batch: EventBatch) {
        do {
            // Events of one resource go in together; resources are independent of each other.
            let table = table.withLock { $0 }
            var start = 0
            var parts: [(cache: ResourceCache, events: [Event])] = []
            while start < batch.events.count {
                guard let cache = table.cache(for: batch.events[start].current.key) else {
                    start += 1
                    continue
                }
                if let at = parts.firstIndex(where: { $0.cache === cache }) {
                    parts[at].events.append(batch.events[start])
                } else {
                    parts.append((cache, [batch.events[start]]))
                }
                start += 1
            }
            for part in parts {
                for delivery in try part.cache.apply(part.events, through: batch.revision) {
                    delivery.hub.hub.put(delivery, of: part.cache)
                }
            }
            progress.arrived(at: batch.revision)
            arrived(at: batch.revision)
            trimHistories(table)
        } catch {
            fail(error)
        }
    }

    /// Keeps the histories of all resources together within their limit, at the cost of the largest: one resource that
    /// is written much does not shorten the others' histories.
    private func trimHistories(_ table: Table) {
        let excess = progress.historyBytes - limits.historyBytes
        guard excess > 0 else { return }
        var largest: (cache: ResourceCache, bytes: Int)?
        for cache in table.caches {
            let bytes = cache.historyBytes
            if bytes > largest?.bytes ?? 0 { largest = (cache, bytes) }
        }
        guard let largest else { return }
        largest.cache.trimHistory(to: max(0, largest.bytes - excess))
    }

    private func arrived(at revision: Revision) {
        let ready = state.withLock { state in
            state.delivered = revision
            if state.waiters.isEmpty { return [Waiter]() }
            let ready = state.waiters.filter { $0.revision <= revision }
            state.waiters.removeAll { $0.revision <= revision }
            return ready
        }
        for waiter in ready { waiter.continuation.resume(returning: true) }
    }

    public func watchEnded(_ reason: StoreError) {
        fail(reason)
    }

    /// Doubtful shared state is not served: watchers end, and readiness shows why.
    private func fail(_ error: StoreError) {
        let inboxes = state.withLock { state in
            state.failure = error
            return state.inboxes
        }
        for inbox in inboxes { inbox.breakAll() }
    }
}
