import Testing

@testable import Objects
@testable import Resources

@Suite("Pods are valid, or say what is wrong in Kubernetes' words")
struct PodSpecRulesTests {
    private static func pod(_ container: String, _ spec: String) -> String {
        let spec = spec.isEmpty ? "" : ",\(spec)"
        let container = container.isEmpty ? "" : ",\(container)"
        return #"{"spec":{"serviceAccountName":"s","containers":[{"name":"a","image":"i"\#(container)}]\#(spec)}}"#
    }

    private func check(_ container: String, _ spec: String, _ refusals: [String]) throws {
        #expect(try Judge("pods").refusals(Self.pod(container, spec)) == refusals)
    }

    /// Fields of a container, and what is wrong with them.
    static let containers: [(String, [String])] = [
        (
            #""ports":[{"containerPort":80,"hostPort":70000}]"#,
            [
                "spec.containers[0].ports[0].hostPort: Invalid value: 70000: must be between 1 and 65535, inclusive"
            ]
        ),
        (#""ports":[{"containerPort":0,"name":"web"}]"#, ["spec.containers[0].ports[0].containerPort: Required value"]),
        (
            #""ports":[{"containerPort":1,"name":"Web_"}]"#,
            [
                "spec.containers[0].ports[0].name: Invalid value: \"Web_\": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)"
            ]
        ),
        (
            #""ports":[{"containerPort":1,"name":"w"},{"containerPort":2,"name":"w"}]"#,
            [
                #"spec.containers[0].ports[1].name: Duplicate value: "w""#
            ]
        ),
        (#""env":[{"name":""}]"#, ["spec.containers[0].env[0].name: Required value"]),
        (
            #""env":[{"name":"A","value":"v","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"}}}]"#,
            [
                "spec.containers[0].env[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty"
            ]
        ),
        (
            #""env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"spec.hostIP"}}}]"#,
            [
                #"spec.containers[0].env[0].valueFrom.fieldRef.fieldPath: Invalid value: "spec.hostIP": error converting fieldPath: field label not supported: spec.hostIP"#
            ]
        ),
        (
            #""volumeMounts":[{"name":"v","mountPath":""}]"#,
            [
                #"spec.containers[0].volumeMounts[0].name: Not found: "v""#,
                "spec.containers[0].volumeMounts[0].mountPath: Required value",
            ]
        ),
        (
            #""imagePullPolicy":"Sometimes""#,
            [
                #"spec.containers[0].imagePullPolicy: Unsupported value: "Sometimes": supported values: "Always", "IfNotPresent", "Never""#
            ]
        ),
        (
            #""resources":{"requests":{"cpu":"2"},"limits":{"cpu":"1"}}"#,
            [
                #"spec.containers[0].resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1"#
            ]
        ),
        (
            #""resources":{"requests":{"fruit":"2"}}"#,
            [
                #"spec.containers[0].resources.requests[fruit]: Invalid value: "fruit": must be a standard resource type or fully qualified"#,
                #"spec.containers[0].resources.requests[fruit]: Invalid value: "fruit": must be a standard resource for containers"#,
            ]
        ),
        (
            #""livenessProbe":{"periodSeconds":5}"#,
            [
                "spec.containers[0].livenessProbe: Required value: must specify a handler type"
            ]
        ),
        (
            #""livenessProbe":{"successThreshold":2,"exec":{"command":["true"]}}"#,
            [
                "spec.containers[0].livenessProbe.successThreshold: Invalid value: 2: must be 1"
            ]
        ),
        (
            #""readinessProbe":{"tcpSocket":{"port":0}}"#,
            [
                "spec.containers[0].readinessProbe.tcpSocket.port: Invalid value: 0: must be between 1 and 65535, inclusive"
            ]
        ),
        (
            #""lifecycle":{"preStop":{"exec":{"command":[]}}}"#,
            [
                "spec.containers[0].lifecycle.preStop.exec.command: Required value"
            ]
        ),
        (
            #""securityContext":{"privileged":true,"allowPrivilegeEscalation":false}"#,
            [
                "spec.containers[0].securityContext: Invalid value: {\"Capabilities\":null,\"Privileged\":true,\"SELinuxOptions\":null,\"WindowsOptions\":null,\"RunAsUser\":null,\"RunAsGroup\":null,\"RunAsNonRoot\":null,\"ReadOnlyRootFilesystem\":null,\"AllowPrivilegeEscalation\":false,\"ProcMount\":null,\"SeccompProfile\":null,\"AppArmorProfile\":null}: cannot set `allowPrivilegeEscalation` to false and `privileged` to true"
            ]
        ),
        (
            #""securityContext":{"runAsUser":-1}"#,
            [
                "spec.containers[0].securityContext.runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive"
            ]
        ),
        (
            #""restartPolicyRules":[{"action":"Restart","exitCodes":{"operator":"In","values":[1]}}]"#,
            [
                "spec.containers[0].restartPolicy: Required value: must specify restartPolicy when restart rules are used"
            ]
        ),
        (
            #""terminationMessagePolicy":"Odd""#,
            [
                #"spec.containers[0].terminationMessagePolicy: Unsupported value: "Odd": supported values: "File", "FallbackToLogsOnError""#
            ]
        ),
    ]

    @Test("Containers", arguments: containers)
    func container(_ example: (String, [String])) throws { try check(example.0, "", example.1) }

    /// Fields of the specification, and what is wrong with them.
    static let specifications: [(String, [String])] = [
        (
            #""restartPolicy":"Sometimes""#,
            [
                #"spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never""#
            ]
        ),
        (
            #""hostname":"A""#,
            [
                "spec.hostname: Invalid value: \"A\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
            ]
        ),
        (
            #""initContainers":[{"name":"a","image":"i"}]"#,
            [
                #"spec.initContainers[0].name: Duplicate value: "a""#
            ]
        ),
        (
            #""initContainers":[{"name":"b","image":"i","readinessProbe":{"exec":{"command":["x"]}}}]"#,
            [
                "spec.initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always"
            ]
        ),
        (
            #""tolerations":[{"operator":"Exists","value":"v"}]"#,
            [
                #"spec.tolerations[0].operator: Invalid value: "v": value must be empty when `operator` is 'Exists'"#
            ]
        ),
        (
            #""hostAliases":[{"ip":"010.0.0.1","hostnames":["a"]}]"#,
            [
                #"spec.hostAliases[0].ip: Invalid value: "010.0.0.1": must not have leading 0s"#
            ]
        ),
        (
            #""dnsPolicy":"None""#,
            [
                "spec.dnsConfig: Required value: must provide `dnsConfig` when `dnsPolicy` is None"
            ]
        ),
        (
            #""topologySpreadConstraints":[{"maxSkew":0,"topologyKey":"k","whenUnsatisfiable":"DoNotSchedule"}]"#,
            [
                "spec.topologySpreadConstraints[0].maxSkew: Invalid value: 0: must be greater than 0"
            ]
        ),
        (
            #""volumes":[{"name":"v","emptyDir":{},"hostPath":{"path":"/x"}}]"#,
            [
                "spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type"
            ]
        ),
        (
            #""volumes":[{"name":"v","hostPath":{"path":"/a/../b"}}]"#,
            [
                #"spec.volumes[0].hostPath.path: Invalid value: "/a/../b": must not contain '..'"#
            ]
        ),
        (#""volumes":[{"name":"v","configMap":{"name":""}}]"#, ["spec.volumes[0].configMap.name: Required value"]),
        (
            #""volumes":[{"name":"v","secret":{"secretName":"s","defaultMode":512}}]"#,
            [
                "spec.volumes[0].secret.defaultMode: Invalid value: 512: must be a number between 0 and 0777 (octal), both inclusive"
            ]
        ),
        (
            #""volumes":[{"name":"v","nfs":{"server":"","path":"x"}}]"#,
            [
                "spec.volumes[0].nfs.server: Required value",
                #"spec.volumes[0].nfs.path: Invalid value: "x": must be an absolute path"#,
            ]
        ),
        (
            #""volumes":[{"name":"v","csi":{"driver":""}}]"#,
            [
                "spec.volumes[0].csi.driver: Required value",
                "spec.volumes[0].csi.driver: Invalid value: \"\": a lowercase RFC 1123 subdomain must consist of lower case "
                    + "alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. "
                    + "'example.com', regex used for validation is "
                    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
            ]
        ),
        (#""volumes":[{"name":"v"},{"name":"v"}]"#, [#"spec.volumes[1].name: Duplicate value: "v""#]),
        (
            #""schedulingGates":[{"name":"g"}],"nodeName":"n""#,
            [
                "spec.nodeName: Forbidden: cannot be set until all schedulingGates have been cleared"
            ]
        ),
        (
            #""securityContext":{"sysctls":[{"name":"net.x","value":"1"},{"name":"net.x","value":"1"}]}"#,
            [
                #"spec.securityContext.sysctls[1].name: Duplicate value: "net.x""#
            ]
        ),
        (
            #""os":{"name":"windows"},"hostPID":true"#,
            [
                "spec.hostPID: Forbidden: cannot be set for a windows pod"
            ]
        ),
        (
            #""affinity":{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[]}}}"#,
            [
                "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Required value: must have at least one node selector term"
            ]
        ),
        (
            #""ephemeralContainers":[{"name":"d","image":"i"}]"#,
            [
                "spec.ephemeralContainers: Forbidden: cannot be set on create"
            ]
        ),
        (
            #""resources":{"requests":{"cpu":"1"},"limits":{"cpu":"500m"}}"#,
            [
                #"spec.resources.requests: Invalid value: "1": must be less than or equal to cpu limit of 500m"#
            ]
        ),
    ]

    @Test("Specifications", arguments: specifications)
    func specification(_ example: (String, [String])) throws { try check("", example.0, example.1) }

    @Test("A container's image has no space around it, unless it is of a template")
    func images() throws {
        let text = Self.pod("", "").replacing(#""image":"i""#, with: #""image":" i""#)
        #expect(
            try Judge("pods").refusals(text) == [
                #"spec.containers[0].image: Invalid value: " i": must not have leading or trailing whitespace"#
            ])
        #expect(try Judge("podtemplates").refusals(#"{"template":\#(text)}"#) == [])
    }

    @Test("Labels of a template are told without their metadata")
    func templates() throws {
        let template =
            #"{"template":{"metadata":{"labels":{"a b":"c"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}"#
        #expect(try Judge("podtemplates").fields(template) == ["template.labels"])
    }

    @Test("A token needs somebody whose it is")
    func tokens() throws {
        let text =
            #"{"spec":{"containers":[{"name":"a","image":"i"}],"volumes":[{"name":"v","projected":{"sources":[{"serviceAccountToken":{"path":"t"}}]}}]}}"#
        #expect(
            try Judge("pods").refusals(text) == [
                "spec.volumes[0].projected.sources[0].serviceAccountToken: Forbidden: must not be specified when serviceAccountName is not set"
            ])
    }

    @Test("Resources of a pod as a whole are filled from its containers' and its limits")
    func wholeResources() throws {
        let judge = try Judge("pods")
        let pod = Core.Pod(
            try judge.created(
                Self.pod(
                    #""resources":{"requests":{"cpu":"1"}}"#, #""resources":{"limits":{"cpu":"2","memory":"1Gi"}}"#)))
        #expect(pod.spec.resources?.requests["cpu"] == Quantity(1))
        #expect(pod.spec.resources?.requests["memory"]?.description == "1Gi")
        #expect(pod.status.qosClass == "Burstable")
    }

    @Test("Labels by which pods are compared become part of selectors when the pod is made")
    func labelKeys() throws {
        let judge = try Judge("pods")
        let spread =
            #""topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"k","whenUnsatisfiable":"DoNotSchedule","labelSelector":{},"matchLabelKeys":["rev","none"]}]"#
        let text = Self.pod("", spread).replacing(#"{"spec""#, with: #"{"metadata":{"labels":{"rev":"3"}},"spec""#)
        let selector = Core.Pod(try judge.created(text)).spec.topologySpreadConstraints[0].labelSelector
        #expect(selector?.matchExpressions.map(\.key) == ["rev"])
        #expect(selector?.matchExpressions.first?.values == ["3"])
        #expect(try judge.refusals(text) == [])
    }
}
