import Testing

@testable import Objects
@testable import Resources

@Suite("Authors of pods are told what has no effect, or hardly the one that is meant")
struct PodWarningsTests {
    /// Specification beside a container with the given fields, and the warnings.
    static let examples: [(String, String, [String])] = [
        ("", "", []),
        (
            #""nodeSelector":{"beta.kubernetes.io/os":"linux"}"#, "",
            [
                #"spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead"#
            ]
        ),
        (
            #""topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"failure-domain.beta.kubernetes.io/zone","whenUnsatisfiable":"DoNotSchedule"}]"#,
            "",
            [
                #"spec.topologySpreadConstraints[0].topologyKey: failure-domain.beta.kubernetes.io/zone is deprecated since v1.17; use "topology.kubernetes.io/zone" instead"#,
                "spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod",
            ]
        ),
        (
            #""volumes":[{"name":"v","glusterfs":{"endpoints":"e","path":"p"}}]"#, "",
            [
                "spec.volumes[0].glusterfs: deprecated in v1.25, non-functional in v1.26+"
            ]
        ),
        (
            #""imagePullSecrets":[{"name":"a"},{"name":"a"},{}]"#, "",
            [
                #"spec.imagePullSecrets[1].name: duplicate name "a""#,
                #"spec.imagePullSecrets[2].name: invalid empty name """#,
            ]
        ),
        (
            "", #""resources":{"requests":{"memory":"1500m"}}"#,
            [
                #"spec.containers[0].resources.requests[memory]: fractional byte value "1500m" is invalid, must be an integer"#
            ]
        ),
        (
            "", #""env":[{"name":"A","value":"1"},{"name":"A","value":"$(A)2"},{"name":"A","value":"3"}]"#,
            [
                #"spec.containers[0].env[2]: hides previous definition of "A", which may be dropped when using apply"#
            ]
        ),
        (
            "", #""ports":[{"containerPort":80,"hostPort":8080},{"containerPort":80}]"#,
            [
                "spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]"
            ]
        ),
        (
            "", #""ports":[{"containerPort":80,"hostIP":"1.2.3.4"}]"#,
            [
                "spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:1.2.3.4}"
            ]
        ),
        (
            #""affinity":{"podAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":[{"topologyKey":"k"}]}}"#, "",
            [
                "spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: a null labelSelector results in matching no pod"
            ]
        ),
    ]

    private static func spec(_ fields: String, _ container: String) -> String {
        let parts = [#"{"name":"a","image":"i"\#(container.isEmpty ? "" : ",")\#(container)}"#]
        return #"{"containers":[\#(parts[0])]\#(fields.isEmpty ? "" : ",")\#(fields)}"#
    }

    @Test("New pods", arguments: examples)
    func pods(_ example: (String, String, [String])) throws {
        let judge = try Judge("pods")
        let pod = try judge.created(#"{"spec":\#(Self.spec(example.0, example.1))}"#)
        #expect(judge.definition.rules.warnings(pod, old: nil) == example.2)
        #expect(judge.definition.rules.warnings(pod, old: pod) == [])
    }

    @Test("New templates, and changed ones")
    func templates() throws {
        let judge = try Judge("deployments")
        func deployment(_ size: String) throws -> Message {
            try judge.created(
                #"{"metadata":{"name":"a.b"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":\#(Self.spec("", #""resources":{"limits":{"memory":"\#(size)"}}"#))}}}"#
            )
        }
        let rules = judge.definition.rules
        let (whole, part) = (try deployment("1Gi"), try deployment("500m"))
        let found = rules.warnings(part, old: whole)
        #expect(
            found.first
                == #"spec.template.spec.containers[0].resources.limits[memory]: fractional byte value "500m" is invalid, must be an integer"#
        )
        #expect(rules.warnings(part, old: part) == [])
        #expect(rules.warnings(whole, old: nil).count == 1)
        #expect(rules.warnings(whole, old: nil).first?.hasPrefix("metadata.name: this is used in Pod names") == true)
    }
}
