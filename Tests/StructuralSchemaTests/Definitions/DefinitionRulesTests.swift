import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct DefinitionRulesTests {
    private static let field = "spec.versions[0].schema.openAPIV3Schema"

    private func told(_ schema: String, more: String = "") throws -> [String] {
        DefinitionRules.problems(try Samples.definition(schema: schema, more: more)).map(\.description)
    }

    @Test func aGoodDefinitionHasNoProblems() throws {
        let scale =
            #","subresources":{"status":{},"scale":{"specReplicasPath":".spec.size","statusReplicasPath":".status.size"}}"#
        #expect(try told(Samples.toys, more: scale) == [])
    }

    @Test(arguments: [
        (#"{}"#, [".type: Required value: must not be empty at the root"]),
        (
            #"{"type":"array","items":{"type":"string"}}"#,
            [#".type: Invalid value: "array": must be object at the root"#]
        ),
        (
            #"{"type":"object","properties":{"a":{}}}"#,
            [".properties[a].type: Required value: must not be empty for specified object fields"]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"array"}}}"#,
            [".properties[a].items: Required value: must be specified"]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"string","pattern":"["}}}"#,
            [
                #".properties[a].pattern: Invalid value: "[": must be a valid regular expression, but isn't: error parsing regexp: missing closing ]: `[`"#
            ]
        ),
        (
            #"{"type":"object","anyOf":[{"properties":{"b":{"minimum":1}}}]}"#,
            [".properties[b]: Required value: because it is defined in FIELD.anyOf[0].properties[b]"]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"string","anyOf":[{"type":"string"}]}}}"#,
            [".properties[a].anyOf[0].type: Forbidden: must be empty to be structural"]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"string"}},"additionalProperties":{"type":"string"}}}}"#,
            [".properties[a].additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive"]
        ),
        (
            #"{"type":"object","properties":{"metadata":{"type":"object","properties":{"labels":{"type":"object"}}}}}"#,
            [
                ".properties[metadata]: Forbidden: must not specify anything other than name and generateName, but metadata is implicitly specified"
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"text"}}}"#,
            [
                #".properties[a].type: Unsupported value: "text": supported values: "array", "boolean", "integer", "number", "object", "string""#
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"array","uniqueItems":true,"items":{"type":"string"}}}}"#,
            [
                ".properties[a].uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime complexity becomes quadratic"
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["k"],"items":{"type":"object","properties":{"k":{"type":"string"}}}}}}"#,
            [
                ".properties[a].items.properties[k].default: Required value: this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property"
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"integer","default":"x"}}}"#,
            [
                #".properties[a].default: Invalid value: "string": FIELD.properties[a].default in body must be of type integer: "string""#
            ]
        ),
        (
            #"{"type":"object","properties":{"a":{"type":"object","default":{"b":1}}}}"#,
            [#".properties[a].default: Invalid value: {"b":1}: must not have unknown fields"#]
        ),
        (#"{"type":"object","nullable":true}"#, [".nullable: Forbidden: nullable cannot be true at the root"]),
    ])
    func whatIsNotStructuralIsTold(_ schema: String, _ expected: [String]) throws {
        let found = try told(schema)
        // A default's own path is not part of the messages about its value.
        let wanted = expected.map {
            Self.field
                + $0.replacing("FIELD.properties[a].default in body", with: " in body").replacing(
                    "FIELD", with: Self.field)
        }
        #expect(found == wanted)
    }

    @Test func scalesAndColumnsAreChecked() throws {
        let more = """
            ,"subresources":{"scale":{"specReplicasPath":"spec.n","statusReplicasPath":".spec.n"}},
            "additionalPrinterColumns":[{"name":"","type":"text","jsonPath":"a"}],
            "selectableFields":[{"jsonPath":".spec.no"},{"jsonPath":".spec"}]
            """
        let found = try told(#"{"type":"object","properties":{"spec":{"type":"object"}}}"#, more: more)
        let version = "spec.versions[0]"
        #expect(
            found == [
                "\(version).subresources.scale.specReplicasPath: Invalid value: \"spec.n\": must be a simple json path starting with .",
                "\(version).subresources.scale.statusReplicasPath: Invalid value: \".spec.n\": should be a json path under .status",
                "\(version).additionalPrinterColumns[0].name: Required value",
                "\(version).additionalPrinterColumns[0].type: Invalid value: \"text\": must be one of boolean,date,integer,number,string",
                "\(version).additionalPrinterColumns[0].JSONPath: Invalid value: \"a\": must be a simple json path starting with .",
                "\(version).selectableFields[0].jsonPath: Invalid value: \".spec.no\": is an invalid path: does not refer to a valid field",
                "\(version).selectableFields[1].jsonPath: Invalid value: \".spec\": must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.",
            ])
    }

    @Test func whatObjectsAreStoredByMayNotChange() throws {
        var before = try Samples.definition(schema: #"{"type":"object"}"#)
        DefinitionStatus.set(.established, true, reason: "x", message: "x", now: 1, in: &before.status)
        var after = before
        after.spec.scope = "Cluster"
        after.spec.names.kind = "Doll"
        after.spec.group = "other.example.com"
        #expect(
            DefinitionRules.problems(after, before: before).map(\.description) == [
                #"metadata.name: Invalid value: "toys.example.com": must be spec.names.plural+"."+spec.group"#,
                #"spec.scope: Invalid value: "Cluster": field is immutable"#,
                #"spec.names.kind: Invalid value: "Doll": field is immutable"#,
                #"spec.group: Invalid value: "other.example.com": field is immutable"#,
            ])
    }

    @Test func namesMustFitTheirPlaces() throws {
        var definition = try Samples.definition(schema: #"{"type":"object"}"#)
        definition.spec.group = "nodot"
        definition.spec.scope = "World"
        definition.spec.names.shortNames = ["Up"]
        definition.spec.names.listKind = "Toy"
        definition.spec.versions = definition.spec.versions + definition.spec.versions
        let found = DefinitionRules.problems(definition).map(\.field)
        #expect(
            found == [
                "metadata.name", "spec.group", "spec.scope", "spec.versions", "spec.versions",
                "spec.names.shortNames[0]",
                "spec.names.listKind",
            ])
        #expect(DefinitionRules.nameProblems(definition) == [#"must be spec.names.plural+"."+spec.group"#])
    }

    @Test func kubernetesOwnGroupsAskForApproval() throws {
        var definition = try Samples.definition(schema: #"{"type":"object"}"#)
        definition.spec.group = "toys.k8s.io"
        definition.metadata.name = "toys.toys.k8s.io"
        #expect(
            DefinitionRules.problems(definition).map(\.field) == ["metadata.annotations[api-approved.kubernetes.io]"])
        definition.metadata.annotations = ["api-approved.kubernetes.io": "unapproved, a test"]
        #expect(DefinitionRules.problems(definition).isEmpty)
    }
}
