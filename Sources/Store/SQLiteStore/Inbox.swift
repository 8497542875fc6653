internal import Synchronization

/// The requests that wait for a thread, bounded, and the way to wake it.
final class Inbox<Request: Sendable>: Sendable {
    private struct State {
        var waiting: [Request] = []
        /// Requests at the front of `waiting` that were taken one by one.
        var taken = 0
        var bytes = 0
        var isClosed = false
    }

    enum Refusal { case full, closed }

    private let state = Mutex(State())
    private let signal = Signal()
    private let countLimit: Int
    private let byteLimit: Int

    init(countLimit: Int, byteLimit: Int) {
        self.countLimit = countLimit
        self.byteLimit = byteLimit
    }

    /// - Returns: why it was not taken, nil when it was.
    func send(_ request: Request, bytes: Int = 0) -> Refusal? {
        let refusal: Refusal? = state.withLock { state in
            if state.isClosed { return .closed }
            if state.waiting.count - state.taken >= countLimit || state.bytes > byteLimit { return .full }
            state.waiting.append(request)
            state.bytes += bytes
            return nil
        }
        if refusal == nil { signal.raise() }
        return refusal
    }

    /// Takes everything that waits. For an inbox that one thread reads.
    func takeAll() -> (requests: [Request], isClosed: Bool) {
        state.withLock { state in
            var taken: [Request] = []
            swap(&taken, &state.waiting)
            state.bytes = 0
            return (taken, state.isClosed)
        }
    }

    /// Takes the request that has waited longest. For an inbox that several threads read: what is left wakes another.
    func takeFirst() -> (request: Request?, isClosed: Bool) {
        let (request, isClosed, more): (Request?, Bool, Bool) = state.withLock { state in
            guard state.taken < state.waiting.count else { return (nil, state.isClosed, state.isClosed) }
            let first = state.waiting[state.taken]
            state.taken += 1
            // Moves the rest forward once for many.
            if state.taken * 2 >= state.waiting.count {
                state.waiting.removeFirst(state.taken)
                state.taken = 0
            }
            return (first, state.isClosed, !state.waiting.isEmpty || state.isClosed)
        }
        if more { signal.raise() }
        return (request, isClosed)
    }

    /// Takes no more requests; those that wait are still done.
    func close() {
        state.withLock { $0.isClosed = true }
        signal.raise()
    }

    var count: Int { state.withLock { $0.waiting.count - $0.taken } }

    func wake() { signal.raise() }

    func wait(milliseconds: Int64? = nil) { signal.wait(milliseconds: milliseconds) }
}
