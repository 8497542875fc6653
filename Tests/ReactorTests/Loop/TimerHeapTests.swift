import Testing

@testable import Reactor

struct TimerHeapTests {
    /// A small generator with a seed, so that a failure can be repeated.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `what is due comes in order, and what was removed does not`(
        seed: UInt64
    ) {
        var random = Seeded(state: seed)
        var heap = TimerHeap()
        var expected: [(due: UInt64, order: UInt64)] = []
        var timers: [LoopTimer] = []
        for order in 0..<UInt64(2_000) {
            let timer = LoopTimer(due: UInt64.random(in: 0..<500, using: &random), order: order, loop: nil) {}
            heap.insert(timer)
            timers.append(timer)
        }
        for timer in timers {
            if Bool.random(using: &random) {
                heap.remove(timer)
                heap.remove(timer)
            } else {
                expected.append((timer.due, timer.order))
            }
        }
        expected.sort { ($0.due, $0.order) < ($1.due, $1.order) }
        #expect(heap.count == expected.count)
        var popped: [(due: UInt64, order: UInt64)] = []
        for now in stride(from: UInt64(0), through: 500, by: 50) {
            while let timer = heap.popDue(at: now) {
                #expect(timer.due <= now)
                popped.append((timer.due, timer.order))
            }
            if let next = heap.nextDue { #expect(next > now) }
        }
        #expect(popped.elementsEqual(expected, by: ==))
        #expect(heap.isEmpty)
    }
}
