import Objects

/// As whom containers run, and with what rights.
enum SecurityRules {
    private static let identity = 0...Int(Int32.max)
    private static let profileLimitBytes = 4095

    static func container(_ context: Core.SecurityContext?, _ path: String, sharesUsers: Bool) -> [FieldProblem] {
        guard let context else { return [] }
        var problems = FieldWords.inRange("\(path).runAsUser", context.runAsUser, identity)
        problems += FieldWords.inRange("\(path).runAsGroup", context.runAsGroup, identity)
        if let mount = context.procMount {
            problems += FieldWords.oneOf("\(path).procMount", mount, ["Default", "Unmasked"])
            if sharesUsers, mount == "Unmasked" {
                problems.append(
                    .invalid("\(path).procMount", text: mount, "`hostUsers` must be false to use `Unmasked`"))
            }
        }
        problems += seccomp(context.seccompProfile, "\(path).seccompProfile")
        if context.allowPrivilegeEscalation == false { problems += escalation(context, path) }
        problems += WindowsRules.options(context.windowsOptions, "\(path).windowsOptions")
        return problems + appArmor(context.appArmorProfile, "\(path).appArmorProfile")
    }

    private static func escalation(_ context: Core.SecurityContext, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        let shown = InternalForm.text(context.message)
        if context.privileged == true {
            problems.append(
                .invalid(path, shown, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"))
        }
        for capability in context.capabilities?.add ?? [] where capability == "CAP_SYS_ADMIN" {
            problems.append(
                .invalid(
                    path, shown,
                    "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"))
        }
        return problems
    }

    static func pod(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        guard let context = spec.securityContext else { return [] }
        var problems = FieldWords.inRange("\(path).fsGroup", context.fsGroup, identity)
        problems += FieldWords.inRange("\(path).runAsUser", context.runAsUser, identity)
        problems += FieldWords.inRange("\(path).runAsGroup", context.runAsGroup, identity)
        for (index, group) in context.supplementalGroups.enumerated() {
            problems += FieldWords.inRange("\(path).supplementalGroups[\(index)]", group, identity)
        }
        if spec.shareProcessNamespace == true, spec.hostPID {
            problems.append(
                .invalid(
                    "\(path).shareProcessNamespace", "true",
                    "ShareProcessNamespace and HostPID cannot both be enabled"))
        }
        problems += SysctlRules.problems(context.sysctls, of: spec, "\(path).sysctls")
        for (field, value, supported) in [
            ("fsGroupChangePolicy", context.fsGroupChangePolicy, ["Always", "OnRootMismatch"]),
            ("supplementalGroupsPolicy", context.supplementalGroupsPolicy, ["Merge", "Strict"]),
            ("seLinuxChangePolicy", context.seLinuxChangePolicy, ["MountOption", "Recursive"]),
        ] {
            guard let value else { continue }
            problems += FieldWords.oneOf("\(path).\(field)", value, supported)
        }
        problems += seccomp(context.seccompProfile, "\(path).seccompProfile")
        problems += WindowsRules.options(context.windowsOptions, "\(path).windowsOptions")
        return problems + appArmor(context.appArmorProfile, "\(path).appArmorProfile")
    }

    private static func seccomp(_ profile: Core.SeccompProfile?, _ path: String) -> [FieldProblem] {
        guard let profile else { return [] }
        var problems =
            profile.type.isEmpty
            ? [.required("\(path).type", "type is required when seccompProfile is set")]
            : FieldWords.oneOf("\(path).type", profile.type, ["Localhost", "RuntimeDefault", "Unconfined"])
        if profile.type == "Localhost" {
            if let file = profile.localhostProfile {
                problems += FieldWords.descendingPath("\(path).localhostProfile", file)
            } else {
                problems.append(.required("\(path).localhostProfile", "must be set when seccomp type is Localhost"))
            }
        } else if profile.localhostProfile != nil {
            problems.append(
                .invalid(
                    "\(path).localhostProfile", InternalForm.text(profile.message),
                    "can only be set when seccomp type is Localhost"))
        }
        return problems
    }

    private static func appArmor(_ profile: Core.AppArmorProfile?, _ path: String) -> [FieldProblem] {
        guard let profile else { return [] }
        let at = "\(path).localhostProfile"
        switch profile.type {
        case "Localhost":
            let needed = FieldProblem.required(at, "must be set when AppArmor type is Localhost")
            guard let name = profile.localhostProfile else { return [needed] }
            var problems: [FieldProblem] = []
            if ContainerRules.hasSpaceAround(name) {
                problems.append(.invalid(at, text: name, "must not be padded with whitespace"))
            } else if name.isEmpty {
                problems.append(needed)
            }
            if name.utf8.count > profileLimitBytes { problems.append(.tooLong(at, limitBytes: profileLimitBytes)) }
            return problems
        case "RuntimeDefault", "Unconfined":
            guard let name = profile.localhostProfile else { return [] }
            return [.invalid(at, text: name, "can only be set when AppArmor type is Localhost")]
        case "": return [.required("\(path).type", "type is required when appArmorProfile is set")]
        default:
            return FieldWords.oneOf("\(path).type", profile.type, ["Localhost", "RuntimeDefault", "Unconfined"])
        }
    }
}

/// Settings of the kernel that a pod has for itself.
enum SysctlRules {
    private static let limitCharacters = 253
    private static let segment = "[a-z0-9]([-_a-z0-9]*[a-z0-9])?"

    static func problems(_ settings: [Core.Sysctl], of spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, setting) in settings.enumerated() {
            let at = "\(path)[\(index)].name"
            if setting.name.isEmpty {
                problems.append(.required(at))
            } else if !isName(setting.name) {
                problems.append(
                    .invalid(
                        at, text: setting.name,
                        "must have at most \(limitCharacters) characters and match regex ^(\(segment)[\\./])*\(segment)$"
                    ))
            } else if names.contains(setting.name) {
                problems.append(.duplicate(at, setting.name))
            }
            names.insert(setting.name)
            if spec.hostNetwork, isOfNetwork(setting.name) {
                problems.append(.invalid(at, text: setting.name, "may not be specified when 'hostNetwork' is true"))
            } else if spec.hostIPC, isOfProcesses(setting.name) {
                problems.append(.invalid(at, text: setting.name, "may not be specified when 'hostIPC' is true"))
            }
        }
        return problems
    }

    private static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= limitCharacters else { return false }
        return name.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "/" }.allSatisfy { part in
            func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) }
            guard let first = part.utf8.first, let last = part.utf8.last, isPlain(first), isPlain(last) else {
                return false
            }
            return part.utf8.allSatisfy { isPlain($0) || $0 == 0x2d || $0 == 0x5f }
        }
    }

    private static func dotted(_ name: String) -> String { String(name.map { $0 == "/" ? "." : $0 }) }
    private static func isOfNetwork(_ name: String) -> Bool { dotted(name).hasPrefix("net.") }
    private static func isOfProcesses(_ name: String) -> Bool {
        let name = dotted(name)
        return name == "kernel.sem" || ["kernel.shm", "kernel.msg", "fs.mqueue."].contains { name.hasPrefix($0) }
    }
}
