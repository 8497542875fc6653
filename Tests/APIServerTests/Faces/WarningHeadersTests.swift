import Testing

@testable import APIServer

@Suite("Warnings are said once, and not at any length")
struct WarningHeadersTests {
    @Test("each text once, in order, with quotes escaped")
    func once() {
        #expect(
            WarningHeaders.values(["b \"x\"", "a\\", "b \"x\"", ""]) == [#"299 - "b \"x\"""#, #"299 - "a\\""#])
    }

    @Test("texts with control characters have no place in a header")
    func control() {
        #expect(WarningHeaders.values(["a\nb", "c\u{7f}", "d\u{85}", "é"]) == ["299 - \"é\""])
    }

    @Test("what fits is shown whole: 4096 characters together")
    func whole() {
        let texts = (0..<16).map { "\($0 + 10)" + String(repeating: "x", count: 254) }
        #expect(WarningHeaders.values(texts) == texts.map { "299 - \"\($0)\"" })
    }

    @Test("more is cut: 256 characters each, sixteen of them")
    func cut() {
        let texts = (0..<100).map { "\($0 + 100)" + String(repeating: "é", count: 500) }
        let values = WarningHeaders.values(texts)
        #expect(values.count == 16)
        #expect(values.first == "299 - \"100" + String(repeating: "é", count: 253) + "\"")
    }
}
