import FieldOwnership
import Objects
import StructuralSchema
import Testing

@Suite("Custom resources are owned as their schemas say")
struct StructuralTests {
    static let schema = #"""
        {"type":"object","properties":{"spec":{"type":"object","properties":{
        "size":{"type":"integer"},"port":{"x-kubernetes-int-or-string":true},
        "tags":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
        "plain":{"type":"array","items":{"type":"string"}},
        "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name","proto"],
        "items":{"type":"object","properties":{"name":{"type":"string"},"proto":{"type":"string","default":"TCP"},
        "n":{"type":"integer"}}}},
        "map":{"type":"object","additionalProperties":{"type":"integer"}},
        "one":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"string"}}},
        "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}}}
        """#

    private func ownership() throws -> FieldOwnership {
        guard case .message(let schema) = try message(APIExtensions.JSONSchemaProps.descriptor, Self.schema) else {
            throw OwnershipError.untypable("no schema")
        }
        return FieldOwnership(
            try #require(StructuralSchema(APIExtensions.JSONSchemaProps(schema)).top),
            as: TypeMeta(apiVersion: "toys.example.com/v1", kind: "Toy"))
    }

    private func toy(_ spec: String) -> String {
        #"{"apiVersion":"toys.example.com/v1","kind":"Toy","metadata":{"name":"a","labels":{"l":"1"}},"spec":\#(spec)}"#
    }

    @Test("a creator owns lists and maps as their types say")
    func create() throws {
        let object = try free(
            toy(
                #"{"size":1,"port":"web","tags":["a","b"],"plain":["x"],"parts":[{"name":"p","n":1}],"map":{"k":1},"one":{"a":"b"},"free":{"x":[1],"y":{"z":null}}}"#
            ))
        #expect(
            shown(try ownership().created(object, by: "m", at: moment(5))) == [
                #"m Update toys.example.com/v1 5 {"f:metadata":{"f:labels":{".":{},"f:l":{}}},"f:spec":{".":{},"f:free":"#
                    + #"{".":{},"f:x":{},"f:y":{".":{},"f:z":{}}},"f:map":{".":{},"f:k":{}},"f:one":{},"f:parts":{".":{},"#
                    + #""k:{\"name\":\"p\",\"proto\":\"TCP\"}":{".":{},"f:n":{},"f:name":{}}},"f:plain":{},"f:port":{},"#
                    + #""f:size":{},"f:tags":{".":{},"v:\"a\"":{},"v:\"b\"":{}}}}"#
            ])
    }

    @Test("items of sets and maps are merged, atomic ones replaced, and removed by who applied them")
    func apply() throws {
        var world = World(try ownership())
        try world.apply(
            toy(#"{"tags":["a","b"],"parts":[{"name":"p","n":1}],"one":{"a":"b"},"free":{"x":1}}"#), by: "m1")
        try world.apply(toy(#"{"tags":["c"],"parts":[{"name":"p","proto":"UDP"}],"free":{"y":2}}"#), by: "m2")
        #expect(
            world.text("spec")
                == #"{"free":{"x":1,"y":2},"one":{"a":"b"},"parts":[{"n":1,"name":"p"},{"name":"p","proto":"UDP"}],"tags":["a","b","c"]}"#
        )
        try world.apply(toy("{}"), by: "m1")
        #expect(world.text("spec") == #"{"free":{"y":2},"parts":[{"name":"p","proto":"UDP"}],"tags":["c"]}"#)
        #expect(
            world.conflicts(toy(#"{"free":{"y":3},"tags":["c"]}"#), by: "m3") == [
                #"Apply failed with 1 conflict: conflict with "m2": .spec.free.y"#
            ])
    }

    @Test("what the schema does not know is refused, as are items that cannot be told apart")
    func faults() throws {
        var world = World(try ownership())
        for (spec, words) in [
            (#"{"none":1}"#, ".spec.none: field not declared in schema"),
            (#"{"tags":["a","a"]}"#, #".spec.tags: duplicate entries for key [="a"]"#),
            (
                #"{"parts":[{"n":1}]}"#,
                ".spec.parts: element 0: associative list with keys has an element that omits key field \"name\" "
                    + "(and doesn't have default value)"
            ),
            (#"{"port":[]}"#, ".spec.port: expected any scalar, got &{[]}"),
        ] {
            do {
                try world.apply(toy(spec), by: "m")
                Issue.record("\(spec) was applied")
            } catch {
                #expect(
                    error
                        == .untypable(
                            "failed to create typed patch object (/a; toys.example.com/v1, Kind=Toy): \(words)"))
            }
        }
    }
}
