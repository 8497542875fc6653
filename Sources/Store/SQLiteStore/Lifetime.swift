internal import Synchronization

/// Counts the threads of a store, so that closing it can wait for their end.
final class Lifetime: Sendable {
    private struct State {
        var running = 0
        var isClosing = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())
    private let oneLeft = Signal()

    /// Runs `body` with `worker` on a thread that counts, until the worker (and the files that it has open) is gone.
    /// - Parameter name: the thread's.
    func start<Worker>(
        _ name: String, _ worker: sending Worker, _ body: @escaping @Sendable (Worker) -> Void
    ) throws(StoreError) {
        state.withLock { $0.running += 1 }
        let hand = Hand(worker)
        do throws(StoreError) {
            try Thread.start(name) {
                hand.pass(to: body)
                self.threadEnded()
            }
        } catch {
            threadEnded()
            throw error
        }
    }

    /// Holds a worker until its thread takes it.
    private final class Hand<Worker> {
        private var worker: Worker?
        init(_ worker: Worker) { self.worker = worker }

        func pass(to body: (Worker) -> Void) {
            if let worker = worker.take() { body(worker) }
        }
    }

    private func threadEnded() {
        let waiting = state.withLock { state in
            state.running -= 1
            if state.running == 1 { oneLeft.raise() }
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    var isClosing: Bool { state.withLock { $0.isClosing } }

    /// For the one thread that is to end last: waits until all others have.
    func waitUntilAlone() {
        while state.withLock({ $0.running > 1 }) { oneLeft.wait(milliseconds: nil) }
    }

    /// - Returns: true for the first who asks.
    func beginClosing() -> Bool {
        state.withLock { state in
            defer { state.isClosing = true }
            return !state.isClosing
        }
    }

    /// Waits until no thread runs any more.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.running > 0 { state.waiting.append(continuation) }
                return state.running == 0
            }
            if isOver { continuation.resume() }
        }
    }
}
