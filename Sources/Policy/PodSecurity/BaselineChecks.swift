import Objects

/// What no pod does that is not trusted with its node (Pod Security Standards, "Baseline").
enum BaselineChecks {
    // MARK: The node's own

    static func hostNamespaces(_ pod: CheckedPod) -> SecurityViolation? {
        var found: [String] = []
        if pod.spec.hostNetwork { found.append("hostNetwork=true") }
        if pod.spec.hostPID { found.append("hostPID=true") }
        if pod.spec.hostIPC { found.append("hostIPC=true") }
        return found.isEmpty ? nil : SecurityViolation("host namespaces", found.joined(separator: ", "))
    }

    static func hostPaths(_ pod: CheckedPod) -> SecurityViolation? {
        let names = pod.spec.volumes.filter { $0.volumeSource.hostPath != nil }.map(\.name)
        return names.isEmpty ? nil : SecurityViolation("hostPath volumes", Words.counted("volume", names))
    }

    static func hostPorts(_ pod: CheckedPod) -> SecurityViolation? {
        let names = pod.names { $0.ports.contains { $0.hostPort != 0 } }
        guard !names.isEmpty else { return nil }
        let ports = Set(pod.containers.flatMap { $0.ports.map(\.hostPort) }).subtracting([0]).sorted()
        let plural = ports.count == 1 ? "" : "s"
        return SecurityViolation(
            "hostPort",
            "\(Words.counted("container", names)) \(names.count == 1 ? "uses" : "use") hostPort\(plural) "
                + ports.map(String.init).joined(separator: ", "))
    }

    static func probeHosts(_ pod: CheckedPod) -> SecurityViolation? {
        func hosts(_ container: CheckedPod.Container) -> [String] {
            let probed = container.probes.flatMap { [$0.probeHandler.httpGet?.host, $0.probeHandler.tcpSocket?.host] }
            let handled = container.handlers.flatMap { [$0.httpGet?.host, $0.tcpSocket?.host] }
            return (probed + handled).compactMap { $0 }.filter { !$0.isEmpty && $0 != "127.0.0.1" && $0 != "::1" }
        }
        let names = pod.names { !hosts($0).isEmpty }
        guard !names.isEmpty else { return nil }
        let shown = Set(pod.containers.flatMap(hosts)).sorted()
        return SecurityViolation(
            "probe or lifecycle host",
            "\(Words.counted("container", names)) \(names.count == 1 ? "uses" : "use") probe or lifecycle "
                + Words.counted("host", shown))
    }

    static func hostProcess(_ pod: CheckedPod) -> SecurityViolation? {
        var found: [String] = []
        if pod.spec.securityContext?.windowsOptions?.hostProcess == true { found.append("pod") }
        let names = pod.names { $0.security?.windowsOptions?.hostProcess == true }
        if !names.isEmpty { found.append(Words.counted("container", names)) }
        return found.isEmpty
            ? nil
            : SecurityViolation(
                "hostProcess",
                "\(found.joined(separator: " and ")) must not set securityContext.windowsOptions.hostProcess=true")
    }

    // MARK: Privileges

    static func privileged(_ pod: CheckedPod) -> SecurityViolation? {
        let names = pod.names { $0.security?.privileged == true }
        return names.isEmpty
            ? nil
            : SecurityViolation(
                "privileged", "\(Words.counted("container", names)) must not set securityContext.privileged=true")
    }

    /// What container runtimes give by default.
    private static let capabilities: Set<String> = [
        "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP",
        "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
    ]

    static func capabilities(_ pod: CheckedPod) -> SecurityViolation? {
        var added: Set<String> = []
        let names = pod.names { container in
            let extra = Set(container.security?.capabilities?.add ?? []).subtracting(capabilities)
            added.formUnion(extra)
            return !extra.isEmpty
        }
        guard !names.isEmpty else { return nil }
        return SecurityViolation(
            "non-default capabilities",
            "\(Words.counted("container", names)) must not include \(Words.quoted(added.sorted())) in "
                + "securityContext.capabilities.add")
    }

    static func procMount(_ pod: CheckedPod) -> SecurityViolation? {
        var mounts: Set<String> = []
        let names = pod.names { container in
            guard let mount = container.security?.procMount, mount != "Default" else { return false }
            mounts.insert(mount)
            return true
        }
        guard !names.isEmpty else { return nil }
        return SecurityViolation(
            "procMount",
            "\(Words.counted("container", names)) must not set securityContext.procMount to "
                + Words.quoted(mounts.sorted()))
    }

    // MARK: Profiles

    static func seccomp(_ pod: CheckedPod) -> SecurityViolation? {
        var setters: [String] = []
        if pod.spec.securityContext?.seccompProfile?.type == "Unconfined" { setters.append("pod") }
        let names = pod.names { $0.security?.seccompProfile?.type == "Unconfined" }
        if !names.isEmpty { setters.append(Words.counted("container", names)) }
        return setters.isEmpty
            ? nil
            : SecurityViolation(
                "seccompProfile",
                "\(setters.joined(separator: " and ")) must not set securityContext.seccompProfile.type to \"Unconfined\""
            )
    }

