/// When each lease ends. Pure: time comes in with every call.
struct LeaseTable {
    private struct Lease {
        let milliseconds: Int64
        var deadline: Int64
    }
    private struct Ending {
        let deadline: Int64
        let lease: LeaseID
    }

    private var leases: [LeaseID: Lease] = [:]
    /// A binary heap by deadline. An entry whose lease ends at another time by now, or is gone, is passed over.
    private var heap: [Ending] = []

    var count: Int { leases.count }

    func contains(_ lease: LeaseID) -> Bool { leases[lease] != nil }

    mutating func grant(_ lease: LeaseID, seconds: Int64, now: Int64) {
        let milliseconds = seconds &* 1000
        leases[lease] = Lease(milliseconds: milliseconds, deadline: now &+ milliseconds)
        push(Ending(deadline: now &+ milliseconds, lease: lease))
    }

    /// - Returns: false when there is no such lease.
    mutating func keepAlive(_ lease: LeaseID, now: Int64) -> Bool {
        guard var kept = leases[lease] else { return false }
        kept.deadline = now &+ kept.milliseconds
        leases[lease] = kept
        push(Ending(deadline: kept.deadline, lease: lease))
        return true
    }

    mutating func remove(_ lease: LeaseID) { leases[lease] = nil }

    /// When the next lease ends, at the earliest.
    var nextDeadline: Int64? { heap.first?.deadline }

    /// Up to `limit` leases whose time is over. Each is told once: then `remove` it, or `retry`.
    mutating func takeEnded(now: Int64, limit: Int) -> [LeaseID] {
        var ended: [LeaseID] = []
        while ended.count < limit, let first = heap.first, first.deadline <= now {
            pop()
            guard leases[first.lease]?.deadline == first.deadline else { continue }
            leases[first.lease]?.deadline = .max
            ended.append(first.lease)
        }
        return ended
    }

    /// Puts leases back whose keys could not be deleted, to be told again at `deadline`.
    mutating func retry(_ ended: [LeaseID], at deadline: Int64) {
        for lease in ended where leases[lease] != nil {
            leases[lease]?.deadline = deadline
            push(Ending(deadline: deadline, lease: lease))
        }
    }

    private mutating func push(_ ending: Ending) {
        if heap.count > 2 * leases.count + 64 {
            heap = leases.map { Ending(deadline: $0.value.deadline, lease: $0.key) }
            heap.sort { $0.deadline < $1.deadline }
            return
        }
        heap.append(ending)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if heap[parent].deadline <= heap[child].deadline { break }
            heap.swapAt(parent, child)
            child = parent
        }
    }

    private mutating func pop() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].deadline < heap[least].deadline {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
