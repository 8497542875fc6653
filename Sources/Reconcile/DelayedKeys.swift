/// Keys that wait for their time: a heap by due time, in which a key's earliest time counts.
struct DelayedKeys<Key: Hashable & Sendable>: Sendable {
    private struct Entry: Sendable {
        var due: Int64
        var key: Key
    }
    private var heap: [Entry] = []
    /// The time that counts. An entry of the heap with another time is left over and passed by.
    private var due: [Key: Int64] = [:]

    var count: Int { due.count }

    mutating func add(_ key: Key, due time: Int64) {
        if let known = due[key], known <= time { return }
        due[key] = time
        heap.append(Entry(due: time, key: key))
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].due < heap[parent].due else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The earliest time; nil: nothing waits.
    var nextDue: Int64? {
        mutating get {
            while let first = heap.first, due[first.key] != first.due { removeFirst() }
            return heap.first?.due
        }
    }

    /// A key whose time is not after `now`.
    mutating func pop(upTo now: Int64) -> Key? {
        guard let next = nextDue, next <= now, let first = heap.first else { return nil }
        removeFirst()
        due[first.key] = nil
        return first.key
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child].due < heap[least].due
            {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
