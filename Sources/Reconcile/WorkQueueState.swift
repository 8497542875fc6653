import Client

/// The rules of a work queue, without time or tasks of its own.
///
/// A key is queued at most once however often it is added. While it is being worked on it may be added again; then it
/// is queued when that work is finished, so one key never runs twice at once and no change is missed.
struct WorkQueueState<Key: Hashable & Sendable>: Sendable {
    /// Keys that are to be worked on, each once: the queue and those added while at work.
    private var wanted: Set<Key> = []
    private var working: Set<Key> = []
    private var queue: [Key] = []
    private var head = 0
    private var delayed = DelayedKeys<Key>()
    private var failures: [Key: Int] = [:]
    private let backoff: Backoff

    init(backoff: Backoff = .perKey) {
        self.backoff = backoff
    }

    /// Keys that can be taken now.
    var readyCount: Int { queue.count - head }
    var delayedCount: Int { delayed.count }
    var workingCount: Int { working.count }
    func failureCount(of key: Key) -> Int { failures[key] ?? 0 }

    mutating func add(_ key: Key) {
        guard wanted.insert(key).inserted, !working.contains(key) else { return }
        queue.append(key)
    }

    /// - Parameter due: of a key that waits already the earlier time counts.
    mutating func add(_ key: Key, dueMilliseconds due: Int64) {
        delayed.add(key, due: due)
    }

    /// Queues the keys whose time has come. Returns when the next is due.
    mutating func promote(nowMilliseconds now: Int64) -> Int64? {
        while let key = delayed.pop(upTo: now) { add(key) }
        return delayed.nextDue
    }

    mutating func take() -> Key? {
        guard head < queue.count else { return nil }
        let key = queue[head]
        head += 1
        // The taken part goes once it is the larger one: each key moves at most once on average.
        if head > 64, head > queue.count / 2 {
            queue.removeFirst(head)
            head = 0
        }
        wanted.remove(key)
        working.insert(key)
        return key
    }

    /// - Returns: of a failure, how many there were in a row and the milliseconds until the next try.
    @discardableResult
    mutating func finish(
        _ key: Key, _ outcome: Outcome, nowMilliseconds now: Int64
    ) -> (failures: Int, delayMilliseconds: Int)? {
        working.remove(key)
        if wanted.contains(key) { queue.append(key) }
        switch outcome {
        case .done:
            failures[key] = nil
            return nil
        case .retry(let delay):
            failures[key] = nil
            if delay <= 0 { add(key) } else { delayed.add(key, due: now &+ Int64(delay)) }
            return nil
        case .failed:
            let count = (failures[key] ?? 0) + 1
            failures[key] = count
            let delay = backoff.milliseconds(afterFailures: count)
            delayed.add(key, due: now &+ Int64(delay))
            return (count, delay)
        }
    }
}
