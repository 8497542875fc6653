/// What the store accepts and how much it does at once, each with its reason.
public enum StoreLimits {
    /// etcd's default request limit, and so what clients of Kubernetes expect an object to be able to weigh.
    public static let valueBytes = 1_572_864
    /// Kubernetes' longest keys stay below 700 bytes; larger keys would make the tree of current keys shallow.
    public static let keyBytes = 4096
    /// etcd's default. Conditions, `then` and `otherwise` count each for itself.
    public static let operationsPerTransaction = 128
    /// Keys and values of one transaction: room for two objects of the largest size and many small ones.
    public static let transactionBytes = 8 << 20
    /// Keys that one transaction may write, counting those that a range deletion finds. Their values are held in
    /// memory until the watches have them. At most 65,536 (`VersionID`).
    public static let keysPerRevision = 16_384
    /// Lease times, in seconds: etcd's maximum; milliseconds of it stay far from overflowing.
    public static let leaseSeconds: ClosedRange<Int64> = 1...9_000_000_000
    /// Kubernetes uses one lease for a minute's worth of events; this is room for a mistake, not for a design.
    public static let leases = 100_000

    /// Transactions in one SQLite transaction: enough to share one fsync widely, short enough to answer quickly.
    static let transactionsPerCommit = 512
    /// Bytes in one SQLite transaction; one transaction of the largest size always fits.
    static let bytesPerCommit = 16 << 20
    /// Transactions and their bytes that may wait for the writer; beyond it the caller is told to come again.
    static let waitingTransactions = 16_384
    static let waitingBytes = 128 << 20
    static let waitingReads = 16_384

    /// Recent revisions kept in memory for watches: some tens of commits at full load. Older ones come from disk.
    static let feedRevisions = 4096
    static let feedBytes = 4 << 20
    /// Revisions that one call of a sink may carry, so that many watches take turns.
    static let revisionsPerDelivery = 1024
    /// Revisions that the writer brings to the watches by itself: as long as that costs less than waking a thread does.
    static let revisionsPerOwnDelivery = 8
    /// History rows (and bytes of them) that one step of catching up reads, so that live watches do not wait for it.
    static let rowsPerCatchUp = 1024
    static let bytesPerCatchUp = 4 << 20

    /// Rows that one step of compaction looks at: one to three milliseconds of the writer's time.
    static let rowsPerCompactionStep = 256
    /// Free pages are given back to the disk when they are more than a quarter of the file and more than 4 MiB, so
    /// that a steady turnover does not grow and shrink the file all the time.
    static let freePagesKept: Int64 = 1024
    static let freePagesDivisor: Int64 = 4
    static let pagesPerVacuumStep = 128
    /// Leases that may end in one commit, so that writers do not wait for a crowd of them.
    static let leaseEndsPerCommit = 64

    /// Pages (4 KiB) in the write-ahead log at which it is copied into the database, a few tens of milliseconds of
    /// work: a log of 16 MiB, and what is written meanwhile.
    static let checkpointPages = 4000
    /// After a checkpoint that a reader or a full disk cut short, the next one is tried so many pages later.
    static let checkpointRetryPages = 1000
    /// Databases up to this size are checked fully when opened (about 1 ms per MiB).
    static let bytesCheckedAtOpen = 32 << 20
    /// Pages copied in one step of a snapshot.
    static let snapshotPagesPerStep: Int32 = 256
    /// The house-keeping of a full disk (leases that ended, compaction) is tried again after so long.
    static let retryMilliseconds: Int64 = 1000

    /// Nobody else may use the file, so nothing is ever busy for long; a bound all the same.
    static let busyMilliseconds: Int32 = 10_000
    static let longestSleepMilliseconds: Int64 = 3_600_000
    static let readerThreads = 2
    /// Page caches, in KiB: the writer meets the hot ends of its trees, readers mostly stream.
    static let writerCacheKiB = 8192
    static let readerCacheKiB = 2048
    static let checkpointCacheKiB = 64
}
