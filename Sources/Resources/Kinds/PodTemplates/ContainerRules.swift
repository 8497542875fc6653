import Objects

/// The containers of a pod.
struct ContainerRules {
    let volumes: Set<String>
    let usesHostNetwork: Bool

    init(_ spec: Core.PodSpec) {
        volumes = Set(spec.volumes.map(\.name))
        usesHostNetwork = spec.hostNetwork
    }

    func problems(_ spec: Core.PodSpec, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if spec.containers.isEmpty { problems.append(.required("\(path).containers")) }
        var names: Set<String> = []
        for (index, container) in spec.containers.enumerated() {
            let at = "\(path).containers[\(index)]"
            problems += common(container, at) + name(container.name, at, &names) + looks(container, at)
        }
        problems += hostPorts(spec.containers, "\(path).containers")
        for (index, container) in spec.initContainers.enumerated() {
            let at = "\(path).initContainers[\(index)]"
            problems += common(container, at) + name(container.name, at, &names)
            problems += hostPorts([container], "\(path).initContainers", first: index)
            if container.restartPolicy == "Always" {
                problems += looks(container, at)
                continue
            }
            for (field, isSet) in [
                ("lifecycle", container.lifecycle != nil), ("livenessProbe", container.livenessProbe != nil),
                ("readinessProbe", container.readinessProbe != nil), ("startupProbe", container.startupProbe != nil),
            ] where isSet {
                problems.append(
                    .forbidden("\(at).\(field)", "may not be set for init containers without restartPolicy=Always"))
            }
        }
        return problems
    }

    private func name(_ name: String, _ path: String, _ names: inout Set<String>) -> [FieldProblem] {
        if name.isEmpty { return [.required("\(path).name")] }
        var problems = FieldWords.name("\(path).name", name) { Names.labelProblems($0) }
        if !names.insert(name).inserted { problems.append(.duplicate("\(path).name", name)) }
        return problems
    }

    /// What holds for containers of all sorts.
    func common(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if container.image.isEmpty {
            problems.append(.required("\(path).image"))
        } else if Self.hasSpaceAround(container.image) {
            problems.append(
                .invalid("\(path).image", text: container.image, "must not have leading or trailing whitespace"))
        }
        if let policy = container.restartPolicy {
            problems += FieldWords.oneOf("\(path).restartPolicy", policy, ["Always", "OnFailure", "Never"])
        }
        problems += FieldWords.oneOf(
            "\(path).terminationMessagePolicy", container.terminationMessagePolicy, ["File", "FallbackToLogsOnError"],
            isRequired: true)
        problems += FieldWords.oneOf(
            "\(path).imagePullPolicy", container.imagePullPolicy, ["Always", "IfNotPresent", "Never"], isRequired: true)
        problems += ports(container.ports, "\(path).ports") + EnvironmentRules.problems(container, path)
        problems += mounts(container, path) + ResourceListRules.requirements(container.resources, "\(path).resources")
        return problems + SecurityRules.container(container.securityContext, "\(path).securityContext")
    }

    /// Whether the text begins or ends with white space, as Unicode defines it.
    private static func hasSpaceAround(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
    }

    /// What looks after a container that stays.
    private func looks(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        ProbeRules.lifecycle(container.lifecycle, "\(path).lifecycle")
            + ProbeRules.probe(container.livenessProbe, "\(path).livenessProbe", isReadiness: false)
            + ProbeRules.probe(container.readinessProbe, "\(path).readinessProbe", isReadiness: true)
            + ProbeRules.probe(container.startupProbe, "\(path).startupProbe", isReadiness: false)
    }

    // MARK: Ports

    private func ports(_ ports: [Core.ContainerPort], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        for (index, port) in ports.enumerated() {
            let at = "\(path)[\(index)]"
            if !port.name.isEmpty {
                let found = FieldWords.name("\(at).name", port.name, FieldWords.portNameProblems)
                problems += found
                if found.isEmpty, !names.insert(port.name).inserted {
                    problems.append(.duplicate("\(at).name", port.name))
                }
            }
            if port.containerPort == 0 {
                problems.append(.required("\(at).containerPort"))
            } else {
                problems += FieldWords.port("\(at).containerPort", .int(port.containerPort))
            }
            if port.hostPort != 0 { problems += FieldWords.port("\(at).hostPort", .int(port.hostPort)) }
            if usesHostNetwork, port.hostPort != port.containerPort {
                problems.append(
                    .invalid(
                        "\(at).containerPort", String(port.containerPort),
                        "must match `hostPort` when `hostNetwork` is true"))
            }
            problems += FieldWords.oneOf("\(at).protocol", port.protocol, ["SCTP", "TCP", "UDP"], isRequired: true)
            if !port.hostIP.isEmpty, !IPAddressText.isValid(port.hostIP) {
                problems.append(.invalid("\(at).hostIP", text: port.hostIP, FieldWords.address))
            }
        }
        return problems
    }

