import Synchronization
import Testing

@testable import Reactor

struct EventLoopTests {
    final class Sum: Sendable {
        let value = Mutex(0)
    }

    static func withLoop(_ body: (EventLoop) async throws -> Void) async throws {
        let group = try EventLoopGroup(count: 1)
        let result: Result<Void, any Error>
        do { result = .success(try await body(group.loops[0])) } catch { result = .failure(error) }
        await group.shutdown()
        try result.get()
    }

    @Test func `jobs of one thread run in order, on the loop`() async throws {
        try await Self.withLoop { loop in
            let seen = Mutex<[Int]>([])
            let allOnLoop: Bool = await withCheckedContinuation { continuation in
                let onLoop = Mutex(true)
                for value in 0..<10_000 {
                    loop.execute {
                        seen.withLock { $0.append(value) }
                        if !loop.isCurrent { onLoop.withLock { $0 = false } }
                        if value == 9_999 { continuation.resume(returning: onLoop.withLock { $0 }) }
                    }
                }
            }
            #expect(allOnLoop)
            #expect(seen.withLock { $0 } == Array(0..<10_000))
            #expect(!loop.isCurrent)
        }
    }

    @Test func `no wake-up is lost between many threads and a sleeping loop`() async throws {
        try await Self.withLoop { loop in
            let sum = Sum()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<500 {
                            await withCheckedContinuation { continuation in
                                loop.execute {
                                    sum.value.withLock { $0 += 1 }
                                    continuation.resume()
                                }
                            }
                        }
                    }
                }
            }
            #expect(sum.value.withLock { $0 } == 4_000)
        }
    }

    @Test func `a task that prefers the loop runs there, and so does an actor that names it`() async throws {
        actor Resident {
            let loop: EventLoop
            init(_ loop: EventLoop) { self.loop = loop }
            nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
            func isHome() -> Bool { loop.isCurrent }
        }
        try await Self.withLoop { loop in
            let preferred = Task(executorPreference: loop) {
                let before = loop.isCurrent
                await Task.yield()
                return before && loop.isCurrent
            }
            #expect(await preferred.value)
            #expect(await Resident(loop).isHome())
        }
    }

    @Test func `timers fire in the order of their times, and a cancelled one does not`() async throws {
        try await Self.withLoop { loop in
            let fired = Mutex<[Int]>([])
            // Each is due so long after it was asked for: on a busy machine the first of them may be the first to be due.
            let expected: [Int] = await withCheckedContinuation { continuation in
                loop.execute {
                    let inOrder = Mutex<[Int]>([])
                    var timers: [(delay: Int, timer: LoopTimer)] = []
                    for delay in [30, 10, 0] {
                        let began = loop.clockNanoseconds
                        let timer = loop.schedule(afterMilliseconds: delay) {
                            fired.withLock { $0.append(delay) }
                            guard fired.withLock({ $0.count }) == 3 else { return }
                            continuation.resume(returning: inOrder.withLock { $0 })
                        }
                        #expect(timer.due >= began + UInt64(delay) * 1_000_000)
                        #expect(timer.due <= loop.clockNanoseconds + UInt64(delay) * 1_000_000)
                        timers.append((delay, timer))
                    }
                    let cancelled = loop.schedule(afterMilliseconds: 0) { fired.withLock { $0.append(-1) } }
                    cancelled.cancel()
                    timers.sort { $0.timer.due < $1.timer.due }
                    let delays = timers.map(\.delay)
                    inOrder.withLock { $0 = delays }
                }
            }
            #expect(fired.withLock { $0 } == expected)
        }
    }

    @Test func `the end of an iteration comes once for all jobs before it`() async throws {
        final class Counter: IterationEndHandler, @unchecked Sendable {
            var jobs = 0
            var jobsAtEnd: [Int] = []
            var isAsked = false
            func iterationEnded() {
                isAsked = false
                jobsAtEnd.append(jobs)
            }
        }
        try await Self.withLoop { loop in
            let counter = Counter()
            await withCheckedContinuation { continuation in
                loop.execute {
                    for _ in 0..<100 {
                        loop.execute {
                            counter.jobs += 1
                            if !counter.isAsked {
                                counter.isAsked = true
                                loop.atEndOfIteration(counter)
                            }
                        }
                    }
                    // The second one comes in an iteration after the first one's, which has then ended.
                    loop.schedule(afterMilliseconds: 1) {
                        loop.schedule(afterMilliseconds: 1) { continuation.resume() }
                    }
                }
            }
            #expect(counter.jobsAtEnd == [100])
        }
    }

    @Test func `shutdown runs what was given before, and what comes after is not lost`() async throws {
        let loop = try EventLoop()
        let ran = Mutex(0)
        for _ in 0..<100 { loop.execute { ran.withLock { $0 += 1 } } }
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
        #expect(ran.withLock { $0 } == 100)
        let late = Task(executorPreference: loop) {
            await Task.yield()
            return 7
        }
        #expect(await late.value == 7)
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
    }

    /// Does what it is told at the end of an iteration.
    private final class Handler: IterationEndHandler {
        private let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
        func iterationEnded() { body() }
    }

    @Test func `who has little to do comes before who has much`() async throws {
        try await Self.withLoop { loop in
            let order: [String] = await withCheckedContinuation { continuation in
                loop.execute {
                    var order: [String] = []
                    loop.whenThereIsTime(
                        Handler {
                            order.append("much")
                            continuation.resume(returning: order)
                        })
                    loop.atEndOfIteration(Handler { order.append("little") })
                }
            }
            #expect(order == ["little", "much"])
        }
    }

    @Test func `a job does not wait for all who have much to do`() async throws {
        try await Self.withLoop { loop in
            let order: [String] = await withCheckedContinuation { continuation in
                loop.execute {
                    var order: [String] = []
                    for number in 1...3 {
                        loop.whenThereIsTime(
                            Handler {
                                order.append("much \(number)")
                                if number == 1 {
                                    let bound = LoopBound(Handler { order.append("job") }, loop: loop)
                                    loop.execute { bound.value.iterationEnded() }
                                }
                                if number == 3 { continuation.resume(returning: order) }
                                // Uses up the turn.
                                while !loop.isTurnOver {}
                            })
                    }
                }
            }
            #expect(order == ["much 1", "job", "much 2", "much 3"])
        }
    }
}
