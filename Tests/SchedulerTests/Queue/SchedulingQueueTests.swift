import Client
import Testing
import TestSupport

@testable import Scheduler

@Suite("Every pod gets its turn, none is tried in vain")
struct SchedulingQueueTests {
    private func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "default", name: name) }

    @Test("The more important first, then the one that came first")
    func order() {
        var queue = SchedulingQueue()
        queue.add(key("a"), priority: 0)
        queue.add(key("b"), priority: 10)
        queue.add(key("c"), priority: 0)
        queue.add(key("d"), priority: 10)
        #expect((0..<5).map { _ in queue.next(now: 0)?.name } == ["b", "d", "a", "c", nil])
    }

    @Test("Failed attempts wait 1, 2, 4, 8, then 10 seconds")
    func backoff() {
        var queue = SchedulingQueue()
        queue.add(key("a"), priority: 0)
        var now: Int64 = 0
        for delay: Int64 in [1000, 2000, 4000, 8000, 10_000, 10_000] {
            #expect(queue.next(now: now) == key("a"))
            queue.retry(key("a"), now: now)
            #expect(queue.nextDue() == now + delay)
            #expect(queue.next(now: now + delay - 1) == nil)
            now += delay
        }
    }

    @Test("A pod that fits nowhere waits for a change that can help, and for its back-off")
    func helpful() {
        var queue = SchedulingQueue()
        queue.add(key("a"), priority: 0)
        _ = queue.next(now: 0)
        queue.failed(key("a"), until: [.cpu, .taint], now: 0)
        queue.clusterChanged(helps: .affinity, now: 5000)
        #expect(queue.next(now: 5000) == nil)
        queue.clusterChanged(helps: [.cpu, .memory], now: 5000)
        #expect(queue.next(now: 5000) == key("a"))
        queue.failed(key("a"), until: .cpu, now: 5000)
        queue.clusterChanged(helps: .cpu, now: 5001)
        #expect(queue.next(now: 6999) == nil)
        #expect(queue.next(now: 7000) == key("a"))
    }

    @Test("Without any change it is looked at again after five minutes")
    func flush() {
        var queue = SchedulingQueue()
        queue.add(key("a"), priority: 0)
        _ = queue.next(now: 0)
        queue.failed(key("a"), until: .cpu, now: 0)
        #expect(queue.nextDue() == 300_000)
        #expect(queue.next(now: 299_999) == nil)
        #expect(queue.next(now: 300_000) == key("a"))
    }

    @Test("A pod that is being decided is not handed out twice; one that is gone never")
    func once() {
        var queue = SchedulingQueue()
        queue.add(key("a"), priority: 0)
        #expect(queue.next(now: 0) == key("a"))
        queue.add(key("a"), priority: 1)
        #expect(queue.next(now: 0) == nil)
        queue.retry(key("a"), now: 0)
        queue.remove(key("a"))
        #expect(queue.next(now: 100_000) == nil)
        #expect(queue.nextDue() == nil)
    }

    @Test("Whatever happens, a pod that was not removed comes round within its longest wait", arguments: UInt64(1)...20)
    func nothingIsLost(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = SchedulingQueue()
        var expected: Set<String> = []
        var taken: Set<String> = []
        var now: Int64 = 0
        for _ in 0..<2000 {
            now += Int64.random(in: 0...3000, using: &random)
            let name = "p\(Int.random(in: 0..<20, using: &random))"
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                queue.add(key(name), priority: Int.random(in: 0...2, using: &random))
                expected.insert(name)
            case 1:
                queue.remove(key(name))
                expected.remove(name)
                taken.remove(name)
            case 2: queue.clusterChanged(helps: Refusal(rawValue: .random(in: 0...1023, using: &random)), now: now)
            default:
                guard let key = queue.next(now: now) else { continue }
                #expect(!taken.contains(key.name) && expected.contains(key.name))
                taken.insert(key.name)
                if Bool.random(using: &random) {
                    queue.retry(key, now: now)
                } else {
                    queue.failed(key, until: Refusal(rawValue: .random(in: 1...1023, using: &random)), now: now)
                }
                taken.remove(key.name)
            }
        }
        #expect(queue.count == expected.count)
        var seen: Set<String> = []
        while let key = queue.next(now: now + SchedulingQueue.unschedulableMilliseconds) { seen.insert(key.name) }
        #expect(seen == expected)
    }
}
