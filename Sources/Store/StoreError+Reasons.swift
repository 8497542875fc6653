/// The refusals that more than one place gives, worded once.
extension StoreError {
    static func compacted(_ asked: Revision, to compacted: Revision) -> StoreError {
        StoreError(
            .compacted(compactedTo: compacted),
            "revision \(asked) is no longer in history: what happened up to \(compacted) has been compacted")
    }

    static func future(_ asked: Revision, current: Revision) -> StoreError {
        StoreError(
            .futureRevision(current: current), "revision \(asked) has not happened yet: the newest is \(current)")
    }

    static func unknownLease(_ lease: LeaseID) -> StoreError {
        StoreError(.unknownLease, "there is no lease \(lease.rawValue): it has ended or was never granted")
    }

    static func invalid(_ message: String) -> StoreError { StoreError(.invalidRequest, message) }

    static let closed = StoreError(.unavailable, "the store is closed: nothing was written")

    static let tooManyWaiting = StoreError(
        .unavailable, "too many requests wait for the store: nothing was done, try again")
}
