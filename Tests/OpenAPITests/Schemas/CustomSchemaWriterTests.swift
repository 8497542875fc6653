import OpenAPI
import Testing

/// A custom resource's schema is what its user declared, with what all objects have; Swagger is told no more than it knows,
/// so that clients refuse nothing that the server takes.
struct CustomSchemaWriterTests {
    private static let schema = """
        {"type":"object","description":"A schedule.","properties":{"kind":{"type":"string","description":"mine"},
        "spec":{"type":"object","required":["cronSpec"],"properties":{
        "cronSpec":{"type":"string","pattern":"^x$"},"replicas":{"type":"integer","minimum":1,"default":1},
        "port":{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]},
        "note":{"type":"string","nullable":true},
        "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"string"}}},
        "template":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"spec":{"type":"object"}}},
        "list":{"type":"array","items":{"type":"object","oneOf":[{"required":["a"]}]}}}}}}
        """
    private static let model = "com.example.stable.v1.CronTab"

    private static func v3(_ schema: String = schema) throws -> JSONValue {
        try #require(
            try Served.v3("apis/stable.example.com/v1", [Served.crontabs(schema)]).at("components", "schemas", model))
    }

    private static func v2(_ schema: String = schema) throws -> JSONValue {
        try #require(try Served.v2([Served.crontabs(schema)]).at("definitions", model))
    }

    @Test func everyObjectHasItsNames() throws {
        for found in [try Self.v3(), try Self.v2(), try Self.v3(""), try Self.v2("{}")] {
            #expect(found.at("properties", "apiVersion", "type")?.text == "string")
            #expect(found.at("properties", "kind", "description")?.text != "mine")
            #expect(found.at("properties", "metadata") != nil)
            #expect(found["type"]?.text == "object")
            #expect(found["x-kubernetes-group-version-kind"]?.items.first?["kind"]?.text == "CronTab")
        }
    }

    @Test func version3SaysAllThatWasDeclared() throws {
        let spec = try #require(try Self.v3().at("properties", "spec"))
        #expect(spec["required"]?.texts == ["cronSpec"])
        #expect(spec.at("properties", "cronSpec", "pattern")?.text == "^x$")
        #expect(spec.at("properties", "replicas", "default") == .number("1"))
        #expect(spec.at("properties", "note", "nullable") == .bool(true))
        #expect(spec.at("properties", "port", "anyOf")?.items.count == 2)
        #expect(spec.at("properties", "list", "items", "oneOf")?.items.count == 1)
        #expect(spec.at("properties", "free", "properties", "a") != nil)
    }

    @Test func swaggerIsToldNoMoreThanItKnows() throws {
        let spec = try #require(try Self.v2().at("properties", "spec"))
        #expect(spec.at("properties", "cronSpec", "pattern")?.text == "^x$")
        #expect(spec.at("properties", "replicas", "minimum") == .number("1"))
        #expect(spec.at("properties", "replicas", "default") == nil)
        #expect(spec.at("properties", "note")?.members == [:])
        #expect(spec.at("properties", "port", "anyOf") == nil)
        #expect(spec.at("properties", "list", "items", "oneOf") == nil)
        #expect(spec.at("properties", "free", "properties") == nil)
        #expect(spec.at("properties", "free", "x-kubernetes-preserve-unknown-fields") == .bool(true))
    }

    @Test func clientsOfSwaggerTakeAnythingWhereTheWholeObjectIsFree() throws {
        let open =
            #"{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"string"}}}"#
        #expect(try Self.v2(open).members.keys.sorted() == ["type", "x-kubernetes-group-version-kind"])
        #expect(try Self.v3(open).at("properties", "a") != nil)
    }

    @Test func anEmbeddedObjectHasItsNamesToo() throws {
        for found in [try Self.v3(), try Self.v2()] {
            let template = try #require(found.at("properties", "spec", "properties", "template"))
            #expect(template["properties"]?.members.keys.sorted() == ["apiVersion", "kind", "metadata", "spec"])
        }
    }

    @Test func aListHasItsItems() throws {
        let list = try #require(
            try Served.v3("apis/stable.example.com/v1", [Served.crontabs(Self.schema)])
                .at("components", "schemas", "com.example.stable.v1.CronTabList"))
        #expect(list.at("properties", "items", "items", "$ref")?.text == "#/components/schemas/\(Self.model)")
        #expect(list["required"]?.texts == ["items"])
    }

    @Test func strategicPatchesAreNotOffered() throws {
        let path = "/apis/stable.example.com/v1/namespaces/{namespace}/crontabs/{name}"
        let document = try Served.v3("apis/stable.example.com/v1", [Served.crontabs(Self.schema)])
        let content = try #require(document.at("paths", path, "patch", "requestBody", "content"))
        #expect(
            content.members.keys.sorted() == [
                "application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json",
            ])
    }

    /// One resource's schema costs the others nothing.
    @Test(arguments: ["{", "[1", "{\"properties\":{\"a\":", "{\"type\":\"object\",\"properties\":[}"])
    func aSchemaThatCannotBeReadLeavesItsResourceOpen(_ broken: String) throws {
        let document = try Served.v2([Served.crontabs(broken), Served.pods])
        #expect(document.at("definitions", Self.model, "properties", "metadata") != nil)
        #expect(document.at("definitions", "io.k8s.api.core.v1.Pod") != nil)
    }

    @Test func aSchemaThatNestsWithoutEndIsCutOff() throws {
        let depth = 400
        let deep =
            String(repeating: #"{"properties":{"a":"#, count: depth) + "{}" + String(repeating: "}}", count: depth)
        #expect(try Self.v3(deep).at("properties", "metadata") != nil)
        #expect(try Self.v3(deep).at("properties", "a") == nil)
    }
}
