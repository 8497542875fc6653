import Testing
import Wire

@testable import Objects

func json(_ text: String) throws -> Value { try FreeValue.parse(Array(text.utf8)) }
func shown(_ value: Value) -> String { String(decoding: FreeValue.text(value), as: UTF8.self) }

@Suite("JSON patches follow RFC 6902")
struct JSONPatchTests {
    struct Case: Sendable {
        let document: String
        let patch: String
        /// nil: the patch does not apply.
        let result: String?
    }

    /// The examples of RFC 6902, appendix A, and of RFC 6901, section 5.
    static let cases = [
        Case(
            document: #"{"foo":"bar"}"#, patch: #"[{"op":"add","path":"/baz","value":"qux"}]"#,
            result: #"{"baz":"qux","foo":"bar"}"#),
        Case(
            document: #"{"foo":["bar","baz"]}"#, patch: #"[{"op":"add","path":"/foo/1","value":"qux"}]"#,
            result: #"{"foo":["bar","qux","baz"]}"#),
        Case(
            document: #"{"baz":"qux","foo":"bar"}"#, patch: #"[{"op":"remove","path":"/baz"}]"#,
            result: #"{"foo":"bar"}"#),
        Case(
            document: #"{"foo":["bar","qux","baz"]}"#, patch: #"[{"op":"remove","path":"/foo/1"}]"#,
            result: #"{"foo":["bar","baz"]}"#),
        Case(
            document: #"{"baz":"qux","foo":"bar"}"#, patch: #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
            result: #"{"baz":"boo","foo":"bar"}"#),
        Case(
            document: #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
            patch: #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
            result: #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#),
        Case(
            document: #"{"foo":["all","grass","cows","eat"]}"#,
            patch: #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#, result: #"{"foo":["all","cows","eat","grass"]}"#
        ),
        Case(
            document: #"{"baz":"qux","foo":["a",2,"c"]}"#,
            patch: #"[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2.0}]"#,
            result: #"{"baz":"qux","foo":["a",2,"c"]}"#),
        Case(document: #"{"baz":"qux"}"#, patch: #"[{"op":"test","path":"/baz","value":"bar"}]"#, result: nil),
        Case(
            document: #"{"foo":"bar"}"#, patch: #"[{"op":"add","path":"/child","value":{"grandchild":{}},"xyz":1}]"#,
            result: #"{"child":{"grandchild":{}},"foo":"bar"}"#),
        Case(document: #"{"foo":"bar"}"#, patch: #"[{"op":"add","path":"/baz/bat","value":"qux"}]"#, result: nil),
        Case(
            document: #"{"/":9,"~1":10}"#,
            patch: #"[{"op":"test","path":"/~01","value":10},{"op":"remove","path":"/~1"}]"#, result: #"{"~1":10}"#),
        Case(document: #"{"/":9,"~1":10}"#, patch: #"[{"op":"test","path":"/~01","value":"10"}]"#, result: nil),
        Case(
            document: #"{"foo":["bar"]}"#, patch: #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#,
            result: #"{"foo":["bar",["abc","def"]]}"#),
        Case(document: #"{"a":1}"#, patch: #"[{"op":"replace","path":"","value":{"b":2}}]"#, result: #"{"b":2}"#),
        Case(
            document: #"{"a":{"b":1}}"#, patch: #"[{"op":"copy","from":"/a","path":"/a/c"}]"#,
            result: #"{"a":{"b":1,"c":{"b":1}}}"#),
        Case(document: #"{"a":{"b":1}}"#, patch: #"[{"op":"move","from":"/a","path":"/a/c"}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"remove","path":"/a/-"}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"remove","path":"/a/00"}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"add","path":"/a/2","value":1}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"add","path":"b","value":1}]"#, result: nil),
        Case(document: #"{"a":1}"#, patch: #"[{"op":"add","path":"/a~2","value":1}]"#, result: nil),
    ]

    /// What Kubernetes lets pass beyond the RFC.
    static let lenient = [
        Case(
            document: #"{"a":[1]}"#, patch: #"[{"op":"replace","path":"/b","value":1}]"#, result: #"{"a":[1],"b":1}"#),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"replace","path":"/b/c","value":1}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"replace","path":"/a/1","value":1}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"add","path":"/b"}]"#, result: #"{"a":[1],"b":null}"#),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"test","path":"/b","value":null}]"#, result: #"{"a":[1]}"#),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"test","path":"/b"}]"#, result: #"{"a":[1]}"#),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"test","path":"/b","value":1}]"#, result: nil),
        Case(document: #"{"a":[1]}"#, patch: #"[{"op":"test","path":"/b/c","value":null}]"#, result: nil),
        Case(
            document: #"{"a":[1]}"#, patch: #"[{"op":"copy","from":"/b","path":"/c"}]"#, result: #"{"a":[1],"c":null}"#),
        Case(document: #"{"a":[1,2,3]}"#, patch: #"[{"op":"remove","path":"/a/-1"}]"#, result: #"{"a":[1,2]}"#),
        Case(document: #"{"a":[1,2]}"#, patch: #"[{"op":"add","path":"/a/-1","value":3}]"#, result: #"{"a":[1,2,3]}"#),
        Case(document: #"{"a":[1,2]}"#, patch: #"[{"op":"replace","path":"/a/-3","value":3}]"#, result: nil),
    ]

    @Test("Examples of the RFC, and what passes beyond it", arguments: cases + lenient)
    func examples(_ example: Case) throws {
        let patch = try json(example.patch)
        let document = try json(example.document)
        guard let result = example.result else {
            let error = #expect(throws: PatchError.self) { try JSONPatch.apply(patch, to: document) }
            #expect(error?.code == .doesNotApply)
            return
        }
        #expect(shown(try JSONPatch.apply(patch, to: document)) == result)
    }

    @Test(
        "What is no operation at all is malformed",
        arguments: [
            (#"[1]"#, "number into Go value of type handlers.jsonPatchOp"),
            (#"[{"op":"test","path":""},{"op":1}]"#, "number into Go struct field jsonPatchOp.op of type string"),
            (#"[{"op":"copy","from":["/a"]}]"#, "array into Go struct field jsonPatchOp.from of type string"),
        ])
    func malformed(_ patch: String, _ words: String) throws {
        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(try json(patch), to: .map([:])) }
        #expect(error?.code == .malformed)
        #expect(error?.message == "error decoding patch: json: cannot unmarshal \(words)")
    }

    @Test("More operations than allowed are refused before any is applied")
    func tooMany() throws {
        let operation = try json(#"{"op":"test","path":"","value":{}}"#)
        let document = try json("{}")
        let limit = PatchLimits.standard.operations
        #expect(try JSONPatch.apply(.list(Array(repeating: operation, count: limit)), to: document) == document)
        let error = #expect(throws: PatchError.self) {
            try JSONPatch.apply(.list(Array(repeating: operation, count: limit + 1)), to: document)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test("Copies that double the document each time are stopped")
    func amplification() throws {
        var operations = [try json(#"{"op":"add","path":"/a","value":["0123456789"]}"#)]
        for _ in 0..<64 { operations.append(try json(#"{"op":"copy","from":"/a","path":"/a/-"}"#)) }
        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(.list(operations), to: .map([:])) }
        #expect(error?.code == .tooLarge)
    }

    @Test("The result never nests deeper than what is read")
    func depth() throws {
        var operations = [try json(#"{"op":"add","path":"/a","value":{}}"#)]
        for _ in 0..<200 { operations.append(try json(#"{"op":"copy","from":"/a","path":"/a/b"}"#)) }
        let error = #expect(throws: PatchError.self) { try JSONPatch.apply(.list(operations), to: .map([:])) }
        #expect(error?.code == .tooLarge)
        let deepest = try JSONPatch.apply(.list(Array(operations.prefix(80))), to: .map([:]))
        #expect(try FreeValue.parse(FreeValue.text(deepest)) == deepest)
    }

    @Test("Inserting at the front of a long list again and again is stopped, not waited for")
    func insertion() throws {
        let list = "[" + Array(repeating: "0", count: 200_000).joined(separator: ",") + "]"
        let document = try json(#"{"a":\#(list)}"#)
        let insert = try json(#"{"op":"add","path":"/a/0","value":0}"#)
        let error = #expect(throws: PatchError.self) {
            try JSONPatch.apply(.list(Array(repeating: insert, count: 10_000)), to: document)
        }
        #expect(error?.code == .tooLarge)
    }

    @Test("Any patch gives a result or an error", arguments: 0..<200)
    func hostile(_ seed: Int) throws {
        var random = Seeded(seed)
        let paths = [
            "", "/", "/a", "/a/b", "/a/0", "/a/-", "/a/1/c", "/b~1", "/b~", "a", "/a/99999999999999999999", "/a/-1",
        ]
        let values: [Value] = [.null, .int(1), .string("x"), .list([.int(1), .map([:])]), .map(["b": .list([])])]
        var operations: [Value] = []
        for _ in 0..<20 {
            operations.append(
                .map([
                    "op": .string(random.pick(["add", "remove", "replace", "move", "copy", "test", "fly"])),
                    "path": .string(random.pick(paths)), "from": .string(random.pick(paths)),
                    "value": random.pick(values),
                ]))
        }
        var document: Value = .map(["a": .list([.int(1), .map(["c": .null])]), "b/": .int(2)])
        var applied = 0
        for operation in operations {
            guard let next = try? JSONPatch.apply(.list([operation]), to: document) else { continue }
            document = next
            applied += 1
            #expect(try FreeValue.parse(FreeValue.text(document)) == document)
        }
        #expect(applied <= operations.count)
        // One after the other or all at once is the same.
        if applied == operations.count {
            #expect(
                try JSONPatch.apply(
                    .list(operations), to: .map(["a": .list([.int(1), .map(["c": .null])]), "b/": .int(2)])) == document
            )
        }
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }
    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
}
