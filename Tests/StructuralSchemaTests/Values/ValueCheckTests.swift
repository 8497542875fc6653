import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct ValueCheckTests {
    private func told(_ schema: String, _ value: String) throws -> [String] {
        let schema = try Samples.schema(#"{"type":"object","properties":{"v":\#(schema)}}"#)
        return schema.problems(of: try Samples.value(#"{"v":\#(value)}"#)).map(\.description)
    }

    @Test(arguments: [
        (#"{"type":"integer"}"#, "1"), (#"{"type":"integer"}"#, "1.0"), (#"{"type":"number"}"#, "1"),
        (#"{"type":"number","multipleOf":0.1}"#, "0.3"), (#"{"type":"string","maxLength":2}"#, "\"😀é\""),
        (#"{"type":"string","nullable":true}"#, "null"), (#"{"type":"string","format":"nonsense"}"#, "\"x\""),
        (#"{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]}"#, "\"50%\""),
        (#"{"type":"object","minProperties":1}"#, #"{"a":1}"#), (#"{"type":"integer","format":"int32"}"#, "2147483647"),
        (
            #"{"type":"object","properties":{"a":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}"#,
            #"{"a":"x"}"#
        ),
        (#"{"type":"integer","minimum":1,"exclusiveMinimum":true}"#, "2"),
        (#"{"type":"string","not":{"pattern":"^a"}}"#, "\"b\""),
        (#"{"type":"string","enum":["a"]}"#, "\"a\""), (#"{"type":"number","enum":[1]}"#, "1.0"),
    ])
    func whatHoldsIsNotTold(_ schema: String, _ value: String) throws {
        #expect(try told(schema, value) == [])
    }

    @Test(arguments: [
        (#"{"type":"integer"}"#, "1.5", [#"v: Invalid value: "number": v in body must be of type integer: "number""#]),
        (#"{"type":"string"}"#, "null", [#"v: Invalid value: "null": v in body must be of type string: "null""#]),
        (#"{"type":"string"}"#, "[1]", [#"v: Invalid value: "array": v in body must be of type string: "array""#]),
        (#"{"type":"string","maxLength":2}"#, "\"abc\"", ["v: Too long: may not be more than 2 characters"]),
        (
            #"{"type":"string","minLength":2}"#, "\"a\"",
            [#"v: Invalid value: "a": v in body should be at least 2 chars long"#]
        ),
        (
            #"{"type":"integer","maximum":2147483647}"#, "3000000000",
            ["v: Invalid value: 3000000000: v in body should be less than or equal to 2.147483647e+09"]
        ),
        (
            #"{"type":"integer","maximum":5,"exclusiveMaximum":true}"#, "5",
            ["v: Invalid value: 5: v in body should be less than 5"]
        ),
        (
            #"{"type":"number","multipleOf":0.5}"#, "0.7",
            ["v: Invalid value: 0.7: v in body should be a multiple of 0.5"]
        ),
        (
            #"{"type":"array","items":{"type":"integer"},"minItems":2}"#, "[1]",
            ["v: Invalid value: 1: v in body should have at least 2 items"]
        ),
        (
            #"{"type":"object","minProperties":1}"#, "{}",
            ["v: Invalid value: 0: v in body should have at least 1 properties"]
        ),
        (
            #"{"type":"object","additionalProperties":{"type":"string"},"maxProperties":1}"#, #"{"a":"","b":""}"#,
            ["v: Too many: 2: must have at most 1 item"]
        ),
        (
            #"{"type":"integer","format":"int32"}"#, "3000000000",
            [#"<nil>: Invalid value: "": Checked value must be of type integer with format int32 in v"#]
        ),
        (
            #"{"type":"string","anyOf":[{"pattern":"^a"},{"minLength":3}]}"#, "\"b\"",
            [
                #"<nil>: Invalid value: "": "v" must validate at least one schema (anyOf)"#,
                #"v: Invalid value: "b": v in body should match '^a'"#,
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}"#,
            #"{"a":"","b":""}"#,
            [
                #"<nil>: Invalid value: "": "v" must validate one and only one schema (oneOf). Found 2 valid alternatives"#
            ]
        ),
        (
            #"{"type":"string","allOf":[{"pattern":"^a"}]}"#, "\"b\"",
            [
                #"v: Invalid value: "b": v in body should match '^a'"#,
                #"<nil>: Invalid value: "": "v" must validate all the schemas (allOf). None validated"#,
            ]
        ),
        (
            #"{"type":"string","not":{"pattern":"^a"}}"#, "\"a\"",
            [#"<nil>: Invalid value: "": "v" must not validate the schema (not)"#]
        ),
        (#"{"type":"integer","enum":[1,2]}"#, "3", [#"v: Unsupported value: 3: supported values: "1", "2""#]),
        (
            #"{"type":"string","format":"ipv4"}"#, "\"1.2.3\"",
            [#"v: Invalid value: "1.2.3": v in body must be of type ipv4: "1.2.3""#]
        ),
    ])
    func whatDoesNotHoldIsTold(_ schema: String, _ value: String, _ expected: [String]) throws {
        #expect(try told(schema, value) == expected)
    }

    @Test(arguments: [
        (0.0, "0"), (1, "1"), (100_000, "100000"), (1_000_000, "1e+06"), (123_456_789, "1.23456789e+08"), (0.1, "0.1"),
        (0.0001, "0.0001"), (0.00001, "1e-05"), (-2.5, "-2.5"), (1e21, "1e+21"), (1e100, "1e+100"), (65_535, "65535"),
        (123_456.75, "123456.75"),
    ])
    func numbersAreShownAsGoShowsThem(_ number: Double, _ expected: String) {
        #expect(GoNumber.text(number) == expected)
    }

    @Test(arguments: [
        ("date-time", "2026-01-01T00:00:00Z", true), ("date-time", "2026-13-01T00:00:00Z", false),
        ("date", "2024-02-29", true), ("date", "2023-02-29", false),
        ("uuid", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", true),
        ("uuid4", "6ba7b810-9dad-11d1-80b4-00c04fd430c8", false), ("ipv6", "::1", true),
        ("ipv6", "1:2:3:4:5:6:7:8", true),
        ("ipv6", "1::2::3", false), ("ipv6", "::ffff:1.2.3.4", true), ("cidr", "10.0.0.0/8", true),
        ("cidr", "10.0.0.0/33", false),
        ("mac", "00:1a:2b:3c:4d:5e", true), ("mac", "00:1a:2b", false), ("email", "a@b.example", true),
        ("email", "a@", false),
        ("uri", "https://example.com/a?b=c", true), ("uri", "no uri", false), ("hostname", "a-b.example", true),
        ("hostname", "-a", false), ("byte", "YQ==", true), ("byte", "YQ", false), ("duration", "1h30m", true),
        ("duration", "3 days", true), ("duration", "soon", false), ("isbn13", "978-3-16-148410-0", true),
        ("creditcard", "4111111111111111", true), ("creditcard", "4111111111111112", false), ("hexcolor", "#fff", true),
    ])
    func formatsAreChecked(_ format: String, _ text: String, _ expected: Bool) {
        #expect(ValueFormat.holds(format, text) == expected)
    }
}

@Suite struct ValidationCostTests {
    @Test func anObjectThatTakesTooLongIsRefused() throws {
        let schema = try Samples.schema(
            #"{"type":"object","properties":{"l":{"type":"array","items":{"type":"string","pattern":"(a|b|c|d){400}x"}}}}"#
        )
        let text = String(repeating: "abcd", count: 100)
        let object = Value.map(["l": .list((0..<3).map { _ in .string(text) })])
        #expect(
            schema.problems(of: object, schema.root, prefix: "", budget: 100_000).map(\.description) == [
                #"<nil>: Invalid value: "": takes too long to be validated"#
            ])
    }
}
