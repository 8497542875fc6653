import Testing

@testable import Resources

@Suite("Blocks between BEGIN and END lines")
struct PEMTextTests {
    private static func labels(_ text: String) -> [String] { PEMText.blocks(Array(text.utf8)).map(\.label) }

    @Test("are found in order, with text around them")
    func order() {
        let text =
            "before\n-----BEGIN A-----\nMDA=\n-----END A-----\nbetween\n-----BEGIN B-----\nMDE=\n-----END B-----\n"
        #expect(Self.labels(text) == ["A", "B"])
    }

    @Test("end with the first end behind their beginning, or are none")
    func ends() {
        #expect(Self.labels("-----BEGIN A-----\n-----BEGIN B-----\nMDA=\n-----END B-----\n") == ["B"])
        #expect(Self.labels("-----BEGIN A-----\nMDA=\n-----END B-----\n-----END A-----\n") == [])
        #expect(Self.labels("-----BEGIN A-----\nMDA=\n") == [])
    }

    @Test("A text of beginnings alone is read once, not once for each of them", .timeLimit(.minutes(15)))
    func beginnings() {
        let many = String(repeating: "-----BEGIN A-----\n", count: 50_000)
        #expect(Self.labels(many) == [])
        #expect(Self.labels(many + "-----END B-----\n-----BEGIN C-----\nMDA=\n-----END C-----\n") == ["C"])
    }
}
