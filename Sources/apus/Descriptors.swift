import Glibc

/// The process's file descriptors: one for each connection.
enum Descriptors {
    /// The soft limit that this process was started with, for the programs that it starts.
    static let original: UInt64 = UInt64(current?.rlim_cur ?? 1024)

    /// Raises the soft limit, often 1,024 for the sake of programs with `select`, to the hard one: else a thousand idle
    /// connections would lock everybody out.
    static func allowAll() {
        _ = original
        guard var limit = current, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        // Refused: the server works all the same, for fewer.
        _ = setrlimit(resource, &limit)
    }

    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }

    private static var current: rlimit? {
        var limit = rlimit()
        return getrlimit(resource, &limit) == 0 ? limit : nil
    }
}
