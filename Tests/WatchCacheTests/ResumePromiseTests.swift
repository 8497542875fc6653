import FrameLog
import Objects
import Store
import Testing
import TestSupport

@testable import WatchCache

/// What a watcher may rely on that comes back, or that falls behind.
struct ResumePromiseTests {
    /// Random writes; watchers of all kinds of interests that resume, stall, read by bits and leave. Logs and inbox are
    /// so small that most of what is told comes from history.
    @Test(arguments: 1...16 as ClosedRange<UInt64>)
    func whoeverFallsBehindIsToldEverythingOnce(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var limits = WatchCacheLimits()
        limits.groupLogBytes = 150
        limits.loopLogBytes = 400
        limits.inboxBytes = 600
        limits.frameBytes = 3000
        let world = CacheWorld(limits)
        func pick(_ from: [String]) -> String { from[Int(random.next() % UInt64(from.count))] }
        func nodes() -> [String] { ["", "n1", "n2", "n3"] }
        let interests: [(labels: String, fields: String, matches: (String, CacheWorld.Written.State) -> Bool)] = [
            ("", "", { _, _ in true }),
            ("", "spec.nodeName=n1", { $1.node == "n1" }),
            ("", "spec.nodeName=", { $1.node.isEmpty }),
            ("", "spec.nodeName!=n2", { $1.node != "n2" }),
            ("", "metadata.name=p3", { name, _ in name == "p3" }),
            ("app=a", "", { $1.labels["app"] == "a" }),
            ("app in (a,b)", "spec.nodeName=n1", { ["a", "b"].contains($1.labels["app"]) && $1.node == "n1" }),
            ("!app", "", { $1.labels["app"] == nil }),
        ]
        var watchers: [(watcher: Watcher, from: Revision, interest: Int)] = []
        var stopped: [(watcher: Watcher, from: Revision, interest: Int)] = []
        for _ in 0..<1500 {
            switch random.next() % 16 {
            case 0:
                let from = Revision(Int64.random(in: 0...world.revision.rawValue, using: &random))
                let interest = Int(random.next() % UInt64(interests.count))
                let selectors = interests[interest]
                let watcher = try #require(
                    try world.watch(.after(from), labels: selectors.labels, fields: selectors.fields))
                watchers.append((watcher, from, interest))
            case 1, 2, 3:
                if let some = watchers.randomElement(using: &random) { some.watcher.pull(Int(random.next() % 60)) }
            case 4:
                if let some = watchers.randomElement(using: &random) { world.readAll(some.watcher) }
            case 5, 6, 7: world.hub.drain()
            case 8 where watchers.count > 8:
                let gone = watchers.remove(at: Int(random.next() % UInt64(watchers.count)))
                world.hub.close(try #require(gone.watcher.cursor), .cancelled)
                stopped.append(gone)
            case 9: try world.put(["p1", "p2", "p3"], node: pick(nodes()))
            case 10: try world.delete(pick(world.log.isEmpty ? ["p0"] : world.log.suffix(5).map(\.name)))
            default:
                let labels: StringMap<String> = random.next() % 3 == 0 ? [:] : ["app": pick(["a", "b", "c"])]
                try world.put("p\(random.next() % 8)", node: pick(nodes()), labels: labels)
            }
            #expect(world.figures.logBytes <= 400 * interests.count)
        }
        world.hub.drain()
        for (watcher, from, interest) in watchers {
            #expect(world.readAll(watcher, window: 64) == .blocked)
            let expected = world.log.filter { $0.revision > from }.compactMap { $0.line(interests[interest].matches) }
            #expect(
                watcher.events == expected, "seed \(seed), \(interests[interest].labels) \(interests[interest].fields)")
        }
        for (watcher, from, interest) in stopped {
            let told = watcher.bytes.last == UInt8(ascii: "\n") ? watcher.events : Array(watcher.events.dropLast())
            let expected = world.log.filter { $0.revision > from }.compactMap { $0.line(interests[interest].matches) }
            #expect(told == Array(expected.prefix(told.count)), "seed \(seed)")
        }
        #expect(watchers.count > 8 && !stopped.isEmpty)
    }

    /// Its last event is older than all of history, but nothing has happened since that it was not told.
    @Test func aQuietWatcherThatStallsKeepsItsPlace() throws {
        var limits = WatchCacheLimits()
        limits.historyEvents = 20
        limits.groupLogBytes = 16
        let world = CacheWorld(limits)
        try world.put("mine", node: "n1")
        let watcher = try #require(try world.watch(.after(.zero), fields: "spec.nodeName=n1"))
        world.readAll(watcher)
        for step in 0..<100 { try world.put("other\(step)", node: "n2") }
        // Two at once, of which the log holds one.
        try world.put("mine", node: "n1")
        try world.put("mine", node: "n1")
        world.hub.drain()
        #expect(world.readAll(watcher) == .blocked)
        #expect(watcher.events == ["+mine@1", "*mine@102", "*mine@103"])
    }

    @Test func whoFallsOutOfHistoryIsToldSoAndNobodyElse() throws {
        var limits = WatchCacheLimits()
        limits.historyEvents = 20
        limits.groupLogBytes = 16
        let world = CacheWorld(limits)
        let stalled = try #require(try world.watch(.after(.zero)))
        let quick = try #require(try world.watch(.after(.zero)))
        for step in 0..<30 {
            try world.put("p\(step)")
            world.hub.drain()
            #expect(world.readAll(quick) == .blocked)
        }
        #expect(world.readAll(stalled) == .expired)
        #expect(quick.events.count == 30)
    }

    /// All groups of a loop share a limit: two hundred stalled watchers with an interest each hold no more.
    @Test func stalledWatchersOfManyGroupsHoldABoundedLog() throws {
        var limits = WatchCacheLimits()
        limits.loopLogBytes = 20_000
        let world = CacheWorld(limits)
        var watchers: [Watcher] = []
        for node in 0..<200 {
            watchers.append(try #require(try world.watch(.after(.zero), fields: "spec.nodeName=n\(node)")))
        }
        for step in 0..<4000 {
            try world.put("p\(step)", node: "n\(step % 200)")
            world.hub.drain()
        }
        // The newest frame of each group may stay.
        #expect(world.figures.logBytes <= 20_000 + 200 * 12)
        for (node, watcher) in watchers.enumerated() {
            #expect(world.readAll(watcher) == .blocked)
            let expected = world.log.compactMap { $0.line { $1.node == "n\(node)" } }
            #expect(watcher.events == expected)
        }
    }

    @Test func aLoopThatSleepsKeepsNothingWaitingBeyondItsLimit() throws {
        var limits = WatchCacheLimits()
        limits.inboxBytes = 1000
        let world = CacheWorld(limits)
        let waiting = try #require(try world.watch(.after(.zero)))
        #expect(world.readAll(waiting) == .blocked)
        for step in 0..<500 { try world.put("p\(step)") }
        let late = try #require(try world.watch(.after(Revision(250))))
        world.hub.drain()
        #expect(waiting.wakes > 0)
        #expect(world.figures.logBytes <= 1000)
        #expect(world.readAll(waiting) == .blocked)
        #expect(world.readAll(late) == .blocked)
        #expect(waiting.events == world.log.compactMap { $0.line { _, _ in true } })
        #expect(late.events == waiting.events.suffix(250))
    }

    @Test func aQuietWatcherKeepsItsPlaceWhenItsLoopSleeps() throws {
        var limits = WatchCacheLimits()
        limits.inboxBytes = 300
        limits.historyEvents = 100
        let world = CacheWorld(limits)
        try world.put("mine", node: "n1")
        let quiet = try #require(try world.watch(.after(.zero), fields: "spec.nodeName=n1"))
        let busy = try #require(try world.watch(.after(.zero), fields: "spec.nodeName=n2"))
        for _ in 0..<200 {
            try world.put("other", node: "n2")
            world.hub.drain()
            world.readAll(quiet)
            world.readAll(busy)
        }
        world.hub.settle(delivered: world.revision)
        for _ in 0..<50 { try world.put("other", node: "n2") }
        world.hub.drain()
        #expect(world.readAll(quiet) == .blocked)
        #expect(world.readAll(busy) == .blocked)
        try world.put("mine", node: "n1")
        world.hub.drain()
        #expect(world.readAll(quiet) == .blocked)
        #expect(quiet.events == ["+mine@1", "*mine@252"])
        #expect(busy.events.count == 250)
    }

    /// A reader that stalls in its list holds old objects only as long as history does.
    @Test func aStalledListIsLetGoWhenHistoryHasPassedIt() throws {
        var limits = WatchCacheLimits()
        limits.historyEvents = 10
        limits.frameBytes = 0
        let world = CacheWorld(limits)
        for name in ["a", "b", "c"] { try world.put(name) }
        let stalled = try #require(try world.watch(.current))
        let done = try #require(try world.watch(.current))
        stalled.pull(4)
        world.readAll(done)
        weak let old = world.cache.find(namespace: "n", name: "c")
        #expect(old != nil)
        for _ in 0..<8 { try world.put("c") }
        world.hub.drain()
        world.readAll(done)
        world.hub.settle(delivered: world.revision)
        #expect(old != nil)
        for _ in 0..<8 { try world.put("c") }
        world.hub.drain()
        world.readAll(done)
        let wakes = stalled.wakes
        world.hub.settle(delivered: world.revision)
        #expect(old == nil)
        #expect(stalled.wakes > wakes)
        #expect(world.readAll(stalled) == .expired)
        // The event that it was in the middle of is told whole.
        #expect(stalled.events == ["+a@1"])
        #expect(world.readAll(done) == .blocked)
        #expect(done.events.count == 3 + 16)
    }

    /// A selector that no index answers has to look at everything: the loop serves others in between.
    @Test func aLongSearchGivesWay() throws {
        let world = CacheWorld()
        for step in 0..<10_000 { try world.put("p\(step % 50)", labels: step == 9_999 ? ["on": "1"] : [:]) }
        let watcher = try #require(try world.watch(.after(.zero), labels: "on"))
        var turns = 0
        while watcher.pull() == .blocked, watcher.events.isEmpty, turns < 100 {
            turns += 1
            let wakes = watcher.wakes
            world.hub.drain()
            #expect(watcher.wakes == wakes + 1)
        }
        #expect(turns == 2)
        #expect(watcher.events == ["+p49@10000"])
        let list = try #require(try world.watch(.current, labels: "on=2"))
        #expect(world.readAll(list) == .blocked)
        #expect(list.events == [])
    }

    @Test func aListOfOneNamedObjectLooksAtNoOther() throws {
        let world = CacheWorld()
        for step in 0..<5000 { try world.put("p\(step)") }
        for (name, events) in [("p77", ["+p77@78"]), ("p", []), ("q", []), ("a", [])] {
            let watcher = try #require(
                try world.watch(.current, fields: "metadata.name=\(name),metadata.namespace=n"))
            // It has nothing to pause for.
            #expect(watcher.pull() == .blocked)
            #expect(watcher.wakes == 0)
            #expect(watcher.events == events)
            world.hub.drain()
            #expect(watcher.wakes == 0)
        }
    }

    /// A hundred watchers of one interest that resume together are told bytes that were made once.
    @Test func aCrowdThatResumesSharesWhatIsEncoded() throws {
        let world = CacheWorld()
        for step in 0..<300 { try world.put("p\(step % 20)") }
        for name in 0..<20 { try world.put("p\(name)") }
        let made = Made()
        let format = FrameFormat(
            id: 7,
            encode: { change, object, revision in
                made.count += 1
                return Array("\(object.name)\n".utf8)
            }, bookmark: { _, _ in [] })
        let interest = Interest(namespace: "", labels: .everything, fields: .everything, in: CacheWorld.resource)
        for beginning in [WatchHub.Beginning.after(.zero), .current] {
            made.count = 0
            var watchers: [Watcher] = []
            for _ in 0..<100 {
                let watcher = Watcher()
                let cursor = try #require(
                    world.hub.open(
                        world.cache, interest: interest, format: format, bookmarks: false, from: beginning,
                        reader: watcher.reader))
                watcher.adopt(cursor)
                watchers.append(watcher)
            }
            var isMore = true
            while isMore {
                isMore = false
                for watcher in watchers where watcher.pull(64) == .more { isMore = true }
            }
            let events = if case .current = beginning { 20 } else { 320 }
            #expect(watchers.allSatisfy { $0.events.count == events })
            #expect(made.count == events)
            for watcher in watchers { world.hub.close(try #require(watcher.cursor), .cancelled) }
        }
    }

    /// Counts on one thread.
    private final class Made: @unchecked Sendable {
        var count = 0
    }

    @Test func nothingStaysOfGroupsThatAllHaveLeft() throws {
        let world = CacheWorld()
        var watchers: [Watcher] = []
        for step in 0..<500 {
            let long = String(repeating: "x", count: 50)
            watchers.append(
                try #require(try world.watch(.after(.zero), labels: "a\(step)=\(long),b!=\(long)", fields: "")))
        }
        #expect(world.cache.statistics.groups == 500)
        weak let group = watchers[0].cursor?.owner
        #expect(group != nil)
        for watcher in watchers { world.hub.close(try #require(watcher.cursor), .cancelled) }
        watchers = []
        #expect(world.cache.statistics.groups == 0)
        let figures = world.figures
        #expect((figures.watches, figures.groups, figures.logBytes) == (0, 0, 0))
        #expect(group == nil)
    }
}
