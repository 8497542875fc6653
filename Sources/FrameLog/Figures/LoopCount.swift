internal import Synchronization

/// A number that one loop adds to and any thread may read. Adding is a plain load and store: no bus lock, no fence.
public struct LoopCount: ~Copyable, Sendable {
    private let value = Atomic<Int>(0)

    public init() {}

    /// On the loop only.
    @inline(__always)
    public func count(_ amount: Int = 1) {
        value.store(value.load(ordering: .relaxed) &+ amount, ordering: .relaxed)
    }

    public var current: Int { value.load(ordering: .relaxed) }
}
