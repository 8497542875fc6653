import Objects
import Store
import Testing
import WatchCache
import TestSupport

/// What every watcher may rely on, after etcd's "Watch APIs: guarantees".
struct WatchPromiseTests {
    @Test func orderedAndUnique() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        let first = try await world.put("a")
        let second = try await world.put("b")
        let third = try await world.put("a")
        let fourth = try await world.delete("b")
        world.hub.drain()
        #expect(watcher.pull() == .blocked)
        #expect(watcher.events == ["+a@\(first)", "+b@\(second)", "*a@\(third)", "-b@\(fourth)"])
        #expect(watcher.pull() == .blocked)
        #expect(watcher.events.count == 4)
        await world.close()
    }

    @Test func resumableFromAnyRevisionInHistory() async throws {
        let world = try await Fixture()
        let start = world.cache.revision
        var all: [String] = []
        for step in 0..<20 { all.append("\(step == 0 ? "+" : "*")a@\(try await world.put("a"))") }
        for skipped in [0, 1, 7, 19, 20] {
            let from = Revision(start.rawValue + Int64(skipped))
            let watcher = try #require(try world.watch(.after(from)))
            #expect(watcher.pull() == .blocked)
            #expect(watcher.events == Array(all[skipped...]))
        }
        await world.close()
    }

    @Test func pastHistoryItIsToldToStartOver() async throws {
        var limits = WatchCacheLimits()
        limits.historyEvents = 5
        let world = try await Fixture(limits)
        let start = world.cache.revision
        for _ in 0..<6 { try await world.put("a") }
        #expect(try world.watch(.after(start)) == nil)
        #expect(try world.watch(.after(start.next)) != nil)
        await world.close()
    }

    @Test func resumableOverARestartOfTheCache() async throws {
        let world = try await Fixture()
        let start = world.cache.revision
        let first = try await world.put("a")
        let second = try await world.put("b")
        let again = WatchCache(store: world.store, resources: [Fixture.resource])
        let hub = WatchHub(inbox: WatchHubInbox())
        again.attach(hub.inbox)
        try await again.start()
        let watcher = Watcher()
        let interest = Interest(namespace: "", labels: .everything, fields: .everything, in: Fixture.resource)
        let cursor = try #require(
            hub.open(
                again.resources[0], interest: interest, format: Watcher.format, bookmarks: false, from: .after(start),
                reader: watcher.reader))
        watcher.adopt(cursor)
        watcher.pull()
        #expect(watcher.events == ["+a@\(first)", "+b@\(second)"])
        again.stop()
        await world.close()
    }

    @Test func filteredByWhatTheObjectWasAndIs() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision), labels: "on=yes"))
        try await world.put("a")
        let begins = try await world.put("a", labels: ["on": "yes"])
        let stays = try await world.put("a", labels: ["on": "yes", "x": "y"])
        let ceases = try await world.put("a")
        try await world.delete("a")
        world.hub.drain()
        watcher.pull()
        #expect(watcher.events == ["+a@\(begins)", "*a@\(stays)", "-a@\(ceases)"])
        await world.close()
    }

    @Test func filteredByNamespace() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.current, namespace: "m"))
        try await world.put("a", namespace: "n")
        let mine = try await world.put("b", namespace: "m")
        world.hub.drain()
        watcher.pull()
        #expect(watcher.events == ["+b@\(mine)"])
        await world.close()
    }

    @Test func initialEventsThenABookmarkThenChanges() async throws {
        let world = try await Fixture()
        let a = try await world.put("a")
        let b = try await world.put("b")
        let watcher = try #require(try world.watch(.current, bookmarks: true, initialEnd: true))
        let later = try await world.put("c")
        world.hub.drain()
        watcher.pull()
        #expect(watcher.events == ["+a@\(a)", "+b@\(b)", "!\(b)", "+c@\(later)"])
        await world.close()
    }

    @Test func bookmarksSayHowFarEverythingWasTold() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision), bookmarks: true))
        let without = try #require(try world.watch(.after(world.cache.revision)))
        let revision = try await world.put("a")
        world.hub.bookmark(delivered: world.cache.revision)
        watcher.pull()
        without.pull()
        #expect(watcher.events == ["+a@\(revision)", "=\(revision)"])
        #expect(without.events == ["+a@\(revision)"])
        await world.close()
    }

    /// An event may come after the feed was asked how far it is and before its deliveries are taken in.
    @Test func aBookmarkNeverGoesBackBehindAnEvent() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision), bookmarks: true))
        let other = try #require(try world.watch(.after(world.cache.revision), labels: "app=none", bookmarks: true))
        let before = world.cache.revision
        let revision = try await world.put("a")
        world.hub.bookmark(delivered: before)
        watcher.pull()
        other.pull()
        #expect(watcher.events == ["+a@\(revision)", "=\(revision)"])
        // To a group without that event the older revision is as true; who began after it needs no bookmark there.
        #expect(other.events == [])
        world.hub.bookmark(delivered: revision)
        watcher.pull()
        other.pull()
        #expect(watcher.events == ["+a@\(revision)", "=\(revision)", "=\(revision)"])
        #expect(other.events == ["=\(revision)"])
        await world.close()
    }

    @Test func aRevisionIsSeenWholeOrNotAtAll() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        var operations: [Operation] = []
        for name in ["a", "b", "c"] {
            var object = Core.ConfigMap()
            object.metadata.name = name
            object.metadata.namespace = "n"
            operations.append(
                .put(key: Fixture.resource.key(namespace: "n", name: name), value: Envelope.wrap(object.message)))
        }
        let done = try await world.store.commit(Transaction(then: operations))
        #expect(await world.cache.wait(for: done.revision))
        world.hub.drain()
        watcher.pull()
        #expect(watcher.events == ["+a@\(done.revision)", "+b@\(done.revision)", "+c@\(done.revision)"])
        #expect(world.configMaps.snapshot().objects.count == 3)
        await world.close()
    }

    @Test func aStalledReaderGoesOnWhereItWasAndCostsABoundedLog() async throws {
        var limits = WatchCacheLimits()
        limits.groupLogBytes = 64
        let world = try await Fixture(limits)
        let stalled = try #require(try world.watch(.after(world.cache.revision)))
        let quick = try #require(try world.watch(.after(world.cache.revision)))
        var expected: [String] = []
        for step in 0..<100 {
            expected.append("\(step == 0 ? "+" : "*")a@\(try await world.put("a"))")
            world.hub.drain()
            quick.pull()
            // A reader that takes a few bytes at a time stands in the middle of an event most of the time.
            if step % 10 == 0 { stalled.pull(3) }
            #expect(world.figures.logBytes <= 64)
        }
        #expect(quick.events == expected)
        #expect(stalled.pull() == .blocked)
        #expect(stalled.events == expected)
        await world.close()
    }

    @Test func aStalledReaderPastHistoryIsToldSo() async throws {
        var limits = WatchCacheLimits()
        limits.groupLogBytes = 16
        limits.historyEvents = 4
        let world = try await Fixture(limits)
        let stalled = try #require(try world.watch(.after(world.cache.revision)))
        for _ in 0..<20 {
            try await world.put("a")
            world.hub.drain()
        }
        #expect(stalled.pull() == .expired)
        #expect(stalled.events == [])
        await world.close()
    }

    @Test func aBlockedWatcherIsWokenOncePerDelivery() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        #expect(watcher.pull() == .blocked)
        try await world.put("a")
        try await world.put("b")
        world.hub.drain()
        #expect(watcher.wakes == 1)
        watcher.pull()
        try await world.put("c")
        world.hub.drain()
        #expect(watcher.wakes == 2)
        await world.close()
    }

    @Test func aClosedWatcherLeavesNothingBehind() async throws {
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        #expect(world.figures.watches == 1)
        #expect(world.configMaps.statistics.groups == 1)
        world.hub.close(try #require(watcher.cursor), .cancelled)
        let figures = world.figures
        #expect((figures.watches, figures.groups, figures.logBytes) == (0, 0, 0))
        #expect(world.configMaps.statistics.groups == 0)
        await world.close()
    }

    /// Random writes, watchers that come, stall, read by bits and go; each must have been told exactly what the history
    /// of its interest says.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func everyWatcherIsToldItsHistory(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var limits = WatchCacheLimits()
        limits.groupLogBytes = 200
        let world = try await Fixture(limits)
        var log: [Step] = []
        var live: [String: StringMap<String>] = [:]
        var watchers: [(watcher: Watcher, from: Revision, label: Bool)] = []
        for _ in 0..<400 {
            switch random.next() % 10 {
            case 0:
                let oldest = log.first?.revision ?? world.cache.revision
                let newest = log.last?.revision ?? world.cache.revision
                let from = Revision(Int64.random(in: oldest.rawValue...newest.rawValue, using: &random))
                let labelled = random.next() % 2 == 0
                let watcher = try #require(try world.watch(.after(from), labels: labelled ? "on" : ""))
                watchers.append((watcher, from, labelled))
            case 1, 2:
                if let pick = watchers.randomElement(using: &random) { pick.watcher.pull(Int(random.next() % 40)) }
            case 3: world.hub.drain()
            case 4:
                let name = "k\(random.next() % 5)"
                guard let before = live[name] else { continue }
                log.append(Step(name: name, revision: try await world.delete(name), before: before, after: nil))
                live[name] = nil
            default:
                let name = "k\(random.next() % 5)"
                let labels: StringMap<String> = random.next() % 2 == 0 ? ["on": "yes"] : [:]
                let revision = try await world.put(name, labels: labels)
                log.append(Step(name: name, revision: revision, before: live[name], after: labels))
                live[name] = labels
            }
        }
        world.hub.drain()
        for (watcher, from, labelled) in watchers {
            while watcher.pull(64) == .more {}
            let expected = log.filter { $0.revision > from }.compactMap { $0.line(labelled: labelled) }
            #expect(watcher.events == expected, "seed \(seed)")
        }
        #expect(!watchers.isEmpty)
        await world.close()
    }

    /// One write, and what the key was before.
    private struct Step {
        let name: String
        let revision: Revision
        let before: StringMap<String>?
        let after: StringMap<String>?

        func line(labelled: Bool) -> String? {
            func matches(_ labels: StringMap<String>?) -> Bool { labels.map { !labelled || $0["on"] != nil } ?? false }
            switch (matches(before), matches(after)) {
            case (true, true): return "*\(name)@\(revision)"
            case (false, true): return "+\(name)@\(revision)"
            case (true, false): return "-\(name)@\(revision)"
            case (false, false): return nil
            }
        }
    }
}
