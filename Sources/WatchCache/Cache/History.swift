import Store

/// The latest events of one resource, oldest first, for watches that resume. Bounded by number and bytes.
struct History {
    private var events: [CacheEvent] = []
    /// How many at the front of `events` are gone; they are removed in bulk.
    private var head = 0
    private var bytes = 0
    /// Everything after this revision is here.
    private(set) var completeAfter: Revision
    private let limits: WatchCacheLimits

    init(completeAfter: Revision, limits: WatchCacheLimits) {
        self.completeAfter = completeAfter
        self.limits = limits
    }

    var count: Int { events.count - head }
    var approximateBytes: Int { bytes }

    mutating func append(_ event: CacheEvent) {
        events.append(event)
        bytes += event.approximateBytes
        while count > limits.historyEvents || (bytes > limits.historyBytes && count > 1) {
            let dropped = events[head]
            bytes -= dropped.approximateBytes
            completeAfter = dropped.revision
            head += 1
        }
        if head > 1024, head * 2 > events.count {
            events.removeFirst(head)
            head = 0
        }
    }

    /// Events after `revision`, or nil when some of them are gone.
    func events(after revision: Revision) -> ArraySlice<CacheEvent>? {
        guard revision >= completeAfter else { return nil }
        var low = head
        var high = events.count
        while low < high {
            let middle = (low + high) / 2
            if events[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return events[low...]
    }
}
