import OpenAPI
import Testing

/// Schemas say of a field what Kubernetes says: type, format, default, allowed values, how lists and maps are merged.
struct SchemaWriterTests {
    private static let pod = "io.k8s.api.core.v1.Pod"

    private static func v3(_ model: String, _ path: String = "api/v1") throws -> JSONValue {
        try #require(try Served.v3(path, Served.builtin).at("components", "schemas", model))
    }

    private static func v2(_ model: String) throws -> JSONValue {
        try #require(try Served.v2(Served.builtin).at("definitions", model))
    }

    @Test func aKindHasItsNamesAndItsGroup() throws {
        let schema = try Self.v3("io.k8s.api.apps.v1.Deployment", "apis/apps/v1")
        #expect(schema["properties"]?.members.keys.sorted() == ["apiVersion", "kind", "metadata", "spec", "status"])
        let expected = #"[{"group":"apps","kind":"Deployment","version":"v1"}]"#
        #expect(schema["x-kubernetes-group-version-kind"] == (try JSONValue(Array(expected.utf8))))
        #expect(schema["required"] == nil)
    }

    @Test func whatMustBeGivenIsRequired() throws {
        let spec = try Self.v3("io.k8s.api.apps.v1.DeploymentSpec", "apis/apps/v1")
        #expect(spec["required"]?.texts == ["selector", "template"])
        #expect(try Self.v3("io.k8s.api.core.v1.PodSpec")["required"]?.texts == ["containers"])
        // Required, though it is left out of JSON when empty.
        let token = try Self.v3("io.k8s.api.authentication.v1.TokenReviewSpec", "apis/authentication.k8s.io/v1")
        #expect(token["required"]?.texts == ["token"])
    }

    @Test func listsSayHowTheyAreMerged() throws {
        let ports = try #require(try Self.v3("io.k8s.api.core.v1.Container").at("properties", "ports"))
        #expect(ports["x-kubernetes-list-type"]?.text == "map")
        #expect(ports["x-kubernetes-list-map-keys"]?.texts == ["containerPort", "protocol"])
        #expect(ports["x-kubernetes-patch-merge-key"]?.text == "containerPort")
        #expect(ports["x-kubernetes-patch-strategy"]?.text == "merge")
        let command = try #require(try Self.v3("io.k8s.api.core.v1.Container").at("properties", "command"))
        #expect(command["x-kubernetes-list-type"]?.text == "atomic")
        let volumes = try #require(try Self.v2("io.k8s.api.core.v1.PodSpec").at("properties", "volumes"))
        #expect(volumes["x-kubernetes-patch-strategy"]?.text == "merge,retainKeys")
    }

    @Test func structuresThatAreOwnedAsOneSaySo() throws {
        let selector = try Self.v3("io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector", "apis/apps/v1")
        #expect(selector["x-kubernetes-map-type"]?.text == "atomic")
        let nodeSelector = try Self.v3("io.k8s.api.core.v1.PodSpec").at("properties", "nodeSelector")
        #expect(nodeSelector?["x-kubernetes-map-type"]?.text == "atomic")
    }

    @Test func scalarsHaveTypeFormatDefaultAndAllowedValues() throws {
        let port = try Self.v3("io.k8s.api.core.v1.ContainerPort")
        #expect(port.at("properties", "containerPort", "format")?.text == "int32")
        #expect(port.at("properties", "containerPort", "default") == .number("0"))
        #expect(port.at("properties", "hostPort", "default") == nil)
        #expect(port.at("properties", "protocol", "default")?.text == "TCP")
        #expect(port.at("properties", "protocol", "enum")?.texts == ["SCTP", "TCP", "UDP"])
    }

    @Test func aReferenceWithWordsBesideItStandsInAllOf() throws {
        let v3 = try #require(try Self.v3(Self.pod).at("properties", "metadata"))
        let target = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"
        #expect(v3["allOf"]?.items.first?["$ref"]?.text == "#/components/schemas/\(target)")
        #expect(v3["default"] == .object([:]))
        #expect(v3["$ref"] == nil)
        let v2 = try #require(try Self.v2(Self.pod).at("properties", "metadata"))
        #expect(v2["$ref"]?.text == "#/definitions/\(target)")
        #expect(v2["allOf"] == nil)
    }

    @Test func alternativesAreToldOnlyWhereTheDialectHasThem() throws {
        let name = "io.k8s.apimachinery.pkg.util.intstr.IntOrString"
        let v3 = try Self.v3(name)
        #expect(v3["oneOf"]?.items.compactMap { $0["type"]?.text } == ["integer", "string"])
        #expect(v3["format"]?.text == "int-or-string")
        #expect(v3["type"] == nil)
        let v2 = try Self.v2(name)
        #expect(v2["type"]?.text == "string")
        #expect(v2["format"]?.text == "int-or-string")
        #expect(v2["oneOf"] == nil)
    }

    @Test func swaggerHasNoDefaults() throws {
        let properties = try Served.v2(Served.builtin)["definitions"]?.members.values.flatMap {
            ($0["properties"]?.members.values).map(Array.init) ?? []
        }
        #expect(try #require(properties).count > 500)
        #expect(properties?.contains { $0["default"] != nil } == false)
    }

    @Test func inlineFieldsStandInTheirParent() throws {
        let volume = try Self.v3("io.k8s.api.core.v1.Volume")
        #expect(volume.at("properties", "emptyDir") != nil)
        #expect(volume.at("properties", "volumeSource") == nil)
        #expect(
            try Served.v3("api/v1", Served.builtin).at("components", "schemas", "io.k8s.api.core.v1.VolumeSource")
                == nil)
    }

    @Test func mapsAndBytesAreTold() throws {
        let labels = try Self.v3("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta").at("properties", "labels")
        #expect(labels?.at("additionalProperties", "type")?.text == "string")
        #expect(labels?["type"]?.text == "object")
        let limits = try Self.v3("io.k8s.api.core.v1.ResourceRequirements").at("properties", "limits")
        #expect(limits?.at("additionalProperties", "$ref")?.text?.hasSuffix("resource.Quantity") == true)
    }

    /// A deletion's options are sent under any group's version.
    @Test func optionsOfDeletionsBelongToAllVersions() throws {
        let options = try Self.v3("io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions")
        let kinds = try #require(options["x-kubernetes-group-version-kind"]?.items)
        #expect(kinds.count == Set(Served.builtin.map { "\($0.group)/\($0.version)" }).count)
        #expect(kinds.contains { $0["group"]?.text == "rbac.authorization.k8s.io" })
    }

    @Test(arguments: ["api/v1", "apis/apps/v1", "apis/apiextensions.k8s.io/v1"])
    func everyReferenceLeadsSomewhere(_ path: String) throws {
        let document = try Served.v3(path, Served.builtin)
        let models = Set(try #require(document.at("components", "schemas")?.members.keys))
        let targets = Set(document.everything.compactMap { $0["$ref"]?.text })
        #expect(targets.count > 10)
        for target in targets {
            let name = target.replacing("#/components/schemas/", with: "")
            #expect(models.contains(name), "nothing is called \(name)")
        }
    }

    @Test func everyReferenceOfSwaggerLeadsSomewhere() throws {
        let document = try Served.v2(Served.builtin)
        let models = Set(try #require(document["definitions"]?.members.keys))
        let targets = Set(document.everything.compactMap { $0["$ref"]?.text })
        #expect(targets.count > 100)
        #expect(targets.allSatisfy { models.contains($0.replacing("#/definitions/", with: "")) })
    }
}
