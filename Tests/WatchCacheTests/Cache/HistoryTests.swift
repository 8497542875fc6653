import Objects
import Store
import Testing
import Wire

@testable import WatchCache

/// Random events of a few objects, and what a history without an index says of them.
private struct EventWorld {
    private var random: SplitMix
    private var live: [String: CachedObject] = [:]
    private(set) var all: [CacheEvent] = []
    private var revision: Int64 = 0

    static let resource = Fixture.resource
    static let namespaces = ["a", "b", "c"]
    static let apps = ["web", "db", "cache"]

    init(seed: UInt64) { random = SplitMix(seed) }

    /// The next event; now and then several of one revision.
    mutating func next() throws -> CacheEvent {
        if random.next() % 4 != 0 { revision += 1 }
        let namespace = pick(Self.namespaces)
        let name = "o\(random.next() % 12)"
        let id = "\(namespace)/\(name)"
        let event: CacheEvent
        if let before = live[id], random.next() % 5 == 0 {
            event = CacheEvent(
                object: CachedObject(copying: before, revision: Revision(revision)), previous: before,
                isDeletion: true)
            live[id] = nil
        } else {
            let object = try object(namespace, name)
            event = CacheEvent(object: object, previous: live[id], isDeletion: false)
            live[id] = object
        }
        all.append(event)
        return event
    }

    mutating func pick(_ from: [String]) -> String { from[Int(random.next() % UInt64(from.count))] }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func object(_ namespace: String, _ name: String) throws -> CachedObject {
        var object = Core.ConfigMap()
        object.metadata.name = name
        object.metadata.namespace = namespace
        var labels: StringMap<String> = [:]
        if random.next() % 3 != 0 { labels["app"] = pick(Self.apps) }
        if random.next() % 3 == 0 { labels["on"] = "yes" }
        object.metadata.labels = labels
        if random.next() % 2 == 0 { object.immutable = true }
        let value = Envelope.wrap(object.message)
        let envelope = try Envelope(reading: value)
        let entry = KeyValue(
            key: Self.resource.key(namespace: namespace, name: name), value: value, createRevision: Revision(revision),
            modRevision: Revision(revision), version: 1)
        let skim = try ObjectSkim(value, in: envelope.object, fields: Self.resource.selectableFields)
        return CachedObject(entry, value: value, object: envelope.object, revision: Revision(revision), skim: skim)
    }

    mutating func interest() throws -> Interest {
        let labels = ["", "", "app=web", "app in (db,cache)", "app,on=yes", "!on", "app=nothing"]
        let fields = ["", "", "metadata.name=o3", "immutable=true", "immutable!=true", "metadata.namespace=b"]
        return Interest(
            namespace: random.next() % 2 == 0 ? "" : pick(Self.namespaces),
            labels: try LabelSelector(parsing: pick(labels)),
            fields: try FieldSelector(
                parsing: pick(fields), allowed: ["metadata.name", "metadata.namespace", "immutable"]),
            in: Self.resource)
    }
}

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
        var random = SplitMix(11)
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
