import Testing
import TestSupport

@testable import Store

@Suite("An acknowledged write survives kill -9 at any moment", .serialized) struct CrashTests {
    /// 240 processes in all; each folder is killed over and over, from its very creation on.
    @Test(.timeLimit(.minutes(20)), arguments: 1...8 as ClosedRange<UInt64>)
    func nothingAcknowledgedIsLostAndNothingIsTorn(seed: UInt64) async throws {
        print("seed \(seed)")
        let folder = TemporaryFolder()
        var random = SeededGenerator(seed: seed)
        var acknowledged: [Int: (number: Int, revision: Int64)] = [:]
        var seen = Revision(1)
        for life in 0..<30 {
            let child = try CrashChild(folder: folder.store, seed: random.next())
            // At once, while it opens or recovers; or after some acknowledgements and a while more.
            var lines: [String] = []
            if Int.random(in: 0..<4, using: &random) > 0 {
                lines = child.readLines(Int.random(in: 1...120, using: &random))
            }
            // Every other life ends with the acknowledgement in hand, the others a little later.
            if Bool.random(using: &random) { spin(UInt32.random(in: 0..<100_000, using: &random)) }
            child.kill()
            lines += child.readLines(.max)
            for line in lines where line != "open" {
                let parts = line.split(separator: " ").compactMap { Int($0) }
                guard parts.count == 3 else {
                    Issue.record("seed \(seed) life \(life): \(line)")
                    return
                }
                acknowledged[parts[0]] = (parts[1], Int64(parts[2]))
            }
            seen = try await check(folder, &acknowledged, seen, "seed \(seed) life \(life)")
        }
        #expect(acknowledged.count > 0)
    }

    /// Opens what the crash left. - Returns: the revision that it stands at.
    private func check(
        _ folder: TemporaryFolder, _ acknowledged: inout [Int: (number: Int, revision: Int64)],
        _ seen: Revision, _ context: Comment
    ) async throws -> Revision {
        let store = try SQLiteStore(folder: folder.store, options: .init(compactionInterval: nil))
        let items = try await store.read(everything, at: nil, limit: 0).items
        let values = Dictionary(uniqueKeysWithValues: items.map { (text($0.key), $0) })
        for writer in 0..<8 {
            let (a, b) = (values["a/\(writer)"], values["b/\(writer)"])
            #expect(a?.value == b?.value, context)
            #expect(a?.modRevision == b?.modRevision, context)
            guard let promised = acknowledged[writer] else { continue }
            let number = a.flatMap { Int(text(Array($0.value.split(separator: 0x20).last ?? []))) } ?? 0
            // At most the one transaction that was under way may be there besides.
            #expect(number == promised.number || number == promised.number + 1, context)
            if number == promised.number { #expect(a?.modRevision.rawValue == promised.revision, context) }
            // What has been read must stay, as if it had been acknowledged.
            if let a { acknowledged[writer] = (number, a.modRevision.rawValue) }
        }
        #expect(store.revision >= seen, context)
        let start = max(store.compactedRevision.next, Revision(2))
        if start <= store.revision {
            let sink = RecordingSink()
            _ = try store.watch(everything, from: start, sink: sink)
            let events = await sink.events(upTo: store.revision)
            // Every revision is there, and each with both of its keys.
            let expected = (start.rawValue...store.revision.rawValue).flatMap { [$0, $0] }
            #expect(events.map(\.current.modRevision.rawValue) == expected, context)
            #expect(
                zip(events, events.dropFirst()).enumerated().allSatisfy { index, pair in
                    index % 2 == 1 || pair.0.current.value == pair.1.current.value
                }, context)
        }
        let revision = store.revision
        await store.close()
        return revision
    }

    /// Passes a little time without sleeping, so that the kill meets any moment.
    private func spin(_ turns: UInt32) {
        var random = SeededGenerator(seed: UInt64(turns))
        for _ in 0..<turns where random.next() == 0 { print("") }
    }
}
