internal import Synchronization

/// The requests that wait for a thread, bounded, and the way to wake it.
final class Inbox<Request: Sendable>: Sendable {
    private struct State {
        var waiting: [Request] = []
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
            if state.waiting.count >= countLimit || state.bytes > byteLimit { return .full }
            state.waiting.append(request)
            state.bytes += bytes
            return nil
        }
        if refusal == nil { signal.raise() }
        return refusal
    }

    /// Takes everything that waits.
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
        let (request, isClosed, more) = state.withLock { state in
            let first = state.waiting.isEmpty ? nil : state.waiting.removeFirst()
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

    var count: Int { state.withLock { $0.waiting.count } }

    func wake() { signal.raise() }

    func wait(milliseconds: Int64? = nil) { signal.wait(milliseconds: milliseconds) }
}
