internal import Objects

/// A container's security context: its own settings, then the pod's.
enum SecurityProfiles {
    /// Parts of /proc and /sys that containers cannot see or change, as runtimes have it by default.
    private static let masked = [
        "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats",
        "/proc/timer_list", "/proc/timer_stats", "/proc/sched_debug", "/proc/scsi", "/sys/firmware",
        "/sys/devices/virtual/powercap",
    ]
    private static let readOnly = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"]

    static func container(
        _ container: Core.Container, pod: Core.Pod, image: CRI.Image?
    ) throws(PodConfigError) -> CRI.LinuxContainerSecurityContext {
        let own = container.securityContext
        let whole = pod.spec.securityContext
        let isPrivileged = own?.privileged == true
        var security = CRI.LinuxContainerSecurityContext()
        security.namespaceOptions = SandboxConfig.namespaces(pod.spec)
        security.privileged = isPrivileged
        security.readonlyRootfs = own?.readOnlyRootFilesystem == true
        security.noNewPrivs = own?.allowPrivilegeEscalation == false && !isPrivileged
        security.supplementalGroups = (whole?.supplementalGroups ?? []) + (whole?.fsGroup.map { [$0] } ?? [])
        if let capabilities = own?.capabilities {
            var wanted = CRI.Capability()
            wanted.addCapabilities = capabilities.add
            wanted.dropCapabilities = capabilities.drop
            security.capabilities = wanted
        }
        let user = own?.runAsUser ?? whole?.runAsUser
        if let user {
            security.runAsUser = SandboxConfig.number(user)
        } else if let name = image?.username, !name.isEmpty {
            security.runAsUsername = name
        } else if let uid = image?.uid {
            security.runAsUser = uid
        }
        // A group alone is refused by runtimes: it comes with a user.
        if let group = own?.runAsGroup ?? whole?.runAsGroup,
            security.runAsUser != nil || !security.runAsUsername.isEmpty
        {
            security.runAsGroup = SandboxConfig.number(group)
        }
        if own?.runAsNonRoot ?? whole?.runAsNonRoot ?? false { try checkIsNotRoot(security) }
        if !isPrivileged, own?.procMount != "Unmasked" {
            security.maskedPaths = masked
            security.readonlyPaths = readOnly
        }
        security.seccomp = isPrivileged ? nil : seccomp(own?.seccompProfile, whole)
        return security
    }

    private static func checkIsNotRoot(_ security: CRI.LinuxContainerSecurityContext) throws(PodConfigError) {
        if let user = security.runAsUser {
            if user.value == 0 { throw PodConfigError("container's runAsUser breaks non-root policy") }
            return
        }
        guard security.runAsUsername.isEmpty else {
            throw PodConfigError(
                "container has runAsNonRoot and image has non-numeric user (\(security.runAsUsername)), "
                    + "cannot verify user is non-root")
        }
        throw PodConfigError("container has runAsNonRoot and image will run as root")
    }

    static func seccomp(_ own: Core.SeccompProfile?, _ pod: Core.PodSecurityContext?) -> CRI.SecurityProfile {
        let profile = own ?? pod?.seccompProfile
        var result = CRI.SecurityProfile()
        switch profile?.type {
        case "RuntimeDefault": result.profileType = 0
        case "Localhost":
            result.profileType = 2
            result.localhostRef = profile?.localhostProfile ?? ""
        default: result.profileType = 1
        }
        return result
    }
}
