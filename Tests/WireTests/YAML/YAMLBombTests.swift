import Testing
import Wire
import TestSupport

/// Small texts that stand for large ones (CVE-2019-11253), and texts made to tire a parser.
struct YAMLBombTests {
    private func refused(_ text: String) -> String? {
        let error = #expect(throws: YAMLError.self) { try YAMLReader.documents(Array(text.utf8)) }
        return error?.message
    }

    private let excess = "document contains excessive aliasing: write the values out instead of repeating them"

    @Test func listsOfListsOfListsAreRefused() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<20 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        #expect(refused(text) == excess)
    }

    @Test func mergesOfMergesAreRefused() {
        var text = "m0: &m0 {" + (0..<1000).map { "k\($0): v" }.joined(separator: ", ") + "}\n"
        text += "l: &l [" + Array(repeating: "*m0", count: 1000).joined(separator: ", ") + "]\n"
        for index in 0..<1000 { text += "x\(index): {<<: *l}\n" }
        #expect(refused(text) == excess)
    }

    @Test func oneLongTextRepeatedIsRefused() {
        let text =
            "a: &a \"" + String(repeating: "x", count: 100_000) + "\"\nb: ["
            + Array(repeating: "*a", count: 10_000).joined(separator: ", ") + "]\n"
        #expect(refused(text) == excess)
    }

    @Test func theBoundHoldsOverAllDocumentsOfAStream() {
        let document =
            "---\na: &a [" + Array(repeating: "x", count: 1000).joined(separator: ", ") + "]\nb: ["
            + Array(repeating: "*a", count: 50).joined(separator: ", ") + "]\n"
        #expect(throws: Never.self) { try YAMLReader.documents(Array(document.utf8)) }
        #expect(refused(String(repeating: document, count: 10)) == excess)
    }

    @Test func aliasesStackedHigherThanTheLimitAreRefused() {
        var text = "- &a0 [x]\n"
        for level in 1..<100_000 { text += "- &a\(level) [*a\(level - 1)]\n" }
        #expect(refused(text) == "the document nests deeper than 100 levels")
        var chain = "m0: &m0 {a: [1]}\n"
        for level in 1..<20_000 { chain += "m\(level): &m\(level) {<<: *m\(level - 1)}\n" }
        #expect(throws: Never.self) { try YAMLReader.documents(Array(chain.utf8)) }
    }

    @Test(arguments: [
        ("[", 101), ("[", 1_000_000), ("{a: ", 101), ("{a: ", 200_000), ("- ", 101), ("- ", 100_000), ("? ", 100_000),
    ])
    func deepNestingIsRefused(_ opening: String, _ count: Int) {
        #expect(throws: YAMLError.self) {
            try YAMLReader.documents(Array(String(repeating: opening, count: count).utf8))
        }
    }

    @Test func aHundredLevelsAreRead() throws {
        let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(try YAMLReader.single(Array(text.utf8)).json == Array(text.utf8))
    }

    @Test func ordinaryRepetitionIsFine() throws {
        var text = "base: &base\n"
        for index in 0..<50 { text += "  key\(index): value\n" }
        for index in 0..<500 { text += "use\(index):\n  <<: *base\n  own: \(index)\n" }
        #expect(try YAMLReader.single(Array(text.utf8)).json.count > 500 * 50 * 10)
    }

    @Test func aLargeTextWithoutAliasesIsBoundedByItsOwnSizeOnly() throws {
        let text = String(repeating: "- {name: x, value: [1, 2, 3]}\n", count: 50_000)
        #expect(try YAMLReader.single(Array(text.utf8)).json.count > 1_000_000)
    }

    /// Mutated manifests are read or refused, and what is read is JSON.
    @Test func noTextTraps() throws {
        var random = SeededGenerator(seed: 23)
        let seed = Array(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: &n a, labels: {<<: &l {x: "1"}, y: *n}}
            spec:
              containers:
              - name: 'it''s'
                args: ["a\\tb", c]
                text: |+
                  one
                   two

              - !!str 12: >-
                  folded
                <<: *l
            ---
            ? a
            : 0x1F
            """.utf8)
        let signs = Array("&*<>|-?:[]{}!%@`'\"#\\\n\t ,~0x".utf8)
        var readable = 0
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0..<(1 + random.next() % 6) {
                let at = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[at] = signs[Int(random.next() % UInt64(signs.count))]
                case 1: bytes.insert(signs[Int(random.next() % UInt64(signs.count))], at: at)
                case 2: bytes.remove(at: at)
                default: bytes[at] = UInt8(truncatingIfNeeded: random.next())
                }
            }
            let start = Int(random.next() % 2) * Int(random.next() % UInt64(bytes.count))
            guard let documents = try? YAMLReader.documents(Array(bytes[start...])) else { continue }
            for document in documents {
                readable += 1
                var reader = JSONReader(document.json)
                try reader.skipValue()
                try reader.finish()
            }
        }
        #expect(readable > 1_000)
    }
}
