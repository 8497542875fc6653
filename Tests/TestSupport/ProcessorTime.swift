internal import Glibc

/// What the calling thread has had of a processor: what other threads and programs take meanwhile does not count.
public enum ProcessorTime {
    /// The seconds that `body` took.
    public static func seconds(_ body: () -> Void) -> Double {
        let began = now()
        body()
        return now() - began
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }
}
