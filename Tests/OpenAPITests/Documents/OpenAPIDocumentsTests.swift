import OpenAPI
import Testing

/// Documents are kept up to a bound, can be given up at any time, and have a fingerprint that changes with their content.
struct OpenAPIDocumentsTests {
    @Test func theIndexNamesEachDocumentByItsContent() throws {
        let documents = Served.documents(Served.builtin)
        let paths = try #require(try JSONValue(documents.index())["paths"]?.members)
        #expect(paths.keys.sorted() == documents.paths)
        #expect(Set(["api", "api/v1", "apis", "apis/apps", "apis/apps/v1", "version"]).isSubset(of: paths.keys))
        for (path, entry) in paths {
            let hash = try #require(try documents.v3(path, .json)).hash
            #expect(hash.count == 32)
            #expect(entry["serverRelativeURL"]?.text == "/openapi/v3/\(path)?hash=\(hash)")
        }
    }

    @Test func aDocumentThatIsNotServedIsNone() throws {
        let documents = Served.documents(Served.builtin)
        for path in ["", "apis/apps/v2", "api/v1/", "openapi", "apis/none/v1"] {
            #expect(try documents.v3(path, .json) == nil)
            #expect(try documents.hash(path) == nil)
        }
    }

    @Test func aChangeIsSeenInTheDocumentThatItConcerns() throws {
        let before = Served.documents([Served.deployments, Served.crontabs(#"{"type":"object"}"#)])
        let after = Served.documents([Served.deployments, Served.crontabs(#"{"type":"object","description":"a"}"#)])
        let custom = "apis/stable.example.com/v1"
        #expect(try before.hash(custom) != (try after.hash(custom)))
        #expect(try before.hash("apis/apps/v1") == (try after.hash("apis/apps/v1")))
        #expect(try before.v2(.json).hash != (try after.v2(.json).hash))
    }

    @Test func theSameContentHasTheSameFingerprintInEveryForm() throws {
        let documents = Served.documents(Served.builtin)
        let json = try #require(try documents.v3("api/v1", .json))
        let protobuf = try #require(try documents.v3("api/v1", .protobuf))
        let small = try #require(try documents.v3("api/v1", .json, isCompressed: true))
        #expect(json.hash == protobuf.hash)
        #expect(json.hash == small.hash)
        #expect(json.bytes != protobuf.bytes)
        #expect(small.bytes.count < json.bytes.count / 4)
        #expect(small.bytes.prefix(2) == [0x1f, 0x8b])
    }

    @Test func whatIsKeptIsBoundedAndCanBeGivenUp() throws {
        let room = 1 << 20
        let documents = Served.documents(Served.builtin, cachedBytes: room)
        for path in documents.paths {
            for format in [OpenAPIDocuments.Format.json, .protobuf] {
                _ = try documents.v3(path, format)
                #expect(documents.cachedBytes <= room)
            }
        }
        #expect(documents.cachedBytes > 0)
        let first = try documents.v2(.json)
        documents.drop()
        #expect(documents.cachedBytes == 0)
        #expect(try documents.v2(.json).bytes == first.bytes)
    }

    @Test func aServerWithoutResourcesHasDocumentsStill() throws {
        let documents = Served.documents([])
        #expect(documents.paths == ["apis", "version"])
        #expect(try JSONValue(documents.v2(.json).bytes)["swagger"]?.text == "2.0")
    }
}
