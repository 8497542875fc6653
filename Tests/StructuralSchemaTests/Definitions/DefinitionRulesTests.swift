import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct DefinitionRulesTests {
    private static let field = "spec.validation.openAPIV3Schema"

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
            "selectableFields":[{"jsonPath":".spec.no"},{"jsonPath":".spec"},{"jsonPath":"spec"},{"jsonPath":".a['b']"}]
            """
        let found = try told(#"{"type":"object","properties":{"spec":{"type":"object"}}}"#, more: more)
        let version = "spec"
        #expect(
            found == [
                "\(version).subresources.scale.specReplicasPath: Invalid value: \"spec.n\": must be a simple json path starting with .",
                "\(version).subresources.scale.statusReplicasPath: Invalid value: \".spec.n\": should be a json path under .status",
                "\(version).additionalPrinterColumns[0].name: Required value",
                "\(version).additionalPrinterColumns[0].type: Invalid value: \"text\": must be one of boolean,date,integer,number,string",
                "\(version).additionalPrinterColumns[0].JSONPath: Invalid value: \"a\": must be a simple json path starting with .",
                "\(version).selectableFields[0].jsonPath: Invalid value: \".spec.no\": is an invalid path: does not refer to a valid field",
                "\(version).selectableFields[1].jsonPath: Invalid value: \".spec\": must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.",
                "\(version).selectableFields[2].jsonPath: Invalid value: \"spec\": is an invalid path: expected [ or . but got: spec",
                "\(version).selectableFields[3].jsonPath: Invalid value: \".a['b']\": is an invalid path: does not refer to a valid field",
            ])
    }

    @Test func whatVersionsHaveAlikeIsToldOnceAndTheRestByVersion() throws {
        var definition = try Samples.definition(
            schema: #"{"type":"object","properties":{"a":{}}}"#,
            more: #","additionalPrinterColumns":[{"name":"","type":"date","jsonPath":".a"}]"#)
        var second = try #require(definition.spec.versions.first)
        second.name = "v2"
        second.storage = false
        definition.spec.versions += [second]
        #expect(
            DefinitionRules.problems(definition).map(\.field) == [
                "spec.validation.openAPIV3Schema.properties[a].type", "spec.additionalPrinterColumns[0].name",
            ])
        second.schema?.openAPIV3Schema = try Samples.props(#"{"type":"object","properties":{"b":{}}}"#)
        definition.spec.versions[1] = second
        #expect(
            DefinitionRules.problems(definition).map(\.field) == [
                "spec.versions[0].schema.openAPIV3Schema.properties[a].type", "spec.additionalPrinterColumns[0].name",
                "spec.versions[1].schema.openAPIV3Schema.properties[b].type",
            ])
    }

    @Test func versionsAreShownWithoutWhatTheyShare() throws {
        var definition = try Samples.definition(schema: #"{"type":"object"}"#)
        definition.spec.versions[0].storage = false
        definition.status.storedVersions = ["v1"]
        #expect(
            DefinitionRules.problems(definition).map(\.description) == [
                #"spec.versions: Invalid value: [{"Name":"v1","Served":true,"Storage":false,"Deprecated":false,"#
                    + #""DeprecationWarning":null,"Schema":null,"Subresources":null,"AdditionalPrinterColumns":null,"#
                    + #""SelectableFields":null}]: must have exactly one version marked as storage version"#
            ])
    }

    @Test(arguments: [
        (#"{"strategy":"Other"}"#, [#"strategy: Unsupported value: "Other": supported values: "None", "Webhook""#]),
        (
            #"{"strategy":"None","webhook":{"conversionReviewVersions":["v1"],"clientConfig":{"url":"https://a"}}}"#,
            [
                "webhookClientConfig: Forbidden: should not be set when strategy is not set to Webhook",
                "conversionReviewVersions: Forbidden: should not be set when strategy is not set to Webhook",
            ]
        ),
        (
            #"{"strategy":"Webhook"}"#,
            [
                "webhookClientConfig: Required value: required when strategy is set to Webhook",
                "conversionReviewVersions: Required value",
            ]
        ),
        (
            #"{"strategy":"Webhook","webhook":{"conversionReviewVersions":["v2","v2"],"clientConfig":{"url":"http://a"}}}"#,
            [
                #"webhookClientConfig.url: Invalid value: "http": 'https' is the only allowed URL scheme; desired format: https://host[/path]"#,
                #"conversionReviewVersions[1]: Invalid value: "v2": duplicate version"#,
                #"conversionReviewVersions: Invalid value: ["v2","v2"]: must include at least one of v1, v1beta1"#,
            ]
        ),
    ])
    func conversionsAreChecked(_ conversion: String, _ expected: [String]) throws {
        var definition = try Samples.definition(schema: #"{"type":"object"}"#)
        let decoded = try JSONDecoder.decode(
            Array(conversion.utf8), as: APIExtensions.CustomResourceConversion.descriptor)
        definition.spec.conversion = APIExtensions.CustomResourceConversion(decoded.message)
        #expect(DefinitionRules.problems(definition).map(\.description) == expected.map { "spec.conversion." + $0 })
    }

    @Test(arguments: [
        (#""deprecationWarning":"x""#, "can only be set for deprecated versions"),
        (#""deprecated":true,"deprecationWarning":"""#, "must not be an empty string"),
        (
            #""deprecated":true,"deprecationWarning":"é\u0007""#,
            "must only contain printable UTF-8 characters; non-printable character found at index 2"
        ),
    ])
    func warningsOfOldVersionsAreChecked(_ members: String, _ why: String) throws {
        let found = try told(#"{"type":"object"}"#, more: ",\(members)")
        #expect(found.count == 1)
        #expect(try #require(found.first).hasSuffix(why))
        #expect(try #require(found.first).hasPrefix("spec.versions[0].deprecationWarning: Invalid value: "))
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
