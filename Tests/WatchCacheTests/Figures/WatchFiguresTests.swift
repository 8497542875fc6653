import FrameLog
import Store
import Testing

@testable import WatchCache

/// What the figures say is what has happened, no more and no less.
struct WatchFiguresTests {
    @Test func eachEventIsADeliveryToEachWatcherThatItInterests() async throws {
        let world = try await Fixture()
        let all = try #require(try world.watch(.after(world.cache.revision)))
        let same = try #require(try world.watch(.after(world.cache.revision)))
        let other = try #require(try world.watch(.after(world.cache.revision), namespace: "other"))
        #expect((world.figures.watches, world.figures.groups, world.figures.opened) == (3, 2, 3))
        #expect(world.figures.resumedFromLog == 3)
        for _ in 0..<5 { try await world.put("a") }
        try await world.put("b", namespace: "other")
        world.hub.drain()
        // Two logs: six events and one.
        #expect(world.figures.logBytes > 0)
        for watcher in [all, same, other] { #expect(watcher.pull() == .blocked) }
        let figures = world.figures
        #expect(figures.deliveries == all.events.count + same.events.count + other.events.count)
        #expect(figures.deliveries == 6 + 6 + 1)
        #expect((figures.initialEvents, figures.bookmarks, figures.stalls, figures.logBytes) == (0, 0, 0, 0))
        await world.close()
    }

    @Test func whatWasBeforeTheWatchIsNoDelivery() async throws {
        let world = try await Fixture()
        let start = world.cache.revision
        for name in ["a", "b", "c"] { try await world.put(name) }
        let fresh = try #require(try world.watch(.current, bookmarks: true, initialEnd: true))
        let resumed = try #require(try world.watch(.after(start)))
        let newest = try #require(try world.watch(.after(world.cache.revision)))
        for watcher in [fresh, resumed, newest] { watcher.pull() }
        var figures = world.figures
        #expect((figures.opened, figures.resumedFromHistory, figures.resumedFromLog) == (3, 1, 1))
        #expect((figures.initialEvents, figures.bookmarks, figures.deliveries) == (6, 1, 0))
        try await world.put("d")
        world.hub.bookmark(delivered: world.cache.revision)
        for watcher in [fresh, resumed, newest] { watcher.pull() }
        figures = world.figures
        #expect((figures.initialEvents, figures.bookmarks, figures.deliveries) == (6, 2, 3))
        await world.close()
    }

    @Test func whoFallsOutOfTheLogHasStalledOnceAndIsStillDelivered() async throws {
        var limits = WatchCacheLimits()
        limits.groupLogBytes = 16
        let world = try await Fixture(limits)
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        #expect(watcher.pull() == .blocked)
        for _ in 0..<20 {
            try await world.put("a")
            world.hub.drain()
        }
        #expect(watcher.pull() == .blocked)
        #expect(watcher.events.count == 20)
        let figures = world.figures
        #expect((figures.stalls, figures.deliveries, figures.initialEvents) == (1, 20, 0))
        await world.close()
    }

    @Test func whatIsOpenIsWhatWasOpenedAndHasNotEnded() async throws {
        var limits = WatchCacheLimits()
        limits.historyEvents = 2
        let world = try await Fixture(limits)
        let start = world.cache.revision
        for _ in 0..<4 { try await world.put("a") }
        #expect(try world.watch(.after(start)) == nil)
        #expect((world.figures.refused, world.figures.opened) == (1, 0))
        var watchers: [Watcher] = []
        for _ in WatchEnd.allCases { watchers.append(try #require(try world.watch(.current))) }
        let left = try #require(try world.watch(.current))
        for (watcher, end) in zip(watchers, WatchEnd.allCases) {
            world.hub.close(try #require(watcher.cursor), end)
            // Twice is once.
            world.hub.close(try #require(watcher.cursor), end)
        }
        let figures = world.figures
        #expect(figures.closed == WatchEnd.allCases.map { _ in 1 })
        #expect(figures.opened - figures.closed.reduce(0, +) == figures.watches)
        #expect(figures.watches == 1)
        #expect(left.pull() == .blocked)
        await world.close()
    }

    @Test func noDeliveryIsLaterThanTheWholeTestTook() async throws {
        let began = DeliveryClock.monotonicNanoseconds()
        let world = try await Fixture()
        let watcher = try #require(try world.watch(.after(world.cache.revision)))
        for _ in 0..<50 {
            try await world.put("a")
            world.hub.drain()
            watcher.pull()
        }
        let took = Int(DeliveryClock.monotonicNanoseconds() - began)
        let figures = world.figures
        #expect(figures.deliveries == 50)
        // Each was under way for some time, and no two at once.
        #expect(figures.delayNanoseconds > 0)
        #expect(figures.delayNanoseconds < took)
        await world.close()
    }
}

struct WatchTallyTests {
    @Test func aReasonToEndHasAPlaceInTheTally() {
        #expect(WatchTally().closed.count == WatchEnd.allCases.count)
    }
}
