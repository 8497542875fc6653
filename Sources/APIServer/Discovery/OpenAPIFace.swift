import HTTP2
import OpenAPI
import Resources
import Synchronization

/// `/openapi/v3` and `/openapi/v2`, as kube-apiserver serves them: documents that a client may keep for as long as their
/// URL, or their ETag, stays the same.
final class OpenAPIFace: Sendable {
    private let registry: ResourceRegistry
    private let state = Mutex(State())

    private struct State {
        /// Nil until somebody asks: a server that nobody asks pays nothing for them.
        var documents: OpenAPIDocuments?
        /// The numbers of the resources that they were made from. Not the resources: those that are served no more are
        /// not to be kept for this.
        var served: [Int] = []
        /// Seconds since somebody asked.
        var idleSeconds = 0
    }

    /// After so long without a request documents are given up: whoever comes then is a new client, and waits some
    /// milliseconds.
    static let keepSeconds = 60

    init(registry: ResourceRegistry) { self.registry = registry }

    /// To be called once a second.
    func tick() {
        let idle = state.withLock { state in
            state.idleSeconds += 1
            return state.idleSeconds == Self.keepSeconds ? state.documents : nil
        }
        idle?.drop()
    }

    /// - Parameter segments: of a path that begins with `openapi`.
    func answer(
        _ segments: [String], _ query: Query, _ headers: HeaderFields
    ) async throws(APIError) -> Answer {
        let documents = current()
        switch segments.dropFirst().first {
        case "v2" where segments.count == 2: return try await document(nil, hash: nil, headers, documents)
        case "v3" where segments.count == 2: return try await index(documents)
        case "v3":
            return try await document(
                segments.dropFirst(2).joined(separator: "/"), hash: query["hash"], headers, documents)
        default: return .text("404 page not found\n", status: 404)
        }
    }

    /// The documents of what is served now.
    private func current() -> OpenAPIDocuments {
        let resources = registry.resources
        let numbers = resources.map(\.index)
        return state.withLock { state in
            state.idleSeconds = 0
            if let documents = state.documents, state.served == numbers { return documents }
            state.served = numbers
            let documented = resources.map(\.documented)
            if let documents = state.documents {
                documents.serve(documented)
                return documents
            }
            let documents = OpenAPIDocuments(release: Version.kubernetes, resources: documented)
            state.documents = documents
            return documents
        }
    }

    private func index(_ documents: OpenAPIDocuments) async throws(APIError) -> Answer {
        // Not on the loop: the first index makes every document once.
        let made = await Task.detached { try? documents.index() }.value
        guard let made else { throw APIError.internalError("the OpenAPI documents could not be made") }
        return Answer.json(made)
    }

    private func document(
        _ path: String?, hash: String?, _ headers: HeaderFields, _ documents: OpenAPIDocuments
    ) async throws(APIError) -> Answer {
        let version = path == nil ? "v2" : "v3"
        guard let format = OpenAPIDocuments.Format(accept: headers["accept"], version: version) else {
            throw APIError(406, "NotAcceptable", "406: Not Acceptable", details: APIError.Details())
        }
        let request = OpenAPIDocuments.Request(
            path: path, format: format, isCompressed: ContentCoding.takesGzip(headers["accept-encoding"]))
        var found = documents.kept(request)
        if found == nil {
            // Not on the loop: the largest document takes some tens of milliseconds.
            do { found = try await Task.detached { try documents.document(request) }.value } catch {
                throw APIError.internalError("the OpenAPI document could not be made: \(error)")
            }
        }
        guard let found else { throw APIError.noSuchPath() }
        if let path, let hash, hash != found.hash {
            var moved = Answer.text("", status: 301)
            moved.headers.append("location", "/openapi/v3/\(path)?hash=\(found.hash)")
            return moved
        }
        // Each form is a representation of its own (RFC 9110, section 8.8.3).
        let tag = "\"\(found.hash)\(format == .protobuf ? "-pb" : "")\(request.isCompressed ? "-gz" : "")\""
        let isKnown = HeaderList.names(tag, ifNoneMatch: headers["if-none-match"])
        var answer = Answer(
            status: isKnown ? 304 : 200, contentType: format.mediaType(version), body: isKnown ? [] : found.bytes)
        answer.headers.append("etag", tag)
        answer.headers.append("vary", "Accept, Accept-Encoding")
        if request.isCompressed, !isKnown { answer.headers.append("content-encoding", "gzip") }
        // Under a URL that bears the hash there will never be another document.
        if hash != nil { answer.headers.append("cache-control", "public, immutable, max-age=31536000") }
        return answer
    }
}

extension OpenAPIDocuments.Format {
    /// What a client asks for; nil: nothing that there is.
    init?(accept: String?, version: String) {
        guard let accept, !accept.isEmpty else {
            self = .json
            return
        }
        for part in HeaderList.members(accept) {
            switch part.split(separator: ";").first?.trimmingSpaces {
            case "application/json", "application/*", "*/*":
                self = .json
                return
            case "application/com.github.proto-openapi.spec.\(version)@v1.0+protobuf",
                "application/com.github.proto-openapi.spec.\(version).v1.0+protobuf":
                self = .protobuf
                return
            default: continue
            }
        }
        return nil
    }

    func mediaType(_ version: String) -> String {
        switch self {
        case .json: "application/json"
        // A type's name may have no `@`, though clients ask for one.
        case .protobuf: "application/com.github.proto-openapi.spec.\(version).v1.0+protobuf"
        }
    }
}
