/// A key-value store with one revision counter, after etcd's model (etcd v3 API, "Data model").
///
/// Every successful transaction that writes raises the revision by one; all keys that it wrote carry that revision.
/// Nothing is acknowledged, readable or delivered to a watch before it is durable.
/// Keys and values are bytes: a store never looks into a value.
public protocol Store: Sendable {
    /// The newest durable revision. An empty store stands at revision 1, as etcd does.
    var revision: Revision { get }

    /// The newest revision whose superseded versions are gone: reads may still ask for it, as in etcd (so a list
    /// that is read page by page goes on when an idle store is compacted); watches for the one after it.
    /// Zero when nothing was ever compacted.
    var compactedRevision: Revision { get }

    /// Keys in order within `range`, as of `revision` (nil: now).
    ///
    /// - Parameter limit: at most so many items; 0 means no limit. `more` says whether there were others.
    /// - Throws: `.compacted` or `.futureRevision` when that revision cannot be read, `.unavailable`.
    func read(_ range: KeyRange, at revision: Revision?, limit: Int) async throws(StoreError) -> ReadResult

    /// Runs one transaction: if all `conditions` hold, `then` is applied, otherwise `otherwise`.
    ///
    /// - Throws: `.valueTooLarge`, `.invalidRequest`, `.noSpace`, `.unknownLease`, `.unavailable`; after a throw
    ///   nothing was written, except for `.unknownOutcome`.
    func commit(_ transaction: Transaction) async throws(StoreError) -> TransactionResult

    /// Delivers all events in `range` with a revision of at least `start`, in order, each once, to `sink`.
    ///
    /// A batch holds whole revisions. One without events tells progress: nothing in `range` changed up to its
    /// revision. The sink is called from one thread at a time and must not block.
    /// - Throws: `.compacted` when `start` is no longer in history.
    func watch(_ range: KeyRange, from start: Revision, sink: any WatchSink) throws(StoreError) -> WatchToken
    /// After it returns, the sink is not called again. (Called by the sink itself: after the call under way.)
    /// The caller must hold no lock that the sink takes: it waits for a call that is under way.
    func cancel(_ watch: WatchToken)

    /// Forgets superseded versions and deletions of `revision` and before. Returns when they are gone.
    /// - Throws: `.compacted` when that has been done already, `.futureRevision`, `.noSpace`.
    func compact(to revision: Revision) async throws(StoreError)

    /// - Parameter seconds: time to live; the lease's keys are deleted when it ends without a keep-alive.
    func grantLease(seconds: Int64) async throws(StoreError) -> LeaseID
    func keepAlive(_ lease: LeaseID) async throws(StoreError)
    func revoke(_ lease: LeaseID) async throws(StoreError)

    /// Ends all watches, waits for the writes under way, and releases files and sockets.
    func close() async
}

/// Receives what a watch delivers.
public protocol WatchSink: AnyObject, Sendable {
    /// A few events are taken in less time than it takes to wake a thread, some microseconds, and without waiting for
    /// anything: then a store may call `receive` between two commits.
    var isQuick: Bool { get }
    /// The next events, or none and how far the watch has come.
    func receive(_ batch: EventBatch)
    /// The watch has ended and nothing more comes: `.compacted` when the sink fell behind history, `.unavailable`.
    func watchEnded(_ reason: StoreError)
}

extension WatchSink {
    public var isQuick: Bool { false }
}
