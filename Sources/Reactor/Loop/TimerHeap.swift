/// A binary heap of things that are due at a time, with removal from the middle. Pure: time is passed in.
///
/// An entry carries its own place, so that cancelling is O(log n) and a cancelled timer leaves nothing behind.
struct TimerHeap {
    private var entries: [LoopTimer] = []

    var isEmpty: Bool { entries.isEmpty }
    var count: Int { entries.count }
    /// When the next one is due, in nanoseconds of the monotonic clock.
    var nextDue: UInt64? { entries.first?.due }

    mutating func insert(_ timer: LoopTimer) {
        timer.place = entries.count
        entries.append(timer)
        siftUp(timer.place)
    }

    /// Takes out the earliest timer that is due at `now`; equal times come out in the order they were added.
    mutating func popDue(at now: UInt64) -> LoopTimer? {
        guard let first = entries.first, first.due <= now else { return nil }
        remove(first)
        return first
    }

    mutating func remove(_ timer: LoopTimer) {
        let place = timer.place
        guard entries.indices.contains(place), entries[place] === timer else { return }
        let last = entries.count - 1
        if place != last {
            entries.swapAt(place, last)
            entries[place].place = place
        }
        entries.removeLast()
        timer.place = -1
        if place < entries.count {
            siftUp(place)
            siftDown(place)
        }
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        let (left, right) = (entries[a], entries[b])
        return left.due < right.due || (left.due == right.due && left.order < right.order)
    }

    private mutating func siftUp(_ start: Int) {
        var at = start
        while at > 0 {
            let parent = (at - 1) / 2
            guard precedes(at, parent) else { return }
            swap(at, parent)
            at = parent
        }
    }

    private mutating func siftDown(_ start: Int) {
        var at = start
        while true {
            var least = at
            for child in [2 * at + 1, 2 * at + 2] where child < entries.count && precedes(child, least) {
                least = child
            }
            guard least != at else { return }
            swap(at, least)
            at = least
        }
    }

    private mutating func swap(_ a: Int, _ b: Int) {
        entries.swapAt(a, b)
        entries[a].place = a
        entries[b].place = b
    }
}

/// A promise of a loop to call a closure once, at a time. Dropping it does not cancel it.
public final class LoopTimer: @unchecked Sendable {
    // Unchecked: everything mutable here belongs to the loop that made it; `cancel` hops there first.
    let due: UInt64
    let order: UInt64
    var place = -1
    var action: (() -> Void)?
    private let loop: EventLoop?

    init(due: UInt64, order: UInt64, loop: EventLoop?, action: @escaping () -> Void) {
        self.due = due
        self.order = order
        self.loop = loop
        self.action = action
    }

    /// Called on the loop, it is certain that the closure does not run any more; from elsewhere it may just be running.
    public func cancel() {
        guard let loop else { return }
        if loop.isCurrent { loop.cancel(self) } else { loop.execute { loop.cancel(self) } }
    }
}
