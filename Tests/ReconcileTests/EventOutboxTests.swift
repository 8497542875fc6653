import Client
@testable import Reconcile
import Synchronization
import Testing

@Suite("Events wait their turn, and who is dropped is told of")
struct EventOutboxTests {
    private static func statement(_ number: Int) -> EventStatement {
        EventStatement(
            object: .init(
                apiVersion: "v1", kind: "Pod", key: ObjectKey(namespace: "default", name: "p\(number)"), uid: "u"),
            type: "Normal", reason: "Scheduled", message: "m")
    }

    private final class Log: Sendable {
        private let lines = Mutex<[String]>([])
        func write(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    @Test("Two thousand pods at once, with several events each, all get theirs, in order")
    func manyAtOnce() async {
        let log = Log()
        let outbox = EventOutbox { log.write($0) }
        for number in 0..<8_000 { outbox.add(Self.statement(number), at: Int64(number)) }
        for number in 0..<8_000 {
            let next = await outbox.next()
            #expect(next?.0 == Self.statement(number))
            #expect(next?.1 == Int64(number))
        }
        #expect(outbox.droppedCount == 0)
        #expect(log.all == [])
    }

    @Test("What does not fit is dropped and counted; the log hears when it begins and how many it were")
    func overflow() async {
        let log = Log()
        let outbox = EventOutbox { log.write($0) }
        for number in 0..<EventLimits.queued + 25 { outbox.add(Self.statement(number), at: 0) }
        #expect(outbox.droppedCount == 25)
        #expect(log.all == ["\(EventLimits.queued) events wait to be sent: further ones are dropped"])
        // Room again, as much as was taken, and no more.
        for _ in 0..<10 { _ = await outbox.next() }
        for number in 0..<15 { outbox.add(Self.statement(number), at: 0) }
        #expect(outbox.droppedCount == 30)
        for _ in 0..<EventLimits.queued { _ = await outbox.next() }
        let waiter = Task { await outbox.next() }
        while log.all.count < 2 { await Task.yield() }
        #expect(log.all.last == "30 events were dropped")
        // What the server did not take is counted alone.
        outbox.refused()
        #expect(log.all.count == 2)
        #expect(outbox.droppedCount == 31)
        waiter.cancel()
        #expect(await waiter.value == nil)
    }

    @Test("A reader that waits is given the next one")
    func handover() async {
        let outbox = EventOutbox { _ in }
        let waiter = Task { await outbox.next()?.0 }
        await Task.yield()
        outbox.add(Self.statement(1), at: 0)
        #expect(await waiter.value == Self.statement(1))
    }
}
