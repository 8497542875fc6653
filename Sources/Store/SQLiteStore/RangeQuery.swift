/// Reads of key ranges on one connection, within whatever transaction is open on it.
final class RangeQuery {
    /// Each query twice: with an upper bound, and without.
    private struct Pair {
        let bounded: Statement
        let unbounded: Statement

        init(_ connection: Connection, _ sql: (_ range: String) -> String) throws(SQLiteFailure) {
            bounded = try connection.prepare(sql("key >= ?1 AND key < ?2"))
            unbounded = try connection.prepare(sql("key >= ?1"))
        }

        func bind(_ range: KeyRange) throws(SQLiteFailure) -> Statement {
            let statement = range.end == nil ? unbounded : bounded
            try statement.bind(1, range.start)
            if let end = range.end { try statement.bind(2, end) }
            return statement
        }
    }

    private let items: Pair
    private let count: Pair
    private let heads: Pair
    private let version: Statement
    private let hop: Statement

    init(_ connection: Connection) throws(SQLiteFailure) {
        items = try Pair(connection) {
            """
            SELECT id, created, version, lease, current_key, value FROM
            (SELECT key AS current_key, id AS current_id FROM current WHERE \($0) AND live = 1 ORDER BY key LIMIT ?3)
            CROSS JOIN history ON id = current_id
            """
        }
        count = try Pair(connection) { "SELECT count(*) FROM current WHERE \($0) AND live = 1" }
        heads = try Pair(connection) { "SELECT id, live, key FROM current WHERE \($0) ORDER BY key" }
        version = try connection.prepare(
            "SELECT id, created, version, lease, key, value FROM history WHERE id = ?1")
        hop = try connection.prepare("SELECT previous, live FROM history WHERE id = ?1")
    }

    /// The newest versions.
    /// - Parameter revision: what the transaction sees, for the result.
    func now(_ range: KeyRange, limit: Int, revision: Revision) throws(SQLiteFailure) -> ReadResult {
        var found: [KeyValue] = []
        let rows = try items.bind(range)
        try rows.bind(3, limit > 0 ? Int64(limit) : -1)
        defer { rows.reset() }
        while try rows.step() { found.append(RangeQuery.keyValue(rows)) }
        guard limit > 0, found.count == limit else {
            return ReadResult(items: found, more: false, count: found.count, revision: revision)
        }
        let total = try count.bind(range)
        defer { total.reset() }
        let all = try total.step() ? Int(total.int64(0)) : found.count
        return ReadResult(items: found, more: all > found.count, count: all, revision: revision)
    }

    /// The versions as of `past`.
    func then(_ range: KeyRange, limit: Int, past: Revision, revision: Revision) throws(SQLiteFailure) -> ReadResult {
        let newest = VersionID.end(of: past)
        var found: [KeyValue] = []
        var total = 0
        let rows = try heads.bind(range)
        defer { rows.reset() }
        while try rows.step() {
            let head = VersionID(rawValue: rows.int64(0))
            var id = head
            // A version's predecessor is older than it, so this ends.
            while id > newest { id = try step(id).previous }
            let live = try id == head ? rows.int64(1) != 0 : step(id).live
            guard live else { continue }
            total += 1
            guard limit <= 0 || found.count < limit else { continue }
            if let item = try keyValue(id) { found.append(item) }
        }
        return ReadResult(items: found, more: total > found.count, count: total, revision: revision)
    }

    /// The version before `id`, and whether `id` itself is one that lives rather than a deletion.
    private func step(_ id: VersionID) throws(SQLiteFailure) -> (previous: VersionID, live: Bool) {
        guard id != .none else { return (.none, false) }
        try hop.bind(1, id.rawValue)
        defer { hop.reset() }
        guard try hop.step() else { return (.none, false) }
        return (VersionID(rawValue: hop.int64(0)), hop.int64(1) != 0)
    }

    private func keyValue(_ id: VersionID) throws(SQLiteFailure) -> KeyValue? {
        try version.bind(1, id.rawValue)
        defer { version.reset() }
        return try version.step() ? RangeQuery.keyValue(version) : nil
    }

    /// Columns: id, created, version, lease, key, value.
    private static func keyValue(_ row: Statement) -> KeyValue {
        KeyValue(
            key: row.bytes(4), value: row.bytes(5), createRevision: Revision(row.int64(1)),
            modRevision: VersionID(rawValue: row.int64(0)).revision, version: row.int64(2),
            lease: LeaseID(rawValue: row.int64(3)))
    }
}
