internal import Synchronization

/// The store of one machine: a SQLite database in write-ahead mode in a folder of its own.
///
/// One thread writes (`Writer`), two read (`Readers`), one brings events to the watches (`Delivery`), and one copies the
/// write-ahead log into the database (`Checkpointer`). A write is answered once it is on the disk (`synchronous=FULL`);
/// writes that come while another is under way share one fsync. The folder belongs to one process at a time. Call
/// `close` when done with it: its threads run until then.
public final class SQLiteStore: Store {
    public struct Options: Sendable {
        /// History older than this is compacted, every so often; nil: only when `compact(to:)` is called.
        public var compactionInterval: Duration?
        public var clock: StoreClock

        public init(compactionInterval: Duration? = .seconds(300), clock: StoreClock = .monotonic) {
            self.compactionInterval = compactionInterval
            self.clock = clock
        }
    }

    let folder: DataFolder
    let lifetime = Lifetime()
    private let inbox: Inbox<Job>
    private let readers = Readers()
    private let delivery: Delivery
    private let checkpointer = Checkpointer()
    private let published: Published

    /// Opens the store in `path`, made when it is not there (its parent folder must be). Blocks on the disk.
    ///
    /// - Throws: `.unavailable` when another process has it, `.corrupt` when what is there is damaged or something
    ///   else (it is left as it is), `.noSpace`.
    public convenience init(folder path: String, options: Options = Options()) throws(StoreError) {
        try self.init(folder: path, options: options, feedRevisions: StoreLimits.feedRevisions)
    }

    init(folder path: String, options: Options, feedRevisions: Int) throws(StoreError) {
        let folder = try DataFolder(path)
        try folder.prepareDatabase()
        let (connection, moment) = try OpenDatabase.forWriting(folder)
        self.folder = folder
        inbox = Inbox(countLimit: StoreLimits.waitingTransactions, byteLimit: StoreLimits.waitingBytes)
        published = Published(moment)
        delivery = Delivery(feed: Feed(after: moment.revision, revisionLimit: feedRevisions))
        do throws(StoreError) {
            try start(connection, options)
        } catch {
            endThreads()
            delivery.close()
            checkpointer.close()
            throw error
        }
    }

    private func start(_ connection: sending Connection, _ options: Options) throws(StoreError) {
        try lifetime.start("apus-delivery", OpenDatabase.forReading(folder)) { [delivery] in delivery.run(history: $0) }
        for _ in 0..<StoreLimits.readerThreads {
            try lifetime.start("apus-reader", OpenDatabase.forReading(folder)) { [readers] in readers.run($0) }
        }
        try lifetime.start("apus-checkpoint", OpenDatabase.forCheckpoints(folder)) { [checkpointer] in
            checkpointer.run($0)
        }
        let writer: Writer
        do throws(SQLiteFailure) {
            writer = try Writer(
                connection, inbox: inbox, published: published, delivery: delivery, checkpointer: checkpointer,
                compactionIntervalMilliseconds: options.compactionInterval?.wholeMilliseconds, clock: options.clock)
        } catch { throw error.storeError }
        try lifetime.start("apus-writer", writer) { [delivery, checkpointer, lifetime] writer in
            Thread.takeShortTurns()
            writer.run()
            // Only now: the watches get the last events first.
            delivery.close()
            checkpointer.close()
            // The connection that is closed last, and alone, moves the write-ahead log into the database.
            lifetime.waitUntilAlone()
        }
    }

    private func endThreads() {
        readers.close()
        inbox.close()
    }

    public var revision: Revision { published.revision }

    public var compactedRevision: Revision { published.compactedRevision }

    public func read(_ range: KeyRange, at revision: Revision?, limit: Int) async throws(StoreError) -> ReadResult {
        try await readers.read(range, at: revision, limit: limit)
    }

    public func commit(_ transaction: Transaction) async throws(StoreError) -> TransactionResult {
        try transaction.check()
        let bytes = transaction.bytes
        return try await ask { .transaction(transaction, bytes: bytes, $0) }
    }

    public func watch(
        _ range: KeyRange, from start: Revision, sink: any WatchSink
    ) throws(StoreError) -> WatchToken {
        let compacted = compactedRevision
        if compacted > .zero, start <= compacted { throw .compacted(start, to: compacted) }
        return try delivery.add(range, from: max(start, .zero.next), sink: sink)
    }

    public func cancel(_ watch: WatchToken) { delivery.cancel(watch) }

    public func compact(to revision: Revision) async throws(StoreError) {
        try await ask { .compact(revision, $0) }
    }

    public func grantLease(seconds: Int64) async throws(StoreError) -> LeaseID {
        guard StoreLimits.leaseSeconds.contains(seconds) else {
            throw .invalid("a lease may last \(StoreLimits.leaseSeconds) seconds, not \(seconds)")
        }
        return try await ask { .grant(seconds: seconds, $0) }
    }

    public func keepAlive(_ lease: LeaseID) async throws(StoreError) {
        try await ask { .keepAlive(lease, $0) }
    }

    public func revoke(_ lease: LeaseID) async throws(StoreError) {
        try await ask { .revoke(lease, $0) }
    }

    public func close() async {
        if lifetime.beginClosing() { endThreads() }
        await lifetime.ended()
        folder.release()
    }

    /// Tells the store that an injected clock has moved, since it cannot sleep on one.
    public func clockMoved() { inbox.wake() }

    /// Requests that wait for the writer.
    var waitingRequests: Int { inbox.count }

    /// What the store has done so far. Looks at the files' sizes: for metrics, not for every request.
    public var statistics: StoreStatistics {
        var statistics = published.statistics.withLock { $0 }
        statistics.revision = revision
        statistics.compactedRevision = compactedRevision
        statistics.databaseBytes = DataFolder.size(folder.database)
        statistics.writeAheadBytes = DataFolder.size(folder.writeAheadLog)
        statistics.watches = delivery.watcherCount
        return statistics
    }

    /// Hands a request to the writer and waits for its answer.
    private func ask<T>(_ job: (Job.Answer<T>) -> Job) async throws(StoreError) -> T {
        let result: Result<T, StoreError> = await withCheckedContinuation { answer in
            let job = job(answer)
            switch inbox.send(job, bytes: job.bytes) {
            case nil: break
            case .closed: job.refuse(.closed)
            case .full: job.refuse(.tooManyWaiting)
            }
        }
        return try result.get()
    }
}

extension Duration {
    /// At least 1.
    fileprivate var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (milliseconds, overflows) = seconds.multipliedReportingOverflow(by: 1000)
        return overflows ? .max / 2 : max(1, min(milliseconds, .max / 2) + attoseconds / 1_000_000_000_000_000)
    }
}
