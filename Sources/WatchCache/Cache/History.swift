import Store

/// The latest events of one resource, oldest first, for watches that resume. Bounded by number and bytes.
///
/// Events have sequence numbers without gaps. A reader holds the number of its next event and nothing else, so that it
/// keeps nothing alive however long it stalls; it takes a few events at a time and finds those that interest it by the
/// values that its selector names, so that a resume costs what it tells and not what it passes over.
struct History {
    /// Those before `head` are gone; their places are removed in bulk.
    private var events: [CacheEvent?] = []
    private var head = 0
    /// Sequence number of the first place in `events`.
    private var first = 0
    private var postings = Postings()
    /// What the events keep in memory beside the current objects.
    private(set) var bytes = 0
    /// Everything after this revision is here.
    private(set) var completeAfter: Revision
    private let limits: WatchCacheLimits

    init(completeAfter: Revision, limits: WatchCacheLimits) {
        self.completeAfter = completeAfter
        self.limits = limits
    }

    var count: Int { events.count - head }
    /// The sequence number of the oldest event that is here.
    var start: Int { first + head }
    /// The sequence number of the next event.
    var end: Int { first + events.count }

    /// Adds an event and moves those that are over the limits to `dropped`, for the caller to release where that holds
    /// nobody up.
    mutating func append(_ event: CacheEvent, dropping dropped: inout [CacheEvent]) {
        postings.add(end, at: event.places)
        events.append(event)
        bytes += event.bytes
        while count > limits.historyEvents || (bytes > limits.historyBytes && count > 1) {
            guard dropOldest(to: &dropped) else { break }
        }
    }

    /// Drops the oldest events until what is left weighs `limit` bytes at the most, but never the newest.
    mutating func trim(to limit: Int, dropping dropped: inout [CacheEvent]) {
        while bytes > limit, count > 1 {
            guard dropOldest(to: &dropped) else { break }
        }
    }

    private mutating func dropOldest(to dropped: inout [CacheEvent]) -> Bool {
        guard events.indices.contains(head), let oldest = events[head] else { return false }
        events[head] = nil
        postings.drop(start, at: oldest.places)
        bytes -= oldest.bytes
        completeAfter = oldest.revision
        dropped.append(oldest)
        head += 1
        if head > 1024, head * 2 > events.count {
            events.removeFirst(head)
            first += head
            head = 0
        }
        return true
    }

    /// The sequence number of the first event after `revision`; nil when some of those that follow it are gone.
    func position(after revision: Revision) -> Int? {
        guard revision >= completeAfter else { return nil }
        var low = head
        var high = events.count
        while low < high {
            let middle = (low + high) / 2
            if let event = events[middle], event.revision > revision { high = middle } else { low = middle + 1 }
        }
        return first + low
    }

    /// A part of history: what a reader takes at a time.
    struct Piece {
        var events: [(sequence: Int, event: CacheEvent)]
        /// What the reader looked for is in `events` as far as it comes before this sequence number.
        var end: Int
    }

    /// The next events from `start` up to and without `end` that may be of interest, `limit` at the most; nil when some
    /// are gone.
    ///
    /// - Parameter requirements: `Interest.places`: the one that the fewest events meet is used.
    func read(from start: Int, upTo end: Int, requirements: [[IndexPlace]], limit: Int) -> Piece? {
        guard start >= self.start else { return nil }
        let end = max(min(end, self.end), start)
        var best: [IndexPlace]?
        var fewest = end - start
        for places in requirements {
            let count = postings.count(at: places, from: start, upTo: end)
            if count < fewest || best == nil { (best, fewest) = (places, count) }
        }
        var piece = Piece(events: [], end: min(end, start + limit))
        guard let best else {
            for sequence in start..<piece.end { take(sequence, into: &piece) }
            return piece
        }
        for sequence in postings.sequences(at: best, from: start, upTo: end, limit: limit) {
            take(sequence, into: &piece)
        }
        let isWhole = piece.events.count < limit
        piece.end = isWhole ? end : (piece.events.last?.sequence ?? end - 1) + 1
        return piece
    }

    private func take(_ sequence: Int, into piece: inout Piece) {
        let at = sequence - first
        guard events.indices.contains(at), let event = events[at] else { return }
        piece.events.append((sequence, event))
    }
}
