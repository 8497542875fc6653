import Client
import Objects
import Testing
import Wire

@Suite("JSON of any shape keeps its values")
struct JSONTreeTests {
    @Test("Text comes back with its keys in order")
    func roundTrip() throws {
        let text = #"{"b":[1,-2,2.5,true,null,"x\ny"],"a":{"c":{}}}"#
        let tree = try JSONTree.parse(Array(text.utf8))
        #expect(String(decoding: JSONTree.text(tree), as: UTF8.self) == #"{"a":{"c":{}},"b":[1,-2,2.5,true,null,"x\ny"]}"#)
        #expect(tree[member: "b"]?.elements?.count == 6)
    }

    @Test("Nesting without end is refused", arguments: ["[", "{\"a\":"])
    func nesting(opening: String) {
        #expect(throws: WireError.self) { try JSONTree.parse(Array(String(repeating: opening, count: 100_000).utf8)) }
    }

    @Test("Text after the value is refused")
    func trailing() {
        #expect(throws: WireError.self) { try JSONTree.parse(Array("{} {}".utf8)) }
    }
}
