internal import Synchronization

/// What the writer thread lets others see.
final class Published: Sendable {
    private let newest: Atomic<Int64>
    private let compacted: Atomic<Int64>
    let statistics = Mutex(StoreStatistics())

    init(_ moment: Moment) {
        newest = Atomic(moment.revision.rawValue)
        compacted = Atomic(moment.compacted.rawValue)
    }

    var revision: Revision { Revision(newest.load(ordering: .acquiring)) }
    var compactedRevision: Revision { Revision(compacted.load(ordering: .acquiring)) }

    func advance(to revision: Revision) { newest.store(revision.rawValue, ordering: .releasing) }
    func compact(to revision: Revision) { compacted.store(revision.rawValue, ordering: .releasing) }
}
