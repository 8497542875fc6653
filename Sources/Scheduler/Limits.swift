/// Bounds of the scheduler, each with its reason.
enum SchedulerLimits {
    /// The largest amount of one resource that one pod or node counts with (1 PiB; 1e12 cores): thousands of such pods
    /// on one node, more than any runs, still add up without overflow.
    static let amount: Int64 = 1 << 50
    /// Nodes that can take the pod are enough for a good choice: all, up to so many.
    static let leastCandidates = 100
    /// Of a large cluster at least so many percent of the nodes are looked at.
    static let leastCandidatesPercent = 5
    /// Texts of labels that are remembered before those of nodes that are gone are dropped.
    static let internedTexts = 10_000
    /// Lists of taints, over two a node, before the same: each costs every pod a look.
    static let internedTaintLists = 64
}
