import Client

/// The pods that wait for a node, in three places: ready to be looked at, waiting out a back-off, and found to fit nowhere
/// until something changes. Pure: time comes in milliseconds.
struct SchedulingQueue: Sendable {
    private struct Entry: Sendable {
        let key: ObjectKey
        let priority: Int
        /// Order of arrival.
        let number: Int
        var attempts = 0
    }
    static let firstBackoffMilliseconds: Int64 = 1000
    static let lastBackoffMilliseconds: Int64 = 10_000
    /// Even without a change that is known to help, a pod is looked at again after so long.
    static let unschedulableMilliseconds: Int64 = 300_000

    private var entries: [ObjectKey: Entry] = [:]
    private var active: Set<ObjectKey> = []
    /// When each may be looked at again.
    private var backoff: [ObjectKey: Int64] = [:]
    /// Since when each fits nowhere.
    private var unschedulable: [ObjectKey: Int64] = [:]
    private var arrivals = 0

    var count: Int { entries.count }

    /// A pod that has no node yet, or one that has changed.
    mutating func add(_ key: ObjectKey, priority: Int) {
        let attempts = entries[key]?.attempts ?? 0
        arrivals += 1
        entries[key] = Entry(key: key, priority: priority, number: entries[key]?.number ?? arrivals, attempts: attempts)
        backoff[key] = nil
        unschedulable[key] = nil
        active.insert(key)
    }

    mutating func remove(_ key: ObjectKey) {
        entries[key] = nil
        active.remove(key)
        backoff[key] = nil
        unschedulable[key] = nil
    }

    /// The most important pod that may be looked at now, the longest-waiting among equals.
    mutating func next(now: Int64) -> ObjectKey? {
        for (key, time) in backoff where time <= now {
            backoff[key] = nil
            active.insert(key)
        }
        for (key, since) in unschedulable where now - since >= Self.unschedulableMilliseconds {
            unschedulable[key] = nil
            active.insert(key)
        }
        let best = active.compactMap { entries[$0] }.min { ($1.priority, $0.number) < ($0.priority, $1.number) }
        guard let best else { return nil }
        active.remove(best.key)
        return best.key
    }

    /// No node could take it.
    mutating func failed(_ key: ObjectKey, now: Int64) {
        guard entries[key] != nil, !active.contains(key) else { return }
        entries[key]?.attempts += 1
        unschedulable[key] = now
    }

    /// The attempt itself failed, say by a conflict: again after a back-off.
    mutating func retry(_ key: ObjectKey, now: Int64) {
        guard entries[key] != nil, !active.contains(key) else { return }
        entries[key]?.attempts += 1
        backoff[key] = now + delay(entries[key]?.attempts ?? 1)
    }

    /// Something changed that may let pods fit: all that fit nowhere are looked at again, each after its back-off.
    mutating func clusterChanged(now: Int64) {
        for (key, since) in unschedulable {
            unschedulable[key] = nil
            let due = since + delay(entries[key]?.attempts ?? 1)
            if due <= now { active.insert(key) } else { backoff[key] = due }
        }
    }

    /// When `next` is worth asking again although nothing was added; nil: not before.
    var nextDue: Int64? {
        if !active.isEmpty { return 0 }
        let waiting = backoff.values.min()
        let stuck = unschedulable.values.min().map { $0 + Self.unschedulableMilliseconds }
        return [waiting, stuck].compactMap { $0 }.min()
    }

    private func delay(_ attempts: Int) -> Int64 {
        min(Self.firstBackoffMilliseconds << Int64(min(max(attempts - 1, 0), 10)), Self.lastBackoffMilliseconds)
    }
}
