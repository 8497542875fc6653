import Objects
import Store
import Wire
import TestSupport

@testable import WatchCache

/// Random events of a few objects, and interests in them.
struct EventWorld {
    private var random: SeededGenerator
    private var live: [String: CachedObject] = [:]
    private(set) var all: [CacheEvent] = []
    private var revision: Int64 = 0

    static let resource = Fixture.resource
    static let namespaces = ["a", "b", "c"]
    static let apps = ["web", "db", "cache"]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

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
