import Objects
import Store
import Wire
import Resources

/// The forms in which objects and lists are shown over REST.
enum Presenting {
    static func partialMeta(_ version: MetaVersion) -> TypeMeta { version.kind("PartialObjectMetadata") }
    static let partialType = Schema.kubernetes.require(
        "k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata")

    struct ListMetadata: Sendable {
        var revision: Revision
        var continueToken = ""
        var remaining: Int?
        /// Says also that nothing is to continue, as lists of custom objects do.
        var saysEnd = false
    }

    /// Only the metadata of an object, in binary. Of every kind it is field 1, as it is of `PartialObjectMetadata`: read
    /// as one, an object has no other fields.
    static func partialBytes(_ object: StoredObject) throws(APIError) -> [UInt8] {
        BinaryEncoder.encode(try object.message(partialType))
    }

    static func partialEnvelope(_ object: StoredObject, _ version: MetaVersion) throws(APIError) -> [UInt8] {
        let meta = partialMeta(version)
        return Envelope.wrap(try partialBytes(object), apiVersion: meta.apiVersion, kind: meta.kind)
    }

    /// `"metadata":{"resourceVersion":…,"continue":…}`.
    static func write(_ metadata: ListMetadata, to writer: inout JSONWriter) {
        writer.key("metadata")
        writer.beginObject()
        if metadata.revision > .zero {
            writer.key("resourceVersion")
            writer.string(String(metadata.revision.rawValue))
        }
        if !metadata.continueToken.isEmpty || metadata.saysEnd {
            writer.key("continue")
            writer.string(metadata.continueToken)
        }
        if let remaining = metadata.remaining, remaining > 0 {
            writer.key("remainingItemCount")
            writer.int(remaining)
        }
        writer.endObject()
    }

    // MARK: Whole bodies

    static func body(
        _ object: StoredObject, _ definition: ResourceDefinition, _ accepted: Accepted, _ tableObjects: TableObjects,
        pretty: Bool, now: Int64
    ) throws(APIError) -> [UInt8] {
        switch (accepted.presentation, accepted.encoding) {
        case (.object, .protobuf): return object.enveloped(definition.typeMeta)
        case (.partialMetadata, .protobuf), (.partialMetadataList, .protobuf):
            return try partialEnvelope(object, accepted.metaVersion)
        default: break
        }
        var writer = JSONWriter(pretty: pretty, capacity: 2 * object.value.count)
        switch accepted.presentation {
        case .object, .partialMetadata, .partialMetadataList:
            var transcoder = JSONTranscoder()
            let isPartial = accepted.presentation.isPartial
            try object.writeJSON(
                isPartial ? partialType : definition.type,
                as: isPartial ? partialMeta(accepted.metaVersion) : definition.typeMeta, &transcoder, to: &writer)
        case .table:
            try Table(definition, accepted.metaVersion, objects: tableObjects, now: now).write(
                [object], columns: .all, metadata: .init(revision: object.revision), to: &writer)
        }
        return text(writer.bytes, accepted.encoding)
    }

    static func body(
        _ list: ListResult, _ definition: ResourceDefinition, _ accepted: Accepted, _ tableObjects: TableObjects,
        pretty: Bool, now: Int64
    ) throws(APIError) -> [UInt8] {
        var metadata = ListMetadata(
            revision: list.revision, continueToken: list.continueToken, remaining: list.remaining)
        if accepted.encoding == .protobuf {
            return try binary(
                list, metadata, definition, partial: accepted.presentation.isPartial ? accepted.metaVersion : nil)
        }
        var writer = JSONWriter(pretty: pretty, capacity: list.objects.reduce(4096) { $0 + 5 * $1.value.count / 2 })
        switch accepted.presentation {
        case .table:
            try Table(definition, accepted.metaVersion, objects: tableObjects, now: now).write(
                list.objects, columns: .all, metadata: metadata, to: &writer)
        case .object, .partialMetadata, .partialMetadataList:
            let isPartial = accepted.presentation.isPartial
            let version = accepted.metaVersion
            let meta = isPartial ? version.kind("PartialObjectMetadataList") : definition.listTypeMeta
            // Custom objects say what they are in lists too.
            let isFree = definition.traits.contains(.isCustom)
            metadata.saysEnd = isFree && !isPartial
            let itemMeta = isPartial ? partialMeta(version) : isFree ? definition.typeMeta : nil
            writer.beginObject()
            writer.key("kind")
            writer.string(meta.kind)
            writer.key("apiVersion")
            writer.string(meta.apiVersion)
            write(metadata, to: &writer)
            writer.key("items")
            writer.beginArray()
            var transcoder = JSONTranscoder()
            for object in list.objects {
                try object.writeJSON(
                    isPartial ? partialType : definition.type, as: itemMeta, &transcoder, to: &writer)
            }
            writer.endArray()
            writer.endObject()
        }
        return text(writer.bytes, accepted.encoding)
    }

    /// - Parameter partial: the version of a list of metadata; nil: whole objects.
    private static func binary(
        _ list: ListResult, _ metadata: ListMetadata, _ definition: ResourceDefinition, partial: MetaVersion?
    ) throws(APIError) -> [UInt8] {
        // The beta form of partial lists has the two fields the other way round.
        let (head, items) = partial == .v1beta1 ? (2, 1) : (1, 2)
        var meta = Meta.ListMeta()
        meta.resourceVersion = String(metadata.revision.rawValue)
        meta.`continue` = metadata.continueToken
        meta.remainingItemCount = metadata.remaining
        var writer = ProtobufWriter(capacity: list.objects.reduce(256) { $0 + $1.value.count + 32 })
        let encoded = BinaryEncoder.encode(meta.message)
        func writeHead(_ writer: inout ProtobufWriter) {
            let mark = writer.count
            writer.bytes(encoded)
            writer.delimit(head, since: mark)
        }
        // Written from its end.
        if head > items { writeHead(&writer) }
        for object in list.objects.reversed() {
            let mark = writer.count
            if partial != nil {
                writer.bytes(try partialBytes(object))
            } else {
                writer.bytes(StoredObject.suffix(object.revision))
                writer.bytes(object.value[object.object])
            }
            writer.delimit(items, since: mark)
        }
        if head < items { writeHead(&writer) }
        let kind = partial?.kind("PartialObjectMetadataList") ?? definition.listTypeMeta
        return Envelope.wrap(writer.finish(), apiVersion: kind.apiVersion, kind: kind.kind)
    }

    /// JSON as it is, or as YAML with sorted keys.
    static func text(_ json: [UInt8], _ encoding: Encoding) -> [UInt8] {
        guard encoding == .yaml else { return json }
        return (try? YAMLWriter.text(json: json, sortingKeys: true)) ?? json
    }
}
