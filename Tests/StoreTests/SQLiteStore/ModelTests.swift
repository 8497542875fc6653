import Testing
import TestSupport

@testable import Store

/// What the store should be: every moment of it kept whole.
private struct Model {
    /// The state after each revision, from revision 1 on.
    var states: [[Key: KeyValue]] = [[:]]
    /// What each revision did, from revision 1 on.
    var events: [[Event]] = [[]]
    var compacted = Revision.zero
    var leases: Set<LeaseID> = []

    var revision: Revision { Revision(Int64(states.count)) }

    func state(_ revision: Revision) -> [Key: KeyValue] { states[Int(revision.rawValue) - 1] }
    var now: [Key: KeyValue] { states[states.count - 1] }

    static func sorted(_ state: [Key: KeyValue], _ range: KeyRange) -> [KeyValue] {
        state.values.filter { range.contains($0.key) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    func holds(_ condition: Condition) -> Bool {
        let item = now[condition.key]
        return switch condition.equals {
        case .modRevision(let revision): (item?.modRevision ?? .zero) == revision
        case .createRevision(let revision): (item?.createRevision ?? .zero) == revision
        case .version(let version): (item?.version ?? 0) == version
        case .value(let value): item.map { $0.value == value } ?? false
        }
    }

    /// - Returns: whether the conditions held and what each operation found; nil when it must be refused.
    mutating func apply(_ transaction: Transaction) -> (succeeded: Bool, found: [[KeyValue]])? {
        let succeeded = transaction.conditions.allSatisfy(holds)
        var state = now
        var written: [Event] = []
        var found: [[KeyValue]] = []
        let next = revision.next
        for operation in succeeded ? transaction.then : transaction.otherwise {
            switch operation {
            case .put(let key, let value, let lease):
                if lease != .none, !leases.contains(lease) { return nil }
                if written.contains(where: { $0.current.key == key }) { return nil }
                let before = state[key]
                let item = KeyValue(
                    key: key, value: value, createRevision: before?.createRevision ?? next, modRevision: next,
                    version: (before?.version ?? 0) + 1, lease: lease)
                state[key] = item
                written.append(Event(kind: .put, current: item, previous: before))
                found.append(before.map { [$0] } ?? [])
            case .delete(let range):
                let gone = Model.sorted(state, range)
                for item in gone {
                    if item.modRevision == next { return nil }
                    state[item.key] = nil
                    written.append(Model.deletion(item, next))
                }
                found.append(gone)
            case .read(let range, let limit):
                let all = Model.sorted(state, range)
                found.append(limit > 0 ? Array(all.prefix(limit)) : all)
            }
        }
        add(state, written)
        return (succeeded, found)
    }

    mutating func revoke(_ lease: LeaseID) {
        leases.remove(lease)
        var state = now
        let gone = Model.sorted(state, everything).filter { $0.lease == lease }
        for item in gone { state[item.key] = nil }
        add(state, gone.map { Model.deletion($0, revision.next) })
    }

    private mutating func add(_ state: [Key: KeyValue], _ written: [Event]) {
        guard !written.isEmpty else { return }
        states.append(state)
        events.append(written)
    }

    private static func deletion(_ item: KeyValue, _ revision: Revision) -> Event {
        Event(
            kind: .delete,
            current: KeyValue(key: item.key, value: [], createRevision: .zero, modRevision: revision, version: 0),
            previous: item)
    }
}

@Suite("The store is what a simple model of it is") struct ModelTests {
    private static let names = ["a", "a/1", "a/2", "b", "b/1", "b/2", "c", "d"]

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func anyHistoryReadsWatchesAndReopensAsTheModelSays(seed: UInt64) async throws {
        let folder = TemporaryFolder()
        // Leases end when they are revoked, however slow the machine.
        let options = SQLiteStore.Options(compactionInterval: nil, clock: ManualClock().clock)
        var random = SeededGenerator(seed: seed)
        var model = Model()
        var store = try SQLiteStore(folder: folder.store, options: options, feedRevisions: 5)
        var live: [(start: Revision, range: KeyRange, sink: RecordingSink)] = []
        for step in 0..<400 {
            let context: Comment = "seed \(seed) step \(step)"
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<60: try await commit(store, &model, &random, context)
            case 60..<75: try await read(store, model, &random, context)
            case 75..<82:
                let start = Revision(Int64.random(in: 0...model.revision.rawValue + 1, using: &random))
                let range = Self.range(&random)
                let sink = RecordingSink()
                if model.compacted > .zero, start <= model.compacted {
                    let error = await refusal { try store.watch(range, from: start, sink: sink) }
                    #expect(error?.code == .compacted(compactedTo: model.compacted), context)
                } else {
                    _ = try store.watch(range, from: start, sink: sink)
                    live.append((start, range, sink))
                }
            case 82..<87:
                try await self.check(live, model, context)
                live = []
                guard model.revision > model.compacted else { continue }
                let range = model.compacted.next.rawValue...model.revision.rawValue
                model.compacted = Revision(Int64.random(in: range, using: &random))
                try await store.compact(to: model.compacted)
            case 87..<92:
                model.leases.insert(try await store.grantLease(seconds: 60))
            case 92..<96:
                guard let lease = model.leases.sorted(by: { $0.rawValue < $1.rawValue }).randomElement(using: &random)
                else { continue }
                try await store.revoke(lease)
                model.revoke(lease)
            default:
                try await check(live, model, context)
                live = []
                await store.close()
                store = try SQLiteStore(folder: folder.store, options: options, feedRevisions: 5)
            }
            #expect(store.revision == model.revision, context)
            #expect(store.compactedRevision == model.compacted, context)
        }
        try await check(live, model, "seed \(seed)")
        await store.close()
    }

    private func commit(
        _ store: SQLiteStore, _ model: inout Model, _ random: inout SeededGenerator, _ context: Comment
    ) async throws {
        let transaction = Self.transaction(model, &random)
        let expected = model.apply(transaction)
        do {
            let result = try await store.commit(transaction)
            #expect(result.succeeded == expected?.succeeded, context)
            #expect(result.revision == model.revision, context)
            let found = result.results.map { result -> [KeyValue] in
                switch result {
                case .put(let previous): previous.map { [$0] } ?? []
                case .delete(let gone): gone
                case .read(let read): read.items
                }
            }
            #expect(found == expected?.found, context)
        } catch {
            #expect(expected == nil, context)
            #expect([.invalidRequest, .unknownLease].contains(error.code), context)
        }
    }

    private func read(
        _ store: SQLiteStore, _ model: Model, _ random: inout SeededGenerator, _ context: Comment
    ) async throws {
        let range = Self.range(&random)
        let limit = Int.random(in: 0...4, using: &random)
        let revision = Revision(Int64.random(in: 1...model.revision.rawValue, using: &random))
        if revision < model.compacted {
            let error = await refusal { try await store.read(range, at: revision, limit: limit) }
            #expect(error?.code == .compacted(compactedTo: model.compacted), context)
            return
        }
        let all = Model.sorted(model.state(revision), range)
        let result = try await store.read(range, at: revision, limit: limit)
        #expect(result.items == (limit > 0 ? Array(all.prefix(limit)) : all), context)
        #expect(result.count == all.count, context)
        #expect(result.more == (limit > 0 && all.count > limit), context)
        #expect(result.revision == model.revision, context)
        let now = try await store.read(range, at: nil, limit: 0)
        #expect(now.items == Model.sorted(model.now, range), context)
    }

    private func check(
        _ live: [(start: Revision, range: KeyRange, sink: RecordingSink)], _ model: Model, _ context: Comment
    ) async throws {
        for (start, range, sink) in live where start <= model.revision {
            let events = await sink.events(upTo: model.revision)
            let expected = model.events.dropFirst(max(0, Int(start.rawValue) - 1)).flatMap { $0 }
                .filter { range.contains($0.current.key) }
            #expect(events.map(\.current) == expected.map(\.current), context)
            #expect(events.map { $0.kind == .put } == expected.map { $0.kind == .put }, context)
            for (event, wanted) in zip(events, expected) {
                // A version that has been compacted may be missing, never another one.
                let mayBeGone = wanted.previous.map { $0.modRevision <= model.compacted } ?? true
                #expect(event.previous == wanted.previous || (event.previous == nil && mayBeGone), context)
            }
        }
    }

    private static func range(_ random: inout SeededGenerator) -> KeyRange {
        let name = bytes(names.randomElement(using: &random) ?? "a")
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: KeyRange(key: name)
        case 1: KeyRange(prefix: name)
        case 2: KeyRange(start: name, end: nil)
        default: everything
        }
    }

