import FieldOwnership
import Objects
import TestSupport
import Testing
import Wire

@Suite("FieldsV1 is read and written as Kubernetes writes it")
struct FieldSetTextTests {
    /// As kube-apiserver 1.36 writes them.
    static let written = [
        "{}",
        #"{"f:data":{".":{},"f:k":{}},"f:metadata":{"f:labels":{".":{},"f:n":{},"f:own":{}}}}"#,
        #"{"f:spec":{"f:replicas":{},"f:selector":{},"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"f:image":{},"f:name":{},"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}}}}}}}}}"#,
        #"{"f:metadata":{"f:finalizers":{".":{},"v:\"a/b\"":{},"v:\"c\\\"d\"":{}}}}"#,
        #"{"f:list":{"i:0":{},"i:2":{"f:a":{}}}}"#,
    ]

    @Test("what was written is written again, byte for byte", arguments: written)
    func roundTrip(text: String) throws {
        #expect(String(decoding: try FieldSet(text: Array(text.utf8)).text, as: UTF8.self) == text)
    }

    @Test("a field with nothing within is a member, one with something only when a dot says so")
    func members() throws {
        let set = try FieldSet(text: Array(#"{"f:a":{},"f:b":{"f:c":{}},"f:d":{".":{},"f:e":{}}}"#.utf8))
        #expect(set.paths.map(\.text) == [".a", ".d", ".b.c", ".d.e"])
        #expect(set.contains([.field("d")]))
        #expect(!set.contains([.field("b")]))
    }

    @Test("order and repetition in the text do not matter")
    func unsorted() throws {
        let set = try FieldSet(text: Array(#"{"f:b":{"f:y":{}},"f:a":{},"f:b":{"f:x":{},".":{}}}"#.utf8))
        #expect(String(decoding: set.text, as: UTF8.self) == #"{"f:a":{},"f:b":{".":{},"f:x":{},"f:y":{}}}"#)
    }

    @Test("steps of a kind that is not known are passed over, with what is within them")
    func unknownKinds() throws {
        let set = try FieldSet(text: Array(#"{"f:a":{},"z:b":{"f:c":{}}}"#.utf8))
        #expect(set.paths.map(\.text) == [".a"])
    }

    @Test(
        "what is no set of fields is refused",
        arguments: [
            "", "[]", "null", "{", #"{"f:a":1}"#, #"{"a":{}}"#, #"{"f":{}}"#, #"{"":{}}"#, #"{"k:1":{}}"#,
            #"{"k:{":{}}"#,
            #"{"v:":{}}"#, #"{"i:x":{}}"#, #"{"f:a":{}} x"#, #"{"f:a":[]}"#,
        ])
    func refused(text: String) {
        #expect(throws: WireError.self) { try FieldSet(text: Array(text.utf8)) }
    }

    @Test("nesting is bounded")
    func nesting() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: #"{"f:a":"#, count: depth) + "{}" + String(repeating: "}", count: depth)).utf8)
        }
        #expect(try FieldSet(text: nested(WireLimits.nesting - 1)).count == 1)
        #expect(throws: WireError.self) { try FieldSet(text: nested(100_000)) }
        let deepKey = #"{"v:"# + String(repeating: "[", count: 100_000) + #"":{}}"#
        #expect(throws: WireError.self) { try FieldSet(text: Array(deepKey.utf8)) }
    }

    @Test("arbitrary bytes are refused or read, and what is read is written the same from then on", arguments: 0..<20)
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var bytes = Array(Self.written.randomElement(using: &generator)!.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let at = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[at] = UInt8.random(in: 0x20...0x7e, using: &generator)
            }
            guard let set = try? FieldSet(text: bytes) else { continue }
            let again = try FieldSet(text: set.text)
            #expect(again == set)
            #expect(again.text == set.text)
        }
    }
}
