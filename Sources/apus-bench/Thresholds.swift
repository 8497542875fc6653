/// What the figures must reach, each with its reason. Changing one needs a reason as well, beside it.
///
/// Absolute figures are for a quiet machine of two cores that the load's client shares; the ratios to the bare loop, which
/// runs in the same minute on the same machine, hold on a busy one too.
enum Thresholds {
    struct Threshold: Sendable {
        let target: Figure.Target
        let reason: String
    }

    private static func atMost(_ limit: Double, _ reason: String) -> Threshold {
        Threshold(target: .atMost(limit), reason: reason)
    }

    private static func atLeast(_ limit: Double, _ reason: String) -> Threshold {
        Threshold(target: .atLeast(limit), reason: reason)
    }

    // MARK: Fan-out

    static let cpuRatio = atMost(
        1.3,
        "events are encoded once and pulled by nghttp2 from a shared log: what is left is the bare loop's own work. It is held to the delivery itself: the bare loop stores nothing, and a durable write alone costs more than a hundred deliveries"
    )
    static let throughputRatio = atLeast(
        0.75, "the client takes half of the machine on both sides; a third more work in the server costs less than that"
    )
    static let twoLoopsRatio = atMost(1.15, "loops share no lock on the event path; waking a second one is the price")
    static let closedWatches = atMost(0, "nobody is closed for being slower than the writers: its place is in history")
    static let lastWatcher = atMost(
        10, "a thousand deliveries are a millisecond of work; the rest is room for the scheduler of a shared core")

    // MARK: Watches

    static let memoryPerWatch = atMost(2, "nghttp2's stream is 0.7 KiB; a cursor, a stream and its group are the rest")
    static let memoryOfManyWatches = atMost(300, "100,000 watches at 2 KiB, the store's cache and the code")
    static let interest = atMost(
        1.2, "groups are found by index, so an event's cost follows its watchers, not the groups that there are")
    static let stalledReaders = atMost(1.1, "a stalled reader is a cursor that does not move; nobody waits for it")
    static let stalledMemory = atMost(
        175, "history 64, frames 32, a loop's logs and inbox 56 MiB beside the code: whoever stalls, and how many")
    static let storm = atMost(3, "10,000 streams resume from the log's history; no list, no look into the store")
    static let listingWatchers = atMost(
        2, "a list is pulled a window at a time, so that a write waits for turns of the loop and never for a list")

    // MARK: Requests

    static let updates = atLeast(15_000, "group commit: 64 writers share an fsync")
    static let updateCPU = atMost(60, "decode, admit, validate, encode and store 1 KB, TLS on both sides included")
    static let listJSON = atMost(15, "5 MB of text at the codec's speed")
    static let listTable = atMost(
        25, "the fields that 2,000 rows show, and their metadata; decoding the pods whole would take two times that")
    static let listBinary = atMost(3, "3.3 MB of stored bytes with suffixes: little but memcpy and TLS")
    static let idleMemory = atMost(25, "no runtime, no Foundation; the schema's tables and SQLite's cache")
    static let readyEmpty = atMost(300, "certificates are made at the first start, and that is most of it")
    static let readyFull = atMost(2_000, "one pass over the stored objects, skimmed and not decoded")

    // MARK: Ownership

    static let ownershipUpdate = atMost(
        8,
        "on the way of every write: two trees are compared in one walk, and of the entries only those are read that may change"
    )

    // MARK: Scheduling

    static let placed = atLeast(
        20_000, "some 400 nodes are weighed for each pod, by plain numbers side by side: 100 ns each are plenty")
    static let scheduled = atLeast(5_000, "one writer per pod bound, and group commit below it")
}
