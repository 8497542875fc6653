import Objects
import Store
import WatchCache
import Wire
import Resources

/// The forms in which a resource's events can be watched. Each has a number of its own, so that watchers of one form share
/// encoded bytes.
struct WatchForm: Sendable {
    enum Shape: Sendable, Hashable {
        case rpc
        case json
        case protobuf
        case table(TableObjects, MetaVersion)
        case partialJSON(MetaVersion)
        case partialProtobuf(MetaVersion)
    }
    /// How many forms there are at the most: numbers of resources are multiplied by it.
    private static let codes = 16
    let resource: ServedResource
    let shape: Shape

    private var code: Int {
        switch shape {
        case .rpc: 0
        case .json: 1
        case .protobuf: 2
        case .table(.none, .v1): 3
        case .table(.metadata, .v1): 4
        case .table(.object, .v1): 5
        case .partialJSON(.v1): 6
        case .partialProtobuf(.v1): 7
        case .table(.none, .v1beta1): 8
        case .table(.metadata, .v1beta1): 9
        case .table(.object, .v1beta1): 10
        case .partialJSON(.v1beta1): 11
        case .partialProtobuf(.v1beta1): 12
        }
    }

    /// - Parameter now: seconds since 1970, for the ages in tables.
    func format(now: @escaping @Sendable () -> Int64) -> FrameFormat {
        let shape = shape
        let resource = resource
        let definition = resource.definition
        return FrameFormat(
            id: resource.index * Self.codes + code,
            encode: { change, object, revision in
                EventEncoding.frame(change, StoredObject(object, at: revision), shape, resource, now: now())
            },
            bookmark: { revision, endsInitialEvents in
                EventEncoding.bookmark(revision, endsInitialEvents, shape, definition)
            },
            first: first(definition))
    }

    /// A table's first event brings the columns; the later ones leave them out.
    private func first(_ definition: ResourceDefinition) -> (@Sendable ([UInt8]) -> [UInt8])? {
        guard case .table = shape else { return nil }
        return { bytes in
            let absent = Array("\"columnDefinitions\":null".utf8)
            guard let at = bytes.firstRange(of: absent) else { return bytes }
            return bytes[..<at.lowerBound] + Array("\"columnDefinitions\":".utf8)
                + Table.columnDefinitions(definition) + bytes[at.upperBound...]
        }
    }
}

/// Encodes single watch events, each framed and ready to be sent.
enum EventEncoding {
    static func frame(
        _ change: ChangeType, _ stored: StoredObject, _ shape: WatchForm.Shape, _ resource: ServedResource, now: Int64
    ) -> [UInt8] {
        do throws(APIError) {
            return frame(change, try resource.fromStored(stored), shape, resource.definition, now: now)
        } catch { return self.error(error, shape) }
    }

    /// - Parameter stored: in the version that is served.
    static func frame(
        _ change: ChangeType, _ stored: StoredObject, _ shape: WatchForm.Shape, _ definition: ResourceDefinition,
        now: Int64
    ) -> [UInt8] {
        switch shape {
        case .rpc: return rpc(change, stored.revision, object: stored.objectBytes, isEnd: false)
        case .protobuf: return protobuf(change, stored.enveloped(definition.typeMeta))
        case .json, .partialJSON, .table:
            return json(change, shape) { writer throws(APIError) in
                try write(stored, shape, definition, now: now, to: &writer)
            }
        case .partialProtobuf(let version):
            do throws(APIError) {
                return protobuf(change, try Presenting.partialEnvelope(stored, version))
            } catch { return self.error(error, shape) }
        }
    }

    /// The object in one of the shapes that are JSON.
    private static func write(
        _ stored: StoredObject, _ shape: WatchForm.Shape, _ definition: ResourceDefinition, now: Int64,
        to writer: inout JSONWriter
    ) throws(APIError) {
        var transcoder = JSONTranscoder()
        switch shape {
        case .table(let objects, let version):
            try Table(definition, version, objects: objects, now: now).write(
                [stored], columns: .none, metadata: .init(revision: stored.revision), to: &writer)
        case .partialJSON(let version):
            try stored.writeJSON(
                Presenting.partialType, as: Presenting.partialMeta(version), &transcoder, to: &writer)
        default: try stored.writeJSON(definition.type, as: definition.typeMeta, &transcoder, to: &writer)
        }
    }

