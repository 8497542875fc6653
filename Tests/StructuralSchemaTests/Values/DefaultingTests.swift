import Objects
@testable import StructuralSchema
import Testing

@Suite struct DefaultingTests {
    private func filled(_ schema: String, _ object: String) throws -> String {
        let schema = try Samples.schema(schema)
        var object = try Samples.value(object)
        schema.dropNulls(&object)
        schema.fillIn(&object)
        return Samples.text(object)
    }

    @Test(arguments: [
        (#"{}"#, #"{"a":{"b":1}}"#), (#"{"a":{}}"#, #"{"a":{"b":1}}"#), (#"{"a":{"b":2}}"#, #"{"a":{"b":2}}"#),
        (#"{"a":null}"#, #"{"a":{"b":1}}"#), (#"{"a":{"b":null}}"#, #"{"a":{"b":1}}"#),
    ])
    func defaultsAreFilledInTopDown(_ object: String, _ expected: String) throws {
        let schema =
            #"{"type":"object","properties":{"a":{"type":"object","default":{},"properties":{"b":{"type":"integer","default":1}}}}}"#
        #expect(try filled(schema, object) == expected)
    }

    @Test func nullStaysWhereItIsAllowedAndGoesElsewhere() throws {
        let schema =
            #"{"type":"object","properties":{"yes":{"type":"string","nullable":true,"default":"x"},"no":{"type":"string"}}}"#
        #expect(try filled(schema, #"{"yes":null,"no":null}"#) == #"{"yes":null}"#)
    }

    @Test func elementsAreFilledIn() throws {
        let schema =
            #"{"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"p":{"type":"string","default":"TCP"}}}}}}"#
        #expect(try filled(schema, #"{"l":[{},{"p":"UDP"}]}"#) == #"{"l":[{"p":"TCP"},{"p":"UDP"}]}"#)
    }
}
