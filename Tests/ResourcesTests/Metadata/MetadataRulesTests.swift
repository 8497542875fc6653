import Testing

@testable import Objects
@testable import Resources

@Suite("Metadata obeys the same rules for every kind")
struct MetadataRulesTests {
    private func map(_ metadata: String) throws -> Message {
        try JSONDecoder.decode(Array(#"{"metadata":\#(metadata)}"#.utf8), as: Core.ConfigMap.descriptor).message
    }

    /// Metadata beside name and namespace, the fields that are refused.
    static let cases: [(String, [String])] = [
        (#""finalizers":["orphan"]"#, []),
        (#""finalizers":["mine"]"#, ["metadata.finalizers[0]"]),
        (#""finalizers":["orphan","foregroundDeletion"]"#, ["metadata.finalizers"]),
        (#""ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"p","uid":"u"}]"#, []),
        (
            #""ownerReferences":[{"apiVersion":"","kind":"Pod","name":"","uid":"u"}]"#,
            ["metadata.ownerReferences.apiVersion", "metadata.ownerReferences.name"]
        ),
        (
            #""ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"p","uid":"u","controller":true},{"apiVersion":"v1","kind":"Pod","name":"q","uid":"w","controller":true}]"#,
            ["metadata.ownerReferences"]
        ),
        (#""generateName":"Bad_""#, ["metadata.generateName"]),
        (#""generateName":"good-""#, []),
    ]

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, [String])) throws {
        let object = try map(#"{"name":"a","namespace":"n",\#(example.0)}"#)
        #expect(MetadataRules.problems(object, BuiltinResources.configMaps).map(\.field) == example.1)
    }

    @Test("Annotations together hold 256 KiB and no more")
    func annotations() throws {
        let room = 256 * 1024 - 1
        for (size, isGood) in [(room, true), (room + 1, false)] {
            let text = String(repeating: "x", count: size)
            let object = try map(#"{"name":"a","namespace":"n","annotations":{"k":"\#(text)"}}"#)
            #expect(MetadataRules.problems(object, BuiltinResources.configMaps).isEmpty == isGood)
        }
    }

    @Test("A namespace is held by its own finalizers until they are gone")
    func namespaces() throws {
        var namespace = Core.Namespace()
        namespace.metadata.name = "n"
        var object = namespace.message
        let rules = NamespaceRules()
        rules.setDefaults(&object)
        rules.prepareForCreate(&object)
        #expect(rules.holdsDeletion(object))
        rules.markDeleting(&object)
        #expect(Core.Namespace(object).status.phase == "Terminating")
        // An ordinary update cannot let it go; the subresource can.
        var freed = Core.Namespace(object)
        freed.spec.finalizers = []
        var update = freed.message
        rules.prepareForUpdate(&update, old: object, subresource: nil)
        #expect(rules.holdsDeletion(update))
        var finalize = freed.message
        rules.prepareForUpdate(&finalize, old: object, subresource: .finalize)
        #expect(!rules.holdsDeletion(finalize))
    }

    @Test("All selectable fields exist in their kinds", arguments: BuiltinResources.all.map(\.kind))
    func selectable(_ kind: String) throws {
        let expected = [
            "Pod": 8, "Event": 11, "Node": 1, "Secret": 1, "Namespace": 1, "ReplicaSet": 1,
            "Job": 1, "ReplicationController": 1, "Service": 2, "ResourceSlice": 2, "CertificateSigningRequest": 1,
        ]
        let definition = try #require(BuiltinResources.all.first { $0.kind == kind })
        #expect(definition.selectableFields.count == expected[kind] ?? 0)
        #expect(definition.rows.columns.count == definition.rows.cells(Message(definition.type), now: 0).count)
    }
}
