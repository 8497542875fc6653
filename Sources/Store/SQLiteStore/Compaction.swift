/// Takes superseded versions out of history, a few rows at a time, within the writer's transactions.
///
/// It walks the rows from the last compacted revision to the new one. Each row supersedes its predecessor, which goes;
/// a deletion goes itself, too. So the work is proportional to what was written since, not to what is stored, and a
/// crash at any point leaves a walk that is simply gone on with.
final class Compaction {
    /// How far the tables have come.
    struct Progress {
        /// Reads below it are refused already.
        var target: Revision
        /// Rows up to it have been walked.
        var done: VersionID

        var isFinished: Bool { target == .zero || done >= .end(of: target) }
    }

    private let connection: Connection
    private let load: Statement
    private let save: Statement
    private let rows: Statement
    private let deleteVersion: Statement
    private let deleteHead: Statement
    private let freePages: Statement
    private let allPages: Statement

    init(_ connection: Connection) throws(SQLiteFailure) {
        self.connection = connection
        load = try connection.prepare("SELECT target, done FROM compaction")
        save = try connection.prepare("UPDATE compaction SET target = ?1, done = ?2")
        rows = try connection.prepare(
            "SELECT id, previous, live, key FROM history WHERE id > ?1 AND id <= ?2 ORDER BY id LIMIT ?3")
        deleteVersion = try connection.prepare("DELETE FROM history WHERE id = ?1")
        deleteHead = try connection.prepare("DELETE FROM current WHERE key = ?1 AND id = ?2")
        freePages = try connection.prepare("PRAGMA freelist_count")
        allPages = try connection.prepare("PRAGMA page_count")
    }

    func progress() throws(SQLiteFailure) -> Progress {
        defer { load.reset() }
        guard try load.step() else { return Progress(target: .zero, done: .none) }
        return Progress(target: Revision(load.int64(0)), done: VersionID(rawValue: load.int64(1)))
    }

    /// Goes one step on, and stores how far.
    func step(_ progress: Progress) throws(SQLiteFailure) -> Progress {
        let end = VersionID.end(of: progress.target)
        var after = progress
        var superseded: [VersionID] = []
        var deletions: [(id: VersionID, key: Key)] = []
        var count = 0
        try rows.bind(1, progress.done.rawValue)
        try rows.bind(2, end.rawValue)
        try rows.bind(3, Int64(StoreLimits.rowsPerCompactionStep))
        while try rows.step() {
            count += 1
            after.done = VersionID(rawValue: rows.int64(0))
            let previous = VersionID(rawValue: rows.int64(1))
            if previous != .none { superseded.append(previous) }
            if rows.int64(2) == 0 { deletions.append((after.done, rows.bytes(3))) }
        }
        rows.reset()
        if count < StoreLimits.rowsPerCompactionStep { after.done = end }
        for id in superseded { try delete(id) }
        for deletion in deletions {
            try delete(deletion.id)
            try deleteHead.bind(1, deletion.key)
            try deleteHead.bind(2, deletion.id.rawValue)
            try deleteHead.run()
        }
        try save.bind(1, after.target.rawValue)
        try save.bind(2, after.done.rawValue)
        try save.run()
        return after
    }

    /// Gives some free pages back to the disk, when there are many.
    /// - Returns: whether there is more to give back.
    func vacuumStep() throws(SQLiteFailure) -> Bool {
        guard try isWorthVacuuming() else { return false }
        try connection.execute("PRAGMA incremental_vacuum(\(StoreLimits.pagesPerVacuumStep))")
        return try isWorthVacuuming()
    }

    private func isWorthVacuuming() throws(SQLiteFailure) -> Bool {
        let free = try number(freePages)
        let all = try number(allPages)
        return free > StoreLimits.freePagesKept && free > all / StoreLimits.freePagesDivisor
    }

    private func delete(_ id: VersionID) throws(SQLiteFailure) {
        try deleteVersion.bind(1, id.rawValue)
        try deleteVersion.run()
    }

    private func number(_ statement: Statement) throws(SQLiteFailure) -> Int64 {
        defer { statement.reset() }
        return try statement.step() ? statement.int64(0) : 0
    }
}
