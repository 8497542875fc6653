import Client
import Reconcile
import Synchronization
import Testing

@Suite("A controller and its informers")
struct ControllerTests {
    /// Runs until it is cancelled; is synced when it is told to be.
    private final class Source: SyncingSource {
        private struct State {
            var isRunning = false
            var isSynced = false
            var waiting: [CheckedContinuation<Void, Never>] = []
        }
        private let state = Mutex(State())
        private let forever = WorkQueue<Int>()

        var isRunning: Bool { state.withLock { $0.isRunning } }

        func run() async {
            state.withLock { $0.isRunning = true }
            _ = await forever.next()
            state.withLock { $0.isRunning = false }
        }

        func waitUntilSynced() async {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if !state.isSynced { state.waiting.append(continuation) }
                    return state.isSynced
                }
                if isOver { continuation.resume() }
            }
        }

        /// How many wait for it.
        var waiters: Int { state.withLock { $0.waiting.count } }

        func sync() {
            let waiting = state.withLock { state in
                state.isSynced = true
                defer { state.waiting = [] }
                return state.waiting
            }
            for continuation in waiting { continuation.resume() }
        }
    }

    @Test(
        "Nothing is decided before all informers are synced; its own run as long as it does", .timeLimit(.minutes(15)))
    func waits() async {
        let (own, shared) = (Source(), Source())
        let queue = WorkQueue<String>()
        let seen = Mutex<[Bool]>([])
        let controller = Controller(name: "test", queue: queue, own: [own], shared: [shared], workers: 2) { _ in
            seen.withLock { $0.append(own.isRunning) }
            queue.shutDown()
            return .done
        }
        queue.add("a")
        let running = Task { await controller.run() }
        while own.waiters == 0 { await Task.yield() }
        own.sync()
        while shared.waiters == 0 { await Task.yield() }
        #expect(seen.withLock { $0 } == [])
        while !own.isRunning { await Task.yield() }
        shared.sync()
        // The queue's end is the controller's, and that its informers'.
        await running.value
        #expect(seen.withLock { $0 } == [true])
        #expect(!own.isRunning && !shared.isRunning)
    }

    @Test("Who has cancelled it finds its queue shut down", .timeLimit(.minutes(15)))
    func cancelled() async {
        let own = Source()
        let queue = WorkQueue<String>()
        let controller = Controller(name: "test", queue: queue, own: [own], workers: 1) { _ in .done }
        own.sync()
        let running = Task { await controller.run() }
        while !own.isRunning { await Task.yield() }
        running.cancel()
        await running.value
        #expect(!own.isRunning)
        #expect(await queue.next() == nil)
    }
}
