import Objects
import Store
import Testing
import TestSupport

@testable import WatchCache

struct HistoryTests {
    /// What a watcher with that interest reads from `start` to `end`, a piece at a time; nil when some of it is gone.
    private func read(_ history: History, from start: Int, upTo end: Int, _ interest: Interest, _ limit: Int)
        -> (events: [CacheEvent], looked: Int)?
    {
        var next = start
        var found: [CacheEvent] = []
        var looked = 0
        while next < end {
            guard let piece = history.read(from: next, upTo: end, requirements: interest.places, limit: limit),
                piece.end > next
            else { return nil }
            looked += piece.events.count
            found += piece.events.map(\.event).filter { $0.change(for: interest) != nil }
            next = piece.end
        }
        return (found, looked)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func aResumeFindsWhatAWalkThroughAllEventsFinds(_ seed: UInt64) throws {
        var world = EventWorld(seed: seed)
        var limits = WatchCacheLimits()
        limits.historyEvents = 300
        var history = History(completeAfter: .zero, limits: limits)
        var dropped: [CacheEvent] = []
        for _ in 0..<40 {
            for _ in 0..<world.number(1...60) { history.append(try world.next(), dropping: &dropped) }
            for _ in 0..<10 {
                let interest = try world.interest()
                let newest = world.all.last?.revision.rawValue ?? 0
                let from = Revision(Int64(world.number(max(0, Int(newest) - 320)...Int(newest))))
                guard let start = history.position(after: from) else {
                    #expect(from < history.completeAfter)
                    continue
                }
                let found = try #require(read(history, from: start, upTo: history.end, interest, world.number(1...70)))
                let expected = world.all.filter { $0.revision > from && $0.change(for: interest) != nil }
                #expect(found.events.map(ObjectIdentifier.init) == expected.map(ObjectIdentifier.init), "seed \(seed)")
            }
        }
        #expect(history.count == 300)
        #expect(dropped.count == world.all.count - 300)
    }

    @Test func aSelectiveResumeLooksAtWhatInterestsItAlone() throws {
        var world = EventWorld(seed: 7)
        var history = History(completeAfter: .zero, limits: WatchCacheLimits())
        var dropped: [CacheEvent] = []
        for _ in 0..<5000 { history.append(try world.next(), dropping: &dropped) }
        let interest = Interest(
            namespace: "a", labels: .everything,
            fields: try FieldSelector(parsing: "metadata.name=o3", allowed: ["metadata.name"]), in: Fixture.resource)
        let named = world.all.filter { $0.object.name == "o3" }.count
        let found = try #require(read(history, from: 0, upTo: history.end, interest, 64))
        #expect(found.looked == named)
        #expect(found.events.count == world.all.filter { $0.object.name == "o3" && $0.object.namespace == "a" }.count)
    }

    @Test func aReaderWhosePlaceIsGoneIsToldSo() throws {
        var world = EventWorld(seed: 3)
        var limits = WatchCacheLimits()
        limits.historyEvents = 10
        var history = History(completeAfter: .zero, limits: limits)
        var dropped: [CacheEvent] = []
        for _ in 0..<11 { history.append(try world.next(), dropping: &dropped) }
        #expect(history.read(from: 0, upTo: 11, requirements: [], limit: 64) == nil)
        #expect(history.read(from: 1, upTo: 11, requirements: [], limit: 64)?.events.count == 10)
        #expect(history.position(after: .zero) == nil)
        #expect(history.completeAfter == dropped.last?.revision)
    }

    /// Bytes are counted and given back alike, and an object that stays current costs history nothing.
    @Test func bytesAreThoseOfReplacedObjects() throws {
        var world = EventWorld(seed: 5)
        var limits = WatchCacheLimits()
        limits.historyBytes = 40_000
        var history = History(completeAfter: .zero, limits: limits)
        var kept: [CacheEvent] = []
        for _ in 0..<2000 {
            let event = try world.next()
            kept.append(event)
            var dropped: [CacheEvent] = []
            history.append(event, dropping: &dropped)
            kept.removeFirst(dropped.count)
            #expect(history.bytes == kept.reduce(0) { $0 + $1.bytes })
            #expect(history.bytes <= 40_000)
        }
        var dropped: [CacheEvent] = []
        history.trim(to: 10_000, dropping: &dropped)
        #expect(history.bytes <= 10_000 && history.bytes > 5_000)
        history.trim(to: 0, dropping: &dropped)
        #expect(history.count == 1)
    }
}

struct PostingsTests {
    private let place = IndexPlace(.name("x"))

    /// Sequence numbers are kept in 32 bits: those around a multiple of 2^32 are told apart all the same.
    @Test func numbersMayPassThirtyTwoBits() {
        var postings = Postings()
        let first = (1 << 32) - 50
        for step in 0..<100 { postings.add(first + step, at: [place]) }
        #expect(postings.count(at: [place], from: first + 40, upTo: first + 70) == 30)
        #expect(
            postings.sequences(at: [place], from: first + 45, upTo: first + 100, limit: 10)
                == Array(first + 45..<first + 55))
        for step in 0..<90 { postings.drop(first + step, at: [place]) }
        #expect(postings.count(at: [place], from: first + 90, upTo: first + 100) == 10)
    }

    @Test func nothingStaysOfWhatIsDropped() {
        var postings = Postings()
        var random = SeededGenerator(seed: 11)
        var events: [[IndexPlace]] = []
        for sequence in 0..<3000 {
            let places = (0..<3).map { _ in IndexPlace(.label("k", "\(random.next() % 200)")) }
            events.append(places)
            postings.add(sequence, at: places)
        }
        #expect(postings.count == 200)
        for (sequence, places) in events.enumerated() { postings.drop(sequence, at: places) }
        #expect(postings.count == 0)
    }

    @Test func anEventWithTwoOfTheValuesIsFoundOnce() {
        var postings = Postings()
        let other = IndexPlace(.name("y"))
        postings.add(0, at: [place, other])
        postings.add(1, at: [other])
        postings.add(2, at: [place])
        #expect(postings.sequences(at: [place, other], from: 0, upTo: 3, limit: 64) == [0, 1, 2])
        #expect(postings.sequences(at: [place, other], from: 0, upTo: 3, limit: 2) == [0, 1])
    }
}
