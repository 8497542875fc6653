import Client
import Reconcile
import Synchronization
import Testing

@Suite("The work queue wakes who waits")
struct WorkQueueTests {
    @Test("A taker that waits gets the next key")
    func waiting() async {
        let queue = WorkQueue<String>()
        async let key = queue.next()
        queue.add("a")
        #expect(await key == "a")
    }

    @Test("A key that waits for its time comes when the time has come")
    func delayed() async {
        let time = ManualTime()
        let queue = WorkQueue<String>(time: time.source)
        queue.add("later", afterMilliseconds: 100)
        await time.waitForSleeps(1)
        queue.add("now")
        #expect(await queue.next() == "now")
        async let key = queue.next()
        time.advance(100)
        #expect(await key == "later")
    }

    @Test("An earlier time replaces the sleep for a later one")
    func earlier() async {
        let time = ManualTime()
        let queue = WorkQueue<String>(time: time.source)
        queue.add("late", afterMilliseconds: 1000)
        await time.waitForSleeps(1)
        queue.add("soon", afterMilliseconds: 10)
        await time.waitForSleeps(2)
        time.advance(10)
        #expect(await queue.next() == "soon")
        queue.shutDown()
    }

    @Test("Shutting down lets every taker go")
    func shutDown() async {
        let queue = WorkQueue<String>()
        async let first = queue.next()
        async let second = queue.next()
        queue.shutDown()
        #expect(await first == nil)
        #expect(await second == nil)
        #expect(await queue.next() == nil)
    }

    @Test("A cancelled taker goes without a key, and the key stays")
    func cancelled() async {
        let queue = WorkQueue<String>()
        let taker = Task { await queue.next() }
        taker.cancel()
        #expect(await taker.value == nil)
        queue.add("a")
        #expect(await queue.next() == "a")
    }

    @Test("Workers share the keys; no key runs twice at once")
    func controller() async {
        struct Log {
            var running: Set<Int> = []
            var runs: [Int: Int] = [:]
            var overlaps = 0
        }
        let log = Mutex(Log())
        let queue = WorkQueue<Int>()
        for key in 0..<50 { queue.add(key) }
        let controller = Controller(name: "test", queue: queue, workers: 8, report: { _ in }) { key in
            let isFirst = log.withLock { log -> Bool in
                if !log.running.insert(key).inserted { log.overlaps += 1 }
                log.runs[key, default: 0] += 1
                return log.runs[key] == 1
            }
            // While it runs, the key is wanted again: it must run once more, afterwards.
            if isFirst { queue.add(key) }
            await Task.yield()
            let isOver = log.withLock { log -> Bool in
                log.running.remove(key)
                return log.runs.values.reduce(0, +) == 100 && log.running.isEmpty
            }
            if isOver { queue.shutDown() }
            return .done
        }
        await controller.run()
        let (overlaps, runs) = log.withLock { ($0.overlaps, $0.runs) }
        #expect(overlaps == 0)
        #expect(runs.count == 50)
        #expect(runs.values.allSatisfy { $0 == 2 })
    }
}