    private static func transaction(_ model: Model, _ random: inout SeededGenerator) -> Transaction {
        let conditions = (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let key = bytes(names.randomElement(using: &random) ?? "a")
            let item = model.now[key]
            // Mostly what is true, so that many hold.
            let isRight = Int.random(in: 0..<4, using: &random) > 0
            let target: Condition.Target =
                switch Int.random(in: 0..<4, using: &random) {
                case 0: .modRevision(isRight ? item?.modRevision ?? .zero : Revision(2))
                case 1: .createRevision(isRight ? item?.createRevision ?? .zero : Revision(2))
                case 2: .version(isRight ? item?.version ?? 0 : 1)
                default: .value(isRight ? item?.value ?? [] : [1])
                }
            return Condition(key: key, equals: target)
        }
        return Transaction(if: conditions, then: operations(model, &random), otherwise: operations(model, &random))
    }

    private static func operations(_ model: Model, _ random: inout SeededGenerator) -> [Operation] {
        (0..<Int.random(in: 0...3, using: &random)).map { _ in
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1: return .delete(range(&random))
            case 2: return .read(range(&random), limit: Int.random(in: 0...3, using: &random))
            default:
                let size = Int.random(in: 0..<10, using: &random) == 0 ? 20_000 : Int.random(in: 0...40, using: &random)
                let value = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
                let leases = model.leases.sorted { $0.rawValue < $1.rawValue } + [LeaseID(rawValue: 7)]
                let lease = Int.random(in: 0..<5, using: &random) == 0 ? leases.randomElement(using: &random) : nil
                return .put(
                    key: bytes(names.randomElement(using: &random) ?? "a"), value: value, lease: lease ?? .none)
            }
        }
    }
}
