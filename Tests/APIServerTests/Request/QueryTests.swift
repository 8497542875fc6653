import Testing

@testable import APIServer

@Suite("A query's pairs are read one by one")
struct QueryTests {
    @Test("pairs that are not well formed are passed over, and nothing else")
    func malformed() {
        let query = Query("a=%zz&b=%4&c=1;d=2&e=%41+b&f=%&g")
        #expect(query["a"] == nil)
        #expect(query["b"] == nil)
        #expect(query["c"] == nil)
        #expect(query["e"] == "A b")
        #expect(query["f"] == nil)
        #expect(query["g"] == "")
    }

    @Test("the first of several counts, and all can be had")
    func repeated() {
        let query = Query("dryRun=All&dryRun=&dryRun=x")
        #expect(query["dryRun"] == "All")
        #expect(query.all("dryRun") == ["All", "", "x"])
    }

    @Test(
        "only 0 and false mean no",
        arguments: [
            ("false", false), ("0", false), ("FALSE", false), ("fAlSe", false), ("", true), ("true", true), ("f", true),
            ("no", true),
        ])
    func flags(_ text: String, _ value: Bool) {
        #expect(Query("watch=\(text)").flag("watch") == value)
        #expect(Query("other=\(text)").flag("watch") == nil)
    }
}
