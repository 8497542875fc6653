public import Objects

/// The Pod Security Standards: what of a pod's specification a level forbids. Pure.
public enum PodSecurity {
    /// The checks that the pod fails, in the order of Kubernetes' messages: those of the baseline, then those of `restricted`,
    /// each by their names.
    public static func violations(
        _ spec: Core.PodSpec, annotations: StringMap<String> = [:], level: SecurityLevel
    ) -> [SecurityViolation] {
        guard level.name != .privileged else { return [] }
        let pod = CheckedPod(spec, annotations)
        let version = level.version.number
        var rules = baseline.compactMap { check in check.rule(at: version).map { (check.id, $0) } }
        if level.name == .restricted {
            let strict = restricted.compactMap { check in check.rule(at: version).map { (check.replaces, $0) } }
            let replaced = Set(strict.compactMap(\.0))
            rules = rules.filter { !replaced.contains($0.0) } + strict.map { ("", $0.1) }
        }
        return rules.compactMap { $0.1(pod) }
    }

    typealias Rule = @Sendable (CheckedPod) -> SecurityViolation?

    struct Check: Sendable {
        let id: String
        /// The check of the baseline that this is stricter than, and is made in its place.
        var replaces: String?
        /// The oldest first; since which minor version of Kubernetes each holds.
        let rules: [(since: Int, rule: Rule)]

        /// Nil: the check is younger.
        func rule(at version: Int) -> Rule? { rules.last { $0.since <= version }?.rule }
    }

    private static let baseline = [
        Check(id: "appArmorProfile", rules: [(0, BaselineChecks.appArmor)]),
        Check(id: "capabilities_baseline", rules: [(0, BaselineChecks.capabilities)]),
        Check(id: "hostNamespaces", rules: [(0, BaselineChecks.hostNamespaces)]),
        Check(id: "hostPathVolumes", rules: [(0, BaselineChecks.hostPaths)]),
        Check(id: "hostPorts", rules: [(0, BaselineChecks.hostPorts)]),
        Check(id: "hostProbesAndHostLifecycle", rules: [(34, BaselineChecks.probeHosts)]),
        Check(id: "privileged", rules: [(0, BaselineChecks.privileged)]),
        // In a user namespace of its own a pod may see all of /proc.
        Check(
            id: "procMount",
            rules: [(0, BaselineChecks.procMount), (35, { $0.hasOwnUsers ? nil : BaselineChecks.procMount($0) })]),
        Check(
            id: "seLinuxOptions",
            rules: [
                (0, { BaselineChecks.seLinux($0, types: BaselineChecks.seLinuxTypes) }),
                (31, { BaselineChecks.seLinux($0, types: BaselineChecks.seLinuxTypes.union(["container_engine_t"])) }),
            ]),
        Check(
            id: "seccompProfile_baseline",
            rules: [(0, BaselineChecks.annotatedSeccomp), (19, BaselineChecks.seccomp)]),
        Check(
            id: "sysctls",
            rules: BaselineChecks.sysctls.map { known in
                (known.since, { BaselineChecks.sysctls($0, since: known.since) })
            }),
        Check(id: "windowsHostProcess", rules: [(0, BaselineChecks.hostProcess)]),
    ]

    /// What Windows has no notion of is not asked of its pods since 1.25; root is nobody in a user namespace of its own.
    private static let restricted = [
        Check(
            id: "allowPrivilegeEscalation",
            rules: [
                (8, RestrictedChecks.privilegeEscalation),
                (25, { $0.isWindows ? nil : RestrictedChecks.privilegeEscalation($0) }),
            ]),
        Check(
            id: "capabilities_restricted", replaces: "capabilities_baseline",
            rules: [
                (22, RestrictedChecks.capabilities),
                (25, { $0.isWindows ? nil : RestrictedChecks.capabilities($0) }),
            ]),
        Check(id: "procMount_restricted", replaces: "procMount", rules: [(35, BaselineChecks.procMount)]),
        Check(id: "restrictedVolumes", replaces: "hostPathVolumes", rules: [(0, RestrictedChecks.volumes)]),
        Check(
            id: "runAsNonRoot",
            rules: [(0, RestrictedChecks.nonRoot), (35, { $0.hasOwnUsers ? nil : RestrictedChecks.nonRoot($0) })]),
        Check(
            id: "runAsUser",
            rules: [(23, RestrictedChecks.user), (35, { $0.hasOwnUsers ? nil : RestrictedChecks.user($0) })]),
        Check(
            id: "seccompProfile_restricted", replaces: "seccompProfile_baseline",
            rules: [
                (19, RestrictedChecks.seccomp), (25, { $0.isWindows ? nil : RestrictedChecks.seccomp($0) }),
            ]),
    ]
}
