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
            let hash = try #require(try documents.document(.init(path: path, format: .json))).hash
            #expect(hash.count == 32)
            #expect(entry["serverRelativeURL"]?.text == "/openapi/v3/\(path)?hash=\(hash)")
        }
    }

    @Test func aDocumentThatIsNotServedIsNone() throws {
        let documents = Served.documents(Served.builtin)
        for path in ["", "apis/apps/v2", "api/v1/", "openapi", "apis/none/v1"] {
            #expect(try documents.document(.init(path: path, format: .json)) == nil)
            #expect(try documents.hash(path) == nil)
        }
    }

    @Test func aChangeIsSeenInTheDocumentThatItConcerns() throws {
        let before = Served.documents([Served.deployments, Served.crontabs(#"{"type":"object"}"#)])
        let after = Served.documents([Served.deployments, Served.crontabs(#"{"type":"object","description":"a"}"#)])
        let custom = "apis/stable.example.com/v1"
        #expect(try before.hash(custom) != (try after.hash(custom)))
        #expect(try before.hash("apis/apps/v1") == (try after.hash("apis/apps/v1")))
        let all = OpenAPIDocuments.Request(path: nil, format: .json)
        #expect(try before.document(all)?.hash != (try after.document(all)?.hash))
    }

    @Test func theSameContentHasTheSameFingerprintInEveryForm() throws {
        let documents = Served.documents(Served.builtin)
        let json = try #require(try documents.document(.init(path: "api/v1", format: .json)))
        let protobuf = try #require(try documents.document(.init(path: "api/v1", format: .protobuf)))
        let small = try #require(try documents.document(.init(path: "api/v1", format: .json, isCompressed: true)))
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
                _ = try documents.document(.init(path: path, format: format))
                #expect(documents.cachedBytes <= room)
            }
        }
        #expect(documents.cachedBytes > 0)
        let first = try documents.document(.init(path: nil, format: .json))
        documents.drop()
        #expect(documents.cachedBytes == 0)
        #expect(try documents.document(.init(path: nil, format: .json))?.bytes == first?.bytes)
    }

    /// While custom resources come and go, all others' documents stay as they are.
    @Test func whatIsServedAnewIsSeen() throws {
        let custom = OpenAPIDocuments.Request(path: "apis/stable.example.com/v1", format: .json)
        let builtin = OpenAPIDocuments.Request(path: "apis/apps/v1", format: .json)
        let all = OpenAPIDocuments.Request(path: nil, format: .json)
        let documents = Served.documents([Served.deployments])
        #expect(try documents.document(custom) == nil)
        let first = try #require(try documents.document(all)).hash
        _ = try documents.document(builtin)

        documents.serve([Served.deployments, Served.crontabs("{}", token: 1)])
        #expect(documents.kept(builtin) != nil)
        #expect(documents.kept(all) == nil)
        let one = try #require(try documents.document(custom)).hash
        #expect(try documents.document(all)?.hash != first)

        documents.serve([Served.deployments, Served.crontabs(#"{"description":"new"}"#, token: 2)])
        #expect(documents.kept(custom) == nil)
        #expect(try documents.hash("apis/stable.example.com/v1") != one)

        documents.serve([Served.deployments])
        #expect(try documents.document(custom) == nil)
        #expect(try documents.document(all)?.hash == first)
    }

    @Test func aServerWithoutResourcesHasDocumentsStill() throws {
        let documents = Served.documents([])
        #expect(documents.paths == ["apis", "version"])
        let all = try #require(try documents.document(.init(path: nil, format: .json)))
        #expect(try JSONValue(all.bytes)["swagger"]?.text == "2.0")
    }
}
