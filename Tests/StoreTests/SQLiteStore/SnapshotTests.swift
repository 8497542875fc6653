import Glibc
import Testing

@testable import Store

@Suite("A snapshot is the store at one moment") struct SnapshotTests {
    @Test func itIsTakenWhileWritesGoOnAndRestoresExactlyItsRevision() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        let filler = String(repeating: "x", count: 10_000)
        for number in 0..<200 { try await store.put("filler/\(number)", filler) }
        let path = folder.path + "/snapshot"
        // Pairs are written together: a copy that is not of one moment would show half of one.
        let writer = Task {
            var number = 0
            while !Task.isCancelled {
                number += 1
                let value = bytes("\(number)")
                _ = try await store.commit(
                    Transaction(then: [.put(key: bytes("a"), value: value), .put(key: bytes("b"), value: value)]))
            }
            return number
        }
        while store.revision < Revision(220) { await Task.yield() }
        let before = store.revision
        let summary = try await store.snapshot(to: path)
        #expect(summary.revision >= before)
        let afterwards = store.revision
        #expect(summary.revision <= afterwards)
        writer.cancel()
        _ = try await writer.value
        let expected = try await store.contents(at: summary.revision)
        await store.close()

        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(Int64(status.st_size) == summary.bytes)
        #expect(TemporaryFolder.files(in: folder.path) == ["snapshot", "store"])

        let restored = try SQLiteStore.restore(snapshot: path, into: folder.path + "/restored")
        #expect(restored.revision == summary.revision)
        let copy = try SQLiteStore(folder: folder.path + "/restored")
        #expect(copy.revision == summary.revision)
        #expect(try await copy.contents() == expected)
        #expect(try await copy.put("a", "goes on") == summary.revision.next)
        await copy.close()
    }

    @Test func whatIsNoSnapshotIsRefusedAndNothingIsMade() async throws {
        let folder = TemporaryFolder()
        let text = folder.path + "/text"
        try FileBytes.createAnew(text)
        let descriptor = open(text, O_WRONLY | O_CLOEXEC)
        FileBytes.write(Array(repeating: 0x41, count: 5000), to: descriptor)
        close(descriptor)
        let foreign = folder.path + "/foreign"
        try FileBytes.createAnew(foreign)
        try Connection(file: foreign, mode: .readWrite, sharedWith: .nobody).execute("CREATE TABLE t(x)")
        for (file, code) in [
            (text, StoreError.Code.corrupt), (foreign, .corrupt), (folder.path + "/missing", .unavailable),
        ] {
            let error = await refusal { try SQLiteStore.restore(snapshot: file, into: folder.path + "/new") }
            #expect(error?.code == code)
            #expect(error?.message.contains(file) == true)
            #expect(!TemporaryFolder.files(in: folder.path).contains("new"))
        }
    }

    @Test func aDamagedSnapshotIsRefused() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        for number in 0..<500 { try await store.put("key/\(number)", String(repeating: "x", count: 1000)) }
        let path = folder.path + "/snapshot"
        _ = try await store.snapshot(to: path)
        await store.close()
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        pwrite(descriptor, Array(repeating: UInt8(0xee), count: 4096), 4096, 20 * 4096)
        close(descriptor)
        let error = await refusal { try SQLiteStore.restore(snapshot: path, into: folder.path + "/new") }
        #expect(error?.code == .corrupt)
        #expect(TemporaryFolder.files(in: folder.path + "/new") == ["lock"])
        truncate(path, 8192)
        let cut = await refusal { try SQLiteStore.restore(snapshot: path, into: folder.path + "/new") }
        #expect(cut?.code == .corrupt)
    }

    @Test func aStoreIsNeverOverwritten() async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.store)
        try await store.put("a", "1")
        let path = folder.path + "/snapshot"
        _ = try await store.snapshot(to: path)
        let busy = await refusal { try SQLiteStore.restore(snapshot: path, into: folder.store) }
        #expect(busy?.message.contains("in use by process \(getpid())") == true)
        try await store.put("a", "2")
        await store.close()
        let error = await refusal { try SQLiteStore.restore(snapshot: path, into: folder.store) }
        #expect(error?.code == .unavailable)
        let again = try SQLiteStore(folder: folder.store)
        #expect(try await again.contents() == ["a=2"])
        await again.close()
    }
}
