import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct PruningTests {
    private func pruned(_ schema: String, _ object: String) throws -> (String, [String]) {
        let schema = try Samples.schema(schema)
        var object = try Samples.value(object)
        let removed = schema.prune(&object)
        return (Samples.text(object), removed)
    }

    @Test func whatAnObjectIsKnownByStays() throws {
        let (text, removed) = try pruned(
            #"{"type":"object","properties":{"spec":{"type":"object"}}}"#,
            #"{"apiVersion":"a/v1","kind":"A","metadata":{"x":1},"spec":{"a":1},"other":2}"#)
        #expect(text == #"{"apiVersion":"a/v1","kind":"A","metadata":{"x":1},"spec":{}}"#)
        #expect(removed == ["other", "spec.a"])
    }

    @Test func knownMembersArePrunedWhereUnknownOnesStay() throws {
        let (text, removed) = try pruned(
            #"{"type":"object","properties":{"a":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"b":{"type":"object","properties":{"c":{"type":"integer"}}}}}}}"#,
            #"{"a":{"b":{"c":1,"d":2},"free":{"x":{"y":1}},"list":[{"z":1}]}}"#)
        #expect(text == #"{"a":{"b":{"c":1},"free":{"x":{"y":1}},"list":[{"z":1}]}}"#)
        #expect(removed == ["a.b.d"])
    }

    @Test func elementsOfListsAndMapsArePruned() throws {
        let (text, removed) = try pruned(
            #"{"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"a":{"type":"integer"}}}},"m":{"type":"object","additionalProperties":{"type":"object","properties":{"a":{"type":"integer"}}}}}}"#,
            #"{"l":[{"a":1,"b":2},{"b":3}],"m":{"k":{"a":1,"b":2}}}"#)
        #expect(text == #"{"l":[{"a":1},{}],"m":{"k":{"a":1}}}"#)
        #expect(removed == ["l[0].b", "l[1].b", "m.k.b"])
    }

    @Test func anObjectWithinAnObjectKeepsItsNames() throws {
        let (text, removed) = try pruned(
            #"{"type":"object","properties":{"t":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"spec":{"type":"object"}}}}}"#,
            #"{"t":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"a":1},"gone":1}}"#)
        #expect(text == #"{"t":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{}}}"#)
        #expect(removed == ["t.gone", "t.spec.a"])
    }

    @Test func metadataOfEmbeddedObjectsIsTidied() throws {
        let schema = try Samples.schema(
            #"{"type":"object","properties":{"t":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}}"#
        )
        var object = try Samples.value(#"{"t":{"apiVersion":"v1","metadata":{"name":"x","nix":1}}}"#)
        let found = schema.tidyEmbedded(&object)
        #expect(Samples.text(object) == #"{"t":{"apiVersion":"v1","metadata":{"name":"x"}}}"#)
        #expect(found == ["t.metadata.nix"])
        #expect(schema.embeddedProblems(of: object).map(\.description) == ["t.kind: Required value"])
        #expect(schema.embeddedMisfit(of: object) == nil)
    }

    @Test(
        arguments: [
            (#"{"kind":5}"#, "t.kind: Invalid value: 5: must be a string"),
            (
                #"{"metadata":{"labels":5}}"#,
                #"t.metadata: Invalid value: {"labels":5}: json: cannot unmarshal number into Go struct field ObjectMeta.labels of type map[string]string"#
            ),
        ])
    func whatIsNoObjectWithinAnObjectIsTold(_ example: (json: String, why: String)) throws {
        let schema = try Samples.schema(
            #"{"type":"object","properties":{"t":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}}"#
        )
        let object = try Samples.value(#"{"t":\#(example.json)}"#)
        #expect(schema.embeddedMisfit(of: object)?.description == example.why)
    }
}
