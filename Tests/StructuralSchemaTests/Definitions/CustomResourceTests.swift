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
        #expect(stored.rules.validateCreate(try object(stored, #"{"metadata":{"name":"abc"}}"#)).isEmpty)
        #expect(
            stored.rules.validateCreate(try object(stored, #"{"metadata":{"name":"xyz"}}"#)).map(\.description) == [
                #"metadata.name: Invalid value: "xyz": metadata.name in body should match '^a'"#
            ])
    }

    /// Two versions of toys: the stored one knows a size, the other one a color with a default.
    private func versions() throws -> (stored: ResourceDefinition, other: ResourceDefinition) {
        var definition = try Samples.definition(
            schema:
                #"{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}}}}"#)
        var other = try #require(definition.spec.versions.first)
        other.name = "v2"
        other.storage = false
        other.schema?.openAPIV3Schema = try Samples.props(
            #"{"type":"object","properties":{"spec":{"type":"object","properties":{"color":{"type":"string","maxLength":3,"default":"red"}}}}}"#
        )
        definition.spec.versions += [other]
        definition.status.acceptedNames = definition.spec.names
        let made = try CustomResource(definition).definitions()
        return (made.stored, try #require(made.served.last))
    }

    @Test func eachVersionHasItsOwnDefaultsAndRules() throws {
        let (stored, other) = try versions()
        var old = try object(stored, #"{"metadata":{"name":"a"},"spec":{"size":1}}"#)
        stored.rules.setDefaults(&old)
        #expect(members(old) == #"{"spec":{"size":1}}"#)
        var new = try object(other, #"{"metadata":{"name":"a"},"spec":{}}"#)
        other.rules.setDefaults(&new)
        #expect(members(new) == #"{"spec":{"color":"red"}}"#)
        let long = try object(other, #"{"metadata":{"name":"a"},"spec":{"color":"green"}}"#)
        #expect(
            other.rules.validateCreate(long).map(\.description) == [
                "spec.color: Too long: may not be more than 3 characters"
            ])
        #expect(stored.rules.validateCreate(long).isEmpty)
    }

    @Test func anotherVersionShowsWhatItKnowsWithoutDefaults() throws {
        let (stored, other) = try versions()
        let conversion = try #require(other.conversion)
        let object = try object(stored, #"{"metadata":{"name":"a"},"spec":{"size":1}}"#)
        let shown = conversion.fromStored(object)
        #expect(members(shown) == #"{"spec":{}}"#)
        #expect(shown.descriptor.apiVersion == "example.com/v2")
        let written = try self.object(other, #"{"metadata":{"name":"a"},"spec":{"color":"red"}}"#)
        #expect(members(conversion.toStored(written)) == #"{"spec":{}}"#)
    }

    @Test func faultsThatWereThereBeforeStayUntold() throws {
        let stored = try resource(Samples.toys, more: #","subresources":{"status":{}}"#).definitions().stored
        let old = try object(stored, #"{"metadata":{"name":"a"},"spec":{"size":10,"tags":["A"]},"status":{"ok":1}}"#)
        let same = try object(
            stored, #"{"metadata":{"name":"a"},"spec":{"size":10,"color":"blue","tags":["A"]},"status":{"ok":1}}"#)
        #expect(stored.rules.validateUpdate(same, old: old, subresource: nil).isEmpty)
        let other = try object(
            stored, #"{"metadata":{"name":"a"},"spec":{"size":11,"tags":["A","b"]},"status":{"size":"x"}}"#)
        #expect(
            stored.rules.validateUpdate(other, old: old, subresource: nil).map(\.field).sorted() == [
                "spec.size", "spec.tags[0]", "status.size",
            ])
        #expect(
            stored.rules.validateUpdate(other, old: old, subresource: .status).map(\.description) == [
                #"status.size: Invalid value: "string": size in body must be of type integer: "string""#
            ])
    }

    @Test func finalizersWithoutADomainAreWarnedAbout() throws {
        let stored = try resource(Samples.toys).definitions().stored
        let object = try object(
            stored, #"{"metadata":{"name":"a","finalizers":["b.example.com","a/b","orphan","old.example.com"]}}"#)
        let old = try self.object(stored, #"{"metadata":{"name":"a","finalizers":["old.example.com"]}}"#)
        #expect(
            stored.rules.warnings(object, old: old) == [
                "metadata.finalizers: \"b.example.com\": prefer a domain-qualified finalizer name including a path (/) to "
                    + "avoid accidental conflicts with other finalizer writers"
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
