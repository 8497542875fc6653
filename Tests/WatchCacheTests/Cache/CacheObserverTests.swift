import Store
import Synchronization
import Testing
import WatchCache

/// Keeps what it was told, and what readers saw at that moment.
private final class Listener: CacheObserver {
    private let told = Mutex<[String]>([])

    var words: [String] { told.withLock { $0 } }

    func loaded(_ objects: [CachedObject], of cache: ResourceCache) {
        told.withLock { $0.append("loaded " + objects.map(\.name).joined(separator: ",")) }
    }
    func put(_ object: CachedObject, in cache: ResourceCache) {
        let isSeen = cache.find(namespace: object.namespace, name: object.name) === object
        told.withLock { $0.append("put \(object.name)" + (isSeen ? "" : " unseen")) }
    }
    func removed(_ object: CachedObject, from cache: ResourceCache) {
        let isSeen = cache.find(namespace: object.namespace, name: object.name) != nil
        told.withLock { $0.append("removed \(object.name)" + (isSeen ? " seen" : "")) }
    }
}

@Suite("An observer hears of each change, in order, when readers can see it") struct CacheObserverTests {
    @Test("By the time that a writer goes on, it has been told") func told() async throws {
        let fixture = try await Fixture()
        let listener = Listener()
        fixture.configMaps.attach(listener)
        try await fixture.put("a")
        #expect(listener.words == ["put a"])
        try await fixture.put("b")
        try await fixture.delete("a")
        try await fixture.put("a")
        #expect(listener.words == ["put a", "put b", "removed a", "put a"])
        await fixture.close()
    }

    @Test("It is told of all that is there when the cache is loaded") func loaded() async throws {
        let fixture = try await Fixture()
        try await fixture.put("a")
        try await fixture.put("b")
        // Another cache over the same store, as a server that starts again has it.
        var limits = WatchCacheLimits()
        limits.resumeRevisions = 0
        let cache = WatchCache(store: fixture.store, resources: [Fixture.resource], limits: limits)
        let listener = Listener()
        cache.resources[0].attach(listener)
        try await cache.start()
        #expect(listener.words.first == "loaded a,b")
        cache.stop()
        await fixture.close()
    }
}
