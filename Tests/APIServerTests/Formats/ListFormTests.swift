import HTTP2
import Store
import TestSupport
import Testing

@testable import APIServer
@testable import Objects
@testable import Resources

@Suite("Lists are made in pieces")
struct ListFormTests {
    private static func form(
        _ count: Int, _ encoding: Encoding, _ presentation: Presentation = .object, kind: String = "Pod"
    ) throws -> ListForm {
        let definition = try #require(BuiltinResources.all.first { $0.kind == kind })
        var random = SeededGenerator(seed: 7)
        let objects = (0..<count).map { number in
            var object = RandomObject.make(definition.type, &random)
            var metadata = Metadata(of: object)
            metadata.name = "object-\(number)"
            metadata.store(in: &object)
            return StoredObject(object, typeMeta: definition.typeMeta, revision: Revision(Int64(99 + number)))
        }
        let resource = ServedResource(
            index: 0, definition: definition, stored: definition, backing: .computed,
            admission: AdmissionChain(plugins: []))
        return ListForm(
            list: ListResult(objects: objects, revision: Revision(5_000), continueToken: "more", remaining: 3),
            resource: resource, accepted: Accepted(encoding: encoding, presentation: presentation),
            tableObjects: .metadata, isPretty: false, now: 9_999)
    }

    /// As a reader takes it who has room for so many bytes at a time.
    private static func read(_ form: ListForm, room: [Int]) throws -> [UInt8] {
        let body = ListBody(form.maker())
        if let whole = try body.begin() { return whole }
        var text: [UInt8] = []
        var step = 0
        while true {
            defer { step += 1 }
            let (outcome, bytes) = BodyBuffer.collect(capacity: room[step % room.count], from: body)
            text += bytes
            switch outcome {
            case .more: #expect(bytes.count == room[step % room.count])
            case .end: return text
            case .blocked: throw Ended()
            }
        }
    }
    private struct Ended: Error {}

    @Test("in binary, each object is there with its revision", arguments: [0, 1, 12, 300])
    func binary(_ count: Int) throws {
        let form = try Self.form(count, .protobuf)
        let bytes = try Self.read(form, room: [16_384, 1, 3, 977])
        #expect(bytes == (try form.text()))
        let envelope = try Envelope(reading: bytes)
        #expect((envelope.apiVersion, envelope.kind) == ("v1", "PodList"))
        let list = try BinaryDecoder.decode(
            bytes, in: envelope.object, as: Schema.kubernetes.require("k8s.io.api.core.v1.PodList"))
        guard count > 0 else { return #expect(list["items"] == nil) }
        guard case .list(let items) = list["items"] else { throw Ended() }
        let expected = try form.list.objects.map { try $0.message(form.resource.definition.type) }
        #expect(items == expected.map { .message($0) })
        guard case .message(let metadata) = list["metadata"] else { throw Ended() }
        let meta = Meta.ListMeta(metadata)
        #expect((meta.resourceVersion, meta.continue, meta.remainingItemCount) == ("5000", "more", 3))
    }

    @Test("in JSON, whatever the pieces are", arguments: [Presentation.object, .table, .partialMetadataList])
    func json(_ presentation: Presentation) throws {
        let form = try Self.form(300, .json, presentation)
        let text = try Self.read(form, room: [16_384, 1, 3, 977])
        #expect(text.count > 2 * ListForm.pieceBytes)
        #expect(text == (try form.text()))
        #expect(String(decoding: text, as: UTF8.self).components(separatedBy: "\"name\":\"object-").count == 301)
        #expect(text.last == UInt8(ascii: "}"))
    }

    @Test("the metadata alone, in binary, of a length that is known before")
    func partial() throws {
        let form = try Self.form(300, .protobuf, .partialMetadataList)
        let bytes = try Self.read(form, room: [4_096])
        let envelope = try Envelope(reading: bytes)
        #expect(envelope.object.upperBound + Envelope.trailer.count == bytes.count)
        #expect(envelope.kind == "PartialObjectMetadataList")
    }

    @Test("What is short comes at once, and with its length")
    func short() throws {
        #expect(try ListBody(Self.form(2, .json).maker()).begin() != nil)
        #expect(try ListBody(Self.form(300, .json).maker()).begin() == nil)
    }

    @Test("An object that cannot be read ends the answer as a fault, not as a whole list")
    func broken() throws {
        var form = try Self.form(300, .json)
        var list = form.list
        let bytes = Envelope.wrap([0x0a, 0x7f, 1], apiVersion: "v1", kind: "Pod")
        list.objects[280] = try StoredObject(value: bytes, revision: Revision(8))
        form = ListForm(
            list: list, resource: form.resource, accepted: form.accepted, tableObjects: form.tableObjects,
            isPretty: false, now: 0)
        let body = ListBody(form.maker())
        #expect(try body.begin() == nil)
        var last = (outcome: PullOutcome.blocked, bytes: [UInt8]())
        repeat { last = BodyBuffer.collect(capacity: 16_384, from: body) } while !last.bytes.isEmpty
        guard case .more = last.outcome else { throw Ended() }
        #expect(throws: APIError.self) { try form.text() }
    }
}

extension String {
    fileprivate func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
