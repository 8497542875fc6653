/// Applies transactions within the SQLite transaction that is open on the writer's connection.
final class TransactionRunner {
    /// The newest version of a key, as the transaction under way finds it.
    private struct Head {
        let id: VersionID
        /// nil: the newest version is a deletion.
        let live: KeyValue?
    }

    private let ranges: RangeQuery
    private let head: Statement
    private let insertVersion: Statement
    private let insertHead: Statement
    private let updateHead: Statement
    private let keysOfLease: Statement
    private let savepoint: Statement
    private let release: Statement
    private let rollback: Statement

    /// Heads that the conditions read; the operations mostly want the same ones.
    private var known: [(key: Key, head: Head?)] = []

    init(_ connection: Connection) throws(SQLiteFailure) {
        ranges = try RangeQuery(connection)
        head = try connection.prepare(
            """
            SELECT c.id, c.live, h.created, h.version, h.lease, h.value
            FROM current AS c CROSS JOIN history AS h ON h.id = c.id WHERE c.key = ?1
            """)
        insertVersion = try connection.prepare("INSERT INTO history VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
        insertHead = try connection.prepare("INSERT INTO current(id, live, lease, key) VALUES (?1, ?2, ?3, ?4)")
        updateHead = try connection.prepare("UPDATE current SET id = ?1, live = ?2, lease = ?3 WHERE key = ?4")
        // "lease != 0" lets SQLite use the index, which holds only such rows.
        keysOfLease = try connection.prepare("SELECT key FROM current WHERE lease = ?1 AND lease != 0 LIMIT ?2")
        savepoint = try connection.prepare("SAVEPOINT one")
        release = try connection.prepare("RELEASE one")
        rollback = try connection.prepare("ROLLBACK TO one")
    }

    /// Applies one transaction and adds what it wrote to `group`.
    ///
    /// - Returns: a failure when it is refused; then it has left no trace, and the group goes on.
    /// - Throws: when the disk refuses; then the whole group must be rolled back.
    func apply(
        _ transaction: Transaction, leases: LeaseTable, to group: inout Group
    ) throws(SQLiteFailure) -> Result<TransactionResult, StoreError> {
        known.removeAll(keepingCapacity: true)
        var holds = true
        for condition in transaction.conditions where try !self.holds(condition) {
            holds = false
            break
        }
        let operations = holds ? transaction.then : transaction.otherwise
        for case .put(_, _, let lease) in operations where lease != .none {
            guard leases.contains(lease), !group.revoked.contains(lease) else { return .failure(.unknownLease(lease)) }
        }
        // A refusal after the first write needs a second operation, or comes before the only one has written.
        let guarded = operations.count > 1
        if guarded { try savepoint.run() }
        var writing = Writing(revision: group.revision.next)
        var results: [TransactionResult.OperationResult] = []
        results.reserveCapacity(operations.count)
        for operation in operations {
            switch try apply(operation, &writing, newest: group.revision) {
            case .success(let result): results.append(result)
            case .failure(let refusal):
                if guarded {
                    try rollback.run()
                    try release.run()
                }
                return .failure(refusal)
            }
        }
        if guarded { try release.run() }
        group.add(writing)
        return .success(TransactionResult(succeeded: holds, revision: group.revision, results: results))
    }

    /// Deletes a lease's keys, as one revision if there are any, and no more of them than one revision takes.
    /// - Returns: whether none is left.
    func deleteKeys(of lease: LeaseID, in group: inout Group) throws(SQLiteFailure) -> Bool {
        known.removeAll(keepingCapacity: true)
        var keys: [Key] = []
        try keysOfLease.bind(1, lease.rawValue)
        try keysOfLease.bind(2, Int64(StoreLimits.keysPerRevision))
        while try keysOfLease.step() { keys.append(keysOfLease.bytes(0)) }
        keysOfLease.reset()
        keys.sort { $0.lexicographicallyPrecedes($1) }
        var writing = Writing(revision: group.revision.next)
        for key in keys {
            guard let head = try self.head(of: key), let live = head.live else { continue }
            try delete(key, head: head, live: live, &writing)
        }
        group.add(writing)
        return keys.count < StoreLimits.keysPerRevision
    }

    private func apply(
        _ operation: Operation, _ writing: inout Writing, newest: Revision
    ) throws(SQLiteFailure) -> Result<TransactionResult.OperationResult, StoreError> {
        switch operation {
        case .put(let key, let value, let lease):
            let head = try self.head(of: key)
            if let head, head.id.revision == writing.revision { return .failure(.writtenTwice(key)) }
            guard writing.hasRoom else { return .failure(.tooManyKeys) }
            try put(key, value, lease, head: head, &writing)
            return .success(.put(previous: head?.live))
        case .delete(let range):
            let found = try ranges.now(range, limit: StoreLimits.keysPerRevision + 1, revision: newest).items
            guard found.count <= writing.room else { return .failure(.tooManyKeys) }
            if let twice = found.first(where: { $0.modRevision == writing.revision }) {
                return .failure(.writtenTwice(twice.key))
            }
            for live in found {
                guard let head = try self.head(of: live.key) else { continue }
                try delete(live.key, head: head, live: live, &writing)
            }
            return .success(.delete(found))
        case .read(let range, let limit):
            return .success(.read(try ranges.now(range, limit: limit, revision: newest)))
        }
    }

    private func put(
        _ key: Key, _ value: [UInt8], _ lease: LeaseID, head: Head?, _ writing: inout Writing
    ) throws(SQLiteFailure) {
        let current = KeyValue(
            key: key, value: value, createRevision: head?.live?.createRevision ?? writing.revision,
            modRevision: writing.revision, version: (head?.live?.version ?? 0) &+ 1, lease: lease)
        let id = writing.nextID()
        try write(current, id: id, live: true, after: head)
        writing.events.append(Event(kind: .put, current: current, previous: head?.live))
        remember(key, Head(id: id, live: current))
    }

    private func delete(_ key: Key, head: Head, live: KeyValue, _ writing: inout Writing) throws(SQLiteFailure) {
        let event = Event.deletion(of: key, at: writing.revision, previous: live)
        let id = writing.nextID()
        try write(event.current, id: id, live: false, after: head)
        writing.events.append(event)
        remember(key, Head(id: id, live: nil))
    }

    private func write(_ item: KeyValue, id: VersionID, live: Bool, after head: Head?) throws(SQLiteFailure) {
        try insertVersion.bind(1, id.rawValue)
        try insertVersion.bind(2, head?.id.rawValue ?? 0)
        try insertVersion.bind(3, item.createRevision.rawValue)
        try insertVersion.bind(4, item.version)
        try insertVersion.bind(5, item.lease.rawValue)
        try insertVersion.bind(6, live ? 1 : 0)
        try insertVersion.bind(7, item.key)
        try insertVersion.bind(8, item.value)
        try insertVersion.run()
        let point = head == nil ? insertHead : updateHead
        try point.bind(1, id.rawValue)
        try point.bind(2, live ? 1 : 0)
        try point.bind(3, item.lease.rawValue)
        try point.bind(4, item.key)
        try point.run()
    }

    private func holds(_ condition: Condition) throws(SQLiteFailure) -> Bool {
        let live = try head(of: condition.key)?.live
        switch condition.equals {
        case .modRevision(let revision): return (live?.modRevision ?? .zero) == revision
        case .createRevision(let revision): return (live?.createRevision ?? .zero) == revision
        case .version(let version): return (live?.version ?? 0) == version
        case .value(let value): return live?.value == value
        }
    }

    private func head(of key: Key) throws(SQLiteFailure) -> Head? {
        if let entry = known.first(where: { $0.key == key }) { return entry.head }
        try head.bind(1, key)
        defer { head.reset() }
        guard try head.step() else { return nil }
        let id = VersionID(rawValue: head.int64(0))
        var live: KeyValue?
        if head.int64(1) != 0 {
            live = KeyValue(
                key: key, value: head.bytes(5), createRevision: Revision(head.int64(2)), modRevision: id.revision,
                version: head.int64(3), lease: LeaseID(rawValue: head.int64(4)))
        }
        let found = Head(id: id, live: live)
        // Deletions of whole ranges read each head once: only the few of conditions and puts are worth keeping.
        if known.count < StoreLimits.operationsPerTransaction { known.append((key, found)) }
        return found
    }

    private func remember(_ key: Key, _ head: Head) {
        if let index = known.firstIndex(where: { $0.key == key }) { known[index].head = head }
    }
}

/// The writes of one transaction: all carry one revision.
struct Writing {
    let revision: Revision
    var events: [Event] = []

    init(revision: Revision) { self.revision = revision }

    var room: Int { StoreLimits.keysPerRevision - events.count }
    var hasRoom: Bool { room > 0 }

    /// The row for the next write.
    func nextID() -> VersionID { VersionID(revision, place: events.count) }
}

extension Group {
    /// A transaction that wrote nothing makes no revision.
    mutating func add(_ writing: Writing) {
        guard !writing.events.isEmpty else { return }
        revision = writing.revision
        events.append(RevisionEvents(revision: writing.revision, events: writing.events))
    }
}

extension StoreError {
    static func writtenTwice(_ key: Key) -> StoreError {
        .invalid("a transaction may write a key only once: \(String(decoding: key, as: UTF8.self))")
    }

    static let tooManyKeys = StoreError.invalid(
        "a transaction may write at most \(StoreLimits.keysPerRevision) keys: delete the range in parts")
}
