/// Connections to a store's database.
enum OpenDatabase {
    /// The writer's connection, after what a crash left in the write-ahead log was taken in, and after looking whether
    /// the database is sound.
    static func forWriting(_ folder: DataFolder) throws(StoreError) -> (connection: Connection, moment: Moment) {
        do throws(SQLiteFailure) {
            let connection = try Connection(file: folder.database, mode: .readWrite, sharedWith: .processAsWriter)
            try connection.execute("PRAGMA journal_mode = WAL")
            try Schema.configure(connection, cacheKiB: StoreLimits.writerCacheKiB)
            let bytes = DataFolder.size(folder.database) + DataFolder.size(folder.writeAheadLog)
            try verify(connection, thoroughly: bytes <= StoreLimits.bytesCheckedAtOpen)
            return (connection, try Moment(connection.prepare(Moment.query)))
        } catch {
            throw error.storeError
        }
    }

    static func forReading(_ folder: DataFolder) throws(StoreError) -> SnapshotReader {
        do throws(SQLiteFailure) { return try SnapshotReader(readOnly(folder)) } catch { throw error.storeError }
    }

    /// For the one who copies the write-ahead log, past any page cache.
    static func forCheckpoints(_ folder: DataFolder) throws(StoreError) -> Connection {
        do throws(SQLiteFailure) {
            let connection = try Connection(file: folder.database, mode: .readWrite, sharedWith: .process)
            try Schema.configure(connection, cacheKiB: StoreLimits.checkpointCacheKiB)
            return connection
        } catch {
            throw error.storeError
        }
    }

    /// Opened for writing and told not to: whichever connection is closed last must be able to copy the write-ahead
    /// log into the database and remove it.
    static func readOnly(_ folder: DataFolder) throws(SQLiteFailure) -> Connection {
        let connection = try Connection(file: folder.database, mode: .readWrite, sharedWith: .process)
        try Schema.configure(connection, cacheKiB: StoreLimits.readerCacheKiB)
        try connection.execute("PRAGMA query_only = ON")
        return connection
    }

    /// - Parameter thoroughly: looks at every page.
    /// - Throws: a failure that `isCorrupt` when something is wrong.
    static func verify(_ connection: Connection, thoroughly: Bool) throws(SQLiteFailure) {
        let tables = try connection.text(
            "SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name)")
        if tables != Schema.tables.joined(separator: ",") {
            throw .corrupt("its tables are not those of a store", file: connection.file)
        }
        guard thoroughly, let found = try connection.text("PRAGMA quick_check(1)"), found != "ok" else { return }
        throw .corrupt(found, file: connection.file)
    }
}
