import Objects
import Store
import Wire

/// The forms in which objects and lists are shown over REST.
enum Presenting {
    static let partialMeta = TypeMeta(apiVersion: "meta.k8s.io/v1", kind: "PartialObjectMetadata")
    static let partialListMeta = TypeMeta(apiVersion: "meta.k8s.io/v1", kind: "PartialObjectMetadataList")
    private static let partialType = Schema.kubernetes.require(
        "k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata")

    struct ListMetadata: Sendable {
        var revision: Revision
        var continueToken = ""
        var remaining: Int?
    }

    /// Only the metadata of an object.
    static func partial(_ object: Message) -> Message {
        var partial = Message(partialType)
        partial["metadata"] = object["metadata"]
        return partial
    }

    enum Columns: Sendable { case all, none }

    /// A `Table` (meta/v1), one row an object.
    static func table(
        _ objects: [Message], _ definition: ResourceDefinition, objects shown: TableObjects, columns: Columns,
        metadata: ListMetadata, now: Int64, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.key("kind")
        writer.string("Table")
        writer.key("apiVersion")
        writer.string("meta.k8s.io/v1")
        write(metadata, to: &writer)
        writer.key("columnDefinitions")
        switch columns {
        case .none: writer.null()
        case .all:
            writer.beginArray()
            for column in definition.rules.columns { write(column, to: &writer) }
            writer.endArray()
        }
        writer.key("rows")
        writer.beginArray()
        for object in objects { row(object, definition, shown, now, to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    /// What stands for the column definitions in a watch's first event, in place of `null`.
    static func columnDefinitions(_ definition: ResourceDefinition) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginArray()
        for column in definition.rules.columns { write(column, to: &writer) }
        writer.endArray()
        return writer.bytes
    }

    private static func write(_ column: Column, to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in [
            ("name", column.name), ("type", column.kind.rawValue), ("format", column.format),
            ("description", column.description),
        ] {
            writer.key(key)
            writer.string(value)
        }
        writer.key("priority")
        writer.int(column.priority)
        writer.endObject()
    }

    private static func row(
        _ object: Message, _ definition: ResourceDefinition, _ shown: TableObjects, _ now: Int64,
        to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.key("cells")
        writer.beginArray()
        for cell in definition.rules.cells(object, now: now) {
            switch cell {
            case .text(let text): writer.string(text)
            case .integer(let number): writer.int(number)
            }
        }
        writer.endArray()
        writer.key("object")
        switch shown {
        case .none: writer.null()
        case .metadata: JSONEncoder.write(partial(object), as: partialMeta, to: &writer)
        case .object: JSONEncoder.write(object, as: definition.typeMeta, to: &writer)
        }
        writer.endObject()
    }

    /// `"metadata":{"resourceVersion":…,"continue":…}`.
    static func write(_ metadata: ListMetadata, to writer: inout JSONWriter) {
        writer.key("metadata")
        writer.beginObject()
        if metadata.revision > .zero {
            writer.key("resourceVersion")
            writer.string(String(metadata.revision.rawValue))
        }
        if !metadata.continueToken.isEmpty {
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
        if accepted.presentation == .object, accepted.encoding == .protobuf {
            return object.enveloped(definition.typeMeta)
        }
        if accepted.presentation == .object {
            var writer = JSONWriter(pretty: pretty, capacity: 2 * object.value.count)
            var transcoder = JSONTranscoder()
            try object.writeJSON(definition.type, as: definition.typeMeta, &transcoder, to: &writer)
            return text(writer.bytes, accepted.encoding)
        }
        var message = try object.message(definition.type)
        if object.revision == .zero {
            var metadata = Metadata(of: message)
            metadata.resourceVersion = ""
            metadata.store(in: &message)
        }
        switch accepted.presentation {
        case .object, .partialMetadata:
            let partial = partial(message)
            if accepted.encoding == .protobuf {
                return Envelope.wrap(
                    BinaryEncoder.encode(partial), apiVersion: partialMeta.apiVersion, kind: partialMeta.kind)
            }
            return text(JSONEncoder.encode(partial, as: partialMeta, pretty: pretty), accepted.encoding)
        case .table:
            var writer = JSONWriter(pretty: pretty)
            table(
                [message], definition, objects: tableObjects, columns: .all, metadata: .init(revision: object.revision),
                now: now, to: &writer)
            return text(writer.bytes, accepted.encoding)
        }
    }

    static func body(
        _ list: ListResult, _ definition: ResourceDefinition, _ accepted: Accepted, _ tableObjects: TableObjects,
        pretty: Bool, now: Int64
    ) throws(APIError) -> [UInt8] {
        let metadata = ListMetadata(
            revision: list.revision, continueToken: list.continueToken, remaining: list.remaining)
        if accepted.encoding == .protobuf {
            return try binary(list, metadata, definition, partial: accepted.presentation == .partialMetadata)
        }
        var writer = JSONWriter(pretty: pretty, capacity: list.objects.reduce(256) { $0 + 2 * $1.value.count })
        switch accepted.presentation {
        case .table:
            var messages: [Message] = []
            for object in list.objects { messages.append(try object.message(definition.type)) }
            table(messages, definition, objects: tableObjects, columns: .all, metadata: metadata, now: now, to: &writer)
        case .object, .partialMetadata:
            let isPartial = accepted.presentation == .partialMetadata
            let meta = isPartial ? partialListMeta : definition.listTypeMeta
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
                if isPartial {
                    JSONEncoder.write(partial(try object.message(definition.type)), as: partialMeta, to: &writer)
                } else {
                    try object.writeJSON(definition.type, as: nil, &transcoder, to: &writer)
                }
            }
            writer.endArray()
            writer.endObject()
        }
        return text(writer.bytes, accepted.encoding)
    }

    private static func binary(
        _ list: ListResult, _ metadata: ListMetadata, _ definition: ResourceDefinition, partial isPartial: Bool
    ) throws(APIError) -> [UInt8] {
        var writer = ProtobufWriter(capacity: list.objects.reduce(256) { $0 + $1.value.count + 32 })
        for object in list.objects.reversed() {
            let mark = writer.count
            if isPartial {
                writer.bytes(BinaryEncoder.encode(partial(try object.message(definition.type))))
            } else {
                writer.bytes(StoredObject.suffix(object.revision))
                writer.bytes(object.value[object.object])
            }
            writer.delimit(2, since: mark)
        }
        var meta = Meta.ListMeta()
        meta.resourceVersion = String(metadata.revision.rawValue)
        meta.`continue` = metadata.continueToken
        meta.remainingItemCount = metadata.remaining
        let mark = writer.count
        writer.bytes(BinaryEncoder.encode(meta.message))
        writer.delimit(1, since: mark)
        let kind = isPartial ? partialListMeta : definition.listTypeMeta
        return Envelope.wrap(writer.finish(), apiVersion: kind.apiVersion, kind: kind.kind)
    }

    /// JSON as it is, or as YAML with sorted keys.
    static func text(_ json: [UInt8], _ encoding: Encoding) -> [UInt8] {
        guard encoding == .yaml else { return json }
        return (try? YAMLWriter.text(json: json, sortingKeys: true)) ?? json
    }
}
