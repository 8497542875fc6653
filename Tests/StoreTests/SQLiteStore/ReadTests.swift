import Testing

@testable import Store

@Suite("A read sees one moment") struct ReadTests {
    private func fill(_ store: SQLiteStore, _ count: Int) async throws {
        for number in 0..<count { try await store.put("key/\(number)", "v\(number)") }
    }

    @Test func aLimitTellsThatThereIsMoreAndHowMuch() async throws {
        try await withStore { store in
            try await fill(store, 5)
            try await store.put("other", "")
            let range = KeyRange(prefix: bytes("key/"))
            for (limit, items, more) in [(0, 5, false), (2, 2, true), (5, 5, false), (9, 5, false)] {
                let result = try await store.read(range, at: nil, limit: limit)
                #expect(result.items.count == items)
                #expect(result.more == more)
                #expect(result.count == 5)
                #expect(result.revision == Revision(7))
            }
        }
    }

    @Test func pagesOfOneRevisionFitTogetherWhileOthersWrite() async throws {
        try await withStore { store in
            try await fill(store, 10)
            let revision = store.revision
            let before = try await store.read(everything, at: nil, limit: 0).items
            var pages: [KeyValue] = []
            var start = Key([0])
            var more = true
            while more {
                let page = try await store.read(KeyRange(start: start, end: nil), at: revision, limit: 3)
                #expect(page.count == before.count - pages.count)
                pages += page.items
                more = page.more
                start = (page.items.last?.key ?? []) + [0]
                try await store.delete("key/\(pages.count)")
                try await store.put("key/0", "changed \(pages.count)")
                try await store.put("key/00\(pages.count)", "new")
            }
            #expect(pages == before)
        }
    }

    @Test func thePastIsReadAsItWas() async throws {
        try await withStore { store in
            try await store.put("a", "1")
            try await store.delete("a")
            try await store.put("a", "2")
            try await store.put("a", "3")
            let states = [[], ["a=1"], [], ["a=2"], ["a=3"]]
            for (index, state) in states.enumerated() {
                #expect(try await store.contents(at: Revision(Int64(index) + 1)) == state)
            }
        }
    }

    @Test func theFutureIsRefused() async throws {
        try await withStore { store in
            let error = await refusal { try await store.contents(at: Revision(2)) }
            #expect(error?.code == .futureRevision(current: Revision(1)))
        }
    }

    @Test func keysAreComparedAsBytes() async throws {
        try await withStore { store in
            let keys: [Key] = [[0], [0, 0], [0, 1], [1], [0x7f], [0x80], [0xff], [0xff, 0xff]]
            for key in keys.reversed() { _ = try await store.commit(Transaction(then: [.put(key: key, value: [])])) }
            for (range, found) in [
                (everything, keys), (KeyRange(prefix: [0xff]), [[0xff], [0xff, 0xff]]), (KeyRange(key: [0]), [[0]]),
                (KeyRange(start: [9], end: [1]), []), (KeyRange(start: [], end: [0, 1]), [[0], [0, 0]]),
            ] {
                let result = try await store.read(range, at: nil, limit: 0)
                #expect(result.items.map(\.key) == found)
            }
        }
    }
}
