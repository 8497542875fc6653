import Synchronization
import Testing

@testable import Store

@Suite("A watch gets every event once, in order") struct WatchTests {
    private func told(_ events: [Event]) -> [String] {
        events.map { event in
            let sign = event.kind == .delete ? "-" : event.isCreate ? "+" : "~"
            let before = event.previous.map { " was \(text($0.value))" } ?? ""
            return "\(event.current.modRevision)\(sign)\(text(event.current.key))=\(text(event.current.value))\(before)"
        }
    }

    private let expected = ["2+a=1", "3~a=2 was 1", "4-a= was 2", "4+b=3", "5+a=4", "6~b=5 was 3"]

    private func write(_ store: SQLiteStore) async throws {
        try await store.put("a", "1")
        try await store.put("a", "2")
        _ = try await store.commit(
            Transaction(then: [.delete(KeyRange(key: bytes("a"))), .put(key: bytes("b"), value: bytes("3"))]))
        try await store.put("a", "4")
        try await store.put("b", "5")
    }

    @Test func liveEventsCarryWhatWasThereBefore() async throws {
        try await withStore { store in
            let sink = RecordingSink()
            _ = try store.watch(everything, from: store.revision.next, sink: sink)
            try await write(store)
            #expect(told(await sink.events(upTo: store.revision)) == expected)
        }
    }

    @Test func historyFromTheDiskIsTheSameAsLiveEvents() async throws {
        let folder = TemporaryFolder()
        let before = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        try await write(before)
        await before.close()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        for start in 1...6 {
            let sink = RecordingSink()
            _ = try store.watch(everything, from: Revision(Int64(start)), sink: sink)
            let events = await sink.events(upTo: Revision(6))
            #expect(told(events) == expected.filter { ($0.first?.wholeNumberValue ?? 0) >= start })
        }
        await store.close()
    }

