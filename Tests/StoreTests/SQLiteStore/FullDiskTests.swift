import Glibc
import Testing

@testable import Store

/// A disk of a few MiB that a test can fill.
private final class SmallDisk {
    let path: String
    private let folder = TemporaryFolder()
    private let ballast: String

    /// nil when this process may not mount.
    init?(mebibytes: Int) {
        path = folder.path + "/disk"
        ballast = path + "/ballast"
        mkdir(path, 0o700)
        guard mount("tmpfs", path, "tmpfs", 0, "size=\(mebibytes)m") == 0 else { return nil }
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }

    static var canMount: Bool { SmallDisk(mebibytes: 1) != nil }

    /// Takes all the room that is left, to the last byte.
    func fill() {
        let descriptor = open(ballast, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        for size in [65536, 4096, 1] {
            let chunk = [UInt8](repeating: 0x42, count: size)
            while write(descriptor, chunk, size) == size {}
        }
    }

    /// Emptied first: a process that another test starts may hold a copy of the descriptor.
    func makeRoom() {
        truncate(ballast, 0)
        unlink(ballast)
    }
}

@Suite(
    "A full disk refuses writes and nothing else", .serialized,
    .enabled(if: SmallDisk.canMount, "needs to mount a tmpfs: run as root"))
struct FullDiskTests {
    /// Writes until the disk refuses. - Returns: how many were acknowledged, and the refusal.
    private func writeUntilRefused(_ store: SQLiteStore, from start: Int) async -> (written: Int, error: StoreError?) {
        let value = String(repeating: "x", count: 3000)
        for number in start..<start + 100_000 {
            if let error = await refusal({ try await store.put("key/\(number)", value) }) { return (number, error) }
        }
        return (start + 100_000, nil)
    }

    @Test func writesAreRefusedClearlyReadsAndWatchesGoOnAndRoomIsAllThatIsNeeded() async throws {
        let disk = try #require(SmallDisk(mebibytes: 48))
        let store = try SQLiteStore(folder: disk.path + "/store", options: .init(compactionInterval: nil))
        let sink = RecordingSink()
        _ = try store.watch(everything, from: Revision(2), sink: sink)
        var next = 0
        for round in 1...3 {
            for number in next..<next + 200 { try await store.put("key/\(number)", "short") }
            next += 200
            disk.fill()
            let (written, error) = await writeUntilRefused(store, from: next)
            #expect(error?.code == .noSpace, "round \(round)")
            #expect(error?.message.contains("the disk is full") == true)
            // It stays so, without a latch and without harm.
            for _ in 0..<20 {
                #expect(await refusal { try await store.put("refused", String(repeating: "x", count: 60_000)) } != nil)
            }
            next = written
            #expect(store.revision == Revision(Int64(next) + 1))
            let read = try await store.read(everything, at: nil, limit: 0)
            #expect(read.items.count == next)
            #expect(try await store.get("key/0", at: Revision(2))?.value == bytes("short"))
            let replay = RecordingSink()
            let token = try store.watch(everything, from: Revision(2), sink: replay)
            let replayed = await replay.events(upTo: store.revision)
            #expect(replayed.count == next)
            store.cancel(token)
            disk.makeRoom()
            try await store.put("key/\(next)", "room again")
            next += 1
        }
        let events = await sink.events(upTo: store.revision)
        #expect(events.map { text($0.current.key) } == (0..<next).map { "key/\($0)" })
        #expect(store.statistics.noSpaceRefusals >= 60)
        await store.close()
        let again = try SQLiteStore(folder: disk.path + "/store")
        let kept = try await again.read(everything, at: nil, limit: 0)
        #expect(Set(kept.items.map { text($0.key) }) == Set((0..<next).map { "key/\($0)" }))
        await again.close()
    }

    @Test func manyWritersAtOnceGetOneAnswerEachAndNothingIsHalfWritten() async throws {
        let disk = try #require(SmallDisk(mebibytes: 8))
        let store = try SQLiteStore(folder: disk.path + "/store")
        let acknowledged = await withTaskGroup(of: Set<String>.self) { group in
            for writer in 0..<32 {
                group.addTask {
                    var kept: Set<String> = []
                    for number in 0..<60 {
                        let name = "\(writer)/\(number)"
                        let value = [UInt8](repeating: 1, count: number % 7 * 2000)
                        let pair = Transaction(then: [
                            .put(key: bytes("a/\(name)"), value: value), .put(key: bytes("b/\(name)"), value: value),
                        ])
                        if let error = await refusal({ try await store.commit(pair) }) {
                            #expect(error.code == .noSpace)
                        } else {
                            kept.insert(name)
                        }
                    }
                    return kept
                }
            }
            return await group.reduce(into: Set()) { $0.formUnion($1) }
        }
        #expect(store.statistics.noSpaceRefusals > 0)
        #expect(!acknowledged.isEmpty)
        await store.close()
        let again = try SQLiteStore(folder: disk.path + "/store")
        for side in ["a/", "b/"] {
            let found = try await again.read(KeyRange(prefix: bytes(side)), at: nil, limit: 0)
            #expect(Set(found.items.map { String(text($0.key).dropFirst(2)) }) == acknowledged)
        }
        #expect(again.revision == Revision(Int64(acknowledged.count) + 1))
        await again.close()
    }

    @Test func aSnapshotThatFindsNoRoomLeavesNothing() async throws {
        let disk = try #require(SmallDisk(mebibytes: 8))
        let store = try SQLiteStore(folder: disk.path + "/store")
        for number in 0..<200 { try await store.put("key/\(number)", String(repeating: "x", count: 5000)) }
        disk.fill()
        let error = await refusal { try await store.snapshot(to: disk.path + "/snapshot") }
        #expect(error?.code == .noSpace)
        #expect(TemporaryFolder.files(in: disk.path) == ["ballast", "store"])
        disk.makeRoom()
        let summary = try await store.snapshot(to: disk.path + "/snapshot")
        #expect(summary.revision == store.revision)
        await store.close()
    }

    @Test func aStoreCannotBeMadeOnAFullDiskAndIsMadeOnceThereIsRoom() async throws {
        let disk = try #require(SmallDisk(mebibytes: 4))
        disk.fill()
        let error = await refusal { try SQLiteStore(folder: disk.path + "/store") }
        #expect(error?.code == .noSpace)
        disk.makeRoom()
        let store = try SQLiteStore(folder: disk.path + "/store")
        try await store.put("a", "1")
        await store.close()
    }
}
