import Objects
import Store
import WatchCache
import Wire
import Resources

/// An object as stored and the revision it was stored at: the resourceVersion is not in the stored bytes, but is added
/// when they are sent, since a repeated `metadata` merges.
struct StoredObject: Sendable {
    /// The enveloped object.
    let value: [UInt8]
    /// Where the object's own bytes lie in `value`.
    let object: Range<Int>
    let revision: Revision

    init(_ cached: CachedObject) {
        value = cached.value
        object = cached.object
        revision = cached.revision
    }

    init(_ cached: CachedObject, at revision: Revision) {
        value = cached.value
        object = cached.object
        self.revision = revision
    }

    init(value: [UInt8], revision: Revision) throws(APIError) {
        self.value = value
        self.revision = revision
        do { object = try Envelope(reading: value).object } catch {
            throw APIError.internalError("a stored object cannot be read: \(error)")
        }
    }

    /// An object that is about to be stored, or was just now.
    init(_ message: Message, typeMeta: TypeMeta, revision: Revision) {
        let bytes = BinaryEncoder.encode(message)
        let header = Envelope.header(apiVersion: typeMeta.apiVersion, kind: typeMeta.kind, objectBytes: bytes.count)
        value = header + bytes + Envelope.trailer
        object = header.count..<header.count + bytes.count
        self.revision = revision
    }

    /// The bytes that give the object its resourceVersion when they follow it: `metadata { resourceVersion }`.
    static func suffix(_ revision: Revision) -> [UInt8] {
        let text = String(revision.rawValue)
        let count = UInt8(text.utf8.count)
        return [0x0a, count + 2, 0x32, count] + Array(text.utf8)
    }

    /// The object's own bytes with the resourceVersion.
    var objectBytes: [UInt8] {
        let suffix = Self.suffix(revision)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(object.count + suffix.count)
        bytes.append(contentsOf: value[object])
        bytes.append(contentsOf: suffix)
        return bytes
    }

    /// Enveloped, with the resourceVersion: what a REST client of the binary form gets.
    func enveloped(_ meta: TypeMeta) -> [UInt8] {
        Envelope.wrap(objectBytes, apiVersion: meta.apiVersion, kind: meta.kind)
    }

    /// As JSON, with the resourceVersion where there is one yet.
    ///
    /// - Parameter transcoder: kept from one object to the next.
    func writeJSON(
        _ type: MessageDescriptor, as typeMeta: TypeMeta?, _ transcoder: inout JSONTranscoder,
        to writer: inout JSONWriter
    ) throws(APIError) {
        do {
            try transcoder.write(
                value, in: object, followedBy: revision == .zero ? [] : Self.suffix(revision), as: type,
                typeMeta: typeMeta, to: &writer)
        } catch { throw APIError.internalError("a stored object cannot be read: \(error)") }
    }

    /// Some of its fields, decoded; the resourceVersion is not among them. Nil: all.
    func fields(_ projection: Projection?, of type: MessageDescriptor) throws(APIError) -> Message {
        do { return try BinaryDecoder.decode(value, in: object, as: type, only: projection) } catch {
            throw APIError.internalError("a stored object cannot be read: \(error)")
        }
    }

    /// Decoded, with the resourceVersion where there is one yet.
    func message(_ type: MessageDescriptor) throws(APIError) -> Message {
        do {
            var message = try BinaryDecoder.decode(value, in: object, as: type)
            guard revision != .zero else { return message }
            var metadata = Metadata(of: message)
            metadata.resourceVersion = String(revision.rawValue)
            metadata.store(in: &message)
            return message
        } catch { throw APIError.internalError("a stored object cannot be read: \(error)") }
    }
}
