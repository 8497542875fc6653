/// Bounds of the controllers, each with its reason.
enum ControllersLimits {
    /// Keys of one controller that are worked on at the same time: enough to hide the server's answer time, few enough
    /// that a restart does not storm the server.
    static let workers = 8
    /// Pods that one pass over a ReplicaSet makes or deletes at most: the rest follows when these have been seen.
    static let podsPerPass = 500
    /// How long expected pods are waited for. Only a lost event takes so long, and then the cache is trusted again.
    static let expectationMilliseconds: Int64 = 5 * 60 * 1000
    /// How long a written object is waited for in the cache, for the same reason.
    static let writtenMilliseconds: Int64 = 30 * 1000
    /// Before the next try after the object had changed meanwhile: by then the watch has brought the change.
    static let conflictMilliseconds = 100
    /// Earlier revisions that a ReplicaSet's annotation remembers, as Kubernetes bounds it, in bytes.
    static let revisionHistoryBytes = 2000
    /// Between looks at a namespace that is being emptied: pods take a moment to end.
    static let namespacePollMilliseconds = 500
    /// And between looks that find nothing changed, at most: what is left may wait for a node that never comes back.
    static let namespaceLongestPollMilliseconds = 16_000
    /// Between looks at which kinds the server serves.
    static let discoveryMilliseconds = 30 * 1000
    /// Between counts of all quotas, for what events do not tell: a claim that grew, a kind that is served of late.
    static let quotaRecountMilliseconds = 60 * 1000
    /// Until a quota of which less was used is counted once more: by then the store has what admission let pass.
    static let quotaSecondCountMilliseconds = 1000
    /// Between looks whether a class of volumes' attributes that is to go is still named: there are a handful of them.
    static let attributesClassMilliseconds = 5 * 1000
    /// Requests for certificates that are worked on at the same time, by who approves and by who signs: signing is work of
    /// the processor's.
    static let certificateWorkers = 2
    /// Between looks for requests for certificates that are over: they are few, and an hour more or less is no harm.
    static let certificateCleaningMilliseconds = 3600 * 1000
    /// Between looks for tokens that nobody uses: their use is noted by the day.
    static let unusedTokenMilliseconds = 24 * 3600 * 1000
    /// Between looks at a bootstrap token whose end is far away, in seconds: a machine's clock may be set meanwhile.
    static let tokenEndSeconds: Int64 = 3600
    /// Between tries to set up at start.
    static let setUpRetryMilliseconds = 500
    /// Between looks for pods of nodes that are gone.
    static let lostNodePodsMilliseconds = 20 * 1000
    /// How long a node must be gone before its pods are: it may be registering again.
    static let lostNodeMilliseconds: Int64 = 40 * 1000
    /// Largest count of replicas that the API has (int32): all arithmetic on clamped counts fits 64 bits.
    static let largestCount = Int(Int32.max)

    /// A count that came from outside, within what the API allows.
    static func count(_ number: Int?) -> Int { min(max(number ?? 0, 0), largestCount) }
}
