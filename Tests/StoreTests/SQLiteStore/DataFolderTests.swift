import Glibc
import Testing

@testable import Store

@Suite("The data folder belongs to one process, and to Apus") struct DataFolderTests {
    @Test func folderAndFilesAreForTheirOwnerOnly() async throws {
        let folder = TemporaryFolder()
        mkdir(folder.store, 0o755)
        let store = try SQLiteStore(folder: folder.store)
        try await store.put("a", "1")
        var status = stat()
        #expect(stat(folder.store, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o700)
        let files = TemporaryFolder.files(in: folder.store)
        #expect(files == ["lock", "store.db", "store.db-wal"])
        for file in files {
            #expect(stat(folder.store + "/" + file, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600, "\(file)")
        }
        await store.close()
    }

    @Test func asecondOpenNamesTheProcessThatHasIt() async throws {
        let folder = TemporaryFolder()
        let child = try CrashChild(folder: folder.store, seed: 1)
        child.readLines(1)
        let error = await refusal { try SQLiteStore(folder: folder.store) }
        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("in use by process \(child.process) (store-crash-wri)") == true)
        child.kill()
        let store = try SQLiteStore(folder: folder.store)
        await store.close()
        let again = try SQLiteStore(folder: folder.store)
        await again.close()
    }

    @Test(arguments: [0, 10, 5000])
    func aFileThatIsNoDatabaseIsLeftAsItIs(bytes count: Int) async throws {
        let folder = TemporaryFolder()
        mkdir(folder.store, 0o700)
        let file = folder.store + "/store.db"
        let contents = [UInt8](repeating: 0x41, count: count)
        write(contents, to: file)
        let error = await refusal { try SQLiteStore(folder: folder.store) }
        #expect(error?.code == .corrupt)
        #expect(FileBytes.read(file, limit: 10_000) == contents)
        #expect(TemporaryFolder.files(in: folder.store) == ["lock", "store.db"])
    }

    @Test func anotherProgramsDatabaseIsLeftAsItIs() async throws {
        let folder = TemporaryFolder()
        mkdir(folder.store, 0o700)
        let file = folder.store + "/store.db"
        try FileBytes.createAnew(file)
        try Connection(file: file, mode: .readWrite, sharedWith: .nobody).execute("CREATE TABLE t(x)")
        let before = FileBytes.read(file, limit: 100_000)
        let error = await refusal { try SQLiteStore(folder: folder.store) }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains("not a store of Apus") == true)
        #expect(FileBytes.read(file, limit: 100_000) == before)
    }

    @Test func anotherVersionOfTheTablesIsTold() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        await store.close()
        let file = folder.store + "/store.db"
        try Connection(file: file, mode: .readWrite, sharedWith: .nobody).execute("PRAGMA user_version = 99")
        let connection = try Connection(file: file, mode: .readWrite, sharedWith: .nobody)
        _ = try connection.text("PRAGMA journal_mode = DELETE")
        let error = await refusal { try SQLiteStore(folder: folder.store) }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains("version 99") == true)
    }

    @Test func aDamagedDatabaseIsToldAtTheStart() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        for number in 0..<500 { try await store.put("key/\(number)", String(repeating: "x", count: 1000)) }
        await store.close()
        let file = folder.store + "/store.db"
        #expect(TemporaryFolder.files(in: folder.store) == ["lock", "store.db"])
        let descriptor = open(file, O_WRONLY | O_CLOEXEC)
        pwrite(descriptor, Array(repeating: UInt8(0xee), count: 4096), 4096, 20 * 4096)
        close(descriptor)
        let before = FileBytes.read(file, limit: 1 << 20)
        let error = await refusal { try SQLiteStore(folder: folder.store) }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains("snapshot") == true)
        #expect(FileBytes.read(file, limit: 1 << 20) == before)
    }

    @Test func aLogWithoutItsDatabaseIsNotThrownAway() async throws {
        let folder = TemporaryFolder()
        mkdir(folder.store, 0o700)
        write([1, 2, 3], to: folder.store + "/store.db-wal")
        #expect(await refusal { try SQLiteStore(folder: folder.store) }?.code == .corrupt)
        #expect(TemporaryFolder.files(in: folder.store) == ["lock", "store.db-wal"])
    }

    @Test func aMissingParentFolderIsNamed() async throws {
        let error = await refusal { try SQLiteStore(folder: "/nonexistent/store") }
        #expect(error?.code == .unavailable)
        #expect(error?.message == "could not make the folder /nonexistent/store: No such file or directory")
    }

    private func write(_ contents: [UInt8], to file: String) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        FileBytes.write(contents, to: descriptor)
        close(descriptor)
    }
}
