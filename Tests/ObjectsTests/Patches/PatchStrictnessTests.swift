import Testing

@testable import Objects

@Suite("Strict reading of a patch tells what stands twice")
struct PatchStrictnessTests {
    @Test func duplicates() throws {
        let patch = Array(#"{"data":{"a":"1","a":"2"},"list":[{"x":1,"x":2}],"data":{}}"#.utf8)
        let expected = [
            "duplicate field \"data.a\"", "duplicate field \"list[0].x\"", "duplicate field \"data\"",
        ]
        #expect(try PatchStrictness.problems(.merge, patch) == expected)
        #expect(try PatchStrictness.problems(.strategic, patch) == expected)
    }

    @Test func operations() throws {
        let patch = Array(#"[{"op":"add","path":"/a","value":{"b":1,"b":2},"note":1},{"op":"x","op":"y"}]"#.utf8)
        #expect(
            try PatchStrictness.problems(.json, patch) == [
                "json patch duplicate field \"[0].value.b\"", "json patch unknown field \"[0].note\"",
                "json patch duplicate field \"[1].op\"",
            ])
    }

    @Test("no patch makes more than a hundred")
    func bounded() throws {
        let patch = "{" + [String](repeating: "\"a\":1", count: 5000).joined(separator: ",") + "}"
        #expect(try PatchStrictness.problems(.merge, Array(patch.utf8)).count == JSONDecoded.problemLimit)
    }
}
