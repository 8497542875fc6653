/// Bounds of the cache, each with its reason.
public struct WatchCacheLimits: Sendable {
    /// Events kept per resource for watches that resume. Kubernetes keeps at most 102,400; a busy cluster writes some
    /// hundreds a second, so that this is minutes.
    public var historyEvents = 100_000
    /// Bytes of objects that history may hold per resource: what a stalled reader can make the server keep.
    public var historyBytes = 64 << 20
    /// Bytes of encoded events that one group's log holds for its slowest watcher before that watcher goes back to
    /// history: eight of the largest objects.
    public var groupLogBytes = 12 << 20
    /// How many revisions back the cache starts, so that watches resume over a restart of the server.
    public var resumeRevisions = 10_000
    /// How often watchers that asked for bookmarks get one, in seconds: as often as from Kubernetes.
    public var bookmarkSeconds = 60

    public init() {}
}
