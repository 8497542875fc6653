import Objects

/// Storage that pods name themselves and that persistent volumes stand for: the same rules for both.
///
/// The sources are read by their fields' names, since each has two types, of pods and of volumes.
enum VolumeSourceRules {
    /// Of the type's source in a volume.
    ///
    /// - Parameters:
    ///   - volume: a `VolumeSource` or a `PersistentVolumeSource`.
    ///   - path: of the volume.
    ///   - name: the volume's.
    static func problems(
        _ volume: Message, _ type: String, _ path: String, name: String = "", isPersistent: Bool = false
    ) -> [FieldProblem] {
        guard case .message(let source)? = volume[type] else { return [] }
        // One of the types is reported under another name than its own.
        let at = type == "gcePersistentDisk" ? "\(path).persistentDisk" : "\(path).\(type)"
        switch type {
        case "hostPath": return hostPath(Core.HostPathVolumeSource(source), at)
        case "gitRepo":
            return required(source, ["repository"], at)
                + FieldWords.descendingPath("\(at).directory", text(source, "directory"))
        case "gcePersistentDisk": return required(source, ["pdName"], at) + partition(source, at)
        case "awsElasticBlockStore": return required(source, ["volumeID"], at) + partition(source, at)
        case "nfs":
            var problems = required(source, ["server", "path"], at)
            let file = text(source, "path")
            if !file.hasPrefix("/") {
                problems.append(.invalid("\(at).path", text: file, "must be an absolute path"))
            }
            return problems
        case "iscsi": return iscsi(source, at, name: name, isPersistent: isPersistent)
        case "glusterfs": return required(source, ["endpoints", "path"], at)
        case "flocker": return flocker(source, at)
        case "rbd": return requiredLists(source, ["monitors"], at) + required(source, ["image"], at)
        case "cephfs": return requiredLists(source, ["monitors"], at)
        case "cinder": return required(source, ["volumeID"], at) + secret(source, at, isPersistent)
        case "quobyte": return quobyte(source, at)
        case "fc": return fibreChannel(Core.FCVolumeSource(source), at)
        case "flexVolume": return flex(source, at)
        case "azureFile":
            var problems = required(source, ["secretName", "shareName"], at)
            if isPersistent, case .string("")? = source["secretNamespace"] {
                problems.append(.required("\(at).secretNamespace"))
            }
            return problems
        case "vsphereVolume": return required(source, ["volumePath"], at)
        case "photonPersistentDisk": return required(source, ["pdID"], at)
        case "portworxVolume": return required(source, ["volumeID"], at)
        case "azureDisk": return azureDisk(Core.AzureDiskVolumeSource(source), at)
        case "scaleIO": return required(source, ["gateway", "system", "volumeName"], at)
        case "storageos": return storageOS(source, at, isPersistent)
        default: return []
        }
    }

    // MARK: Fields by name

    private static func text(_ source: Message, _ field: String) -> String {
        if case .string(let text)? = source[field] { text } else { "" }
    }

    private static func number(_ source: Message, _ field: String) -> Int {
        if case .int(let number)? = source[field] { number } else { 0 }
    }

    private static func required(_ source: Message, _ fields: [String], _ path: String) -> [FieldProblem] {
        fields.filter { text(source, $0).isEmpty }.map { .required("\(path).\($0)") }
    }

    private static func requiredLists(_ source: Message, _ fields: [String], _ path: String) -> [FieldProblem] {
        fields.filter { field in
            if case .list(let items)? = source[field] { items.isEmpty } else { true }
        }.map { .required("\(path).\($0)") }
    }

    private static func partition(_ source: Message, _ path: String) -> [FieldProblem] {
        let partition = number(source, "partition")
        guard !(0...255).contains(partition) else { return [] }
        return [.invalid("\(path).partition", String(partition), "must be between 1 and 255, inclusive")]
    }

    /// A secret that the volume is opened with; a persistent volume says in which namespace it is.
    private static func secret(_ source: Message, _ path: String, _ isPersistent: Bool) -> [FieldProblem] {
        guard case .message(let secret)? = source["secretRef"] else { return [] }
        return required(secret, isPersistent ? ["name", "namespace"] : ["name"], "\(path).secretRef")
    }

    // MARK: Types

