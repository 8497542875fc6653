internal import CSQLite
internal import CSQLiteLog

/// One open database. With `Statement`, `Backup` and `OnlineCheck` the only code that calls SQLite.
///
/// A connection belongs to one thread at a time: SQLite is told to take no locks for it. Not `Sendable`, so the
/// compiler holds us to that.
final class Connection {
    enum Mode {
        /// Creates nothing: the file must be there.
        case readWrite
        case readOnly
    }

    /// Who else has the file open.
    enum Sharing {
        case nobody
        /// Other connections of this process, never other processes. The index of the write-ahead log is then kept on
        /// the heap: no `-shm` file, which on a full disk could not grow.
        case process
        /// The same, and this is the one connection that writes: it gathers what it adds to the write-ahead log.
        case processAsWriter

        fileprivate var fileSystem: String? {
            switch self {
            case .nobody: nil
            case .process: "unix-excl"
            case .processAsWriter: CSQLITELOG_VFS
            }
        }
    }

    let handle: OpaquePointer
    let file: String
    /// Pages in the write-ahead log after the last commit of this connection, written by SQLite's hook.
    private let logPages: UnsafeMutablePointer<Int32>

    init(file: String, mode: Mode, sharedWith sharing: Sharing) throws(SQLiteFailure) {
        _ = Connection.configured
        var opened: OpaquePointer?
        let access = mode == .readWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY
        let code = sqlite3_open_v2(
            file, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, sharing.fileSystem)
        guard let opened, code == SQLITE_OK else {
            let failure = SQLiteFailure(
                code: code, systemError: opened.map { sqlite3_system_errno($0) } ?? 0,
                message: String(cString: sqlite3_errstr(code)), file: file)
            sqlite3_close_v2(opened)
            throw failure
        }
        handle = opened
        self.file = file
        logPages = .allocate(capacity: 1)
        logPages.initialize(to: 0)
        // Setting the hook also ends SQLite's own checkpoints within commits; `Checkpoints` decides about them.
        _ = sqlite3_wal_hook(
            opened,
            { context, _, _, pages in
                context?.assumingMemoryBound(to: Int32.self).pointee = pages
                return SQLITE_OK
            }, logPages)
        sqlite3_busy_timeout(opened, StoreLimits.busyMilliseconds)
    }

    deinit {
        sqlite3_close_v2(handle)
        logPages.deallocate()
    }

    /// SQLite's status; without its file system no store can be opened, and that says why.
    private static let configured: Int32 = {
        _ = apus_sqlite_configure()
        return csqlitelog_register()
    }()

    /// Runs statements that give no rows of interest.
    func execute(_ sql: String) throws(SQLiteFailure) {
        try check(sqlite3_exec(handle, sql, nil, nil, nil))
    }

    func prepare(_ sql: String) throws(SQLiteFailure) -> Statement {
        try Statement(self, sql)
    }

    /// The first column of the first row, as a number; nil when there is no row.
    func number(_ sql: String) throws(SQLiteFailure) -> Int64? {
        let statement = try prepare(sql)
        return try statement.step() ? statement.int64(0) : nil
    }

    /// The first column of the first row, as text; nil when there is no row.
    func text(_ sql: String) throws(SQLiteFailure) -> String? {
        let statement = try prepare(sql)
        return try statement.step() ? String(decoding: statement.bytes(0), as: UTF8.self) : nil
    }

    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    var writeAheadPages: Int { Int(logPages.pointee) }

    /// How much of the write-ahead log is in the database.
    struct Checkpoint {
        /// In the log, when it was looked at.
        let pages: Int
        /// Of these, in the database.
        let copied: Int
        /// The next write starts the log afresh.
        var isComplete: Bool { pages == copied }
    }

    /// Copies the write-ahead log into the database as far as no reader needs it, without waiting for anyone.
    func checkpoint() throws(SQLiteFailure) -> Checkpoint {
        var pages: Int32 = 0
        var copied: Int32 = 0
        try check(sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, &pages, &copied))
        return Checkpoint(pages: Int(pages), copied: Int(copied))
    }

    /// Throws unless `code` says that all is well.
    func check(_ code: Int32) throws(SQLiteFailure) {
        if code != SQLITE_OK { throw failure(code) }
    }

    func failure(_ code: Int32) -> SQLiteFailure {
        SQLiteFailure(
            code: code, systemError: sqlite3_system_errno(handle), message: String(cString: sqlite3_errmsg(handle)),
            file: file)
    }
}
