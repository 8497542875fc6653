/// The tables. Layout 1:
///
/// - `history` holds every version of every key in the order of writing: rows are only appended at its end, and a
///   watch that resumes reads it from its revision on. `previous` is the id of the key's version before this one
///   (0: there was none), so a read in the past walks back from the current version. The small columns come first:
///   walking never touches the pages of large values.
/// - `current` maps a key to its newest version, deletions included until they are compacted.
///
/// Why this one. 40,000 single-key updates of 1 KB in commits of 64, on two cores, CPU per update over 1,000 keys and
/// over 50,000: this layout 12 and 14 µs; `history` with an index on (key, id) in place of `current` 13 and 21 µs
/// (every update adds an index entry that compaction must take away again); a table clustered by (key, revision) with
/// an index by revision 54 and 68 µs (1 KB rows overflow its pages); `history` alone with the keys indexed in memory
/// 6 µs, which was not worth an index to be read in at every start and some 200 bytes of memory a key.
enum Schema {
    /// "APUS", in the file's header: tells a store from any other SQLite database.
    static let applicationID: Int32 = 0x4150_5553
    static let version: Int32 = 1

    static let create = """
        PRAGMA page_size = 4096;
        PRAGMA auto_vacuum = INCREMENTAL;
        PRAGMA journal_mode = DELETE;
        PRAGMA synchronous = FULL;
        BEGIN;
        CREATE TABLE history(
            id INTEGER PRIMARY KEY, previous INTEGER NOT NULL, created INTEGER NOT NULL, version INTEGER NOT NULL,
            lease INTEGER NOT NULL, live INTEGER NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL);
        CREATE TABLE current(
            key BLOB PRIMARY KEY, id INTEGER NOT NULL, live INTEGER NOT NULL, lease INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX current_by_lease ON current(lease) WHERE lease != 0;
        CREATE TABLE lease(id INTEGER PRIMARY KEY, seconds INTEGER NOT NULL);
        CREATE TABLE compaction(
            one INTEGER PRIMARY KEY CHECK (one = 1), target INTEGER NOT NULL, done INTEGER NOT NULL);
        INSERT INTO compaction VALUES (1, 0, 0);
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        COMMIT;
        """

    static let tables = ["compaction", "current", "history", "lease"]

    /// How a connection to a store in use is set up.
    ///
    /// Changed pages stay in the cache until the commit, however many they are. Otherwise SQLite 3.40 may write a page of a
    /// transaction twice, to the same place in the log, and has to count the checksums behind it anew; a return to a
    /// savepoint makes it forget from where on. Such a commit is acknowledged, and a crash loses it.
    static func configure(_ connection: Connection, cacheKiB: Int) throws(SQLiteFailure) {
        try connection.execute(
            """
            PRAGMA synchronous = FULL;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -\(cacheKiB);
            PRAGMA cache_spill = OFF;
            """)
    }
}

/// A row of `history`: the revision, and the place within it.
struct VersionID: Hashable, Comparable {
    let rawValue: Int64

    private static let placeBits: Int64 = 16

    init(rawValue: Int64) { self.rawValue = rawValue }

    init(_ revision: Revision, place: Int = 0) {
        rawValue = revision.rawValue << VersionID.placeBits | Int64(place)
    }

    /// The last row that `revision` could have.
    static func end(of revision: Revision) -> VersionID {
        VersionID(rawValue: revision.rawValue << placeBits | (1 << placeBits - 1))
    }

    static let none = VersionID(rawValue: 0)

    var revision: Revision { Revision(rawValue >> VersionID.placeBits) }
    static func < (a: VersionID, b: VersionID) -> Bool { a.rawValue < b.rawValue }
}
