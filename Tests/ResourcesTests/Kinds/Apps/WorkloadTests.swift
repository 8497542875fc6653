import Testing

@testable import Objects
@testable import Resources

@Suite("Workloads are valid, or say what is wrong")
struct WorkloadTests {
    private static let template =
        #""template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}"#
    private static let selector = #""selector":{"matchLabels":{"a":"b"}}"#

    private static func set(_ spec: String) -> String {
        #"{"metadata":{"name":"s"},"spec":{\#(spec.isEmpty ? "" : spec + ",")\#(selector),\#(template)}}"#
    }

    static let daemonExamples: [(String, [String])] = [
        ("", []),
        (#""updateStrategy":{"type":"OnDelete"}"#, []),
        (
            #""updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":1,"maxSurge":1}}"#,
            [
                "spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero"
            ]
        ),
        (
            #""updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":0}}"#,
            [
                "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0"
            ]
        ),
        (
            #""updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"101%"}}"#,
            [
                #"spec.updateStrategy.rollingUpdate.maxUnavailable: Invalid value: "101%": must not be greater than 100%"#
            ]
        ),
        (#""minReadySeconds":-1"#, ["spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0"]),
    ]

    @Test("Daemon sets", arguments: daemonExamples)
    func daemonSets(_ example: (String, [String])) throws {
        #expect(try problems(BuiltinResources.daemonSets, Self.set(example.0)) == example.1)
    }

    static let statefulExamples: [(String, [String])] = [
        ("", []),
        (
            #""podManagementPolicy":"Odd""#,
            [#"spec.podManagementPolicy: Invalid value: "Odd": must be 'OrderedReady' or 'Parallel'"#]
        ),
        (
            #""updateStrategy":{"type":"RollingUpdate","rollingUpdate":{"partition":-1}}"#,
            [
                "spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0"
            ]
        ),
        (
            #""persistentVolumeClaimRetentionPolicy":{"whenDeleted":"Keep"}"#,
            [
                #"spec.persistentVolumeClaimRetentionPolicy.whenDeleted: Unsupported value: "Keep": supported values: "Retain", "Delete""#
            ]
        ),
        (#""ordinals":{"start":-2}"#, ["spec.ordinals.start: Invalid value: -2: must be greater than or equal to 0"]),
    ]

    @Test("Stateful sets", arguments: statefulExamples)
    func statefulSets(_ example: (String, [String])) throws {
        #expect(try problems(BuiltinResources.statefulSets, Self.set(example.0)) == example.1)
    }

    @Test("Containers of a stateful set mount its claims by their names")
    func claims() throws {
        let mounted = Self.set(
            #""volumeClaimTemplates":[{"metadata":{"name":"data"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}]"#
        ).replacing(#""image":"i""#, with: #""image":"i","volumeMounts":[{"name":"data","mountPath":"/d"}]"#)
        #expect(try problems(BuiltinResources.statefulSets, mounted) == [])
        let lost = mounted.replacing(#"{"name":"data","mountPath""#, with: #"{"name":"date","mountPath""#)
        #expect(
            try problems(BuiltinResources.statefulSets, lost) == [
                #"spec.template.spec.containers[0].volumeMounts[0].name: Not found: "date""#
            ])
    }

    @Test("A stateful set's identity does not change")
    func statefulSetChanges() throws {
        let definition = BuiltinResources.statefulSets
        let old = Self.set(#""serviceName":"s""#)
        #expect(try changeProblems(definition, from: old, to: Self.set(#""serviceName":"s","replicas":9"#)) == [])
        let found = try changeProblems(definition, from: old, to: Self.set(#""serviceName":"t""#))
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("spec: Forbidden: updates to statefulset spec for fields other than") == true)
    }

    @Test("A daemon set counts its templates")
    func generations() throws {
        let definition = BuiltinResources.daemonSets
        let old = try subject(definition, Self.set(""))
        #expect(Metadata(of: old).annotations["deprecated.daemonset.template.generation"] == "1")
        for (text, count) in [
            (Self.set(#""minReadySeconds":3"#), "1"), (Self.set("").replacing("\"i\"", with: "\"k\""), "2"),
        ] {
            var object = try JSONDecoder.decode(Array(text.utf8), as: definition.type).message
            definition.rules.setDefaults(&object)
            definition.prepareForUpdate(&object, old: old, subresource: nil)
            #expect(Metadata(of: object).annotations["deprecated.daemonset.template.generation"] == count)
        }
    }

    @Test("A replication controller takes its selector and its labels from its template")
    func replicationControllers() throws {
        let definition = BuiltinResources.replicationControllers
        let object = try subject(definition, #"{"metadata":{"name":"r"},"spec":{\#(Self.template)}}"#)
        let controller = Core.ReplicationController(object)
        #expect(controller.spec.selector == ["a": "b"])
        #expect(controller.metadata.labels == ["a": "b"])
        #expect(controller.spec.replicas == 1)
        #expect(
            try problems(definition, #"{"metadata":{"name":"r"},"spec":{"selector":{"a":"c"},\#(Self.template)}}"#) == [
                #"spec.template.metadata.labels: Invalid value: {"a":"b"}: `selector` does not match template `labels`"#
            ])
        #expect(
            try problems(definition, #"{"metadata":{"name":"r"},"spec":{}}"#) == [
                "spec.selector: Required value", "spec.template: Required value",
            ])
    }
}
