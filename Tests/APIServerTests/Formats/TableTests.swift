import Store
import Testing
import Wire
import TestSupport

@testable import APIServer
@testable import Objects
@testable import Resources
@testable import WatchCache

/// Tables made from stored bytes.
@Suite("Tables")
struct TableTests {
    private static let kinds = BuiltinResources.all.map(\.kind)

    private static func definition(_ kind: String) throws -> ResourceDefinition {
        try #require(BuiltinResources.all.first { $0.kind == kind })
    }

    private static func objects(_ definition: ResourceDefinition, seed: UInt64, count: Int) -> [Message] {
        var random = SeededGenerator(seed: seed)
        return [Message(definition.type)] + (1..<count).map { _ in RandomObject.make(definition.type, &random) }
    }

    @Test("The fields that rows read exist in their kinds", arguments: kinds)
    func fieldsExist(_ kind: String) throws {
        #expect(try Self.definition(kind).projection != nil)
    }

    @Test("The fields that a row reads are all that it needs", arguments: kinds)
    func fieldsSuffice(_ kind: String) throws {
        let definition = try Self.definition(kind)
        for (number, object) in Self.objects(definition, seed: 17, count: 400).enumerated() {
            let bytes = BinaryEncoder.encode(object)
            let whole = try BinaryDecoder.decode(bytes, as: definition.type)
            let some = try BinaryDecoder.decode(
                bytes, in: 0..<bytes.count, as: definition.type, only: definition.projection)
            let cells = definition.rows.cells(some, now: 5_000)
            #expect(cells == definition.rows.cells(whole, now: 5_000), "object \(number)")
            #expect(cells.count == definition.rows.columns.count)
        }
    }

    /// What a table is, from objects that were decoded whole.
    private static func expected(
        _ objects: [Message], _ definition: ResourceDefinition, _ shown: TableObjects, revision: Int64, now: Int64
    ) -> String {
        let rows = objects.map { object in
            var writer = JSONWriter()
            writer.beginArray()
            for cell in definition.rows.cells(object, now: now) {
                switch cell {
                case .text(let text): writer.string(text)
                case .integer(let number): writer.int(number)
                case .flag(let flag): writer.bool(flag)
                case .number(let number): writer.double(number)
                case .none: writer.null()
                }
            }
            writer.endArray()
            var cells = String(decoding: writer.bytes, as: UTF8.self)
            if let done = definition.rows.completion?(object) {
                cells +=
                    #","conditions":[{"type":"Completed","status":"True","reason":"\#(done.reason)","#
                    + #""message":"\#(done.message)"}]"#
            }
            var metadata = Metadata(of: object)
            metadata.resourceVersion = String(revision)
            var (shownMessage, meta) = (object, definition.typeMeta)
            switch shown {
            case .none: return #"{"cells":\#(cells),"object":null}"#
            case .metadata:
                meta = TypeMeta(apiVersion: "meta.k8s.io/v1", kind: "PartialObjectMetadata")
                shownMessage = Message(
                    Schema.kubernetes.require("k8s.io.apimachinery.pkg.apis.meta.v1.PartialObjectMetadata"))
            case .object: break
            }
            metadata.store(in: &shownMessage)
            let text = String(decoding: JSONEncoder.encode(shownMessage, as: meta), as: UTF8.self)
            return #"{"cells":\#(cells),"object":\#(text)}"#
        }
        return #"{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"\#(revision)"},"#
            + #""columnDefinitions":null,"rows":[\#(rows.joined(separator: ","))]}"#
    }

    @Test("A table is the same as one of objects that were decoded whole", arguments: kinds)
    func tables(_ kind: String) throws {
        let definition = try Self.definition(kind)
        let objects = Self.objects(definition, seed: 99, count: 60)
        let stored = objects.map { StoredObject($0, typeMeta: definition.typeMeta, revision: Revision(77)) }
        for shown in [TableObjects.none, .metadata, .object] {
            var writer = JSONWriter()
            try Table(definition, objects: shown, now: 9_999).write(
                stored, columns: .none, metadata: .init(revision: Revision(77)), to: &writer)
            var decoded = try stored.map { try BinaryDecoder.decode($0.value, in: $0.object, as: definition.type) }
            if let isAbove = definition.rows.isAbove { decoded.sort(by: isAbove) }
            let expected = Self.expected(decoded, definition, shown, revision: 77, now: 9_999)
            #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
        }
    }

