import Testing

@testable import Objects
@testable import Resources

@Suite("Kinds of storage")
struct StorageTests {
    /// A kind, an object, the fields that are refused.
    static let cases: [(String, String, [String])] = [
        ("storageclasses", #"{"provisioner":"x.io/p"}"#, []), ("storageclasses", "{}", ["provisioner"]),
        ("storageclasses", #"{"provisioner":"x.io/p","reclaimPolicy":"Recycle"}"#, ["reclaimPolicy"]),
        ("storageclasses", #"{"provisioner":"x.io/p","volumeBindingMode":"Soon"}"#, ["volumeBindingMode"]),
        ("storageclasses", #"{"provisioner":"x.io/p","parameters":{"":"x"}}"#, ["parameters"]),
        (
            "storageclasses",
            #"{"provisioner":"x.io/p","allowedTopologies":[{"matchLabelExpressions":[{"key":"zone","values":[]}]}]}"#,
            ["allowedTopologies[0].matchLabelExpressions[0].values"]
        ),
        (
            "storageclasses", #"{"provisioner":"x.io/p","allowedTopologies":[{"matchLabelExpressions":[]}]}"#,
            ["allowedTopologies[0].matchLabelExpressions"]
        ),
        ("csidrivers", #"{"metadata":{"name":"x.io"}}"#, []),
        ("csidrivers", #"{"metadata":{"name":"x.io"},"spec":{"fsGroupPolicy":"Maybe"}}"#, ["spec.fsGroupPolicy"]),
        (
            "csidrivers",
            #"{"metadata":{"name":"x.io"},"spec":{"tokenRequests":[{"audience":"a","expirationSeconds":1}]}}"#,
            ["spec.tokenRequests[0].expirationSeconds"]
        ),
        (
            "csidrivers", #"{"metadata":{"name":"x.io"},"spec":{"tokenRequests":[{"audience":"a"},{"audience":"a"}]}}"#,
            ["spec.tokenRequests[1].audience"]
        ),
        ("csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n"}]}}"#, []),
        ("csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":""}]}}"#, ["spec.drivers[0].nodeID"]),
        (
            "csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n"},{"name":"x.io","nodeID":"n"}]}}"#,
            ["spec.drivers[1].name"]
        ),
        ("csistoragecapacities", #"{"storageClassName":"fast","capacity":"1Gi"}"#, []),
        ("csistoragecapacities", #"{"storageClassName":"fast","capacity":"-1"}"#, ["capacity"]),
        ("csistoragecapacities", #"{"storageClassName":""}"#, ["storageClassName"]),
        (
            "volumeattachments", #"{"spec":{"attacher":"x.io","nodeName":"n","source":{"persistentVolumeName":"v"}}}"#,
            []
        ),
        ("volumeattachments", #"{"spec":{"attacher":"x.io","nodeName":"n"}}"#, ["spec.source"]),
        (
            "volumeattachments",
            inline(#""accessModes":["ReadWriteOnce"],"csi":{"driver":"x.io","volumeHandle":"h"}"#), []
        ),
        (
            "volumeattachments",
            inline(
                #""accessModes":["ReadWriteOnce"],"persistentVolumeReclaimPolicy":"Retain","volumeMode":"Filesystem","csi":{"driver":"x.io"}"#
            ), ["spec.source.inlineVolumeSpec.csi.volumeHandle"]
        ),
        (
            "volumeattachments",
            inline(
                #""capacity":{"storage":"1Gi"},"claimRef":{"name":"c"},"persistentVolumeReclaimPolicy":"Delete","storageClassName":"s","volumeMode":"Block","nodeAffinity":{},"hostPath":{"path":"/x"}"#
            ),
            [
                "claimRef", "capacity", "csi", "accessModes", "persistentVolumeReclaimPolicy", "nodeAffinity",
                "storageClassName", "volumeMode",
            ]
            .map { "spec.source.inlineVolumeSpec.\($0)" }
        ),
        ("volumeattributesclasses", #"{"driverName":"x.io","parameters":{"iops":"1"}}"#, []),
        ("volumeattributesclasses", #"{"driverName":"x.io"}"#, ["parameters"]),
        ("volumeattributesclasses", #"{"driverName":"x.io/Driver","parameters":{"iops":"1"}}"#, []),
        (
            "volumeattachments", #"{"spec":{"nodeName":"n","source":{"persistentVolumeName":"v"}}}"#,
            ["spec.attacher", "spec.attacher", "spec.attacher"]
        ),
        (
            "csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n","topologyKeys":["a b","zone","zone"]}]}}"#,
            ["spec.drivers[0]", "spec.drivers[0]"]
        ),
    ]

    private static func inline(_ members: String) -> String {
        #"{"spec":{"attacher":"x.io","nodeName":"n","source":{"inlineVolumeSpec":{\#(members)}}}}"#
    }

    @Test("What is missing or malformed is told in Kubernetes' words")
    func words() throws {
        #expect(
            try Judge("volumeattributesclasses").refusals(#"{"driverName":"X Y"}"#).first?.hasPrefix(
                "driverName: Invalid value: \"x y\": name part must consist of") == true)
        #expect(
            try Judge("volumeattributesclasses").refusals(#"{"driverName":"x.io"}"#)
                == ["parameters: Required value: must contain at least one key/value pair"])
        let judge = try Judge("volumeattachments")
        let before = try judge.created(
            #"{"spec":{"attacher":"x.io","nodeName":"n","source":{"persistentVolumeName":"v"}}}"#)
        let failed =
            #"{"spec":{"attacher":"x.io","nodeName":"n","source":{"persistentVolumeName":"v"}},"status":{"attached":false,"attachError":{"errorCode":-1}}}"#
        #expect(
            try judge.changed(before, failed, .status).refusals == [
                "status.attachError.errorCode: Invalid value: -1: must be between 0 and 2147483647, inclusive"
            ])
    }

    @Test("What is refused", arguments: cases)
    func refused(_ example: (String, String, [String])) throws {
        #expect(try Judge(example.0).fields(example.1) == example.2)
    }

    /// A kind, an object, a change of it, the beginnings of what is said about the change.
    static let changes: [(String, String, String, [String])] = [
        (
            "storageclasses", #"{"provisioner":"x.io/p"}"#, #"{"provisioner":"x.io/q"}"#,
            ["provisioner: Forbidden: updates to provisioner are forbidden."]
        ),
        (
            "storageclasses", #"{"provisioner":"x.io/p"}"#,
            #"{"provisioner":"x.io/p","volumeBindingMode":"WaitForFirstConsumer"}"#,
            ["volumeBindingMode: Invalid value: \"WaitForFirstConsumer\": field is immutable"]
        ),
        ("storageclasses", #"{"provisioner":"x.io/p"}"#, #"{"provisioner":"x.io/p","allowVolumeExpansion":true}"#, []),
        (
            "volumeattributesclasses", #"{"driverName":"x.io","parameters":{"a":"1"}}"#,
            #"{"driverName":"x.io","parameters":{"a":"2"}}"#,
            ["parameters: Forbidden: updates to parameters are forbidden."]
        ),
        (
            "csistoragecapacities", #"{"storageClassName":"a"}"#, #"{"storageClassName":"b"}"#,
            ["storageClassName: Invalid value: \"b\": field is immutable"]
        ),
        (
            "csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n"}]}}"#,
            #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n","allocatable":{"count":3}}]}}"#, []
        ),
        (
            "csinodes", #"{"spec":{"drivers":[{"name":"x.io","nodeID":"n"}]}}"#,
            #"{"spec":{"drivers":[{"name":"x.io","nodeID":"m"}]}}"#,
            [
                #"spec.drivers: Invalid value: {"Name":"x.io","NodeID":"m","TopologyKeys":null,"Allocatable":null}: field is immutable"#
            ]
        ),
        (
            "volumeattachments", #"{"spec":{"attacher":"x.io","nodeName":"n","source":{"persistentVolumeName":"v"}}}"#,
            #"{"spec":{"attacher":"x.io","nodeName":"m","source":{"persistentVolumeName":"v"}}}"#,
            [#"spec: Invalid value: {"Attacher":"x.io","Source":{"PersistentVolumeName":"v","InlineVolumeSpec":null},"#]
        ),
    ]

    @Test("What may not change", arguments: changes)
    func unchangeable(_ example: (String, String, String, [String])) throws {
        let judge = try Judge(example.0)
        let found = try judge.changed(try judge.created(example.1), example.2).refusals
        #expect(found.count == example.3.count)
        for (said, expected) in zip(found, example.3) { #expect(said.hasPrefix(expected)) }
    }

    @Test("A driver's generation counts what kubelets must act on, and nothing else")
    func generations() throws {
        let judge = try Judge("csidrivers")
        let before = try judge.created(#"{"metadata":{"name":"x.io"}}"#)
        #expect(Metadata(of: before).generation == 0)
        let quiet = try judge.changed(before, #"{"spec":{"podInfoOnMount":true}}"#).object
        #expect(Metadata(of: quiet).generation == 0)
        let loud = try judge.changed(before, #"{"spec":{"requiresRepublish":true}}"#).object
        #expect(Metadata(of: loud).generation == 1)
    }

    @Test("Rows")
    func rows() throws {
        let classes = try Judge("storageclasses")
        let usual = try classes.created(
            #"{"metadata":{"name":"s","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},"provisioner":"x.io/p"}"#
        )
        #expect(classes.row(usual) == ["s (default)", "x.io/p", "Delete", "Immediate", "false"])
        let attributes = try Judge("volumeattributesclasses")
        let common = try attributes.created(
            #"{"metadata":{"name":"v","annotations":{"volumeattributesclass.alpha.kubernetes.io/is-default-class":"true"}},"driverName":"x.io"}"#
        )
        #expect(attributes.row(common) == ["v (default)", "x.io"])
        let drivers = try Judge("csidrivers")
        let driver = try drivers.created(
            #"{"metadata":{"name":"x.io"},"spec":{"tokenRequests":[{"audience":"a"},{"audience":"b"}]}}"#)
        #expect(drivers.row(driver) == ["x.io", "true", "false", "false", "a,b", "false", "Persistent"])
        let rooms = try Judge("csistoragecapacities")
        #expect(rooms.row(try rooms.created(#"{"storageClassName":"f"}"#)) == ["a", "f", "<unset>"])
    }

    @Test("Who selects by an old label is told the new one")
    func oldLabels() throws {
        let judge = try Judge("storageclasses")
        let old = try judge.created(
            #"{"provisioner":"x.io/p","allowedTopologies":[{"matchLabelExpressions":[{"key":"failure-domain.beta.kubernetes.io/zone","values":["z"]}]}]}"#
        )
        #expect(
            judge.definition.rules.warnings(old, old: nil) == [
                "allowedTopologies[0].matchLabelExpressions[0].key: failure-domain.beta.kubernetes.io/zone is deprecated since "
                    + "v1.17; use \"topology.kubernetes.io/zone\" instead"
            ])
    }
}
