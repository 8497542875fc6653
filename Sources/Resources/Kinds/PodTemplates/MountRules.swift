import Objects

/// Where a container finds the volumes of its pod.
struct MountRules {
    let volumes: [String: Core.VolumeSource]

    func problems(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        mounts(container, "\(path).volumeMounts") + devices(container, "\(path).volumeDevices")
    }

    private func mounts(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var paths: Set<String> = []
        let deviceNames = Set(container.volumeDevices.map(\.name))
        let devicePaths = Set(container.volumeDevices.map(\.devicePath))
        for (index, mount) in container.volumeMounts.enumerated() {
            let at = "\(path)[\(index)]"
            problems += FieldWords.required("\(at).name", mount.name)
            if volumes[mount.name] == nil { problems.append(.notFound("\(at).name", mount.name)) }
            if mount.mountPath.isEmpty { problems.append(.required("\(at).mountPath")) }
            if !paths.insert(mount.mountPath).inserted {
                problems.append(.invalid("\(at).mountPath", text: mount.mountPath, "must be unique"))
            }
            if deviceNames.contains(mount.name) {
                problems.append(.invalid("\(at).name", text: mount.name, "must not already exist in volumeDevices"))
            }
            if devicePaths.contains(mount.mountPath) {
                problems.append(
                    .invalid(
                        "\(at).mountPath", text: mount.mountPath, "must not already exist as a path in volumeDevices"))
            }
            problems += subPaths(mount, at, list: path)
            if let propagation = mount.mountPropagation {
                problems += self.propagation(propagation, container, "\(path).mountPropagation")
            }
            problems += recursion(mount, "\(path).recursiveReadOnly")
        }
        return problems
    }

    /// - Parameter list: the path of all mounts, under which upstream reports some of the fields.
    private func subPaths(_ mount: Core.VolumeMount, _ path: String, list: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if !mount.subPath.isEmpty { problems += FieldWords.descendingPath("\(list).subPath", mount.subPath) }
        guard !mount.subPathExpr.isEmpty else { return problems }
        if !mount.subPath.isEmpty {
            problems.append(
                .invalid(
                    "\(path).subPathExpr", text: mount.subPathExpr, "subPathExpr and subPath are mutually exclusive"))
        }
        return problems + FieldWords.descendingPath("\(list).subPathExpr", mount.subPathExpr)
    }

    private func propagation(_ propagation: String, _ container: Core.Container, _ path: String) -> [FieldProblem] {
        let problems = FieldWords.oneOf(path, propagation, ["Bidirectional", "HostToContainer", "None"])
        guard propagation == "Bidirectional", container.securityContext?.privileged != true else { return problems }
        return problems + [
            .forbidden(path, "Bidirectional mount propagation is available only to privileged containers")
        ]
    }

    private func recursion(_ mount: Core.VolumeMount, _ path: String) -> [FieldProblem] {
        guard let mode = mount.recursiveReadOnly, mode != "Disabled" else { return [] }
        guard mode == "Enabled" || mode == "IfPossible" else {
            return FieldWords.oneOf(path, mode, ["Disabled", "Enabled", "IfPossible"])
        }
        var problems: [FieldProblem] = []
        if !mount.readOnly { problems.append(.forbidden(path, "may only be specified when readOnly is true")) }
        if let propagation = mount.mountPropagation, propagation != "None" {
            problems.append(
                .forbidden(path, "may only be specified when mountPropagation is None or not specified"))
        }
        return problems
    }

    /// Volumes that a container has as block devices.
    private func devices(_ container: Core.Container, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var names: Set<String> = []
        var paths: Set<String> = []
        let mountNames = Set(container.volumeMounts.map(\.name))
        let mountPaths = Set(container.volumeMounts.map(\.mountPath))
        for (index, device) in container.volumeDevices.enumerated() {
            let at = "\(path)[\(index)]"
            problems += FieldWords.required("\(at).name", device.name)
            if names.contains(device.name) {
                problems.append(.invalid("\(at).name", text: device.name, "must be unique"))
            }
            if let source = volumes[device.name] {
                if source.persistentVolumeClaim == nil, source.ephemeral == nil {
                    problems.append(
                        .invalid(
                            "\(at).name", text: device.name,
                            "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode"))
                }
            } else {
                problems.append(.notFound("\(at).name", device.name))
            }
            problems += FieldWords.required("\(at).devicePath", device.devicePath)
            if paths.contains(device.devicePath) {
                problems.append(.invalid("\(at).devicePath", text: device.devicePath, "must be unique"))
            }
            if FieldWords.withoutBacksteps("", device.devicePath).isEmpty {
                paths.insert(device.devicePath)
            } else {
                problems.append(
                    .invalid("\(at).devicePath", text: device.devicePath, "can not contain backsteps ('..')"))
            }
            if mountNames.contains(device.name) {
                problems.append(.invalid("\(at).name", text: device.name, "must not already exist in volumeMounts"))
            }
            if mountPaths.contains(device.devicePath) {
                problems.append(
                    .invalid(
                        "\(at).devicePath", text: device.devicePath, "must not already exist as a path in volumeMounts")
                )
            }
            if !device.name.isEmpty { names.insert(device.name) }
        }
        return problems
    }
}
