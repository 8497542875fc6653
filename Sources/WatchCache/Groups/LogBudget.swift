import Store

/// Decides how far back the logs of one loop may reach, so that all of them together hold a bounded number of bytes,
/// however many groups have readers that stall.
///
/// Frames are shared between groups, so it counts what has arrived and not what each log holds: what is older than the
/// newest `limit` bytes goes from all logs, whoever has not read it. To visit all groups is worth it only now and then:
/// when a quarter of the limit has arrived.
struct LogBudget {
    private let limit: Int
    private var arrivals: [(through: Revision, bytes: Int)] = []
    private var bytes = 0

    init(limit: Int) { self.limit = limit }

    /// Notes what was added to logs. Returns the revision through which they are to drop their frames, if they are to.
    mutating func arrived(_ count: Int, through revision: Revision) -> Revision? {
        bytes += count
        let chunk = max(limit / 64, 1)
        if let last = arrivals.last, last.bytes + count <= chunk {
            arrivals[arrivals.count - 1] = (revision, last.bytes + count)
        } else {
            arrivals.append((revision, count))
        }
        guard bytes > limit else { return nil }
        var dropped = 0
        while bytes > limit - limit / 4, dropped < arrivals.count - 1 {
            bytes -= arrivals[dropped].bytes
            dropped += 1
        }
        guard dropped > 0 else { return nil }
        defer { arrivals.removeFirst(dropped) }
        return arrivals[dropped - 1].through
    }
}