    private static let seccompAnnotation = "seccomp.security.alpha.kubernetes.io/pod"
    private static let seccompOfContainer = "container.seccomp.security.alpha.kubernetes.io/"

    /// As profiles were named before 1.19: by annotations.
    static func annotatedSeccomp(_ pod: CheckedPod) -> SecurityViolation? {
        func isAllowed(_ profile: String) -> Bool {
            profile == "runtime/default" || profile == "docker/default" || profile.hasPrefix("localhost/")
        }
        let names = [seccompAnnotation] + pod.containers.map { seccompOfContainer + $0.name }
        let found = names.compactMap { name -> String? in
            guard let profile = pod.annotations[name], !isAllowed(profile) else { return nil }
            return "\(name)=\(Words.quoted([profile]))"
        }
        guard !found.isEmpty else { return nil }
        return SecurityViolation(
            "seccompProfile",
            "forbidden annotation\(found.count == 1 ? "" : "s") \(found.sorted().joined(separator: ", "))")
    }

    private static let appArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/"

    static func appArmor(_ pod: CheckedPod) -> SecurityViolation? {
        var details: [String] = []
        var setters: [String] = []
        if pod.spec.securityContext?.appArmorProfile?.type == "Unconfined" { setters.append("pod") }
        let names = pod.names { $0.security?.appArmorProfile?.type == "Unconfined" }
        if !names.isEmpty { setters.append(Words.counted("container", names)) }
        if !setters.isEmpty {
            details.append("\(setters.joined(separator: " and ")) must not set AppArmor profile type to \"Unconfined\"")
        }
        let annotated = pod.annotations.entries.filter { entry in
            entry.key.hasPrefix(appArmorAnnotation) && !entry.value.isEmpty && entry.value != "runtime/default"
                && !entry.value.hasPrefix("localhost/")
        }
        if !annotated.isEmpty {
            let shown = annotated.map { "\"\($0.key)\"=\"\($0.value)\"" }.sorted().joined(separator: ", ")
            details.append("annotation\(annotated.count == 1 ? "" : "s") \(shown)")
        }
        guard !details.isEmpty else { return nil }
        let isPlural = setters.count + annotated.count > 1
        return SecurityViolation(
            "forbidden AppArmor profile\(isPlural ? "s" : "")", details.joined(separator: ", "))
    }

    static let seLinuxTypes: Set<String> = ["", "container_t", "container_init_t", "container_kvm_t"]

    /// - Parameter types: the allowed ones.
    static func seLinux(_ pod: CheckedPod, types allowed: Set<String>) -> SecurityViolation? {
        var types: Set<String> = []
        var setsUser = false
        var setsRole = false
        func isForbidden(_ options: Core.SELinuxOptions?) -> Bool {
            guard let options else { return false }
            var isForbidden = false
            if !allowed.contains(options.type) {
                types.insert(options.type)
                isForbidden = true
            }
            if !options.user.isEmpty {
                setsUser = true
                isForbidden = true
            }
            if !options.role.isEmpty {
                setsRole = true
                isForbidden = true
            }
            return isForbidden
        }
        var setters: [String] = []
        if isForbidden(pod.spec.securityContext?.seLinuxOptions) { setters.append("pod") }
        let names = pod.names { isForbidden($0.security?.seLinuxOptions) }
        if !names.isEmpty { setters.append(Words.counted("container", names)) }
        guard !setters.isEmpty else { return nil }
        var details: [String] = []
        if !types.isEmpty { details.append(Words.counted("type", types.sorted())) }
        if setsUser { details.append("user may not be set") }
        if setsRole { details.append("role may not be set") }
        return SecurityViolation(
            "seLinuxOptions",
            "\(setters.joined(separator: " and ")) set forbidden securityContext.seLinuxOptions: "
                + details.joined(separator: "; "))
    }

    /// Settings of the pod's own namespaces that affect nobody else, and since when they are known to.
    static let sysctls: [(since: Int, names: Set<String>)] = [
        (
            0,
            [
                "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start",
                "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
            ]
        ),
        (27, ["net.ipv4.ip_local_reserved_ports"]),
        (
            29,
            [
                "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl",
                "net.ipv4.tcp_keepalive_probes",
            ]
        ),
        (32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]),
    ]

    static func sysctls(_ pod: CheckedPod, since version: Int) -> SecurityViolation? {
        let known = sysctls.filter { $0.since <= version }
        let found = (pod.spec.securityContext?.sysctls ?? []).map(\.name).filter { name in
            !known.contains { $0.names.contains(name) }
        }
        return found.isEmpty ? nil : SecurityViolation("forbidden sysctls", found.joined(separator: ", "))
    }
}