    @Test("The row of a pod that is done says so beside its cells")
    func completion() throws {
        let definition = try Self.definition("Pod")
        let pods = ["Running", "Succeeded", "Failed"].map { phase in
            var pod = Core.Pod()
            pod.metadata.name = phase.lowercased()
            pod.status.phase = phase
            return pod.message
        }
        var writer = JSONWriter()
        try Table(definition, objects: .none, now: 0).write(
            pods.map { StoredObject($0, typeMeta: definition.typeMeta, revision: Revision(7)) }, columns: .none,
            metadata: .init(revision: Revision(7)), to: &writer)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text == Self.expected(pods, definition, .none, revision: 7, now: 0))
        #expect(text.split(separator: #""conditions":[{"type":"Completed","status":"True""#).count == 3)
    }

    @Test("A watch's event of a table has one row, and the first one the columns")
    func events() throws {
        let definition = try Self.definition("ConfigMap")
        var map = Core.ConfigMap()
        map.metadata.name = "a"
        let stored = StoredObject(map.message, typeMeta: definition.typeMeta, revision: Revision(5))
        let frame = EventEncoding.frame(.added, stored, .table(.none, .v1), definition, now: 0)
        let table = Self.expected([map.message], definition, .none, revision: 5, now: 0)
        #expect(String(decoding: frame, as: UTF8.self) == #"{"type":"ADDED","object":\#(table)}"# + "\n")
        let resource = ServedResource(
            index: 0, definition: definition, stored: definition, backing: .computed,
            admission: AdmissionChain(plugins: []))
        let form = WatchForm(resource: resource, shape: .table(.none, .v1)).format(now: { 0 })
        let bringColumns: @Sendable ([UInt8]) -> [UInt8] = try #require(form.first)
        let first = bringColumns(frame)
        let columns = String(decoding: Table.columnDefinitions(definition), as: UTF8.self)
        #expect(
            String(decoding: first, as: UTF8.self)
                == String(decoding: frame, as: UTF8.self).replacing(
                    #""columnDefinitions":null"#, with: #""columnDefinitions":\#(columns)"#))
    }

    @Test("A bookmark of a table shows the revision, and nothing that is stored")
    func bookmarks() throws {
        let definition = try Self.definition("ConfigMap")
        let frame = EventEncoding.bookmark(Revision(8), true, .table(.metadata, .v1), definition)
        #expect(
            String(decoding: frame, as: UTF8.self)
                == #"{"type":"BOOKMARK","object":{"kind":"Table","apiVersion":"meta.k8s.io/v1","#
                + #""metadata":{"resourceVersion":"8"},"columnDefinitions":null,"rows":[{"cells":["",0,"\u003cunknown\u003e"],"#
                + #""object":{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","#
                + #""metadata":{"resourceVersion":"8","annotations":{"k8s.io/initial-events-end":"true"}}}}]}}"# + "\n")
    }

    @Test("What cannot be read ends a watch with an error, and a list with one")
    func broken() throws {
        let definition = try Self.definition("ConfigMap")
        var value = Envelope.header(apiVersion: "v1", kind: "ConfigMap", objectBytes: 2)
        value += [0x0a, 0x7f] + Envelope.trailer
        let stored = try StoredObject(value: value, revision: Revision(3))
        for shape in [WatchForm.Shape.table(.none, .v1), .json, .partialJSON(.v1)] {
            let frame = String(
                decoding: EventEncoding.frame(.added, stored, shape, definition, now: 0), as: UTF8.self)
            #expect(frame.hasPrefix(#"{"type":"ERROR","object":{"kind":"Status""#))
            #expect(frame.hasSuffix("}\n"))
        }
        var writer = JSONWriter()
        #expect(throws: APIError.self) {
            try Table(definition, objects: .metadata, now: 0).write(
                [stored], columns: .all, metadata: .init(revision: Revision(3)), to: &writer)
        }
    }
}
