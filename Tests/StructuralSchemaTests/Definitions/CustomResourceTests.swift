import Objects
import Resources
@testable import StructuralSchema
import Testing

@Suite struct CustomResourceTests {
    private func resource(_ schema: String, more: String = "") throws -> CustomResource {
        var definition = try Samples.definition(schema: schema, more: more)
        if let status = DefinitionStatus.plan(definition, taken: .init(), now: 1) { definition.status = status }
        return try CustomResource(definition)
    }

    private func object(_ definition: ResourceDefinition, _ json: String) throws -> Message {
        try JSONDecoder.decode(Array(json.utf8), as: definition.type).message
    }

    private func members(_ message: Message) -> String {
        guard let position = message.descriptor.membersPosition, let members = message[position] else { return "" }
        return Samples.text(members)
    }

    @Test func aDefinitionBecomesAResource() throws {
        let (stored, served) = try resource(
            Samples.toys,
            more:
                #","subresources":{"status":{},"scale":{"specReplicasPath":".spec.size","statusReplicasPath":".status.size"}}"#
        ).definitions()
        #expect(served.map(\.apiVersion) == ["example.com/v1"])
        #expect(stored.qualifiedName == "toys.example.com")
        #expect(stored.listTypeMeta == TypeMeta(apiVersion: "example.com/v1", kind: "ToyList"))
        #expect(stored.subresources == [.status, .scale])
        #expect(stored.storageName == "example.com/toys")
        #expect(stored.scale?.replicas == "spec.size")
    }

    @Test func aStatusChangesThroughItsPathAlone() throws {
        let stored = try resource(Samples.toys, more: #","subresources":{"status":{}}"#).definitions().stored
        let old = try object(stored, #"{"metadata":{"name":"a"},"spec":{"size":1},"status":{"ok":true}}"#)
        var changed = try object(stored, #"{"metadata":{"name":"a"},"spec":{"size":2},"status":{"ok":false}}"#)
        stored.prepareForUpdate(&changed, old: old, subresource: nil)
        #expect(members(changed) == #"{"spec":{"size":2},"status":{"ok":true}}"#)
        #expect(stored.isNewGeneration(changed, old: old, subresource: nil))
        changed = try object(
            stored, #"{"metadata":{"name":"a","labels":{"x":"y"}},"spec":{"size":2},"status":{"ok":false}}"#)
        stored.prepareForUpdate(&changed, old: old, subresource: .status)
        #expect(members(changed) == #"{"spec":{"size":1},"status":{"ok":false}}"#)
        #expect(Metadata(of: changed).labels.isEmpty)
        #expect(!stored.isNewGeneration(changed, old: old, subresource: .status))
    }

    @Test func withoutItTheStatusIsAMemberLikeOthers() throws {
        let stored = try resource(Samples.toys).definitions().stored
        let old = try object(stored, #"{"metadata":{"name":"a"},"status":{"ok":true}}"#)
        var changed = try object(stored, #"{"metadata":{"name":"a"},"status":{"ok":false}}"#)
        stored.prepareForUpdate(&changed, old: old, subresource: nil)
        #expect(members(changed) == #"{"status":{"ok":false}}"#)
        #expect(stored.isNewGeneration(changed, old: old, subresource: nil))
    }

    @Test func rulesAboutMetadataAreAsked() throws {
        let stored = try resource(
            #"{"type":"object","properties":{"metadata":{"type":"object","properties":{"name":{"type":"string","pattern":"^a"}}}}}"#
        ).definitions().stored
        #expect(stored.rules.validate(try object(stored, #"{"metadata":{"name":"abc"}}"#)).isEmpty)
        #expect(
            stored.rules.validate(try object(stored, #"{"metadata":{"name":"xyz"}}"#)).map(\.description) == [
                #"metadata.name: Invalid value: "xyz": metadata.name in body should match '^a'"#
            ])
    }

    @Test func storedObjectsOfAnOlderSchemaAreRenewed() throws {
        let old = try resource(#"{"type":"object","properties":{"a":{"type":"string"},"gone":{"type":"string"}}}"#)
        let new = try resource(
            #"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer","default":3}}}"#)
        let written = try object(old.definitions().stored, #"{"metadata":{"name":"x"},"a":"1","gone":"2"}"#)
        let value = Envelope.wrap(BinaryEncoder.encode(written), apiVersion: "example.com/v1", kind: "Toy")
        let range = try Envelope(reading: value).object
        #expect(old.renewal()(value, range) == nil)
        let renewed = try #require(new.renewal()(value, range))
        let inner = try Envelope(reading: renewed).object
        let found = try BinaryDecoder.decode(renewed, in: inner, as: new.definitions().stored.type)
        #expect(members(found) == #"{"a":"1","b":3}"#)
        #expect(Metadata(of: found).name == "x")
        #expect(new.renewal()(renewed, inner) == nil)
    }

    @Test func rowsShowTheColumns() throws {
        let stored = try resource(
            Samples.toys,
            more:
                #","additionalPrinterColumns":[{"name":"Size","type":"integer","jsonPath":".spec.size"},{"name":"Age","type":"date","jsonPath":".metadata.creationTimestamp"}]"#
        ).definitions().stored
        let made = try object(
            stored, #"{"metadata":{"name":"a","creationTimestamp":"1970-01-01T00:00:10Z"},"spec":{"size":4}}"#)
        #expect(stored.rows.columns.map(\.name) == ["Name", "Size", "Age"])
        #expect(stored.rows.cells(made, now: 15) == [.text("a"), .integer(4), .text("5s")])
        let bytes = BinaryEncoder.encode(made)
        let part = try BinaryDecoder.decode(bytes, in: 0..<bytes.count, as: stored.type, only: stored.projection)
        #expect(stored.rows.cells(part, now: 15) == stored.rows.cells(made, now: 15))
    }

    @Test(arguments: [
        ("v1", "v1beta1"), ("v10", "v2"), ("v1beta2", "v1beta1"), ("v1beta1", "v2alpha1"), ("v1alpha1", "other"),
        ("abc", "abd"),
    ])
    func versionsHaveKubernetesOrder(_ first: String, _ second: String) {
        #expect(VersionName(second) < VersionName(first))
        #expect(!(VersionName(first) < VersionName(second)))
    }
}
