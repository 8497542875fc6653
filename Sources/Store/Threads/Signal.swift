internal import CLinux
internal import Synchronization

/// Wakes one of the threads that sleep on it. A `raise` while nobody sleeps is kept for the next `wait`.
///
/// A futex of its own rather than a condition variable: a raise that finds nobody asleep makes no system call, and who is
/// woken finds no lock that the raiser still holds.
///
/// `@unchecked Sendable`: the word is at a fixed address from `init` to `deinit`, and only ever used atomically.
final class Signal: @unchecked Sendable {
    private let word = UnsafeMutablePointer<Atomic<UInt32>>.allocate(capacity: 1)
    private let sleepers = Atomic<Int>(0)

    init() { word.initialize(to: Atomic(0)) }

    deinit {
        word.deinitialize(count: 1)
        word.deallocate()
    }

    func raise() {
        guard word.pointee.exchange(1, ordering: .sequentiallyConsistent) == 0 else { return }
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 { clinux_futex_wake(address) }
    }

    /// Sleeps until raised, or until so much time has passed (nil: without end).
    func wait(milliseconds: Int64?) {
        if word.pointee.exchange(0, ordering: .sequentiallyConsistent) == 1 { return }
        sleepers.add(1, ordering: .sequentiallyConsistent)
        defer { sleepers.subtract(1, ordering: .sequentiallyConsistent) }
        let deadline = milliseconds.map {
            clinux_monotonic_nanoseconds()
                &+ UInt64(max(0, min($0, StoreLimits.longestSleepMilliseconds))) &* 1_000_000
        }
        while word.pointee.exchange(0, ordering: .sequentiallyConsistent) == 0 {
            var rest: Int64 = -1
            if let deadline {
                let now = clinux_monotonic_nanoseconds()
                if now >= deadline { return }
                rest = Int64(clamping: deadline - now)
            }
            clinux_futex_wait(address, 0, rest)
        }
    }

    private var address: UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer(word).assumingMemoryBound(to: UInt32.self)
    }
}