    private func hostPorts(_ containers: [Core.Container], _ path: String, first: Int = 0) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, container) in containers.enumerated() {
            for (number, port) in container.ports.enumerated() where port.hostPort != 0 {
                let claim = "\(port.protocol)/\(port.hostIP)/\(port.hostPort)"
                if !seen.insert(claim).inserted {
                    problems.append(.duplicate("\(path)[\(first + index)].ports[\(number)].hostPort", claim))
                }
            }
        }
        return problems
    }

    // MARK: Volumes

    private func mounts(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var paths: Set<String> = []
        for (index, mount) in container.volumeMounts.enumerated() {
            let at = "\(path).volumeMounts[\(index)]"
            problems += FieldWords.required("\(at).name", mount.name)
            if !volumes.contains(mount.name) { problems.append(.notFound("\(at).name", mount.name)) }
            if mount.mountPath.isEmpty { problems.append(.required("\(at).mountPath")) }
            if !paths.insert(mount.mountPath).inserted {
                problems.append(.invalid("\(at).mountPath", text: mount.mountPath, "must be unique"))
            }
            if !mount.subPath.isEmpty { problems += FieldWords.localPath("\(at).subPath", mount.subPath) }
            if !mount.subPathExpr.isEmpty {
                if !mount.subPath.isEmpty {
                    problems.append(
                        .invalid(
                            "\(at).subPathExpr", text: mount.subPathExpr,
                            "subPathExpr and subPath are mutually exclusive"))
                }
                problems += FieldWords.localPath("\(at).subPathExpr", mount.subPathExpr)
            }
            if let propagation = mount.mountPropagation {
                problems += FieldWords.oneOf(
                    "\(at).mountPropagation", propagation, ["Bidirectional", "HostToContainer", "None"])
            }
        }
        for (index, device) in container.volumeDevices.enumerated() {
            let at = "\(path).volumeDevices[\(index)]"
            problems += FieldWords.required("\(at).name", device.name)
            if !volumes.contains(device.name) { problems.append(.notFound("\(at).name", device.name)) }
            if device.devicePath.isEmpty {
                problems.append(.required("\(at).devicePath"))
            } else {
                problems += FieldWords.withoutBacksteps("\(at).devicePath", device.devicePath)
                if !paths.insert(device.devicePath).inserted {
                    problems.append(.invalid("\(at).devicePath", text: device.devicePath, "must be unique"))
                }
            }
        }
        return problems
    }
}

/// As whom containers run, and with what rights.
enum SecurityRules {
    private static let identity = 0...Int(Int32.max)

    static func container(_ context: Core.SecurityContext?, _ path: String) -> [FieldProblem] {
        guard let context else { return [] }
        var problems = FieldWords.inRange("\(path).runAsUser", context.runAsUser, identity)
        problems += FieldWords.inRange("\(path).runAsGroup", context.runAsGroup, identity)
        if let mount = context.procMount {
            problems += FieldWords.oneOf("\(path).procMount", mount, ["Default", "Unmasked"])
        }
        if context.allowPrivilegeEscalation == false {
            if context.privileged == true {
                problems.append(
                    .invalid(
                        path, FieldWords.json(context.message),
                        "cannot set `allowPrivilegeEscalation` to false and `privileged` to true"))
            }
            if context.capabilities?.add.contains("CAP_SYS_ADMIN") == true {
                problems.append(
                    .invalid(
                        path, FieldWords.json(context.message),
                        "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN"))
            }
        }
        return problems + seccomp(context.seccompProfile, "\(path).seccompProfile")
    }

    static func pod(_ context: Core.PodSecurityContext?, _ path: String) -> [FieldProblem] {
        guard let context else { return [] }
        var problems = FieldWords.inRange("\(path).fsGroup", context.fsGroup, identity)
        problems += FieldWords.inRange("\(path).runAsUser", context.runAsUser, identity)
        problems += FieldWords.inRange("\(path).runAsGroup", context.runAsGroup, identity)
        for (index, group) in context.supplementalGroups.enumerated() {
            problems += FieldWords.inRange("\(path).supplementalGroups[\(index)]", group, identity)
        }
        if let policy = context.fsGroupChangePolicy {
            problems += FieldWords.oneOf("\(path).fsGroupChangePolicy", policy, ["Always", "OnRootMismatch"])
        }
        return problems + seccomp(context.seccompProfile, "\(path).seccompProfile")
    }

    private static func seccomp(_ profile: Core.SeccompProfile?, _ path: String) -> [FieldProblem] {
        guard let profile else { return [] }
        var problems = FieldWords.oneOf(
            "\(path).type", profile.type, ["Localhost", "RuntimeDefault", "Unconfined"], isRequired: true)
        if profile.type == "Localhost" {
            if (profile.localhostProfile ?? "").isEmpty {
                problems.append(.required("\(path).localhostProfile", "must be set when seccomp type is Localhost"))
            }
        } else if let file = profile.localhostProfile {
            problems.append(
                .invalid("\(path).localhostProfile", text: file, "can only be set when seccomp type is Localhost"))
        }
        return problems
    }
}
