public import Client
import Synchronization

/// Keys to be worked on, fairly and one at a time each. See `WorkQueueState` for its rules.
///
/// While keys wait for their time the queue holds one sleeping task, which ends with the last of them or `shutDown`.
public final class WorkQueue<Key: Hashable & Sendable>: Sendable {
    private struct State {
        var keys = WorkQueueState<Key>()
        var isShutDown = false
        var takers: [(id: UInt64, continuation: CheckedContinuation<Key?, Never>)] = []
        var nextTaker: UInt64 = 0
        /// When the sleeping task wakes; nil: there is none.
        var wakesAt: Int64?
        var pacer: Task<Void, Never>?
    }
    private let state = Mutex(State())
    private let time: TimeSource

    public init(time: TimeSource = .system) {
        self.time = time
    }

    deinit { state.withLock { $0.pacer }?.cancel() }

    /// Adds a key to be worked on now; one that is queued already stays where it is.
    public func add(_ key: Key) {
        change { $0.add(key) }
    }

    /// Adds a key to be worked on later; of a key that waits already the earlier time counts.
    public func add(_ key: Key, afterMilliseconds delay: Int) {
        guard delay > 0 else { return add(key) }
        let due = time.nowMilliseconds() &+ Int64(delay)
        change { $0.add(key, dueMilliseconds: due) }
    }

    /// The next key, which is then the caller's until `finish`; nil: the queue is shut down or the task cancelled.
    public func next() async -> Key? {
        let id = state.withLock { state in
            state.nextTaker += 1
            return state.nextTaker
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer = state.withLock { state -> TakingAnswer<Key> in
                    if state.isShutDown || Task.isCancelled { return .over }
                    if let key = state.keys.take() { return .key(key) }
                    state.takers.append((id, continuation))
                    return .later
                }
                switch answer {
                case .over: continuation.resume(returning: nil)
                case .key(let key): continuation.resume(returning: key)
                case .later: break
                }
            }
        } onCancel: {
            let taker = state.withLock { state in
                state.takers.firstIndex { $0.id == id }.map { state.takers.remove(at: $0).continuation }
            }
            taker?.resume(returning: nil)
        }
    }

    /// Gives a key back that `next` handed out.
    ///
    /// - Returns: of a failure, how many there were in a row and the milliseconds until the next try.
    @discardableResult
    public func finish(_ key: Key, _ outcome: Outcome) -> (failures: Int, delayMilliseconds: Int)? {
        let now = time.nowMilliseconds()
        return change { $0.finish(key, outcome, nowMilliseconds: now) }
    }

    /// Hands out no more keys. Work under way may finish.
    public func shutDown() {
        let (takers, pacer) = state.withLock { state in
            state.isShutDown = true
            defer {
                state.takers = []
                state.pacer = nil
            }
            return (state.takers, state.pacer)
        }
        pacer?.cancel()
        for taker in takers { taker.continuation.resume(returning: nil) }
    }

    private func change<Result: Sendable>(_ body: (inout WorkQueueState<Key>) -> Result) -> Result {
        let now = time.nowMilliseconds()
        let (result, served) = state.withLock { state in
            let result = body(&state.keys)
            return (result, settle(&state, now))
        }
        for (continuation, key) in served { continuation.resume(returning: key) }
        return result
    }

    /// Hands keys to those who wait and sees that somebody wakes for the next delayed one. Inside the lock; the answer
    /// says what to do outside.
    private func settle(_ state: inout State, _ now: Int64) -> [(CheckedContinuation<Key?, Never>, Key)] {
        let due = state.keys.promote(nowMilliseconds: now)
        guard !state.isShutDown else { return [] }
        var served: [(CheckedContinuation<Key?, Never>, Key)] = []
        while !state.takers.isEmpty, let key = state.keys.take() {
            served.append((state.takers.removeFirst().continuation, key))
        }
        guard let due else {
            state.wakesAt = nil
            state.pacer?.cancel()
            state.pacer = nil
            return served
        }
        if state.wakesAt.map({ due < $0 }) ?? true {
            state.pacer?.cancel()
            state.wakesAt = due
            state.pacer = Task { [weak self, time] in
                await time.sleep(Int(clamping: max(due &- now, 1)))
                if !Task.isCancelled { self?.wake(due) }
            }
        }
        return served
    }

    private func wake(_ due: Int64) {
        state.withLock { if $0.wakesAt == due { $0.wakesAt = nil } }
        change { _ in }
    }
}

/// What one who asks for a key gets at once.
private enum TakingAnswer<Key: Sendable>: Sendable {
    case over
    case key(Key)
    /// A key, when there is one.
    case later
}
