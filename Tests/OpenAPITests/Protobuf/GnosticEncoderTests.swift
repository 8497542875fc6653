@testable import OpenAPI
import Testing
import Wire

/// Documents in protobuf say what those in JSON say, at the numbers of gnostic's OpenAPIv2.proto and OpenAPIv3.proto.
struct GnosticEncoderTests {
    private static func protobuf(_ path: String?) throws -> [UInt8] {
        try #require(try Served.documents(Served.builtin).document(.init(path: path, format: .protobuf))).bytes
    }

    /// A message's length-delimited fields with that number.
    private static func fields(_ bytes: [UInt8], _ number: Int) throws -> [[UInt8]] {
        var reader = ProtobufReader(bytes)
        var found: [[UInt8]] = []
        while let tag = try reader.tag() {
            if tag.number == number, tag.type == .lengthDelimited {
                found.append(Array(bytes[try reader.lengthDelimited()]))
            } else {
                try reader.skip(tag.type)
            }
        }
        return found
    }

    /// The first field along a path of numbers.
    private static func at(_ bytes: [UInt8], _ path: Int...) throws -> [UInt8] {
        try path.reduce(bytes) { try #require(try fields($0, $1).first, "no field \($1)") }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The value of a pair of that name: pairs are name (1) and value (2).
    private static func pair(_ bytes: [UInt8], _ number: Int, _ name: String) throws -> [UInt8] {
        let all = try fields(bytes, number)
        let found = try all.first { text(try at($0, 1)) == name }
        return try at(try #require(found, "no pair \(name)"), 2)
    }

    private static func number(_ bytes: [UInt8], _ number: Int) throws -> UInt64? {
        var reader = ProtobufReader(bytes)
        while let tag = try reader.tag() {
            if tag.number == number, tag.type == .varint { return try reader.varint() }
            if tag.number == number, tag.type == .fixed64 { return try reader.fixed64() }
            try reader.skip(tag.type)
        }
        return nil
    }

    @Test func swaggersDefinitionsAreFound() throws {
        let document = try Self.protobuf(nil)
        #expect(Self.text(try Self.at(document, 1)) == "2.0")
        #expect(Self.text(try Self.at(document, 2, 1)) == "Kubernetes")
        let container = try Self.pair(try Self.at(document, 9), 1, "io.k8s.api.core.v1.Container")
        #expect(Self.text(try Self.at(container, 22, 1)) == "object")
        #expect(try Self.fields(container, 19).map(Self.text) == ["name"])
        let ports = try Self.pair(try Self.at(container, 25), 1, "ports")
        #expect(Self.text(try Self.at(ports, 22, 1)) == "array")
        #expect(Self.text(try Self.at(ports, 23, 1, 1)) == "#/definitions/io.k8s.api.core.v1.ContainerPort")
        #expect(
            Self.text(try Self.at(try Self.pair(ports, 31, "x-kubernetes-patch-merge-key"), 2)) == #""containerPort""#)
        let meta = try Self.pair(try Self.at(document, 9), 1, "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")
        let labels = try Self.pair(try Self.at(meta, 25), 1, "labels")
        #expect(Self.text(try Self.at(labels, 21, 1, 22, 1)) == "string")
    }

    @Test func swaggersOperationsAreFound() throws {
        let document = try Self.protobuf(nil)
        let item = "/apis/apps/v1/namespaces/{namespace}/deployments/{name}"
        let path = try Self.pair(try Self.at(document, 8), 2, item)
        let patch = try Self.at(path, 8)
        #expect(Self.text(try Self.at(patch, 5)) == "patchAppsV1NamespacedDeployment")
        // Body first, then those in the query: ParametersItem, Parameter, NonBodyParameter, QueryParameterSubSchema.
        let parameters = try Self.fields(patch, 8)
        #expect(Self.text(try Self.at(parameters[0], 1, 1, 3)) == "body")
        let names = try parameters.dropFirst().map { Self.text(try Self.at($0, 1, 2, 3, 4)) }
        #expect(names == ["dryRun", "fieldManager", "fieldValidation", "force"])
        let ofPath = try Self.fields(path, 9)
        #expect(Self.text(try Self.at(ofPath[0], 1, 2, 4, 4)) == "name")
        #expect(try Self.number(try Self.at(ofPath[0], 1, 2, 4), 1) == 1)
        let answer = try Self.pair(try Self.at(patch, 9), 1, "200")
        #expect(Self.text(try Self.at(answer, 1, 2, 1, 1)) == "#/definitions/io.k8s.api.apps.v1.Deployment")
        let kind = try Self.at(try Self.pair(patch, 13, "x-kubernetes-group-version-kind"), 2)
        #expect(try JSONValue(kind)["kind"]?.text == "Deployment")
    }

    @Test func version3IsFound() throws {
        let document = try Self.protobuf("api/v1")
        #expect(Self.text(try Self.at(document, 1)) == "3.0.0")
        let schemas = try Self.at(document, 5, 1)
        // SchemaOrReference: a schema.
        let pod = try Self.at(try Self.pair(schemas, 1, "io.k8s.api.core.v1.Pod"), 1)
        #expect(Self.text(try Self.at(pod, 25)) == "object")
        let metadata = try Self.at(try Self.pair(try Self.at(pod, 31), 1, "metadata"), 1)
        // allOf, of which the first is a reference.
        #expect(
            Self.text(try Self.at(metadata, 26, 2, 1))
                == "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")
        let path = try Self.pair(try Self.at(document, 4), 1, "/api/v1/nodes/{name}")
        #expect(Self.text(try Self.at(path, 4, 5)) == "readCoreV1Node")
        let body = try Self.pair(try Self.at(path, 10, 7, 1, 2), 1, "application/merge-patch+json")
        #expect(
            Self.text(try Self.at(body, 1, 2, 1)) == "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.Patch")
        let answer = try Self.pair(try Self.at(path, 4, 8), 2, "200")
        let content = try Self.pair(try Self.at(answer, 1, 3), 1, "application/yaml")
        #expect(Self.text(try Self.at(content, 1, 2, 1)) == "#/components/schemas/io.k8s.api.core.v1.Node")
    }

    @Test func numbersFlagsAndDefaultsKeepTheirForm() throws {
        let schema =
            #"{"components":{"schemas":{"A":{"maximum":1.5,"maxLength":300,"nullable":true,"default":false,"#
            + #""additionalProperties":false,"items":{"$ref":"b"},"enum":["x",1],"not":{"type":"string"}}}}}"#
        let document = try GnosticEncoder.encode(Array(schema.utf8), .v3)
        let found = try Self.at(try Self.pair(try Self.at(document, 5, 1), 1, "A"), 1)
        #expect(try Self.number(found, 11).map(Double.init(bitPattern:)) == 1.5)
        #expect(try Self.number(found, 15) == 300)
        #expect(try Self.number(found, 1) == 1)
        #expect(try Self.number(try Self.at(found, 33), 2) == 0)
        #expect(try Self.number(try Self.at(found, 32), 2) == 0)
        #expect(Self.text(try Self.at(found, 30, 1, 2, 1)) == "b")
        #expect(try Self.fields(found, 24).map { Self.text(try Self.at($0, 2)) } == [#""x""#, "1"])
        #expect(Self.text(try Self.at(found, 29, 25)) == "string")
    }

    /// A length takes a second byte from 128 on, a third from 16,384 on.
    @Test(arguments: [0, 1, 100, 117, 118, 127, 128, 129, 16_370, 16_383, 16_384, 70_000])
    func messagesOfAnyLengthAreWhole(_ length: Int) throws {
        let words = String(repeating: "w", count: length)
        let document = try GnosticEncoder.encode(
            Array(#"{"info":{"title":"t","description":"\#(words)"},"openapi":"3.0.0"}"#.utf8), .v3)
        #expect(Self.text(try Self.at(document, 2, 2)) == words)
        #expect(Self.text(try Self.at(document, 1)) == "3.0.0")
    }

    @Test func whatHasNoPlaceIsPassedOver() throws {
        let document = try GnosticEncoder.encode(
            Array(#"{"unknown":{"a":[1,{"b":null}]},"info":"no object","openapi":3,"paths":{"x-a":{"b":1}}}"#.utf8), .v3
        )
        #expect(try Self.fields(document, 1).isEmpty)
        #expect(try Self.fields(document, 2).isEmpty)
        #expect(Self.text(try Self.at(try Self.pair(try Self.at(document, 4), 2, "x-a"), 2)) == #"{"b":1}"#)
    }

    @Test(arguments: ["", "{", "[", #"{"info":}"#, #"{"info":{"title":"#, "{} {}"])
    func whatIsNoDocumentIsRefused(_ text: String) {
        #expect(throws: WireError.self) { try GnosticEncoder.encode(Array(text.utf8), .v2) }
    }

    @Test func deepNestingIsRefused() {
        let depth = 100_000
        let deep = String(repeating: #"{"not":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        let text = #"{"components":{"schemas":{"A":\#(deep)}}}"#
        #expect(throws: WireError.self) { try GnosticEncoder.encode(Array(text.utf8), .v3) }
    }
}
