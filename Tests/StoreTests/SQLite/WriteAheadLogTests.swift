import Glibc
import TestSupport
import Testing

@testable import Store

@Suite("The log of writes is written a commit at a time, and what a crash leaves of it is what was committed")
struct WriteAheadLogTests {
    @Test func aCommitDoesNotMakeTheFileLonger() throws {
        let bed = try Bed()
        var lengths: Set<Int64> = []
        for number in 0..<40 {
            try bed.writer.execute("INSERT INTO t VALUES (\(number), randomblob(1000))")
            lengths.insert(DataFolder.size(bed.log))
        }
        // 40 commits of two or three pages are half a mebibyte, whose length SQLite alone would set 40 times.
        #expect(lengths.count <= 3)
        #expect(lengths.allSatisfy { $0 > 0 && $0 % 4_096 == 0 })
    }

    @Test func anotherConnectionReadsWhatWasCommitted() throws {
        let bed = try Bed()
        let reader = try Connection(file: bed.database, mode: .readWrite, sharedWith: .process)
        for number in 0..<200 {
            try bed.writer.execute("INSERT INTO t VALUES (\(number), randomblob(3000))")
            #expect(try reader.number("SELECT max(id) FROM t") == Int64(number))
            if number % 37 == 0 { _ = try reader.checkpoint() }
        }
        #expect(try reader.text("PRAGMA integrity_check") == "ok")
    }

    /// Transactions that do not fit SQLite's cache are written to the log before they are committed, read back, and
    /// overwritten when they are rolled back. The files are copied as a crash would leave them, at every commit.
    @Test(arguments: [1, 2, 3, 4]) func whatACrashLeavesIsWhatWasCommitted(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bed = try Bed(cachePages: 10)
        var copies = 0
        for step in 0..<120 {
            let isKept = Int.random(in: 0..<4, using: &random) > 0
            let rows = Int.random(in: 0..<5, using: &random) == 0 ? 150 : Int.random(in: 1...4, using: &random)
            try bed.writer.execute("BEGIN IMMEDIATE")
            for _ in 0..<rows {
                let (id, size) = (Int.random(in: 0..<300, using: &random), Int.random(in: 0...6_000, using: &random))
                try bed.writer.execute("INSERT OR REPLACE INTO t VALUES (\(id), zeroblob(\(size)))")
            }
            // What was written for a transaction that is under way does not count yet.
            if rows > 100, step % 3 == 0 {
                #expect(try bed.copy(cutBy: 0) == bed.committed)
                copies += 1
            }
            try bed.writer.execute(isKept ? "COMMIT" : "ROLLBACK")
            if isKept { bed.committed = try Bed.contents(bed.writer) }
            if step % 5 == 0 {
                #expect(try bed.copy(cutBy: 0) == bed.committed)
                copies += 1
            }
            if Int.random(in: 0..<15, using: &random) == 0 { _ = try bed.writer.checkpoint() }
            if Int.random(in: 0..<25, using: &random) == 0 { try bed.crash() }
        }
        #expect(copies > 24)
        #expect(try bed.writer.text("PRAGMA integrity_check") == "ok")
        #expect(try Bed.contents(bed.writer) == bed.committed)
    }

