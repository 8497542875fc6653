/// Bounds of the cache, each with its reason.
///
/// Together they bound what the cache holds beside the current objects, whoever writes, watches and stalls:
/// `historyBytes` + `frameBytes` + for each loop `loopLogBytes` and `inboxBytes`, and one frame for each reader that
/// stands in the middle of it.
public struct WatchCacheLimits: Sendable {
    /// Events kept per resource for watches that resume. Kubernetes keeps at most 102,400; a busy cluster writes some
    /// hundreds a second, so that this is minutes.
    public var historyEvents = 100_000
    /// Bytes that the histories of all resources may hold together beside the current objects: what a stalled reader can
    /// make the server keep. With objects of 1 KB that is some 35,000 updates; the resource that holds the most gives way.
    public var historyBytes = 64 << 20
    /// Bytes of encoded events and objects that are kept, with what they are made of, because the next watcher may ask
    /// for them: room for 5,000 of 2 KB in two formats while a crowd begins with a list or resumes.
    public var frameBytes = 32 << 20
    /// Bytes of encoded events that one group's log holds for its slowest watcher before that watcher goes back to
    /// history: eight of the largest objects.
    public var groupLogBytes = 12 << 20
    /// The same for all groups of a loop together, each frame counted once: twice the largest group.
    public var loopLogBytes = 24 << 20
    /// Bytes of encoded events that may wait for a loop; beyond it the loop's watchers go back to history. Two seconds
    /// of 15,000 updates of 1 KB.
    public var inboxBytes = 32 << 20
    /// How many revisions back the cache starts, so that watches resume over a restart of the server.
    public var resumeRevisions = 10_000
    /// How often watchers that asked for bookmarks get one, in seconds: as often as from Kubernetes.
    public var bookmarkSeconds = 60

    /// Events that are taken into a cache while its lock is held: about a tenth of a millisecond.
    static let eventsPerStep = 64

    public init() {}
}
