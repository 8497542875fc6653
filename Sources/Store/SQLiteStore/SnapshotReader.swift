/// Reads on a connection that never writes: each call sees one committed, and so durable, moment.
final class SnapshotReader {
    private let begin: Statement
    private let end: Statement
    private let moment: Statement
    private let ranges: RangeQuery
    private let history: HistoryQuery

    init(_ connection: Connection) throws(SQLiteFailure) {
        begin = try connection.prepare("BEGIN")
        end = try connection.prepare("COMMIT")
        moment = try connection.prepare(Moment.query)
        ranges = try RangeQuery(connection)
        history = try HistoryQuery(connection)
    }

    /// - Throws: `.compacted`, `.futureRevision`, and what the disk says.
    func read(_ range: KeyRange, at past: Revision?, limit: Int) throws(StoreError) -> ReadResult {
        try inSnapshot { (now) throws(SQLiteFailure) -> Result<ReadResult, StoreError> in
            guard let past, past != now.revision else {
                return .success(try ranges.now(range, limit: limit, revision: now.revision))
            }
            if past < now.compacted { return .failure(.compacted(past, to: now.compacted)) }
            if past > now.revision { return .failure(.future(past, current: now.revision)) }
            return .success(try ranges.then(range, limit: limit, past: past, revision: now.revision))
        }
    }

    /// The next events in `range` from `start` on: as many whole revisions as a step of catching up takes.
    /// - Throws: `.compacted`, and what the disk says.
    func events(in range: KeyRange, from start: Revision) throws(StoreError) -> EventBatch {
        try inSnapshot { (now) throws(SQLiteFailure) -> Result<EventBatch, StoreError> in
            if start <= now.compacted { return .failure(.compacted(start, to: now.compacted)) }
            return .success(try history.events(in: range, from: start, newest: now.revision))
        }
    }

    private func inSnapshot<R>(
        _ body: (Moment) throws(SQLiteFailure) -> Result<R, StoreError>
    ) throws(StoreError) -> R {
        let result: Result<R, StoreError>
        do throws(SQLiteFailure) {
            try begin.run()
            // Ending a transaction that only read cannot lose anything: its failure is of no interest.
            defer { try? end.run() }
            result = try body(try Moment(moment))
        } catch {
            throw error.storeError
        }
        return try result.get()
    }
}

/// Where the store stands, as a transaction sees it.
struct Moment {
    /// The newest revision.
    let revision: Revision
    /// The newest revision whose history is gone, or is being taken away.
    let compacted: Revision

    static let query = "SELECT (SELECT max(id) FROM history), target FROM compaction"

    init(_ statement: Statement) throws(SQLiteFailure) {
        defer { statement.reset() }
        guard try statement.step() else {
            self.revision = Moment.empty
            self.compacted = .zero
            return
        }
        compacted = Revision(statement.int64(1))
        // Compaction may have taken the newest rows (deletions), but never goes past the revision that they had.
        revision = max(VersionID(rawValue: statement.int64(0)).revision, compacted, Moment.empty)
    }

    /// Where an empty store stands.
    static let empty = Revision(1)
}
