import Synchronization
import Testing

@testable import Store

@Suite("A transaction happens whole, once, as one revision") struct TransactionTests {
    @Test func anEmptyStoreStandsAtRevisionOne() async throws {
        try await withStore { store in
            #expect(store.revision == Revision(1))
            #expect(store.compactedRevision == .zero)
            let read = try await store.read(everything, at: nil, limit: 0)
            #expect(read.revision == Revision(1))
            #expect(read.items.isEmpty)
        }
    }

    @Test func everyWriteRaisesTheRevisionByOneAndCountsTheKeysVersions() async throws {
        try await withStore { store in
            #expect(try await store.put("a", "1") == Revision(2))
            #expect(try await store.put("a", "2") == Revision(3))
            #expect(
                try await store.get("a")
                    == KeyValue(
                        key: bytes("a"), value: bytes("2"), createRevision: Revision(2), modRevision: Revision(3),
                        version: 2))
            try await store.delete("a")
            #expect(try await store.get("a") == nil)
            try await store.put("a", "3")
            let again = try #require(try await store.get("a"))
            #expect(again.createRevision == Revision(5))
            #expect(again.version == 1)
            #expect(store.revision == Revision(5))
        }
    }

    @Test func allKeysOfATransactionCarryItsRevision() async throws {
        try await withStore { store in
            let result = try await store.commit(
                Transaction(then: [.put(key: bytes("a"), value: [1]), .put(key: bytes("b"), value: [2])]))
            let items = try await store.read(everything, at: nil, limit: 0).items
            #expect(items.map(\.modRevision) == [result.revision, result.revision])
            #expect(store.revision == Revision(2))
        }
    }

    @Test func compareAndSetWritesOnlyOnTheRevisionThatWasRead() async throws {
        try await withStore { store in
            let first = try await store.put("a", "1")
            try await store.put("a", "2")
            let stale = try await store.commit(
                Transaction(
                    if: [Condition(key: bytes("a"), equals: .modRevision(first))],
                    then: [.put(key: bytes("a"), value: bytes("lost"))], otherwise: [.read(KeyRange(key: bytes("a")))]))
            #expect(!stale.succeeded)
            guard case .read(let found)? = stale.results.first else {
                Issue.record("no read result")
                return
            }
            #expect(found.items.map { text($0.value) } == ["2"])
            #expect(stale.revision == Revision(3))
            #expect(try await store.contents() == ["a=2"])
        }
    }

    @Test(arguments: [
        (Condition.Target.modRevision(Revision(3)), true), (.modRevision(.zero), false),
        (.createRevision(Revision(2)), true), (.createRevision(Revision(3)), false), (.version(2), true),
        (.version(1), false), (.value(Array("two".utf8)), true), (.value([]), false),
    ])
    func conditionsCompare(target: Condition.Target, holds: Bool) async throws {
        try await withStore { store in
            try await store.put("a", "one")
            try await store.put("a", "two")
            let result = try await store.commit(Transaction(if: [Condition(key: bytes("a"), equals: target)], then: []))
            #expect(result.succeeded == holds)
        }
    }

    @Test(arguments: [Condition.Target.modRevision(.zero), .createRevision(.zero), .version(0)])
    func anAbsentKeyCountsAsZero(target: Condition.Target) async throws {
        try await withStore { store in
            let create = Transaction(
                if: [Condition(key: bytes("a"), equals: target)], then: [.put(key: bytes("a"), value: [1])])
            #expect(try await store.commit(create).succeeded)
            #expect(try await !store.commit(create).succeeded)
            try await store.delete("a")
            #expect(try await store.commit(create).succeeded)
        }
    }

    @Test func readsWithinATransactionSeeTheWritesBeforeThem() async throws {
        try await withStore { store in
            try await store.put("a", "old")
            let result = try await store.commit(
                Transaction(then: [
                    .read(everything), .put(key: bytes("b"), value: bytes("new")), .delete(KeyRange(key: bytes("a"))),
                    .read(everything),
                ]))
            let reads = result.results.compactMap { result -> [String]? in
                guard case .read(let read) = result else { return nil }
                return read.items.map { text($0.key) }
            }
            #expect(reads == [["a"], ["b"]])
        }
    }

    @Test func resultsTellWhatWasThereBefore() async throws {
        try await withStore { store in
            try await store.put("a", "1")
            let result = try await store.commit(
                Transaction(then: [
                    .put(key: bytes("b"), value: []), .delete(KeyRange(prefix: bytes("a"))),
                ]))
            guard case .put(nil)? = result.results.first, case .delete(let gone)? = result.results.last else {
                Issue.record("\(result.results)")
                return
            }
            #expect(gone.map { text($0.value) } == ["1"])
        }
    }

    @Test func aTransactionThatWritesNothingMakesNoRevision() async throws {
        try await withStore { store in
            try await store.put("a", "1")
            #expect(try await store.delete("absent") == Revision(2))
            #expect(try await store.commit(Transaction(then: [.read(everything)])).revision == Revision(2))
            #expect(store.revision == Revision(2))
        }
    }

    @Test func aKeyMayBeWrittenOnlyOnce() async throws {
        try await withStore { store in
            try await store.put("a", "1")
            let error = await refusal {
                try await store.commit(
                    Transaction(then: [
                        .put(key: bytes("b"), value: []), .put(key: bytes("a"), value: []),
                        .delete(KeyRange(key: bytes("a"))),
                    ]))
            }
            #expect(error?.code == .invalidRequest)
            #expect(try await store.contents() == ["a=1"])
            #expect(try await store.put("c", "") == Revision(3))
        }
    }

    @Test func aRefusedTransactionLeavesItsNeighboursInTheGroupAlone() async throws {
        let gate = Gate()
        try await withStore(.init(compactionInterval: nil, clock: gate.clock)) { store in
            gate.shut()
            store.clockMoved()
            await gate.someoneWaits()
            // The writer stands at the gate: all of these wait, and become one group.
            let outcomes = await withTaskGroup(of: (Int, Revision?).self) { group in
                for number in 0..<30 {
                    group.addTask {
                        let key = bytes("key-\(number)")
                        var operations = [Operation.put(key: key, value: [1])]
                        if number % 3 == 0 { operations.append(.put(key: key, value: [2])) }
                        return (number, try? await store.commit(Transaction(then: operations)).revision)
                    }
                }
                while store.waitingRequests < 30 { await Task.yield() }
                gate.open()
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            #expect(store.statistics.commits == 1)
            #expect(Set(outcomes.keys) == Set((0..<30).filter { $0 % 3 != 0 }))
            #expect(outcomes.values.map(\.rawValue).sorted() == Array(2...21))
            let stored = try await store.contents()
            #expect(stored.count == 20)
        }
    }

    @Test func anAnswerComesAfterTheCommit() async throws {
        try await withStore { store in
            let reader = try OpenDatabase.forReading(store.folder)
            let value = [UInt8](repeating: 1, count: 1_000_000)
            for number in 0..<20 {
                let keys = (0..<4).map { bytes("\(number)/\($0)") }
                let result = try await store.commit(Transaction(then: keys.map { .put(key: $0, value: value) }))
                let seen = try reader.read(KeyRange(prefix: bytes("\(number)/")), at: nil, limit: 0)
                #expect(seen.revision == result.revision)
                #expect(seen.count == 4)
            }
        }
    }

    @Test func limitsAreToldWithTheNumbers() async throws {
        try await withStore { store in
            let tooLarge = [UInt8](repeating: 0, count: 1_572_865)
            let error = await refusal { try await store.commit(Transaction(then: [.put(key: [1], value: tooLarge)])) }
            #expect(error?.code == .valueTooLarge(limitBytes: 1_572_864))
            #expect(error?.message == "a value may have 1572864 bytes, this one has 1572865")
            let largest = tooLarge.dropLast()
            _ = try await store.commit(Transaction(then: [.put(key: [1], value: Array(largest))]))
            let stored = try await store.read(everything, at: nil, limit: 0).items.first
            #expect(stored?.value.count == 1_572_864)

            let many = Array(repeating: Operation.read(everything), count: 129)
            #expect(await refusal { try await store.commit(Transaction(then: many)) }?.code == .invalidRequest)
            for key in [[], [UInt8](repeating: 1, count: 4097)] {
                let put = Transaction(then: [.put(key: key, value: [])])
                #expect(await refusal { try await store.commit(put) }?.code == .invalidRequest)
            }
        }
    }

    @Test func aClosedStoreSaysSo() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        await store.close()
        await store.close()
        #expect(await refusal { try await store.put("a", "1") }?.code == .unavailable)
        #expect(await refusal { try await store.contents() }?.code == .unavailable)
        #expect(await refusal { try store.watch(everything, from: .zero, sink: RecordingSink()) }?.code == .unavailable)
    }
}

/// A clock that can hold the writer thread back: it asks for the time between two groups.
final class Gate: Sendable {
    private let isShut = Mutex(false)
    private let signal = Signal()
    private let arrived = Mutex<(waits: Bool, continuation: CheckedContinuation<Void, Never>?)>((false, nil))

    var clock: StoreClock {
        StoreClock {
            while self.isShut.withLock({ $0 }) {
                let continuation = self.arrived.withLock { arrived in
                    arrived.waits = true
                    return arrived.continuation.take()
                }
                continuation?.resume()
                self.signal.wait(milliseconds: nil)
            }
            return 0
        }
    }

    func shut() { isShut.withLock { $0 = true } }

    func someoneWaits() async {
        await withCheckedContinuation { continuation in
            let waits = arrived.withLock { arrived in
                if !arrived.waits { arrived.continuation = continuation }
                return arrived.waits
            }
            if waits { continuation.resume() }
        }
    }

    func open() {
        isShut.withLock { $0 = false }
        signal.raise()
    }
}
