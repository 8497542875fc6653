import Synchronization
public import Wire

/// The OpenAPI documents of what a server serves: made when they are asked for, and kept while there is room.
///
/// Safe to be used by several threads. A document is made outside the lock, so that two who ask at once may make it twice,
/// but none waits for another.
public final class OpenAPIDocuments: Sendable {
    /// How a document is written.
    public enum Format: Sendable, Hashable { case json, protobuf }

    /// A document, and the fingerprint of its content, which every encoding of it shares.
    public struct Document: Sendable {
        public let bytes: [UInt8]
        /// 32 hexadecimal digits.
        public let hash: String
    }

    private struct Key: Hashable {
        /// As the index of v3 names it; nil: v2's.
        let path: String?
        let format: Format
        let isCompressed: Bool
    }

    private struct State {
        var cache: DocumentCache<Key>
        /// Of each document's JSON, by path.
        var hashes: [String?: String] = [:]
    }

    private let writer: DocumentWriter
    /// By path.
    private let subjects: [String: DocumentWriter.Subject]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - release: the Kubernetes release whose API is served: `v1.36.2`.
    ///   - resources: all that is served. When it changes, make new documents.
    public init(
        release: String, resources: [ServedResource], cachedBytes: Int = OpenAPILimits.cachedBytes
    ) {
        writer = DocumentWriter(release: release, resources: resources)
        subjects = Dictionary(writer.subjects.map { ($0.path, $0.subject) }, uniquingKeysWith: { one, _ in one })
        state = Mutex(State(cache: DocumentCache(limit: cachedBytes)))
    }

    /// The paths of the documents of v3 that the index lists: `api/v1`, `apis/apps/v1`, `version`.
    public var paths: [String] { subjects.keys.sorted() }

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
        guard subjects[path] != nil else { return nil }
        if let known = state.withLock({ $0.hashes[path] }) { return known }
        return try v3(path, .json)?.hash
    }

    /// A document of v3; nil: there is none at `path`.
    public func v3(_ path: String, _ format: Format, isCompressed: Bool = false) throws(WireError) -> Document? {
        guard let subject = subjects[path] else { return nil }
        let writer = writer
        return try document(Key(path: path, format: format, isCompressed: isCompressed), .v3) { () throws(WireError) in
            try writer.v3(subject)
        }
    }

    /// The document of v2, which is of everything.
    public func v2(_ format: Format, isCompressed: Bool = false) throws(WireError) -> Document {
        let writer = writer
        return try document(Key(path: nil, format: format, isCompressed: isCompressed), .v2) { () throws(WireError) in
            try writer.v2()
        }
    }

    /// Bytes of documents that are kept.
    public var cachedBytes: Int { state.withLock { $0.cache.bytes } }

    /// Gives the kept documents up. Fingerprints stay.
    public func drop() { state.withLock { $0.cache.removeAll() } }

    private func document(
        _ key: Key, _ dialect: Dialect, _ make: () throws(WireError) -> [UInt8]
    ) throws(WireError) -> Document {
        let known = state.withLock { state -> Document? in
            guard let hash = state.hashes[key.path], let bytes = state.cache[key] else { return nil }
            return Document(bytes: bytes, hash: hash)
        }
        if let known { return known }
        let plain = Key(path: key.path, format: .json, isCompressed: false)
        var bytes: [UInt8]
        if let kept = state.withLock({ $0.cache[plain] }) { bytes = kept } else { bytes = try make() }
        let hash = state.withLock { $0.hashes[key.path] } ?? ContentHash.of(bytes)
        if key.format == .protobuf { bytes = try GnosticEncoder.encode(bytes, dialect) }
        if key.isCompressed, let small = Gzip.compress(bytes, level: OpenAPILimits.compression) { bytes = small }
        let document = Document(bytes: bytes, hash: hash)
        state.withLock { state in
            state.hashes[key.path] = hash
            state.cache.insert(document.bytes, for: key)
        }
        return document
    }
}
