import Testing

@testable import APIServer

@Suite("A client gets the form that it wants most")
struct AcceptClauseTests {
    static let table = "application/json;as=Table;v=v1;g=meta.k8s.io"

    @Test(
        "by quality, then by exactness, then by order",
        arguments: [
            ("application/json;q=0.5,application/yaml", Encoding.yaml), ("*/*,application/yaml", .yaml),
            ("application/yaml,application/json", .yaml), ("application/*;q=0.9,*/*", .json),
            ("text/html,application/vnd.kubernetes.protobuf", .protobuf), ("application/yaml ; q=1.0", .yaml),
        ])
    func order(_ header: String, _ encoding: Encoding) throws {
        #expect(try Accepted.choose(header).encoding == encoding)
    }

    @Test("a form that is not there is passed over for the next")
    func passedOver() throws {
        let accepted = try Accepted.choose("application/json;as=Odd;v=v1;g=meta.k8s.io,\(Self.table),application/json")
        #expect(accepted.presentation == .table)
        #expect(try Accepted.choose("application/json;as=Odd,application/json").presentation == .object)
    }

    @Test("discovery's form is none of an object")
    func discovery() throws {
        let header = "application/json;as=APIGroupDiscoveryList;v=v2;g=apidiscovery.k8s.io"
        #expect(try Accepted.choose(header, isDiscovery: true).aggregatedDiscoveryVersion == "v2")
        #expect(throws: APIError.self) { try Accepted.choose(header) }
    }

    @Test("what nothing fits is 406", arguments: ["text/html", ",", "application/json;as=Table", "application/cbor"])
    func refused(_ header: String) throws {
        let error = try #require(throws: APIError.self) { try Accepted.choose(header) }
        #expect(error.code == 406)
    }

    @Test("custom objects have no binary form, their metadata has")
    func custom() throws {
        let binary = "application/vnd.kubernetes.protobuf"
        #expect(try Accepted.choose("\(binary),application/json", isCustom: true).encoding == .json)
        #expect(
            try Accepted.choose("\(binary);as=PartialObjectMetadata;v=v1;g=meta.k8s.io", isCustom: true).encoding
                == .protobuf)
        #expect(throws: APIError.self) { try Accepted.choose(binary, isCustom: true) }
    }
}
