import Testing

@testable import OpenAPI

/// What stands above a message or a field is found by its name, and nothing else is.
struct DescriptionTableTests {
    private static let table: StaticString = """
        P\ta.b.v1
        M\tFirst\tOne.\tTwo.
        F\tname\tIts name.
        F\tother\tAnother\tparagraph.
        M\tSecond
        F\tname\tThe second's.
        P\tc.v1
        M\tFirst\tOf another package.
        """

    @Test func messagesAreFoundInTheirPackage() {
        let table = DescriptionTable(Self.table)
        #expect(table.entry("a.b.v1.First").text == "One.\n\nTwo.")
        #expect(table.entry("c.v1.First").text == "Of another package.")
        #expect(table.entry("a.b.v1.Second").text == "")
    }

    @Test func fieldsBelongToTheirMessage() {
        let table = DescriptionTable(Self.table)
        #expect(table.entry("a.b.v1.First").field("name") == "Its name.")
        #expect(table.entry("a.b.v1.First").field("other") == "Another\n\nparagraph.")
        #expect(table.entry("a.b.v1.Second").field("name") == "The second's.")
        #expect(table.entry("c.v1.First").field("name") == "")
    }

    @Test func whatIsNotThereIsEmpty() {
        let table = DescriptionTable(Self.table)
        #expect(table.entry("a.b.v1.Third").text == "")
        #expect(table.entry("").text == "")
        #expect(table.entry("a.b.v1.First").field("none") == "")
        #expect(DescriptionTable("").entry("a").text == "")
    }

    @Test func theProgramsOwnTextsAreRead() {
        let entry = DescriptionTable().entry("k8s.io.api.coordination.v1.LeaseSpec")
        #expect(entry.field("leaseDurationSeconds").contains("renewTime"))
    }
}
