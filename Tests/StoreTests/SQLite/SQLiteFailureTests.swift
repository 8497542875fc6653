import Glibc
import Testing

@testable import Store

@Suite("What the disk refuses is told as what it means for the caller") struct SQLiteFailureTests {
    /// Result codes by their numbers in SQLite's documentation ("Result and Error Codes").
    @Test(arguments: [
        (Int32(13), Int32(0), StoreError.Code.noSpace),  // SQLITE_FULL
        (778, ENOSPC, .noSpace),  // SQLITE_IOERR_WRITE
        (778, EDQUOT, .noSpace),
        (778, EIO, .unavailable),
        (1034, EIO, .unknownOutcome),  // SQLITE_IOERR_FSYNC: what was handed over may be on the disk
        (1034, ENOSPC, .unknownOutcome),
        (11, 0, .corrupt),  // SQLITE_CORRUPT
        (26, 0, .corrupt),  // SQLITE_NOTADB
        (14, EACCES, .unavailable),  // SQLITE_CANTOPEN
    ])
    func codes(code: Int32, systemError: Int32, expected: StoreError.Code) {
        let failure = SQLiteFailure(code: code, systemError: systemError, message: "m", file: "/f/store.db")
        #expect(failure.storeError.code == expected)
        #expect(failure.storeError.message.contains("/f/store.db"))
    }

    @Test func everyCommitIsSynced() throws {
        let folder = TemporaryFolder()
        let data = try DataFolder(folder.store)
        try data.prepareDatabase()
        let connection = try OpenDatabase.forWriting(data).connection
        #expect(try connection.number("PRAGMA synchronous") == 2)
        #expect(try connection.text("PRAGMA journal_mode") == "wal")
        #expect(try connection.number("PRAGMA auto_vacuum") == 2)
        #expect(try connection.number("PRAGMA cache_spill") == 0)
    }
}
