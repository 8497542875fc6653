internal import CSQLite

/// A prepared statement, kept and run again and again. Belongs to its connection's thread.
///
/// Parameters count from 1 and columns from 0, as in SQLite. After `step` has given a row the caller must `reset`.
final class Statement {
    private let connection: Connection
    private let handle: OpaquePointer

    init(_ connection: Connection, _ sql: String) throws(SQLiteFailure) {
        var prepared: OpaquePointer?
        try connection.check(
            sqlite3_prepare_v3(connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil))
        guard let prepared else {
            throw SQLiteFailure(code: SQLITE_MISUSE, message: "an empty statement", file: connection.file)
        }
        handle = prepared
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    func bind(_ index: Int32, _ number: Int64) throws(SQLiteFailure) {
        try connection.check(sqlite3_bind_int64(handle, index, number))
    }

    func bind(_ index: Int32, _ bytes: [UInt8]) throws(SQLiteFailure) {
        let code = bytes.withUnsafeBytes { apus_sqlite_bind_bytes(handle, index, $0.baseAddress, Int64($0.count)) }
        try connection.check(code)
    }

    /// Goes to the next row. - Returns: false when there is none.
    func step() throws(SQLiteFailure) -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let failure = connection.failure(code)
        sqlite3_reset(handle)
        throw failure
    }

    /// Makes the statement ready to run again, and ends the read that it holds open.
    func reset() {
        // Its code repeats what `step` has thrown already.
        _ = sqlite3_reset(handle)
    }

    /// Runs a statement that gives no rows of interest.
    func run() throws(SQLiteFailure) {
        _ = try step()
        reset()
    }

    func int64(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// A copy of the column's bytes.
    func bytes(_ column: Int32) -> [UInt8] {
        // The pointer first, then the length: the order in which SQLite keeps both valid.
        guard let start = sqlite3_column_blob(handle, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
    }
}