    /// Conditions that do not hold take back a part of a group of writes, however much was changed before.
    @Test(arguments: [25, 35, 36, 37, 38, 39, 40]) func aReturnToASavepointLosesNoCommit(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bed = try Bed()
        try Schema.configure(bed.writer, cacheKiB: 128)
        try bed.writer.execute(
            """
            CREATE TABLE c(k BLOB PRIMARY KEY, id INT) WITHOUT ROWID;
            WITH RECURSIVE a(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM a WHERE i < 4000)
            INSERT INTO c SELECT cast(printf('%0200d', i) AS blob), i FROM a;
            """)
        for step in 0..<12 {
            try bed.writer.execute("BEGIN IMMEDIATE")
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                try bed.writer.execute("SAVEPOINT one")
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let from = Bool.random(using: &random) ? 0 : Int.random(in: 0..<4_000, using: &random)
                    let to = from == 0 ? 4_000 : from + Int.random(in: 0..<2_000, using: &random)
                    try bed.writer.execute(
                        """
                        UPDATE c SET id = id + 1
                        WHERE k BETWEEN cast(printf('%0200d', \(from)) AS blob) AND cast(printf('%0200d', \(to)) AS blob)
                        """)
                }
                try bed.writer.execute(Bool.random(using: &random) ? "ROLLBACK TO one; RELEASE one" : "RELEASE one")
            }
            try bed.writer.execute("INSERT INTO t VALUES (\(step), NULL); COMMIT")
            #expect(try bed.copy(cutBy: 0, "SELECT max(id) FROM t") == "\(step)")
            _ = try bed.writer.checkpoint()
        }
    }

    /// Cut anywhere, the log gives a prefix of the commits.
    @Test func aLogThatIsCutGivesAnEarlierCommit() throws {
        let bed = try Bed()
        var states = [try Bed.contents(bed.writer)]
        for number in 0..<30 {
            try bed.writer.execute("INSERT INTO t VALUES (\(number), zeroblob(\(number * 300)))")
            states.append(try Bed.contents(bed.writer))
        }
        var found: [Int] = []
        for cut in stride(from: 0, to: DataFolder.size(bed.log), by: 3_001) {
            let left = try bed.copy(cutBy: Int(cut))
            let place = try #require(states.firstIndex(of: left))
            #expect(place <= found.last ?? states.count)
            found.append(place)
        }
        #expect(found.first == states.count - 1)
        #expect(found.last == 0)
    }
}

/// A database in a folder of its own, with the one connection that writes to it.
private final class Bed {
    let folder = TemporaryFolder()
    private(set) var database: String
    var log: String { database + "-wal" }
    private(set) var writer: Connection
    /// As `contents`, of the last commit.
    var committed: String
    private let cachePages: Int
    private var copies = 0

    init(cachePages: Int = 1_000) throws {
        self.cachePages = cachePages
        database = folder.path + "/store.db"
        try FileBytes.createAnew(database)
        writer = try Self.open(database, cachePages)
        try writer.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, value BLOB)")
        committed = try Self.contents(writer)
    }

    private static func open(_ file: String, _ cachePages: Int) throws -> Connection {
        let connection = try Connection(file: file, mode: .readWrite, sharedWith: .processAsWriter)
        try connection.execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = \(cachePages)")
        return connection
    }

    static func contents(_ connection: Connection) throws -> String {
        let rows = "SELECT id || ':' || length(value) AS row FROM t ORDER BY id"
        return try connection.text("SELECT coalesce(group_concat(row), '') FROM (\(rows))") ?? ""
    }

    /// Goes on with the files as a crash leaves them.
    func crash() throws {
        database = try copyOfFiles(cutBy: 0)
        writer = try Self.open(database, cachePages)
        #expect(try Self.contents(writer) == committed)
    }

    /// What SQLite alone makes of a copy of the files.
    /// - Parameters:
    ///   - cutBy: bytes that the log has lost at its end.
    ///   - question: a query for one value; nil for `contents`.
    func copy(cutBy: Int, _ question: String? = nil) throws -> String {
        let copy = try copyOfFiles(cutBy: cutBy)
        defer { for end in ["", "-wal", "-shm"] { unlink(copy + end) } }
        let connection = try Connection(file: copy, mode: .readWrite, sharedWith: .nobody)
        if let question { return try connection.text(question) ?? "" }
        guard try connection.number("SELECT count(*) FROM sqlite_schema") == 1 else { return "" }
        return try Self.contents(connection)
    }

    /// The database and its log under another name, which is returned.
    private func copyOfFiles(cutBy: Int) throws -> String {
        let copy = folder.path + "/copy-\(copies).db"
        copies += 1
        try Self.put(Self.bytes(database), copy)
        try Self.put(Self.bytes(log).dropLast(cutBy), copy + "-wal")
        return copy
    }

    private static func bytes(_ file: String) throws -> [UInt8] {
        try #require(FileBytes.read(file, limit: Int(DataFolder.size(file))))
    }

    private static func put(_ bytes: some Sequence<UInt8>, _ file: String) throws {
        try FileBytes.createAnew(file)
        let descriptor = Glibc.open(file, O_WRONLY | O_CLOEXEC)
        defer { close(descriptor) }
        FileBytes.write(Array(bytes), to: descriptor)
    }
}
