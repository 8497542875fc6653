import Glibc

/// The process's file descriptors: one for each connection.
enum Descriptors {
    /// Raises the soft limit, often 1,024 for the sake of programs with `select`, to the hard one: else a thousand idle
    /// connections would lock everybody out.
    static func allowAll() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = limit.rlim_max
        // Refused: the server works all the same, for fewer.
        _ = setrlimit(resource, &limit)
    }
}
