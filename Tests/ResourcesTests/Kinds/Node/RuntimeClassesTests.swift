import Testing

@testable import Resources

@Suite("Runtime classes")
struct RuntimeClassesTests {
    static let cases: [(String, [String])] = [
        (#"{"handler":"runc"}"#, []), (#"{"handler":"Run C"}"#, ["handler"]),
        (#"{"handler":"runc","overhead":{"podFixed":{"cpu":"-1"}}}"#, ["overhead.limits[cpu]"]),
        (#"{"handler":"runc","scheduling":{"nodeSelector":{"a b":"c"}}}"#, ["scheduling.nodeSelector"]),
        (
            #"{"handler":"runc","scheduling":{"tolerations":[{"key":"k","operator":"Exists"},{"key":"k","operator":"Exists"}]}}"#,
            ["scheduling.tolerations[1]"]
        ),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        #expect(try Judge("runtimeclasses").fields(example.0) == example.1)
    }

    @Test("A class keeps its handler")
    func changes() throws {
        let judge = try Judge("runtimeclasses")
        let before = try judge.created(#"{"handler":"runc"}"#)
        #expect(
            try judge.changed(before, #"{"handler":"kata"}"#).refusals
                == ["handler: Invalid value: \"kata\": field is immutable"])
    }
}
