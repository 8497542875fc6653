import FrameLog
import Objects
import Store
import Wire

@testable import WatchCache

/// One resource's cache and a loop's hub, without a store: events are handed to it, each a revision of its own.
final class CacheWorld {
    let cache: ResourceCache
    let hub: WatchHub
    let limits: WatchCacheLimits
    private(set) var revision = Revision.zero
    /// All that was written, in order.
    private(set) var log: [Written] = []
    private var live: [String: Written.State] = [:]

    static let resource = CachedResource(
        name: "pods", prefix: "/registry/pods/", isNamespaced: true,
        selectableFields: [SelectableField("spec.nodeName", in: Core.Pod.descriptor)].compactMap { $0 })

    /// One write of one pod.
    struct Written {
        struct State: Equatable {
            var node: String
            var labels: StringMap<String>
        }
        let name: String
        let revision: Revision
        let before: State?
        let after: State?

        /// The line that a watcher is told who selects by this.
        func line(_ matches: (String, State) -> Bool) -> String? {
            switch (before.map { matches(name, $0) } ?? false, after.map { matches(name, $0) } ?? false) {
            case (true, true): "*\(name)@\(revision)"
            case (false, true): "+\(name)@\(revision)"
            case (true, false): "-\(name)@\(revision)"
            case (false, false): nil
            }
        }
    }

    init(_ limits: WatchCacheLimits = WatchCacheLimits()) {
        self.limits = limits
        cache = ResourceCache(
            Self.resource, limits: limits, frames: FrameMemory(limit: limits.frameBytes), progress: FeedProgress())
        hub = WatchHub(inbox: WatchHubInbox(limits: limits), limits: limits)
    }

    /// - Parameter padding: bytes of an annotation, to make the object large.
    func put(_ name: String, node: String = "", labels: StringMap<String> = [:], padding: Int = 0) throws {
        try apply([try event(name, .init(node: node, labels: labels), padding)])
    }

    func delete(_ name: String) throws { try apply([try event(name, nil, 0)]) }

    /// Several pods in one revision.
    func put(_ names: [String], node: String) throws {
        let at = revision.next
        try apply(try names.map { try event($0, .init(node: node, labels: [:]), 0, at: at) })
    }

    private func event(_ name: String, _ state: Written.State?, _ padding: Int, at revision: Revision? = nil) throws
        -> Event
    {
        let revision = revision ?? self.revision.next
        log.append(Written(name: name, revision: revision, before: live[name], after: state))
        live[name] = state
        let key = Self.resource.key(namespace: "n", name: name)
        guard let state else {
            return Event(
                kind: .delete,
                current: KeyValue(key: key, value: [], createRevision: .zero, modRevision: revision, version: 0),
                previous: nil)
        }
        var pod = Core.Pod()
        pod.metadata.name = name
        pod.metadata.namespace = "n"
        pod.metadata.labels = state.labels
        if padding > 0 { pod.metadata.annotations = ["padding": String(repeating: "x", count: padding)] }
        pod.spec.nodeName = state.node
        let entry = KeyValue(
            key: key, value: Envelope.wrap(pod.message), createRevision: revision, modRevision: revision, version: 1)
        return Event(kind: .put, current: entry, previous: nil)
    }

    private func apply(_ events: [Event]) throws {
        revision = events.last?.current.modRevision ?? revision
        for delivery in try cache.apply(events, through: revision) { delivery.hub.hub.put(delivery, of: cache) }
    }

    func watch(_ beginning: WatchHub.Beginning, labels: String = "", fields: String = "") throws -> Watcher? {
        let watcher = Watcher()
        let interest = Interest(
            namespace: "", labels: try LabelSelector(parsing: labels),
            fields: try FieldSelector(
                parsing: fields, allowed: ["spec.nodeName", "metadata.name", "metadata.namespace"]),
            in: Self.resource)
        let cursor = hub.open(
            cache, interest: interest, format: Watcher.format, bookmarks: false, from: beginning,
            reader: watcher.reader)
        guard let cursor else { return nil }
        watcher.adopt(cursor)
        return watcher
    }

    var figures: WatchFigures {
        var figures = WatchFigures()
        hub.ledger.add(cache, to: &figures)
        return figures
    }

    /// Lets the watcher read all there is, with its loop coming by as often as it asks for that.
    @discardableResult
    func readAll(_ watcher: Watcher, window: Int = 1 << 20) -> WatchPull {
        while true {
            let wakes = watcher.wakes
            let outcome = watcher.pull(window)
            if outcome == .more { continue }
            hub.drain()
            if outcome != .blocked || watcher.wakes == wakes { return outcome }
        }
    }
}
