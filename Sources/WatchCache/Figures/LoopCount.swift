internal import Synchronization

/// A number that one loop adds to and any thread may read. Adding is a plain load and store: no bus lock, no fence.
struct LoopCount: ~Copyable {
    private let value = Atomic<Int>(0)

    /// On the loop only.
    @inline(__always)
    func count(_ amount: Int = 1) {
        value.store(value.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
    }

    var current: Int { value.load(ordering: .relaxed) }
}
