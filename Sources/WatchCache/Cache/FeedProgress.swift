import Store
internal import Synchronization

/// How far the feed has come, for all resources at once: a batch costs the resources that it has events of, however many
/// others there are. Written by the feed's thread, read by anyone.
final class FeedProgress: Sendable {
    private let through = Atomic<Int64>(0)
    private let bytes = Atomic<Int>(0)

    /// Everything up to here is in the caches of all resources.
    var revision: Revision { Revision(through.load(ordering: .acquiring)) }

    func arrived(at revision: Revision) { through.store(revision.rawValue, ordering: .releasing) }

    /// Of all histories together, beside the current objects.
    var historyBytes: Int { bytes.load(ordering: .relaxed) }

    func historyChanged(by count: Int) {
        if count != 0 { bytes.add(count, ordering: .relaxed) }
    }
}