    @Test func historyAndLiveEventsJoinWithoutGapOrRepeat() async throws {
        let folder = TemporaryFolder()
        // A feed of four revisions: watches fall behind it all the time and must come back from the disk.
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil), feedRevisions: 4)
        let total = 600
        var sinks: [RecordingSink] = []
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in 0..<total / 8 { try await store.put("key/\(writer)", "\(number)") }
                }
            }
            for _ in 0..<20 {
                let sink = RecordingSink()
                sinks.append(sink)
                _ = try store.watch(everything, from: Revision(2), sink: sink)
                await Task.yield()
            }
            try await group.waitForAll()
        }
        for sink in sinks {
            let batches = await sink.batches(upTo: store.revision)
            #expect(batches.flatMap { $0.events.map(\.current.modRevision.rawValue) } == Array(2...Int64(total + 1)))
            #expect(batches.map(\.revision) == batches.map(\.revision).sorted())
        }
        await store.close()
    }

    @Test func aBatchHoldsWholeRevisions() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil), feedRevisions: 1)
        // More rows than one step of catching up reads, 100 to a revision.
        for round in 0..<25 {
            let writes = (0..<100).map { Operation.put(key: bytes("key/\($0)"), value: bytes("\(round)")) }
            _ = try await store.commit(Transaction(then: writes))
        }
        let sink = RecordingSink()
        _ = try store.watch(everything, from: Revision(2), sink: sink)
        let batches = await sink.batches(upTo: store.revision)
        #expect(batches.count > 1)
        #expect(batches.allSatisfy { $0.events.count % 100 == 0 })
        #expect(batches.flatMap(\.events).count == 2500)
        await store.close()
    }

    @Test func onlyKeysInRangeAreDeliveredAndProgressIsTold() async throws {
        try await withStore { store in
            let sink = RecordingSink()
            _ = try store.watch(KeyRange(prefix: bytes("b/")), from: Revision(2), sink: sink)
            for key in ["a/1", "b/1", "b0", "c", "b/2", "a/2"] { try await store.put(key, "") }
            let events = await sink.events(upTo: store.revision)
            #expect(events.map { text($0.current.key) } == ["b/1", "b/2"])
        }
    }

    @Test func aSinkThatIsSlowBlocksNoCommit() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil), feedRevisions: 8)
        let slow = StuckSink()
        _ = try store.watch(everything, from: Revision(2), sink: slow)
        for number in 0..<100 { try await store.put("a", "\(number)") }
        #expect(store.revision == Revision(101))
        slow.letGo()
        let events = await slow.recorded.events(upTo: store.revision)
        #expect(events.map { text($0.current.value) } == (0..<100).map(String.init))
        await store.close()
    }

    @Test func afterCancelNothingComes() async throws {
        try await withStore { store in
            let sink = RecordingSink()
            let token = try store.watch(everything, from: Revision(2), sink: sink)
            try await store.put("a", "1")
            _ = await sink.events(upTo: Revision(2))
            store.cancel(token)
            let other = RecordingSink()
            _ = try store.watch(everything, from: Revision(2), sink: other)
            try await store.put("a", "2")
            _ = await other.events(upTo: Revision(3))
            #expect(await sink.events(upTo: Revision(2)).count == 1)
            store.cancel(token)
        }
    }

    @Test func aSinkMayCancelItself() async throws {
        try await withStore { store in
            let sink = CancellingSink(store)
            sink.start()
            try await store.put("a", "1")
            try await store.put("a", "2")
            let other = RecordingSink()
            _ = try store.watch(everything, from: Revision(2), sink: other)
            _ = await other.events(upTo: Revision(3))
            #expect(sink.calls.withLock { $0 } == 1)
        }
    }

    @Test func closingEndsWatchesAfterTheLastEvent() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        let sink = RecordingSink()
        _ = try store.watch(everything, from: Revision(2), sink: sink)
        try await store.put("a", "1")
        _ = await sink.events(upTo: Revision(2))
        await store.close()
        #expect(await sink.end()?.code == .unavailable)
    }

    @Test func aWatchFromCompactedHistoryIsRefusedOrEnded() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil), feedRevisions: 2)
        let slow = StuckSink()
        _ = try store.watch(everything, from: Revision(2), sink: slow)
        for number in 0..<10 { try await store.put("a", "\(number)") }
        try await store.compact(to: Revision(8))
        let error = await refusal { try store.watch(everything, from: Revision(8), sink: RecordingSink()) }
        #expect(error?.code == .compacted(compactedTo: Revision(8)))
        let next = RecordingSink()
        _ = try store.watch(everything, from: Revision(9), sink: next)
        slow.letGo()
        #expect(await slow.recorded.end()?.code == .compacted(compactedTo: Revision(8)))
        #expect(await next.events(upTo: Revision(11)).map { text($0.current.value) } == ["7", "8", "9"])
        await store.close()
    }
}

/// Hangs in its first call until it is let go.
private final class StuckSink: WatchSink {
    let recorded = RecordingSink()
    private let signal = Signal()
    private let isStuck = Mutex(true)

    func receive(_ batch: EventBatch) {
        while isStuck.withLock({ $0 }) { signal.wait(milliseconds: nil) }
        recorded.receive(batch)
    }
    func watchEnded(_ reason: StoreError) { recorded.watchEnded(reason) }
    func letGo() {
        isStuck.withLock { $0 = false }
        signal.raise()
    }
}

/// Cancels its own watch from within its first call.
private final class CancellingSink: WatchSink {
    let calls = Mutex(0)
    private let store: SQLiteStore
    private let token = Mutex<WatchToken?>(nil)

    init(_ store: SQLiteStore) { self.store = store }

    func start() { token.withLock { $0 = try? store.watch(everything, from: Revision(2), sink: self) } }
    func receive(_ batch: EventBatch) {
        calls.withLock { $0 += 1 }
        if let token = token.withLock({ $0 }) { store.cancel(token) }
    }
    func watchEnded(_ reason: StoreError) { calls.withLock { $0 += 100 } }
}
