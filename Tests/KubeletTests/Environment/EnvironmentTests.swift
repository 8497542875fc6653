import Objects
import Testing

@testable import Kubelet

@Suite("A container's environment")
struct EnvironmentTests {
    @Test(
        "references are expanded, escapes undone, all else left",
        arguments: [
            ("$(A)", "1"), ("x$(A)y$(B)", "x1y2"), ("$(NO)", "$(NO)"), ("$$(A)", "$(A)"), ("$$$(A)", "$1"), ("$", "$"),
            ("a$", "a$"), ("$(A", "$(A"), ("$A", "$A"), ("$()", "$()"), ("", ""), ("$(A)$(A)", "11"), ("ä$(A)ö", "ä1ö"),
        ])
    func expansion(text: String, expected: String) {
        #expect(VariableExpansion.expand(text) { ["A": "1", "B": "2"][$0] } == expected)
    }

    private func variable(_ name: String, _ value: String) -> Core.EnvVar {
        var variable = Core.EnvVar()
        variable.name = name
        variable.value = value
        return variable
    }

    @Test("variables see those before them, later definitions win, envFrom comes first")
    func order() throws {
        var container = Fixture.container("app")
        var source = Core.EnvFromSource()
        source.prefix = "P_"
        source.configMapRef = Core.ConfigMapEnvSource()
        source.configMapRef?.localObjectReference.name = "m"
        container.envFrom = [source]
        container.env = [
            variable("LATER", "$(FIRST)"), variable("FIRST", "1"), variable("SECOND", "$(FIRST)$(P_k)"),
            variable("P_k", "own"),
        ]
        var sources = PodSources()
        var map = Core.ConfigMap()
        map.data = ["k": "v"]
        sources.configMaps["m"] = map
        let environment = try ContainerEnvironment.make(container, pod: Fixture.pod(), sources: sources)
        #expect(
            environment.variables.map { "\($0.name)=\($0.value)" } == [
                "P_k=own", "LATER=$(FIRST)", "FIRST=1", "SECOND=1v",
            ])
    }

    @Test("what is missing is an error that names it, unless it is optional")
    func missing() {
        var container = Fixture.container("app")
        var key = variable("V", "")
        key.valueFrom = Core.EnvVarSource()
        key.valueFrom?.secretKeyRef = Core.SecretKeySelector()
        key.valueFrom?.secretKeyRef?.localObjectReference.name = "s"
        key.valueFrom?.secretKeyRef?.key = "k"
        container.env = [key]
        var sources = PodSources()
        func result() -> String {
            do {
                return try ContainerEnvironment.make(container, pod: Fixture.pod(), sources: sources).variables.map(
                    \.value
                ).joined()
            } catch {
                return error.message
            }
        }
        #expect(result() == "secret \"s\" not found")
        sources.secrets["s"] = Core.Secret()
        #expect(result() == "couldn't find key k in Secret default/s")
        sources.secrets["s"]?.data = ["k": Array("hidden".utf8)]
        #expect(result() == "hidden")
        sources.secrets["s"] = nil
        container.env[0].valueFrom?.secretKeyRef?.optional = true
        #expect(result() == "")
    }

    @Test(
        "fields of the pod",
        arguments: [
            ("metadata.name", "web"), ("metadata.namespace", "default"), ("metadata.uid", "u1"),
            ("metadata.labels['app.example/tier']", "front"), ("metadata.annotations['none']", ""),
            ("spec.nodeName", "n1"),
            ("status.podIP", "10.0.0.7"), ("status.podIPs", "10.0.0.7,fd00::7"), ("status.hostIP", "192.0.2.1"),
        ])
    func fields(path: String, expected: String) throws {
        var pod = Fixture.pod()
        pod.metadata.labels = ["app.example/tier": "front"]
        pod.spec.nodeName = "n1"
        var sources = PodSources()
        sources.podAddresses = ["10.0.0.7", "fd00::7"]
        sources.hostAddress = "192.0.2.1"
        #expect(try DownwardFields(pod: pod, sources: sources).field(path) == expected)
        #expect(throws: PodConfigError("unsupported fieldPath: spec.secret")) {
            try DownwardFields(pod: pod, sources: sources).field("spec.secret")
        }
    }

    @Test(
        "resources in units of the divisor, rounded up",
        arguments: [
            ("limits.cpu", "1", "1"), ("limits.cpu", "1m", "500"), ("requests.memory", "1Mi", "64"),
            ("limits.memory", "1", "8192"),
        ])
    func resources(name: String, divisor: String, expected: String) throws {
        var container = Fixture.container("app")
        container.resources.limits = ["cpu": Quantity(milli: 500)]
        container.resources.requests = ["memory": Quantity(binary: 64 << 20)]
        var sources = PodSources()
        sources.allocatable = ["memory": Quantity(8_192)]
        var selector = Core.ResourceFieldSelector()
        selector.resource = name
        selector.divisor = try Quantity(parsing: divisor)
        #expect(
            try DownwardFields(pod: Fixture.pod(), sources: sources).resource(selector, container: container)
                == expected)
    }
}
