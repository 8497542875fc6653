@testable import Reconcile
import Testing
import TestSupport

@Suite("A key never runs twice at once and no change is missed")
struct WorkQueueStateTests {
    @Test("Duplicates merge")
    func duplicates() {
        var queue = WorkQueueState<String>()
        for _ in 0..<3 { queue.add("a") }
        queue.add("b")
        #expect(queue.take() == "a")
        #expect(queue.take() == "b")
        #expect(queue.take() == nil)
    }

    @Test("A key added while it is worked on runs once more after that")
    func whileWorking() {
        var queue = WorkQueueState<String>()
        queue.add("a")
        #expect(queue.take() == "a")
        queue.add("a")
        queue.add("a")
        #expect(queue.take() == nil)
        queue.finish("a", .done, nowMilliseconds: 0)
        #expect(queue.take() == "a")
        queue.finish("a", .done, nowMilliseconds: 0)
        #expect(queue.take() == nil)
    }

    @Test("Failures back off each key by itself, and success forgets them")
    func failures() {
        var queue = WorkQueueState<String>()
        var now: Int64 = 0
        var delays: [Int] = []
        for _ in 0..<4 {
            queue.add("a")
            _ = queue.take()
            guard let failure = queue.finish("a", .failed("no"), nowMilliseconds: now) else {
                Issue.record("a failure has a delay")
                return
            }
            delays.append(failure.delayMilliseconds)
            now += Int64(failure.delayMilliseconds)
            #expect(queue.promote(nowMilliseconds: now - 1) == now)
            #expect(queue.readyCount == 0)
            #expect(queue.promote(nowMilliseconds: now) == nil)
            #expect(queue.readyCount == 1)
            #expect(queue.take() == "a")
            queue.finish("a", .retry(afterMilliseconds: 0), nowMilliseconds: now)
            _ = queue.take()
            if delays.count == 2 {
                queue.finish("a", .done, nowMilliseconds: now)
            } else {
                queue.finish("a", .failed("no"), nowMilliseconds: now)
            }
            _ = queue.promote(nowMilliseconds: .max)
            _ = queue.take()
            queue.finish("a", .retry(afterMilliseconds: 1), nowMilliseconds: now)
            _ = queue.promote(nowMilliseconds: .max)
            _ = queue.take()
            queue.finish("a", .done, nowMilliseconds: now)
        }
        #expect(delays == [5, 5, 5, 5])
        #expect(queue.failureCount(of: "a") == 0)
    }

    @Test("The earlier of two times counts")
    func earlier() {
        var queue = WorkQueueState<String>()
        queue.add("a", dueMilliseconds: 50)
        queue.add("a", dueMilliseconds: 20)
        queue.add("a", dueMilliseconds: 70)
        #expect(queue.promote(nowMilliseconds: 19) == 20)
        #expect(queue.promote(nowMilliseconds: 20) == nil)
        #expect(queue.take() == "a")
        queue.finish("a", .done, nowMilliseconds: 20)
        #expect(queue.promote(nowMilliseconds: 100) == nil)
        #expect(queue.take() == nil)
    }

    @Test("Against a plain model: the same keys can be taken, each once, none lost", arguments: UInt64(1)...40)
    func model(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var queue = WorkQueueState<Int>()
        var wanted: Set<Int> = []
        var working: Set<Int> = []
        var due: [Int: Int64] = [:]
        var now: Int64 = 0
        for _ in 0..<2000 {
            let key = Int.random(in: 0..<12, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                queue.add(key)
                wanted.insert(key)
            case 1:
                let time = now + Int64.random(in: 1...40, using: &random)
                queue.add(key, dueMilliseconds: time)
                due[key] = min(due[key] ?? .max, time)
            case 2:
                now += Int64.random(in: 0...15, using: &random)
                let next = queue.promote(nowMilliseconds: now)
                for (key, time) in due where time <= now {
                    wanted.insert(key)
                    due[key] = nil
                }
                #expect(next == due.values.min())
            case 3, 4:
                let taken = queue.take()
                let ready = wanted.subtracting(working)
                if let taken {
                    #expect(ready.contains(taken))
                    wanted.remove(taken)
                    working.insert(taken)
                } else {
                    #expect(ready.isEmpty)
                }
            default:
                guard let key = working.min() else { continue }
                working.remove(key)
                if Bool.random(using: &random) {
                    queue.finish(key, .done, nowMilliseconds: now)
                } else {
                    let delay = Int.random(in: 0...30, using: &random)
                    queue.finish(key, .retry(afterMilliseconds: delay), nowMilliseconds: now)
                    if delay == 0 { wanted.insert(key) } else { due[key] = min(due[key] ?? .max, now + Int64(delay)) }
                }
            }
            #expect(queue.readyCount == wanted.subtracting(working).count)
            #expect(queue.workingCount == working.count)
            #expect(queue.delayedCount == due.count)
        }
    }
}
