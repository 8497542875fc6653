import Glibc

/// What Prometheus' own client libraries tell of a process, by the same names.
enum ProcessMetrics {
    /// `/proc/self/statm` has seven numbers of at most 20 digits.
    private static let statmBytes = 256

    static func write(to text: inout MetricsText) {
        if let bytes = residentBytes {
            text.family("process_resident_memory_bytes", .gauge, "Resident memory size in bytes.")
            text.sample(bytes)
        }
        var usage = rusage()
        if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            let microseconds =
                (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000
                + Int(usage.ru_utime.tv_usec) + Int(usage.ru_stime.tv_usec)
            text.family("process_cpu_seconds_total", .counter, "Total user and system CPU time spent in seconds.")
            text.sample(MetricsText.seconds(microseconds, perSecond: 1_000_000))
        }
        text.family("process_start_time_seconds", .gauge, "Start time of the process since unix epoch in seconds.")
        text.sample(started)
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            text.family("process_max_fds", .gauge, "Maximum number of open file descriptors.")
            text.sample(limit.rlim_cur)
        }
    }

    /// Seconds since 1970, as of `begin`.
    static let started = time(nil)

    /// To be called when the server is put together.
    static func begin() { _ = started }

    /// The second number of `/proc/self/statm` (proc(5)), in pages.
    private static var residentBytes: Int? {
        let descriptor = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { _ = close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: statmBytes)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let fields = bytes[..<count].split(separator: UInt8(ascii: " "))
        guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
        return pages &* Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
