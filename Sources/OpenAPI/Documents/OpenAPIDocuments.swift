import Synchronization
public import Wire

/// The OpenAPI documents of what a server serves: made when they are asked for, and kept while there is room.
///
/// Safe to be used by several threads. A document is made outside the lock, so that two who ask at once may make it twice,
/// but none waits for another. Making the largest takes some tens of milliseconds: not what an event loop should do.
public final class OpenAPIDocuments: Sendable {
    /// How a document is written.
    public enum Format: Sendable, Hashable { case json, protobuf }

    /// One way to be sent a document.
    public struct Request: Sendable, Hashable {
        /// The document of v3 that the index names so (`api/v1`, `apis/apps/v1`, `version`); nil: v2's, of everything.
        public let path: String?
        public let format: Format
        /// gzip.
        public let isCompressed: Bool

        public init(path: String?, format: Format, isCompressed: Bool = false) {
            self.path = path
            self.format = format
            self.isCompressed = isCompressed
        }
    }

    public struct Document: Sendable {
        public let bytes: [UInt8]
        /// The fingerprint of its content, which all its forms share: 32 hexadecimal digits.
        public let hash: String
    }

    private struct State {
        var writer: DocumentWriter
        /// By path, with what each was made from.
        var subjects: [String: (subject: DocumentWriter.Subject, basis: DocumentWriter.Basis)]
        /// Counts the changes of what is served: what was made before one is not kept after it.
        var generation = 0
        var cache: DocumentCache<Request>
        /// Of each document's JSON, by path; nil: v2's.
        var hashes: [String?: String] = [:]
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - release: the Kubernetes release whose API is served: `v1.36.2`.
    ///   - resources: all that is served.
    public init(
        release: String, resources: [DocumentedResource], cachedBytes: Int = OpenAPILimits.cachedBytes
    ) {
        let writer = DocumentWriter(release: release, resources: resources)
        state = Mutex(
            State(writer: writer, subjects: Self.subjects(writer), cache: DocumentCache(limit: cachedBytes)))
    }

    private static func subjects(_ writer: DocumentWriter) -> [String: (DocumentWriter.Subject, DocumentWriter.Basis)] {
        Dictionary(
            writer.subjects.map { ($0.path, ($0.subject, writer.basis(of: $0.subject))) },
            uniquingKeysWith: { one, _ in one })
    }

    /// Takes note of what is served now. Documents of group versions in which nothing has changed are kept.
    public func serve(_ resources: [DocumentedResource]) {
        state.withLock { state in
            state.writer = DocumentWriter(release: state.writer.release, resources: resources)
            let former = state.subjects
            state.subjects = Self.subjects(state.writer)
            state.generation += 1
            let subjects = state.subjects
            func isStale(_ path: String?) -> Bool {
                guard let path, let old = former[path], let new = subjects[path] else { return true }
                return old.basis != new.basis
            }
            state.hashes = state.hashes.filter { !isStale($0.key) }
            state.cache.removeAll { isStale($0.path) }
        }
    }

    /// The paths of the documents of v3.
    public var paths: [String] { state.withLock { $0.subjects.keys.sorted() } }

    /// The index of v3: where each document is, with the fingerprint of its content, so that clients may keep it for good.
    ///
    /// The first call makes every document once.
    public func index() throws(WireError) -> [UInt8] {
        var index = JSONWriter(capacity: 8192)
        index.beginObject()
        index.key("paths")
        index.beginObject()
        for path in paths {
            guard let hash = try hash(path) else { continue }
            index.key(path)
            index.beginObject()
            index.member("serverRelativeURL", "/openapi/v3/\(path)?hash=\(hash)")
            index.endObject()
        }
        index.endObject()
        index.endObject()
        return index.bytes
    }

    /// The fingerprint of the document of v3 at `path`; nil: there is none.
    public func hash(_ path: String) throws(WireError) -> String? {
        if let known = state.withLock({ $0.hashes[path] }) { return known }
        return try document(Request(path: path, format: .json))?.hash
    }

    /// A document that is at hand; nil: it would have to be made, or there is none.
    public func kept(_ request: Request) -> Document? {
        state.withLock { state in
            guard let hash = state.hashes[request.path], let bytes = state.cache[request] else { return nil }
            return Document(bytes: bytes, hash: hash)
        }
    }

    /// A document; nil: there is none at that path.
    public func document(_ request: Request) throws(WireError) -> Document? {
        if let found = kept(request) { return found }
        let plain = Request(path: request.path, format: .json)
        let (writer, subject, generation, text) = state.withLock { state in
            (state.writer, request.path.flatMap { state.subjects[$0]?.subject }, state.generation, state.cache[plain])
        }
        var bytes: [UInt8]
        if let text {
            bytes = text
        } else if request.path == nil {
            bytes = try writer.v2()
        } else if let subject {
            bytes = try writer.v3(subject)
        } else {
            return nil
        }
        let hash = ContentHash.of(bytes)
        if request.format == .protobuf { bytes = try GnosticEncoder.encode(bytes, request.path == nil ? .v2 : .v3) }
        if request.isCompressed, let small = Gzip.compress(bytes, level: OpenAPILimits.compression) { bytes = small }
        let document = Document(bytes: bytes, hash: hash)
        state.withLock { state in
            guard state.generation == generation else { return }
            state.hashes[request.path] = hash
            state.cache.insert(document.bytes, for: request)
        }
        return document
    }

    /// Bytes of documents that are kept.
    public var cachedBytes: Int { state.withLock { $0.cache.bytes } }

    /// Gives the kept documents up. Fingerprints stay.
    public func drop() { state.withLock { $0.cache.removeAll { _ in true } } }
}
