import Client

/// The pods that wait for a node, in three places: ready to be looked at, waiting out a back-off, and found to fit nowhere
/// until something changes that could help. Pure: time comes in milliseconds.
struct SchedulingQueue: Sendable {
    private enum Place: Sendable, Equatable {
        case active
        case backoff
        case unschedulable(until: Refusal, since: Int64)
        /// Taken with `next`: being decided or bound.
        case taken
    }
    private struct Entry: Sendable {
        var priority: Int
        /// Order of arrival.
        let number: Int
        var place = Place.active
        /// Changes with the place: what the heaps hold of earlier places is void.
        var generation: UInt64
        var attempts = 0
    }
    private struct Ready: Sendable, Comparable {
        let priority: Int
        let number: Int
        let generation: UInt64
        let key: ObjectKey
        static func < (a: Ready, b: Ready) -> Bool { (b.priority, a.number) < (a.priority, b.number) }
        static func == (a: Ready, b: Ready) -> Bool { a.generation == b.generation }
    }
    private struct Due: Sendable, Comparable {
        let milliseconds: Int64
        let generation: UInt64
        let key: ObjectKey
        static func < (a: Due, b: Due) -> Bool { (a.milliseconds, a.generation) < (b.milliseconds, b.generation) }
        static func == (a: Due, b: Due) -> Bool { a.generation == b.generation }
    }
    static let firstBackoffMilliseconds: Int64 = 1000
    static let lastBackoffMilliseconds: Int64 = 10_000
    /// Even without a change that is known to help, a pod is looked at again after so long.
    static let unschedulableMilliseconds: Int64 = 300_000

    private var entries: [ObjectKey: Entry] = [:]
    private var ready = BinaryHeap<Ready>()
    private var due = BinaryHeap<Due>()
    /// The pods that fit nowhere, by what they wait for.
    private var stuck: [Refusal: Set<ObjectKey>] = [:]
    private var arrivals = 0
    private var generations: UInt64 = 0

    var count: Int { entries.count }

    /// The pods that fit nowhere until something changes.
    var unschedulable: [ObjectKey] { stuck.values.flatMap { $0 } }

    /// A pod that has no node yet, or one that has changed: looked at at once. One that is being decided stays there.
    mutating func add(_ key: ObjectKey, priority: Int) {
        arrivals += 1
        if entries[key] == nil {
            entries[key] = Entry(priority: priority, number: arrivals, generation: 0)
        } else if entries[key]?.place == .taken {
            entries[key]?.priority = priority
            return
        }
        entries[key]?.priority = priority
        move(key, to: .active)
    }

    mutating func remove(_ key: ObjectKey) {
        leave(key)
        entries[key] = nil
    }

    /// The most important pod that may be looked at now, the longest-waiting among equals. It is the caller's until
    /// `failed`, `retry` or `remove`.
    mutating func next(now: Int64) -> ObjectKey? {
        promote(now: now)
        while let first = ready.popFirst() {
            guard let entry = entries[first.key], entry.generation == first.generation else { continue }
            move(first.key, to: .taken)
            return first.key
        }
        return nil
    }

    /// No node could take it.
    mutating func failed(_ key: ObjectKey, until: Refusal, now: Int64) {
        guard entries[key]?.place == .taken else { return }
        entries[key]?.attempts += 1
        move(key, to: .unschedulable(until: until, since: now), due: now &+ Self.unschedulableMilliseconds)
    }

    /// The attempt itself failed, say by a conflict: again after a back-off.
    mutating func retry(_ key: ObjectKey, now: Int64) {
        guard let entry = entries[key], entry.place == .taken else { return }
        entries[key]?.attempts += 1
        move(key, to: .backoff, due: now &+ Self.delay(afterAttempts: entry.attempts + 1))
    }

    /// Some refusals may not hold any more: of the pods that waited for one of them, those that fit now are looked at
    /// again, each after its back-off.
    ///
    /// - Parameter refusal: why the pod cannot go where the change was; empty: it can. What it waits for grows by that,
    ///   so that no later change is missed.
    /// - Returns: whether a pod is to be looked at again.
    @discardableResult
    mutating func clusterChanged(
        helps: Refusal, now: Int64, refusal: (ObjectKey) -> Refusal = { _ in [] }
    ) -> Bool {
        var isAny = false
        for until in Array(stuck.keys) where !until.isDisjoint(with: helps) {
            for key in stuck[until] ?? [] {
                guard let entry = entries[key], case .unschedulable(_, let since) = entry.place else { continue }
                let left = refusal(key)
                guard left.isEmpty else {
                    if !until.isSuperset(of: left) { widen(key, to: until.union(left)) }
                    continue
                }
                isAny = true
                let time = since &+ Self.delay(afterAttempts: entry.attempts)
                if time <= now { move(key, to: .active) } else { move(key, to: .backoff, due: time) }
            }
        }
        return isAny
    }

    /// It waits for more, and still since the same time: its place among those that are due stays.
    private mutating func widen(_ key: ObjectKey, to until: Refusal) {
        guard case .unschedulable(_, let since)? = entries[key]?.place else { return }
        leave(key)
        entries[key]?.place = .unschedulable(until: until, since: since)
        stuck[until, default: []].insert(key)
    }

    /// When `next` is worth asking again although nothing was added; nil: not before something changes.
    mutating func nextDue() -> Int64? {
        while let first = ready.first {
            if entries[first.key]?.generation == first.generation { return 0 }
            _ = ready.popFirst()
        }
        while let first = due.first {
            if entries[first.key]?.generation == first.generation { return first.milliseconds }
            _ = due.popFirst()
        }
        return nil
    }

    private mutating func promote(now: Int64) {
        while let first = due.first {
            let isCurrent = entries[first.key]?.generation == first.generation
            if isCurrent, first.milliseconds > now { return }
            _ = due.popFirst()
            if isCurrent { move(first.key, to: .active) }
        }
    }

    private mutating func move(_ key: ObjectKey, to place: Place, due time: Int64? = nil) {
        leave(key)
        guard var entry = entries[key] else { return }
        generations &+= 1
        entry.generation = generations
        entry.place = place
        entries[key] = entry
        if place == .active {
            ready.insert(
                Ready(priority: entry.priority, number: entry.number, generation: generations, key: key))
        }
        if case .unschedulable(let until, _) = place { stuck[until, default: []].insert(key) }
        if let time { due.insert(Due(milliseconds: time, generation: generations, key: key)) }
    }

    private mutating func leave(_ key: ObjectKey) {
        guard case .unschedulable(let until, _)? = entries[key]?.place else { return }
        stuck[until]?.remove(key)
        if stuck[until]?.isEmpty == true { stuck[until] = nil }
    }

    /// 1 s, doubling to 10 s.
    static func delay(afterAttempts attempts: Int) -> Int64 {
        min(firstBackoffMilliseconds << Int64(min(max(attempts - 1, 0), 10)), lastBackoffMilliseconds)
    }
}
