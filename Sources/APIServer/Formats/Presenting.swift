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

    /// JSON as it is, or as YAML with sorted keys.
    static func text(_ json: [UInt8], _ encoding: Encoding) -> [UInt8] {
        guard encoding == .yaml else { return json }
        return (try? YAMLWriter.text(json: json, sortingKeys: true)) ?? json
    }
}
