import Testing

@testable import Objects

@Suite("Merge patches follow RFC 7386")
struct MergePatchTests {
    /// RFC 7386, appendix A: original, patch, result.
    static let examples = [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#), (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#), (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#), (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#), (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ]

    @Test("Examples of the RFC", arguments: examples)
    func rfc(_ example: (String, String, String)) throws {
        #expect(shown(MergePatch.apply(try json(example.1), to: try json(example.0))) == example.2)
    }

    @Test("A three-way patch brings what is owned to what is wanted", arguments: 0..<300)
    func threeWay(_ seed: Int) throws {
        var random = Seeded(seed)
        let original = Self.tree(&random, 3)
        let modified = Self.tree(&random, 3)
        let others = Self.tree(&random, 3)
        let current = MergePatch.apply(original, to: others)
        let patch = MergePatch.threeWay(original: original, modified: modified, current: current)
        let result = MergePatch.apply(patch, to: current)
        Self.expectOwned(result.asMap ?? [:], original.asMap ?? [:], modified.asMap ?? [:])
        let again = MergePatch.threeWay(original: modified, modified: modified, current: result)
        #expect(again == .map([:]))
    }

    private static func expectOwned(
        _ result: StringMap<Value>, _ original: StringMap<Value>, _ modified: StringMap<Value>
    ) {
        for entry in modified.entries {
            if case .map(let wanted) = entry.value {
                expectOwned(result[entry.key]?.asMap ?? [:], original[entry.key]?.asMap ?? [:], wanted)
            } else {
                #expect(result[entry.key] == entry.value)
            }
        }
        for key in original.keys where modified[key] == nil { #expect(result[key] == nil) }
    }

    private static func tree(_ random: inout Seeded, _ depth: Int) -> Value {
        var map: StringMap<Value> = [:]
        for key in ["a", "b", "c", "d"] where Bool.random(using: &random) {
            map[key] =
                depth > 0 && Bool.random(using: &random)
                ? tree(&random, depth - 1) : .int(Int.random(in: 0...2, using: &random))
        }
        return .map(map)
    }
}