    /// A path of the node's own, in pods and in persistent volumes.
    private static func hostPath(_ host: Core.HostPathVolumeSource, _ path: String) -> [FieldProblem] {
        if host.path.isEmpty { return [.required("\(path).path")] }
        return FieldWords.withoutBacksteps("\(path).path", host.path)
            + FieldWords.oneOf("\(path).type", host.type ?? "", hostPathTypes)
    }

    private static let hostPathTypes = [
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
    ]

    private static let portalLimit = 64

    private static func iscsi(
        _ source: Message, _ path: String, name: String, isPersistent: Bool
    ) -> [FieldProblem] {
        let portal = text(source, "targetPortal")
        var problems = required(source, ["targetPortal"], path)
        let initiator: String? = if case .string(let text)? = source["initiatorName"] { text } else { nil }
        if initiator != nil, "\(name):\(portal)".utf8.count > portalLimit {
            let words =
                "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is "
                + "specified."
            problems.append(
                isPersistent
                    ? .invalid("\(path).targetportal", text: portal, words)
                    : .invalid("\(path.prefix { $0 != "]" })].name", text: name, words))
        }
        let target = text(source, "iqn")
        problems += target.isEmpty ? [.required("\(path).iqn")] : self.target(target, "\(path).iqn", isPersistent)
        let unit = number(source, "lun")
        if !(0...255).contains(unit) {
            problems.append(.invalid("\(path).lun", String(unit), "must be between 0 and 255, inclusive"))
        }
        let isSecret = source["chapAuthDiscovery"] == .bool(true) || source["chapAuthSession"] == .bool(true)
        if isSecret, source["secretRef"] == nil { problems.append(.required("\(path).secretRef")) }
        if isPersistent, case .message(let secret)? = source["secretRef"] {
            problems += required(secret, ["name"], "\(path).secretRef")
        }
        if let initiator { problems += self.target(initiator, "\(path).initiatorname", isPersistent) }
        return problems
    }

    private static func target(_ text: String, _ path: String, _ isPersistent: Bool) -> [FieldProblem] {
        let words = "must be valid format"
        guard let prefix = ["iqn", "eui", "naa"].first(where: text.hasPrefix) else {
            return [.invalid(path, text: text, isPersistent ? words : "\(words) starting with iqn, eui, or naa")]
        }
        func isAlphanumeric(_ scalar: Character) -> Bool { scalar.isASCII && (scalar.isLetter || scalar.isNumber) }
        let rest = text.dropFirst(4)
        let isGood =
            switch prefix {
            case "eui": rest.count == 16 && rest.allSatisfy(isAlphanumeric)
            case "naa": rest.count == 32 && rest.allSatisfy(isAlphanumeric)
            default: isQualified(text)
            }
        return isGood ? [] : [.invalid(path, text: text, words)]
    }

    /// `iqn.2001-04.com.example:storage.disk1` (RFC 3720, 3.2.6.3.1).
    private static func isQualified(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return false }
        let head = parts[0].split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard head.count == 3, head[0] == "iqn", !head[2].isEmpty else { return false }
        let date = head[1].split(separator: "-", omittingEmptySubsequences: false)
        let isDate =
            date.count == 2 && date[0].count == 4 && date[1].count == 2
            && date.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        return isDate && !parts[1].contains(where: ",;*&$| \t\n\r".contains)
    }

    private static func flocker(_ source: Message, _ path: String) -> [FieldProblem] {
        let (name, uuid) = (text(source, "datasetName"), text(source, "datasetUUID"))
        var problems: [FieldProblem] = []
        if name.isEmpty, uuid.isEmpty {
            problems.append(.required(path, "one of datasetName and datasetUUID is required"))
        }
        if !name.isEmpty, !uuid.isEmpty {
            problems.append(
                .invalid(path, text: "resource", "datasetName and datasetUUID can not be specified simultaneously"))
        }
        if name.contains("/") {
            problems.append(.invalid("\(path).datasetName", text: name, "must not contain '/'"))
        }
        return problems
    }

    private static func quobyte(_ source: Message, _ path: String) -> [FieldProblem] {
        let words = "must be a host:port pair or multiple pairs separated by commas"
        let registry = text(source, "registry")
        var problems: [FieldProblem] = []
        if registry.isEmpty {
            problems.append(.required("\(path).registry", words))
        } else if text(source, "tenant").utf8.count >= 65 {
            problems.append(
                .required("\(path).tenant", "must be a UUID and may not exceed a length of 64 characters"))
        } else {
            for pair in registry.split(separator: ",", omittingEmptySubsequences: false) where !pair.contains(":") {
                problems.append(.invalid("\(path).registry", text: registry, words))
            }
        }
        return problems + required(source, ["volume"], path)
    }

    private static func fibreChannel(_ source: Core.FCVolumeSource, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if source.targetWWNs.isEmpty, source.wwids.isEmpty {
            problems.append(.required("\(path).targetWWNs", "must specify either targetWWNs or wwids, but not both"))
        }
        if !source.targetWWNs.isEmpty, !source.wwids.isEmpty {
            problems.append(
                .invalid(
                    "\(path).targetWWNs", FieldWords.json(source.targetWWNs),
                    "targetWWNs and wwids can not be specified simultaneously"))
        }
        guard !source.targetWWNs.isEmpty else { return problems }
        guard let unit = source.lun else {
            return problems + [.required("\(path).lun", "lun is required if targetWWNs is specified")]
        }
        return problems + FieldWords.inRange("\(path).lun", unit, 0...255)
    }

    private static func flex(_ source: Message, _ path: String) -> [FieldProblem] {
        var problems = required(source, ["driver"], path)
        guard case .map(let options)? = source["options"] else { return problems }
        for option in options.entries {
            let parts = option.key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            let domain = "." + (parts.first ?? "").lowercased()
            guard domain.hasSuffix(".kubernetes.io") || domain.hasSuffix(".k8s.io") else { continue }
            problems.append(
                .invalid(
                    "\(path).options[\(option.key)]", text: option.key,
                    "kubernetes.io and k8s.io namespaces are reserved"))
        }
        return problems
    }

    private static func azureDisk(_ disk: Core.AzureDiskVolumeSource, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.required("\(path).diskName", disk.diskName)
        problems += FieldWords.required("\(path).diskURI", disk.diskURI)
        if let mode = disk.cachingMode {
            problems += FieldWords.oneOf("\(path).cachingMode", mode, ["None", "ReadOnly", "ReadWrite"])
        }
        guard let kind = disk.kind else { return problems }
        problems += FieldWords.oneOf("\(path).kind", kind, ["Dedicated", "Managed", "Shared"])
        let (prefix, rest) =
            kind == "Managed"
            ? ("/subscriptions/", "{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}")
            : ("https://", "{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd")
        if !disk.diskURI.hasPrefix(prefix) {
            problems.append(
                .notSupported("\(path).diskURI", GoText.quoted(disk.diskURI), ["\(prefix)\(rest)"]))
        }
        return problems
    }

    private static func storageOS(_ source: Message, _ path: String, _ isPersistent: Bool) -> [FieldProblem] {
        var problems = required(source, ["volumeName"], path)
        for field in ["volumeName", "volumeNamespace"] where !text(source, field).isEmpty {
            problems += FieldWords.name("\(path).\(field)", text(source, field)) { Names.labelProblems($0) }
        }
        return problems + secret(source, path, isPersistent)
    }
}

/// What sources say where their author left it open; the same in pods and in persistent volumes.
enum VolumeSourceDefaults {
    /// By type: fields that are texts.
    private static let texts: [String: [(field: String, value: String)]] = [
        "hostPath": [("type", "")], "iscsi": [("iscsiInterface", "default")],
        "rbd": [("pool", "rbd"), ("user", "admin"), ("keyring", "/etc/ceph/keyring")],
        "scaleIO": [("storageMode", "ThinProvisioned"), ("fsType", "xfs")],
        "azureDisk": [("cachingMode", "ReadWrite"), ("kind", "Shared"), ("fsType", "ext4")],
    ]

    static func apply(_ volume: inout Message) {
        for (type, fields) in texts {
            guard case .message(var source)? = volume[type] else { continue }
            for (field, value) in fields where source[field] == nil { source[field] = .string(value) }
            if type == "azureDisk", source["readOnly"] == nil { source["readOnly"] = .bool(false) }
            volume[type] = .message(source)
        }
    }
}
