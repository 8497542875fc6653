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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(suffixBytes(revision))
        appendSuffix(revision, to: &bytes)
        return bytes
    }

    /// How long the suffix is.
    static func suffixBytes(_ revision: Revision) -> Int { 4 + decimals(of: revision.rawValue) }

    static func appendSuffix(_ revision: Revision, to bytes: inout [UInt8]) {
        let count = decimals(of: revision.rawValue)
        bytes.append(0x0a)
        bytes.append(UInt8(truncatingIfNeeded: count + 2))
        bytes.append(0x32)
        bytes.append(UInt8(truncatingIfNeeded: count))
        var place: UInt64 = 1
        for _ in 1..<max(count, 1) { place &*= 10 }
        var rest = revision.rawValue.magnitude
        while place > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
            rest %= place
            place /= 10
        }
    }

    /// A revision is never negative.
    private static func decimals(of number: Int64) -> Int {
        var count = 1
        var rest = number.magnitude / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return count
    }

    /// The object's own bytes with the resourceVersion.
    var objectBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(object.count + Self.suffixBytes(revision))
        bytes.append(contentsOf: value[object])
        Self.appendSuffix(revision, to: &bytes)
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
