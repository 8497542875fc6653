internal import Glibc
internal import Store

/// Writes into a store as fast as it can and says on standard output what was acknowledged, until it is killed.
///
/// Usage: `store-crash-writer FOLDER SEED`. Eight writers own two keys each, "a/WRITER" and "b/WRITER", and write the
/// same number into both in one transaction, one higher each time; now and then one of them
/// compacts.
/// A line "WRITER NUMBER REVISION" is written, whole, once the transaction that wrote NUMBER was acknowledged.
@main
struct CrashWriter {
    static let writers = 8

    static func main() async {
        guard CommandLine.arguments.count == 3, let seed = UInt64(CommandLine.arguments[2]) else {
            return say("usage: store-crash-writer FOLDER SEED\n", to: 2)
        }
        do {
            let store = try SQLiteStore(folder: CommandLine.arguments[1])
            say("open\n", to: 1)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<writers {
                    group.addTask { try await write(writer, seed: seed &+ UInt64(writer), store) }
                }
                try await group.waitForAll()
            }
        } catch {
            say("error \(error)\n", to: 1)
        }
    }

    private static func write(_ writer: Int, seed: UInt64, _ store: SQLiteStore) async throws {
        let (a, b) = (Array("a/\(writer)".utf8), Array("b/\(writer)".utf8))
        var number = try await store.read(KeyRange(key: a), at: nil, limit: 0).items.first.map { last($0.value) } ?? 0
        var state = seed
        while true {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            number += 1
            // Sizes from a few bytes to several pages, so that commits end anywhere within a page; and now and then
            // a large one, whose commit takes long enough to be killed in the middle.
            let size = state >> 33 & 63 == 1 ? 300_000 : Int(state >> 40) % 9000
            let value = Array(repeating: UInt8(0x2e), count: size) + Array(" \(number)".utf8)
            let result = try await store.commit(
                Transaction(then: [.put(key: a, value: value), .put(key: b, value: value)]))
            say("\(writer) \(number) \(result.revision)\n", to: 1)
            if writer == 0, state >> 33 & 63 == 0 {
                try? await store.compact(to: Revision(result.revision.rawValue - 5))
            }
        }
    }

    /// The number that a value ends with.
    private static func last(_ value: [UInt8]) -> Int {
        Int(String(decoding: value.split(separator: 0x20).last ?? [], as: UTF8.self)) ?? 0
    }

    /// One system call, so that a kill leaves a line whole or absent.
    private static func say(_ line: String, to descriptor: Int32) {
        let bytes = Array(line.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}
