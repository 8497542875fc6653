import Access
import HTTP2
import Objects
import Wire

/// The documents by which clients learn what the server serves: one for each group and version, or all in one.
struct Discovery: Sendable {
    let registry: ResourceRegistry

    private var documents: DiscoveryDocuments { DiscoveryDocuments(definitions: registry.definitions) }

    /// - Parameter segments: of a path that begins with `api` or `apis` and names no resource.
    func answer(
        _ segments: [String], method: String, headers: HeaderFields, serverAddress: String
    ) throws(APIError) -> Answer {
        let accepted = try Accepted.choose(headers["accept"], isDiscovery: true)
        guard let root = segments.first else { throw APIError.noSuchPath() }
        let document: Message?
        let kind: String
        switch (root, segments.count) {
        case (_, 1) where accepted.aggregatedDiscoveryVersion != nil:
            try requireGet(method)
            return aggregated(core: root == "api", accepted, known: headers["if-none-match"])
        case ("api", 1): (document, kind) = (DiscoveryDocuments.coreVersions(serverAddress), "APIVersions")
        case ("apis", 1): (document, kind) = (documents.groupList, "APIGroupList")
        case ("api", 2): (document, kind) = (documents.resourceList("", segments[1]), "APIResourceList")
        case ("apis", 2):
            (document, kind) = (documents.group(segments[1]), "APIGroup")
        case ("apis", 3):
            (document, kind) = (documents.resourceList(segments[1], segments[2]), "APIResourceList")
        default: throw APIError.noSuchPath()
        }
        guard let document else { throw root == "api" ? .noSuchPath() : registry.absence(inGroup: segments[1]) }
        try requireGet(method)
        // As Kubernetes has it: what is told of the core group does not say in which version it is told.
        let version = root == "api" ? "" : "v1"
        let body = Self.body(document, TypeMeta(apiVersion: version, kind: kind), accepted.encoding)
        return Answer(contentType: accepted.encoding.mediaType, body: body)
    }

    private func requireGet(_ method: String) throws(APIError) {
        guard method == "GET" else { throw APIError.methodNotAllowed() }
    }

    private static func body(_ document: Message, _ meta: TypeMeta, _ encoding: Encoding) -> [UInt8] {
        encoding == .protobuf
            ? Envelope.wrap(BinaryEncoder.encode(document), apiVersion: meta.apiVersion, kind: meta.kind)
            : Presenting.text(JSONEncoder.encode(document, as: meta), encoding)
    }

    /// - Parameter known: hashes of documents that the client has kept (RFC 9110, section 13.1.2).
    private func aggregated(core: Bool, _ accepted: Accepted, known: String?) -> Answer {
        let version = accepted.aggregatedDiscoveryVersion ?? "v2"
        let kind = "APIGroupDiscoveryList"
        let meta = TypeMeta(apiVersion: "apidiscovery.k8s.io/\(version)", kind: kind)
        let body = Self.body(documents.aggregated(core: core), meta, accepted.encoding)
        let hash = Self.tag(body)
        let isKnown = (known ?? "").split(separator: ",").contains { $0.trimmingSpaces == hash }
        var answer = Answer(
            status: isKnown ? 304 : 200,
            contentType: "\(accepted.encoding.mediaType);g=apidiscovery.k8s.io;v=\(version);as=\(kind)",
            body: isKnown ? [] : body)
        answer.headers.append("etag", hash)
        answer.headers.append("vary", "Accept")
        return answer
    }

    private static func tag(_ body: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let hex = SHA256.digest(body).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "\"\(String(decoding: hex, as: UTF8.self))\""
    }
}
