import Glibc
import Objects
import FrameLog
import Store
import TestSupport
import WatchCache

/// A real store in a folder of its own, and a cache of config maps over it.
final class Fixture {
    let store: SQLiteStore
    let cache: WatchCache
    let hub: WatchHub
    private let folder = TemporaryFolder("cache")

    static let resource = CachedResource(
        name: "configmaps", prefix: "/registry/configmaps/", isNamespaced: true,
        selectableFields: [SelectableField("immutable", in: Core.ConfigMap.descriptor)].compactMap { $0 })

    init(_ limits: WatchCacheLimits = WatchCacheLimits()) async throws {
        store = try SQLiteStore(folder: "\(folder.path)/store", options: .init(compactionInterval: nil))
        cache = WatchCache(store: store, resources: [Self.resource], limits: limits)
        hub = WatchHub(inbox: WatchHubInbox(), limits: limits)
        cache.attach(hub.inbox)
        try await cache.start()
    }

    func close() async {
        cache.stop()
        await store.close()
        folder.remove()
    }

    var configMaps: ResourceCache { cache.resources[0] }

    var figures: WatchFigures {
        var figures = WatchFigures()
        hub.ledger.add(configMaps, to: &figures)
        return figures
    }

    /// Writes an object and returns its revision, once the cache has it.
    @discardableResult
    func put(_ name: String, namespace: String = "n", labels: StringMap<String> = [:]) async throws -> Revision {
        var object = Core.ConfigMap()
        object.metadata.name = name
        object.metadata.namespace = namespace
        object.metadata.labels = labels
        let key = Self.resource.key(namespace: namespace, name: name)
        let done = try await store.commit(Transaction(then: [.put(key: key, value: Envelope.wrap(object.message))]))
        _ = await cache.wait(for: done.revision)
        return done.revision
    }

    @discardableResult
    func delete(_ name: String, namespace: String = "n") async throws -> Revision {
        let key = Self.resource.key(namespace: namespace, name: name)
        let done = try await store.commit(Transaction(then: [.delete(KeyRange(key: key))]))
        _ = await cache.wait(for: done.revision)
        return done.revision
    }

    func watch(
        _ beginning: WatchHub.Beginning, namespace: String = "", labels: String = "", bookmarks: Bool = false,
        initialEnd: Bool = false
    ) throws -> Watcher? {
        let watcher = Watcher()
        let interest = Interest(
            namespace: namespace, labels: try LabelSelector(parsing: labels), fields: .everything, in: Self.resource)
        let cursor = hub.open(
            configMaps, interest: interest, format: Watcher.format, bookmarks: bookmarks, from: beginning,
            bookmarkAfterInitial: initialEnd, reader: watcher.reader)
        guard let cursor else { return nil }
        watcher.adopt(cursor)
        return watcher
    }
}

/// One watcher that keeps what it was told, a line an event: `+a@5`, `*a@6`, `-a@7`, `=8` for a bookmark.
final class Watcher {
    static let format = FrameFormat(
        id: 1,
        encode: { change, object, revision in
            let sign = change == .added ? "+" : change == .modified ? "*" : "-"
            return Array("\(sign)\(object.name)@\(revision)\n".utf8)
        },
        bookmark: { revision, ends in Array("\(ends ? "!" : "=")\(revision)\n".utf8) })

    /// As a stream has it: the reader, and what is woken.
    private struct Place {
        var reader: LogReader
        var wakes = 0
    }
    private let place: UnsafeMutablePointer<Place>
    private(set) var cursor: WatchCursor?
    private(set) var bytes: [UInt8] = []

    init() {
        place = .allocate(capacity: 1)
        place.initialize(
            to: Place(reader: LogReader(wake: { $0.assumingMemoryBound(to: Place.self).pointee.wakes += 1 })))
    }

    deinit {
        reader.leave()
        place.deallocate()
    }

    var wakes: Int { place.pointee.wakes }
    var reader: UnsafeMutablePointer<LogReader> {
        UnsafeMutableRawPointer(place).assumingMemoryBound(to: LogReader.self)
    }

    func adopt(_ cursor: WatchCursor) { self.cursor = cursor }

    struct Window: FrameWindow {
        var remaining: Int
        var bytes: [UInt8] = []
        mutating func write(_ source: FrameBytes, from offset: Int) -> Int {
            let count = min(remaining, source.count - offset)
            bytes.append(contentsOf: source.array[offset..<offset + count])
            remaining -= count
            return count
        }
    }

    /// Takes up to `capacity` bytes.
    @discardableResult
    func pull(_ capacity: Int = 1 << 20) -> WatchPull {
        guard let cursor else { return .stopped }
        let copied = copy(capacity)
        // All of the log is told: a stream then waits, and does not ask the cursor.
        if reader.pointee.isFollowing, reader.waitAtEnd() { return .blocked }
        let capacity = capacity - copied
        var window = Window(remaining: capacity)
        let outcome = cursor.pull(into: &window)
        bytes += window.bytes
        return outcome
    }

    /// What a stream copies by itself.
    private func copy(_ capacity: Int) -> Int {
        var room = [UInt8](repeating: 0, count: capacity)
        let copied = room.withUnsafeMutableBytes { reader.copy(into: $0) }
        bytes += room[..<copied]
        return copied
    }

    /// What it was told so far, whole events only.
    var events: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
