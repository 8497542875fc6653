import Testing
@testable import apusctl

@Suite("Tables line up")
struct TextTableTests {
    @Test("Columns are as wide as their widest cell, lines end without blanks, cells hold no line ends")
    func layout() {
        let rows = [["a", "1/1"], ["longer", "x\ny"]]
        let table = TextTable(headers: ["NAME", "READY"], rows: rows)
        #expect(table.header == "NAME     READY\n")
        #expect(table.line(rows[0]) == "a        1/1\n")
        #expect(table.line(rows[1]) == "longer   x y\n")
        #expect(table.line(["a", ""]) == "a\n")
    }
}
