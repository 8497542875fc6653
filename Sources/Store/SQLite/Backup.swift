internal import CSQLite

/// Copies a whole database page by page (SQLite's online backup).
enum Backup {
    /// - Parameters:
    ///   - source: holds a read transaction open, so that what is copied is one moment and never starts anew.
    ///   - goOn: asked after every step of `pagesPerStep`; false gives up.
    /// - Returns: whether all was copied.
    static func copy(
        from source: Connection, to target: Connection, pagesPerStep: Int32, while goOn: () -> Bool
    ) throws(SQLiteFailure) -> Bool {
        guard let backup = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw target.failure(sqlite3_extended_errcode(target.handle))
        }
        var code = SQLITE_OK
        while code == SQLITE_OK, goOn() {
            code = sqlite3_backup_step(backup, pagesPerStep)
        }
        let finished = sqlite3_backup_finish(backup)
        if finished != SQLITE_OK { throw target.failure(finished) }
        return code == SQLITE_DONE
    }
}
