import Objects
import Testing

@testable import Policy

@Suite("Pod Security Standards")
struct PodSecurityTests {
    private static let hardened =
        #""securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}"#
    private static let hardenedPod =
        #""securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}"#

    /// A specification, and how its message reads under `restricted`, recorded from a Kubernetes API server.
    static let recorded: [(String, String)] = [
        (
            #"{"containers":[{"name":"c"}]}"#,
            #"allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "c" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")"#
        ),
        (
            #"{"hostNetwork":true,"hostPID":true,"containers":[{"name":"c"}]}"#,
            #"host namespaces (hostNetwork=true, hostPID=true), allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "c" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "c" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")"#
        ),
        (#"{\#(hardenedPod),"containers":[{"name":"c",\#(hardened)}]}"#, ""),
    ]

    @Test("Refusals have the words of Kubernetes", arguments: recorded)
    func words(_ spec: String, _ words: String) throws {
        let violations = PodSecurity.violations(try Reading.pod(spec).spec, level: SecurityLevel(.restricted))
        #expect(SecurityViolation.text(violations) == words)
    }

    /// What is said of the pod or its container `c`, which level forbids it, and the reason.
    static let forbidden: [(pod: String, container: String, level: SecurityLevel.Name, reason: String)] = [
        (#""hostIPC":true"#, "", .baseline, "host namespaces"),
        (#""volumes":[{"name":"v","hostPath":{"path":"/"}}]"#, "", .baseline, "hostPath volumes"),
        (#""volumes":[{"name":"v","nfs":{"server":"s","path":"/"}}]"#, "", .restricted, "restricted volume types"),
        (#""volumes":[{"name":"v","hostPath":{"path":"/"}}]"#, "", .restricted, "restricted volume types"),
        ("", #""ports":[{"containerPort":1,"hostPort":80}]"#, .baseline, "hostPort"),
        ("", #""securityContext":{"privileged":true}"#, .baseline, "privileged"),
        ("", #""securityContext":{"capabilities":{"add":["NET_ADMIN"]}}"#, .baseline, "non-default capabilities"),
        (
            "", #""securityContext":{"capabilities":{"add":["CHOWN"],"drop":["ALL"]}}"#, .restricted,
            "unrestricted capabilities"
        ),
        ("", #""securityContext":{"procMount":"Unmasked"}"#, .baseline, "procMount"),
        ("", #""securityContext":{"seccompProfile":{"type":"Unconfined"}}"#, .baseline, "seccompProfile"),
        ("", #""securityContext":{"appArmorProfile":{"type":"Unconfined"}}"#, .baseline, "forbidden AppArmor profile"),
        (#""securityContext":{"seLinuxOptions":{"type":"spc_t"}}"#, "", .baseline, "seLinuxOptions"),
        (#""securityContext":{"seLinuxOptions":{"user":"u"}}"#, "", .baseline, "seLinuxOptions"),
        (#""securityContext":{"sysctls":[{"name":"kernel.msgmax","value":"1"}]}"#, "", .baseline, "forbidden sysctls"),
        (#""securityContext":{"windowsOptions":{"hostProcess":true}}"#, "", .baseline, "hostProcess"),
        ("", #""livenessProbe":{"httpGet":{"host":"10.0.0.1","port":1}}"#, .baseline, "probe or lifecycle host"),
        (#""securityContext":{"runAsNonRoot":false}"#, "", .restricted, "runAsNonRoot != true"),
        ("", #""securityContext":{"runAsUser":0}"#, .restricted, "runAsUser=0"),
        (#""securityContext":{"seccompProfile":{"type":"Unconfined"}}"#, "", .restricted, "seccompProfile"),
    ]

    private func spec(_ pod: String, _ container: String) throws -> Core.PodSpec {
        let fields = [#""name":"c""#, container].filter { !$0.isEmpty }.joined(separator: ",")
        let parts = [pod, #""containers":[{\#(fields)}]"#].filter { !$0.isEmpty }.joined(separator: ",")
        return try Reading.pod("{\(parts)}").spec
    }

    @Test("Each thing is forbidden by its level, and by that only", arguments: forbidden)
    func checks(_ pod: String, _ container: String, _ level: SecurityLevel.Name, _ reason: String) throws {
        let spec = try spec(pod, container)
        #expect(PodSecurity.violations(spec, level: SecurityLevel(level)).contains { $0.reason == reason })
        #expect(PodSecurity.violations(spec, level: SecurityLevel(.privileged)).isEmpty)
        if level == .restricted, reason != "seccompProfile", !pod.contains("hostPath") {
            #expect(PodSecurity.violations(spec, level: SecurityLevel(.baseline)).isEmpty)
        }
    }

    @Test("A plain pod meets the baseline, and so do init and ephemeral containers, which are looked at alike")
    func containers() throws {
        #expect(PodSecurity.violations(try spec("", ""), level: SecurityLevel(.baseline)).isEmpty)
        let bad = #""securityContext":{"privileged":true}"#
        let all = try Reading.pod(
            #"{"initContainers":[{"name":"i",\#(bad)}],"containers":[{"name":"c",\#(bad)}],"ephemeralContainers":[{"name":"e",\#(bad)}]}"#
        ).spec
        #expect(
            SecurityViolation.text(PodSecurity.violations(all, level: SecurityLevel(.baseline)))
                == #"privileged (containers "i", "c", "e" must not set securityContext.privileged=true)"#)
    }

    @Test("What a container says for itself counts before what its pod says")
    func inheritance() throws {
        let spec = try Reading.pod(
            #"{\#(Self.hardenedPod),"containers":[{"name":"c","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":false}}]}"#
        ).spec
        #expect(
            SecurityViolation.text(PodSecurity.violations(spec, level: SecurityLevel(.restricted)))
                == #"runAsNonRoot != true (container "c" must not set securityContext.runAsNonRoot=false)"#)
    }

    @Test("A version has the checks of its time")
    func versions() throws {
        func reasons(_ pod: String, _ container: String, _ level: SecurityLevel.Name, _ version: String) throws
            -> [String]
        {
            let version = try #require(SecurityVersion(version))
            return PodSecurity.violations(try spec(pod, container), level: SecurityLevel(level, version)).map(\.reason)
        }
        let probe = #""livenessProbe":{"httpGet":{"host":"10.0.0.1","port":1}}"#
        #expect(try reasons("", probe, .baseline, "v1.33").isEmpty)
        #expect(try reasons("", probe, .baseline, "v1.34") == ["probe or lifecycle host"])
        let sysctl = #""securityContext":{"sysctls":[{"name":"net.ipv4.tcp_rmem","value":"1"}]}"#
        #expect(try reasons(sysctl, "", .baseline, "v1.31") == ["forbidden sysctls"])
        #expect(try reasons(sysctl, "", .baseline, "v1.32").isEmpty)
        let engine = #""securityContext":{"seLinuxOptions":{"type":"container_engine_t"}}"#
        #expect(try reasons(engine, "", .baseline, "v1.30") == ["seLinuxOptions"])
        #expect(try reasons(engine, "", .baseline, "v1.31").isEmpty)
        #expect(try reasons("", "", .restricted, "v1.7") == ["runAsNonRoot != true"])
        #expect(
            try reasons("", "", .restricted, "v1.8") == ["allowPrivilegeEscalation != false", "runAsNonRoot != true"])
        let root = #""hostUsers":false,"securityContext":{"runAsUser":0,"seccompProfile":{"type":"RuntimeDefault"}}"#
        #expect(try reasons(root, Self.hardened, .restricted, "v1.34") == ["runAsNonRoot != true", "runAsUser=0"])
        #expect(try reasons(root, Self.hardened, .restricted, "v1.35").isEmpty)
        let proc = #""securityContext":{"procMount":"Unmasked"}"#
        #expect(try reasons(#""hostUsers":false"#, proc, .baseline, "latest").isEmpty)
        #expect(try reasons(#""hostUsers":false"#, proc, .baseline, "v1.34") == ["procMount"])
        #expect(try reasons(#""hostUsers":false"#, proc, .restricted, "latest").contains("procMount"))
    }

    @Test("A namespace that says nothing asks nothing; who is to be refused is warned of")
    func labels() {
        #expect(SecurityPolicy.of([:]).policy == SecurityPolicy())
        let (policy, problems) = SecurityPolicy.of([
            "pod-security.kubernetes.io/enforce": "baseline", "pod-security.kubernetes.io/enforce-version": "v1.30",
        ])
        #expect(problems.isEmpty)
        #expect(policy.enforce.text == "baseline:v1.30")
        #expect(policy.warn.text == "baseline:v1.30")
        #expect(policy.audit.text == "privileged:latest")
    }

    @Test(
        "Labels that cannot be read are named, and enforce the strictest",
        arguments: ["1.30", "v1.030", "v1.", "v2.1", ""])
    func unreadable(_ version: String) {
        let (policy, problems) = SecurityPolicy.of([
            "pod-security.kubernetes.io/enforce": "odd", "pod-security.kubernetes.io/warn-version": version,
        ])
        #expect(policy.enforce.text == "restricted:latest")
        #expect(
            problems.map(\.field) == [
                "metadata.labels[pod-security.kubernetes.io/enforce]",
                "metadata.labels[pod-security.kubernetes.io/warn-version]",
            ])
    }
}
