import Objects
import Resources
import Wire

/// A list as JSON: of its objects, of their metadata, or as a table.
final class JSONListMaker: ListMaker {
    private let form: ListForm
    private let definition: ResourceDefinition
    private let table: Table?
    private var writer: JSONWriter
    private var transcoder = JSONTranscoder()
    private var objects: [StoredObject]
    private var index = 0
    private var hasBegun = false

    init(_ form: ListForm) {
        self.form = form
        definition = form.resource.definition
        objects = form.list.objects
        table =
            form.accepted.presentation == .table
            ? Table(definition, form.accepted.metaVersion, objects: form.tableObjects, now: form.now) : nil
        writer = JSONWriter(pretty: form.isPretty, capacity: 2 * ListForm.pieceBytes)
    }

    func next(_ piece: inout ListPiece) throws(APIError) -> Bool {
        if !hasBegun {
            hasBegun = true
            try begin()
        }
        var hasMore = true
        while hasMore, writer.bytes.count < ListForm.pieceBytes {
            if index < objects.count {
                try write(try form.resource.fromStored(objects[index]))
                index += 1
            } else {
                writer.endArray()
                writer.endObject()
                hasMore = false
            }
        }
        writer.exchangeBytes(for: &piece.made)
        return hasMore
    }

    private var version: MetaVersion { form.accepted.metaVersion }

    private var isPartial: Bool { form.accepted.presentation.isPartial }

    private func begin() throws(APIError) {
        let list = form.list
        var metadata = Presenting.ListMetadata(
            revision: list.revision, continueToken: list.continueToken, remaining: list.remaining)
        if let table {
            objects = try table.ordered(objects)
            return table.begin(columns: .all, metadata: metadata, to: &writer)
        }
        // Lists of custom objects say that nothing is to continue.
        metadata.saysEnd = isCustom && !isPartial
        let meta = isPartial ? version.kind("PartialObjectMetadataList") : definition.listTypeMeta
        writer.beginObject()
        writer.key("kind")
        writer.string(meta.kind)
        writer.key("apiVersion")
        writer.string(meta.apiVersion)
        Presenting.write(metadata, to: &writer)
        writer.key("items")
        writer.beginArray()
    }

    private var isCustom: Bool { definition.traits.contains(.isCustom) }

    private func write(_ object: StoredObject) throws(APIError) {
        if let table { return try table.row(object, &transcoder, to: &writer) }
        // Custom objects say what they are in lists too.
        let meta = isPartial ? Presenting.partialMeta(version) : isCustom ? definition.typeMeta : nil
        try object.writeJSON(
            isPartial ? Presenting.partialType : definition.type, as: meta, &transcoder, to: &writer)
    }
}
