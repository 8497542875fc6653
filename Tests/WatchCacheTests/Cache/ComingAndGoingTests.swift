import FrameLog
import Objects
import Store
import TestSupport
import Testing

@testable import WatchCache

/// Resources that are taken in and given up while the cache runs.
@Suite struct ComingAndGoingTests {
    private static let toys = CachedResource(name: "toys", prefix: "/registry/toys/", isNamespaced: true)

    private func write(_ name: String, to fixture: Fixture) async throws -> Revision {
        try await Self.write(name, fixture.store, fixture.cache)
    }

    private static func write(_ name: String, _ store: SQLiteStore, _ cache: WatchCache) async throws -> Revision {
        var object = Core.ConfigMap()
        object.metadata.name = name
        object.metadata.namespace = "n"
        let key = toys.key(namespace: "n", name: name)
        let done = try await store.commit(Transaction(then: [.put(key: key, value: Envelope.wrap(object.message))]))
        _ = await cache.wait(for: done.revision)
        return done.revision
    }

    @Test func whatWasThereBeforeIsThereAtOnce() async throws {
        let fixture = try await Fixture()
        _ = try await write("early", to: fixture)
        let cache = try await fixture.cache.add(Self.toys)
        #expect(cache.find(namespace: "n", name: "early") != nil)
        _ = try await write("late", to: fixture)
        #expect(cache.find(namespace: "n", name: "late") != nil)
        #expect(fixture.cache.resources.count == 2)
        await fixture.close()
    }

    @Test func nothingIsMissedWhileManyWrite() async throws {
        let fixture = try await Fixture()
        let (store, watchCache) = (fixture.store, fixture.cache)
        let writes = Task {
            for number in 0..<200 { _ = try await Self.write("toy\(number)", store, watchCache) }
        }
        for _ in 0..<20 {
            let cache = try await fixture.cache.add(Self.toys)
            let (seen, revision) = (cache.statistics.objects, cache.revision)
            // As many objects as the store had at that revision: each write made one more.
            let stored = try await fixture.store.read(KeyRange(prefix: Self.toys.prefix), at: revision, limit: 0)
            #expect(seen >= stored.items.count)
            fixture.cache.remove(cache)
        }
        try await writes.value
        let cache = try await fixture.cache.add(Self.toys)
        #expect(cache.statistics.objects == 200)
        await fixture.close()
    }

    @Test func aResourceThatIsGivenUpLearnsNothingMore() async throws {
        let fixture = try await Fixture()
        let cache = try await fixture.cache.add(Self.toys)
        fixture.cache.remove(cache)
        #expect(cache.isWithdrawn)
        _ = try await write("late", to: fixture)
        #expect(cache.find(namespace: "n", name: "late") == nil)
        #expect(fixture.cache.resources.count == 1)
        await fixture.close()
    }

    @Test func otherResourcesSeeEveryRevision() async throws {
        let fixture = try await Fixture()
        let cache = try await fixture.cache.add(Self.toys)
        let revision = try await fixture.put("map")
        #expect(cache.revision >= revision)
        #expect(fixture.configMaps.revision >= revision)
        await fixture.close()
    }

    @Test func storedValuesAreBroughtIntoTodaysForm() async throws {
        let fixture = try await Fixture()
        _ = try await write("old", to: fixture)
        let resource = CachedResource(
            name: "toys", prefix: "/registry/toys/", isNamespaced: true,
            renew: { _, _ in
                var object = Core.ConfigMap()
                object.metadata.name = "old"
                object.metadata.namespace = "n"
                object.data = ["new": "yes"]
                return Envelope.wrap(object.message)
            })
        let cache = try await fixture.cache.add(resource)
        let found = try #require(cache.find(namespace: "n", name: "old"))
        let object = try BinaryDecoder.decode(found.value, in: found.object, as: Core.ConfigMap.descriptor)
        #expect(Core.ConfigMap(object).data == ["new": "yes"])
        await fixture.close()
    }

    @Test func historiesAreCountedTogether() async throws {
        let fixture = try await Fixture()
        let cache = try await fixture.cache.add(Self.toys)
        for _ in 0..<10 { _ = try await write("a", to: fixture) }
        #expect(cache.historyBytes > 0)
        for _ in 0..<10 { try await fixture.put("b") }
        fixture.cache.remove(cache)
        #expect(fixture.configMaps.historyBytes > 0)
        await fixture.close()
    }
}
