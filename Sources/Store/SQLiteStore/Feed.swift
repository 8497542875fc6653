/// The events of one revision.
struct RevisionEvents: Sendable {
    let revision: Revision
    let events: [Event]
    /// When they became durable; 0 until then.
    var committedNanoseconds: UInt64 = 0
}

/// The newest revisions in memory, for watches that are up to date. Bounded: what has fallen out is read from disk.
struct Feed {
    /// Contiguous revisions in `entries[first...]`; those before are gone and their places are emptied now and then.
    private var entries: [RevisionEvents?] = []
    private var first = 0
    private var bytes = 0
    /// Everything up to it is in the feed, has been there, or was before it began.
    private(set) var newest: Revision
    private let revisionLimit: Int
    private let byteLimit: Int

    init(after newest: Revision, revisionLimit: Int = StoreLimits.feedRevisions, byteLimit: Int = StoreLimits.feedBytes)
    {
        self.newest = newest
        self.revisionLimit = revisionLimit
        self.byteLimit = byteLimit
    }

    /// The oldest revision that the feed can deliver.
    var oldest: Revision { Revision(newest.rawValue - Int64(entries.count - first) + 1) }

    /// Adds the next revision. Should one be missing (it never is), the feed begins anew after the gap.
    mutating func append(_ next: RevisionEvents) {
        if next.revision != newest.next { removeAll() }
        entries.append(next)
        bytes += Feed.weight(next)
        newest = next.revision
        while first < entries.count, entries.count - first > revisionLimit || bytes > byteLimit {
            if let gone = entries[first] { bytes -= Feed.weight(gone) }
            entries[first] = nil
            first += 1
        }
        if first > revisionLimit {
            entries.removeFirst(first)
            first = 0
        }
    }

    /// Up to `limit` revisions from `start` on; nil when the feed does not reach back so far.
    func revisions(from start: Revision, limit: Int) -> [RevisionEvents]? {
        guard start >= oldest else { return nil }
        guard start <= newest else { return [] }
        let from = first + Int(start.rawValue - oldest.rawValue)
        let to = min(entries.count, from + limit)
        return entries[from..<to].compactMap { $0 }
    }

    private mutating func removeAll() {
        entries.removeAll()
        first = 0
        bytes = 0
    }

    private static func weight(_ entry: RevisionEvents) -> Int { entry.events.reduce(0) { $0 + $1.bytes } }
}
