import Objects
import Resources
@testable import StructuralSchema
import Testing

/// The objects of the recorded exchanges (Tests/peers/exchanges/customs.json).
@Suite struct ToyTests {
    private func told(_ json: String) throws -> [String] {
        let schema = try Samples.schema(Samples.toys)
        var object = try Samples.value(json)
        _ = schema.prune(&object)
        schema.dropNulls(&object)
        schema.fillIn(&object)
        return (schema.problems(of: object) + schema.listProblems(of: object)).map(\.description).sorted()
    }

    @Test func unknownFieldsGoAndDefaultsCome() throws {
        let schema = try Samples.schema(Samples.toys)
        var object = try Samples.value(
            #"{"spec":{"size":2,"gone":1,"free":{"x":[1]},"tags":["a","b"],"port":"web","map":{"k":1},"n":null}}"#)
        #expect(schema.prune(&object) == ["spec.gone"])
        schema.dropNulls(&object)
        schema.fillIn(&object)
        let expected =
            #"{"spec":{"color":"red","free":{"x":[1]},"map":{"k":1},"n":null,"port":"web","size":2,"tags":["a","b"]}}"#
        #expect(Samples.text(object) == expected)
        #expect(schema.problems(of: object).isEmpty)
    }

    @Test func eachFaultIsToldInKubernetesWords() throws {
        let found = try told(
            #"{"spec":{"size":0,"color":"green","tags":["A","b","b","c"],"when":"now","port":1.5,"map":{"k":"v"}}}"#)
        #expect(
            found == [
                #"spec.color: Unsupported value: "green": supported values: "red", "blue""#,
                #"spec.map.k: Invalid value: "string": spec.map.k in body must be of type integer: "string""#,
                #"spec.port: Invalid value: "number": spec.port in body must be of type integer,string: "number""#,
                "spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1",
                "spec.tags: Too many: 4: must have at most 3 items",
                #"spec.tags[0]: Invalid value: "A": spec.tags[0] in body should match '^[a-z]+$'"#,
                #"spec.tags[2]: Duplicate value: "b""#,
                #"spec.when: Invalid value: "now": spec.when in body must be of type date-time: "now""#,
            ])
    }

    @Test func whatIsRequiredIsMissed() throws {
        #expect(try told(#"{"spec":{}}"#) == ["spec.size: Required value"])
    }

    @Test func aScaleThatIsNoNumberIsToldOnItsOwn() throws {
        var scale = APIExtensions.CustomResourceSubresourceScale()
        scale.specReplicasPath = ".spec.size"
        scale.statusReplicasPath = ".status.size"
        let found = ScaleRules(scale).problems(of: try Samples.value(#"{"spec":{"size":"2"}}"#))
        #expect(
            found.map(\.description) == [
                ".spec.size: Invalid value: 0: .spec.size accessor error: 2 is of the type string, expected int64"
            ])
        #expect(
            ScaleRules(scale).problems(of: try Samples.value(#"{"spec":{"size":-1}}"#)).map(\.description) == [
                ".spec.size: Invalid value: -1: should be a non-negative integer"
            ])
    }
}
