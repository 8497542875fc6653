import Synchronization

/// Statements that wait to be sent. One reader.
///
/// A log hears twice of an overflow: when they begin, and how many they were once nothing waits any more.
final class EventOutbox: Sendable {
    private struct State {
        var waiting: [(EventStatement, Int64)] = []
        /// How many at the front of `waiting` are taken; their places are removed in bulk.
        var taken = 0
        var dropped = 0
        /// For want of room, since nothing waited.
        var droppedOfLate = 0
        var reader: CheckedContinuation<Void, Never>?

        var count: Int { waiting.count - taken }

        mutating func popFirst() -> (EventStatement, Int64)? {
            guard taken < waiting.count else { return nil }
            defer {
                taken += 1
                if taken == waiting.count || taken >= EventLimits.queued {
                    waiting.removeFirst(taken)
                    taken = 0
                }
            }
            return waiting[taken]
        }

        /// Returns whether it is the first of late.
        mutating func drop() -> Bool {
            dropped &+= 1
            droppedOfLate &+= 1
            return droppedOfLate == 1
        }
    }
    private let state = Mutex(State())
    private let log: @Sendable (String) -> Void

    /// - Parameter log: gets a line without its end.
    init(log: @escaping @Sendable (String) -> Void) { self.log = log }

    var droppedCount: Int { state.withLock { $0.dropped } }

    func add(_ statement: EventStatement, at milliseconds: Int64) {
        let (reader, isFirstDrop) = state.withLock { state -> (CheckedContinuation<Void, Never>?, Bool) in
            guard state.count < EventLimits.queued else { return (nil, state.drop()) }
            state.waiting.append((statement, milliseconds))
            return (state.reader.take(), false)
        }
        reader?.resume()
        if isFirstDrop { log("\(EventLimits.queued) events wait to be sent: further ones are dropped") }
    }

    /// One that was taken could not be sent: of a namespace that is going, or while the server is away. Counted only.
    func refused() { state.withLock { $0.dropped &+= 1 } }

    /// Nil: the task is cancelled.
    func next() async -> (EventStatement, Int64)? {
        while !Task.isCancelled {
            let (first, dropped) = state.withLock { state -> ((EventStatement, Int64)?, Int) in
                if let first = state.popFirst() { return (first, 0) }
                defer { state.droppedOfLate = 0 }
                return (nil, state.droppedOfLate)
            }
            if let first { return first }
            if dropped > 0 { log("\(dropped) events were dropped") }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isReady = state.withLock { state in
                        if Task.isCancelled || state.count > 0 { return true }
                        state.reader = continuation
                        return false
                    }
                    if isReady { continuation.resume() }
                }
            } onCancel: {
                state.withLock { $0.reader.take() }?.resume()
            }
        }
        return nil
    }
}
