import Objects
import Wire
import Resources

/// Which object stands in a table's rows (meta/v1 `TableOptions.includeObject`).
enum TableObjects: String, Sendable, Hashable {
    case none = "None"
    case metadata = "Metadata"
    case object = "Object"
}

/// Writes a `Table` (meta/v1), one row an object, from the objects' stored bytes: what the cells show is decoded and
/// nothing else, and the object beside them is transcoded.
struct Table {
    enum Columns: Sendable { case all, none }

    private let definition: ResourceDefinition
    private let version: MetaVersion
    private let shown: TableObjects
    private let now: Int64

    /// - Parameters:
    ///   - shown: what stands beside the cells.
    ///   - now: seconds since 1970, for ages.
    init(_ definition: ResourceDefinition, _ version: MetaVersion = .v1, objects shown: TableObjects, now: Int64) {
        self.definition = definition
        self.version = version
        self.shown = shown
        self.now = now
    }

    func write(
        _ objects: [StoredObject], columns: Columns, metadata: Presenting.ListMetadata, to writer: inout JSONWriter
    ) throws(APIError) {
        begin(columns: columns, metadata: metadata, to: &writer)
        var transcoder = JSONTranscoder()
        for object in try ordered(objects) { try row(object, &transcoder, to: &writer) }
        writer.endArray()
        writer.endObject()
    }

    /// What stands before the first row. After the last, end an array and an object.
    func begin(columns: Columns, metadata: Presenting.ListMetadata, to writer: inout JSONWriter) {
        writer.beginObject()
        let meta = version.kind("Table")
        writer.key("kind")
        writer.string(meta.kind)
        writer.key("apiVersion")
        writer.string(meta.apiVersion)
        Presenting.write(metadata, to: &writer)
        writer.key("columnDefinitions")
        switch columns {
        case .none: writer.null()
        case .all: Self.writeColumns(of: definition, to: &writer)
        }
        writer.key("rows")
        writer.beginArray()
    }

    /// What stands for the column definitions in a watch's first event, in place of `null`.
    static func columnDefinitions(_ definition: ResourceDefinition) -> [UInt8] {
        var writer = JSONWriter()
        writeColumns(of: definition, to: &writer)
        return writer.bytes
    }

    private static func writeColumns(of definition: ResourceDefinition, to writer: inout JSONWriter) {
        writer.beginArray()
        for column in definition.rows.columns {
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
        writer.endArray()
    }

    /// The objects in the order of their rows.
    func ordered(_ objects: [StoredObject]) throws(APIError) -> [StoredObject] {
        guard let isAbove = definition.rows.isAbove, objects.count > 1 else { return objects }
        var shown: [(object: StoredObject, fields: Message)] = []
        for object in objects { shown.append((object, try object.fields(definition.projection, of: definition.type))) }
        return shown.sorted { isAbove($0.fields, $1.fields) }.map(\.object)
    }

    private func write(_ done: RowCompletion, to writer: inout JSONWriter) {
        writer.key("conditions")
        writer.beginArray()
        writer.beginObject()
        for (key, value) in [
            ("type", "Completed"), ("status", "True"), ("reason", done.reason), ("message", done.message),
        ] {
            writer.key(key)
            writer.string(value)
        }
        writer.endObject()
        writer.endArray()
    }

    func row(
        _ object: StoredObject, _ transcoder: inout JSONTranscoder, to writer: inout JSONWriter
    ) throws(APIError) {
        let fields = try object.fields(definition.projection, of: definition.type)
        writer.beginObject()
        writer.key("cells")
        writer.beginArray()
        for cell in definition.rows.cells(fields, now: now) {
            switch cell {
            case .text(let text): writer.string(text)
            case .integer(let number): writer.int(number)
            case .flag(let flag): writer.bool(flag)
            case .number(let number): writer.double(number)
            case .none: writer.null()
            }
        }
        writer.endArray()
        if let done = definition.rows.completion?(fields) { write(done, to: &writer) }
        writer.key("object")
        switch shown {
        case .none: writer.null()
        case .metadata:
            try object.writeJSON(Presenting.partialType, as: Presenting.partialMeta(version), &transcoder, to: &writer)
        case .object: try object.writeJSON(definition.type, as: definition.typeMeta, &transcoder, to: &writer)
        }
        writer.endObject()
    }
}
