public import Objects

/// The Pod Security Standards: what of a pod's specification a level forbids. Pure.
public enum PodSecurity {
    /// The checks that the pod fails, in the order of Kubernetes' messages.
    public static func violations(
        _ spec: Core.PodSpec, annotations: StringMap<String> = [:], level: SecurityLevel.Name
    ) -> [SecurityViolation] {
        let pod = CheckedPod(spec, annotations)
        switch level {
        case .privileged: return []
        case .baseline: return (baseline + relaxed).sorted { $0.id < $1.id }.compactMap { $0.check(pod) }
        case .restricted:
            return (baseline.sorted { $0.id < $1.id } + strict.sorted { $0.id < $1.id }).compactMap { $0.check(pod) }
        }
    }

    struct Check: Sendable {
        let id: String
        let check: @Sendable (CheckedPod) -> SecurityViolation?
    }

    /// Of both levels.
    private static let baseline = [
        Check(id: "appArmorProfile", check: BaselineChecks.appArmor),
        Check(id: "hostNamespaces", check: BaselineChecks.hostNamespaces),
        Check(id: "hostPorts", check: BaselineChecks.hostPorts),
        Check(id: "hostProbesAndHostLifecycle", check: BaselineChecks.probeHosts),
        Check(id: "privileged", check: BaselineChecks.privileged),
        Check(id: "procMount", check: BaselineChecks.procMount),
        Check(id: "seLinuxOptions", check: BaselineChecks.seLinux),
        Check(id: "sysctls", check: BaselineChecks.sysctls),
        Check(id: "windowsHostProcess", check: BaselineChecks.hostProcess),
    ]
    /// Of `baseline` alone: `restricted` has stricter ones in their place.
    private static let relaxed = [
        Check(id: "capabilities_baseline", check: BaselineChecks.capabilities),
        Check(id: "hostPathVolumes", check: BaselineChecks.hostPaths),
        Check(id: "seccompProfile_baseline", check: BaselineChecks.seccomp),
    ]
    private static let strict = [
        Check(id: "allowPrivilegeEscalation", check: RestrictedChecks.privilegeEscalation),
        Check(id: "capabilities_restricted", check: RestrictedChecks.capabilities),
        Check(id: "restrictedVolumes", check: RestrictedChecks.volumes),
        Check(id: "runAsNonRoot", check: RestrictedChecks.nonRoot),
        Check(id: "runAsUser", check: RestrictedChecks.user),
        Check(id: "seccompProfile_restricted", check: RestrictedChecks.seccomp),
    ]
}

/// A pod's specification as the checks look at it: all containers alike, whenever they run.
struct CheckedPod: Sendable {
    struct Container: Sendable {
        let name: String
        let security: Core.SecurityContext?
        let ports: [Core.ContainerPort]
        let probes: [Core.Probe]
        let handlers: [Core.LifecycleHandler]
    }
    let spec: Core.PodSpec
    let annotations: StringMap<String>
    let containers: [Container]
    var isWindows: Bool { spec.os?.name == "windows" }

    init(_ spec: Core.PodSpec, _ annotations: StringMap<String>) {
        self.spec = spec
        self.annotations = annotations
        var containers: [Container] = []
        for container in spec.initContainers + spec.containers {
            containers.append(
                Container(
                    name: container.name, security: container.securityContext, ports: container.ports,
                    probes: [container.livenessProbe, container.readinessProbe, container.startupProbe].compactMap {
                        $0
                    },
                    handlers: [container.lifecycle?.postStart, container.lifecycle?.preStop].compactMap { $0 }))
        }
        for container in spec.ephemeralContainers {
            let common = container.ephemeralContainerCommon
            containers.append(
                Container(
                    name: common.name, security: common.securityContext, ports: common.ports, probes: [], handlers: []))
        }
        self.containers = containers
    }

    /// The names of the containers of which something holds.
    func names(_ predicate: (Container) -> Bool) -> [String] { containers.filter(predicate).map(\.name) }
}
