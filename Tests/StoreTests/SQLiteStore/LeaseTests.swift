import Testing
import TestSupport

@testable import Store

@Suite("A lease's keys end with it") struct LeaseTests {
    /// Waits for the deletion that a lease's end is.
    private func events(_ store: SQLiteStore, from start: Revision, upTo end: Revision) async throws -> [Event] {
        let sink = RecordingSink()
        let token = try store.watch(everything, from: start, sink: sink)
        defer { store.cancel(token) }
        return await sink.events(upTo: end)
    }

    @Test func keysAreDeletedAsOneRevisionWhenTheTimeIsOver() async throws {
        let clock = ManualClock()
        try await withStore(.init(compactionInterval: nil, clock: clock.clock)) { store in
            let lease = try await store.grantLease(seconds: 10)
            try await store.put("a", "1", lease: lease)
            try await store.put("b", "2", lease: lease)
            try await store.put("c", "3")
            #expect(try await store.get("a")?.lease == lease)
            clock.advance(seconds: 9, store)
            try await store.put("c", "4")
            #expect(try await store.contents() == ["a=1", "b=2", "c=4"])
            clock.advance(seconds: 1, store)
            let ended = try await events(store, from: Revision(6), upTo: Revision(6))
            #expect(ended.map { text($0.current.key) } == ["a", "b"])
            #expect(ended.allSatisfy { $0.kind == .delete && $0.previous?.lease == lease })
            #expect(try await store.contents() == ["c=4"])
            #expect(await refusal { try await store.keepAlive(lease) }?.code == .unknownLease)
        }
    }

    @Test func aKeepAliveGivesTheWholeTimeAgain() async throws {
        let clock = ManualClock()
        try await withStore(.init(compactionInterval: nil, clock: clock.clock)) { store in
            let lease = try await store.grantLease(seconds: 10)
            try await store.put("a", "1", lease: lease)
            for _ in 0..<5 {
                clock.advance(seconds: 9, store)
                try await store.keepAlive(lease)
            }
            #expect(try await store.contents() == ["a=1"])
            clock.advance(seconds: 10, store)
            let ended = try await events(store, from: Revision(3), upTo: Revision(3))
            #expect(ended.count == 1)
        }
    }

    @Test func revokingDeletesTheKeysAtOnce() async throws {
        try await withStore { store in
            let lease = try await store.grantLease(seconds: 3600)
            try await store.put("a", "1", lease: lease)
            try await store.put("b", "1", lease: lease)
            try await store.put("b", "2")
            try await store.revoke(lease)
            #expect(try await store.contents() == ["b=2"])
            #expect(store.revision == Revision(5))
            #expect(await refusal { try await store.revoke(lease) }?.code == .unknownLease)
            let error = await refusal { try await store.put("c", "", lease: lease) }
            #expect(error?.code == .unknownLease)
            #expect(store.statistics.leases == 0)
        }
    }

    @Test func afterARestartALeaseHasItsWholeTimeAgain() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        let options = SQLiteStore.Options(compactionInterval: nil, clock: clock.clock)
        let before = try SQLiteStore(folder: folder.store, options: options)
        let lease = try await before.grantLease(seconds: 10)
        try await before.put("a", "1", lease: lease)
        clock.advance(seconds: 9, before)
        await before.close()
        let store = try SQLiteStore(folder: folder.store, options: options)
        #expect(store.statistics.leases == 1)
        clock.advance(seconds: 9, store)
        try await store.put("b", "2")
        #expect(try await store.contents() == ["a=1", "b=2"])
        clock.advance(seconds: 1, store)
        let ended = try await events(store, from: Revision(4), upTo: Revision(4))
        #expect(ended.map { text($0.current.key) } == ["a"])
        await store.close()
    }

    @Test func timesOutsideTheLimitsAreRefused() async throws {
        try await withStore { store in
            for seconds in [0, -1, Int64.max] {
                #expect(await refusal { try await store.grantLease(seconds: seconds) }?.code == .invalidRequest)
            }
        }
    }
}

@Suite("A lease table tells each end once, in time") struct LeaseTableTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func endsAreThoseOfAModel(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = LeaseTable()
        var model: [LeaseID: (seconds: Int64, deadline: Int64)] = [:]
        var now: Int64 = 0
        for step in 1...500 {
            now += Int64.random(in: 0...2000, using: &random)
            let known = model.keys.sorted { $0.rawValue < $1.rawValue }.randomElement(using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0, 1:
                let (lease, seconds) = (LeaseID(rawValue: Int64(step)), Int64.random(in: 1...30, using: &random))
                table.grant(lease, seconds: seconds, now: now)
                model[lease] = (seconds, now + seconds * 1000)
            case 2:
                guard let known, let seconds = model[known]?.seconds else { continue }
                let kept = table.keepAlive(known, now: now)
                #expect(kept)
                model[known] = (seconds, now + seconds * 1000)
            case 3:
                if let known {
                    table.remove(known)
                    model[known] = nil
                }
            default:
                let ended = table.takeEnded(now: now, limit: .max)
                #expect(Set(ended) == Set(model.filter { $0.value.deadline <= now }.keys), "seed \(seed)")
                #expect(Set(ended).count == ended.count)
                for lease in ended {
                    table.remove(lease)
                    model[lease] = nil
                }
            }
            #expect(table.count == model.count)
            if let next = model.values.map(\.deadline).min() { #expect((table.nextDeadline ?? .max) <= next) }
        }
    }
}