    static func bookmark(
        _ revision: Revision, _ endsInitialEvents: Bool, _ shape: WatchForm.Shape, _ definition: ResourceDefinition
    ) -> [UInt8] {
        var message = Message(definition.type)
        var metadata = Metadata(of: message)
        if endsInitialEvents {
            metadata.message["annotations"] = .map(["k8s.io/initial-events-end": .string("true")])
        }
        metadata.store(in: &message)
        if shape == .rpc { return rpc(.bookmark, revision, object: [], isEnd: endsInitialEvents) }
        return frame(
            .bookmark, StoredObject(message, typeMeta: definition.typeMeta, revision: revision), shape, definition,
            now: 0)
    }

    /// An `ERROR` event: the last of its stream.
    static func error(_ error: APIError, _ shape: WatchForm.Shape) -> [UInt8] {
        switch shape {
        case .rpc: return rpc(nil, .zero, object: BinaryEncoder.encode(error.status), isEnd: false)
        case .protobuf, .partialProtobuf:
            return protobuf(nil, Envelope.wrap(BinaryEncoder.encode(error.status), apiVersion: "v1", kind: "Status"))
        default:
            return json(nil, shape) { (writer) throws(APIError) in
                JSONEncoder.write(error.status, as: APIError.typeMeta, to: &writer)
            }
        }
    }

    private static func name(_ change: ChangeType?) -> String {
        switch change {
        case .added: "ADDED"
        case .modified: "MODIFIED"
        case .deleted: "DELETED"
        case .bookmark: "BOOKMARK"
        case nil: "ERROR"
        }
    }

    /// One line: `{"type":"ADDED","object":{…}}`. Stored bytes were checked when they entered the cache; what cannot be
    /// read now is shown as an error.
    private static func json(
        _ change: ChangeType?, _ shape: WatchForm.Shape, _ object: (inout JSONWriter) throws(APIError) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: 2048)
        writer.beginObject()
        writer.key("type")
        writer.string(name(change))
        writer.key("object")
        do throws(APIError) { try object(&writer) } catch { return self.error(error, shape) }
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// Four bytes of length, then a meta/v1 `WatchEvent` whose object is enveloped.
    private static func protobuf(_ change: ChangeType?, _ object: [UInt8]) -> [UInt8] {
        var writer = ProtobufWriter(capacity: object.count + 64)
        writer.bytes(object)
        writer.delimit(1, since: 0)
        writer.delimit(2, since: 0)
        let mark = writer.count
        writer.string(name(change))
        writer.delimit(1, since: mark)
        let body = writer.finish()
        return bigEndian(body.count) + body
    }

    /// A gRPC message: no compression, four bytes of length, then a `WatchResponse` with one event.
    private static func rpc(_ change: ChangeType?, _ revision: Revision, object: [UInt8], isEnd: Bool) -> [UInt8] {
        var writer = ProtobufWriter(capacity: object.count + 64)
        if isEnd {
            writer.varint(1)
            writer.tag(4, .varint)
        }
        if !object.isEmpty {
            let mark = writer.count
            writer.bytes(object)
            writer.delimit(3, since: mark)
        }
        writer.varint(UInt64(bitPattern: revision.rawValue))
        writer.tag(2, .varint)
        writer.varint(change.map { UInt64($0.rawValue) + 1 } ?? 5)
        writer.tag(1, .varint)
        writer.delimit(1, since: 0)
        let body = writer.finish()
        return [0] + bigEndian(body.count) + body
    }

    private static func bigEndian(_ count: Int) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: count >> 24), UInt8(truncatingIfNeeded: count >> 16),
            UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count),
        ]
    }
}
