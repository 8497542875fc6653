/// Reads events back from history.
final class HistoryQuery {
    private let rows: Statement
    private let version: Statement

    init(_ connection: Connection) throws(SQLiteFailure) {
        rows = try connection.prepare(
            """
            SELECT id, previous, created, version, lease, live, key, value FROM history
            WHERE id >= ?1 AND id <= ?2 ORDER BY id
            """)
        version = try connection.prepare(
            "SELECT created, version, lease, live, value FROM history WHERE id = ?1")
    }

    /// The events in `range` of the revisions `start...newest`, cut after a whole revision when they are many.
    func events(in range: KeyRange, from start: Revision, newest: Revision) throws(SQLiteFailure) -> EventBatch {
        var events: [Event] = []
        var reached = newest
        var looked = 0
        var bytes = 0
        var last = Revision.zero
        try rows.bind(1, VersionID(start).rawValue)
        try rows.bind(2, VersionID.end(of: newest).rawValue)
        defer { rows.reset() }
        while try rows.step() {
            let revision = VersionID(rawValue: rows.int64(0)).revision
            if revision != last, looked >= StoreLimits.rowsPerCatchUp || bytes >= StoreLimits.bytesPerCatchUp {
                reached = last
                break
            }
            last = revision
            looked += 1
            let key = rows.bytes(6)
            guard range.contains(key) else { continue }
            let event = try event(key: key, revision: revision)
            bytes += event.bytes
            events.append(event)
        }
        return EventBatch(events: events, revision: reached)
    }

    /// The event that the row under the cursor tells of.
    private func event(key: Key, revision: Revision) throws(SQLiteFailure) -> Event {
        let previous = try previous(VersionID(rawValue: rows.int64(1)), key: key)
        guard rows.int64(5) != 0 else { return .deletion(of: key, at: revision, previous: previous) }
        let current = KeyValue(
            key: key, value: rows.bytes(7), createRevision: Revision(rows.int64(2)), modRevision: revision,
            version: rows.int64(3), lease: LeaseID(rawValue: rows.int64(4)))
        return Event(kind: .put, current: current, previous: previous)
    }

    private func previous(_ id: VersionID, key: Key) throws(SQLiteFailure) -> KeyValue? {
        guard id != .none else { return nil }
        try version.bind(1, id.rawValue)
        defer { version.reset() }
        guard try version.step(), version.int64(3) != 0 else { return nil }
        return KeyValue(
            key: key, value: version.bytes(4), createRevision: Revision(version.int64(0)), modRevision: id.revision,
            version: version.int64(1), lease: LeaseID(rawValue: version.int64(2)))
    }
}

extension Event {
    static func deletion(of key: Key, at revision: Revision, previous: KeyValue?) -> Event {
        let gone = KeyValue(key: key, value: [], createRevision: .zero, modRevision: revision, version: 0)
        return Event(kind: .delete, current: gone, previous: previous)
    }

    /// What it weighs in a buffer.
    var bytes: Int { current.key.count + current.value.count + (previous.map { $0.key.count + $0.value.count } ?? 0) }
}
