internal import Glibc
internal import Synchronization

/// Wakes the one thread that sleeps on it. A `raise` while nobody sleeps is kept for the next `wait`.
///
/// `@unchecked Sendable`: the two pthread objects live at fixed addresses from `init` to `deinit` and are made for use
/// by many threads; Synchronization has no condition variable.
final class Signal: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let raised = Atomic<Bool>(false)

    init() {
        mutex.initialize(to: pthread_mutex_t())
        condition.initialize(to: pthread_cond_t())
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    func raise() {
        if raised.exchange(true, ordering: .acquiringAndReleasing) { return }
        pthread_mutex_lock(mutex)
        pthread_cond_signal(condition)
        pthread_mutex_unlock(mutex)
    }

    /// Sleeps until raised, or until so much time has passed (nil: without end).
    func wait(milliseconds: Int64?) {
        if raised.exchange(false, ordering: .acquiringAndReleasing) { return }
        var deadline = timespec()
        if let milliseconds {
            clock_gettime(CLOCK_MONOTONIC, &deadline)
            let wait = max(0, min(milliseconds, StoreLimits.longestSleepMilliseconds))
            deadline.tv_sec += Int(wait / 1000)
            deadline.tv_nsec += Int(wait % 1000) * 1_000_000
            if deadline.tv_nsec >= 1_000_000_000 {
                deadline.tv_sec += 1
                deadline.tv_nsec -= 1_000_000_000
            }
        }
        pthread_mutex_lock(mutex)
        while !raised.load(ordering: .acquiring) {
            if milliseconds == nil {
                pthread_cond_wait(condition, mutex)
            } else if pthread_cond_timedwait(condition, mutex, &deadline) == ETIMEDOUT {
                break
            }
        }
        raised.store(false, ordering: .releasing)
        pthread_mutex_unlock(mutex)
    }
}
