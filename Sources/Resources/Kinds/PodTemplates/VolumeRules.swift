import Objects

/// The volumes of a pod, each of exactly one type.
struct VolumeRules {
    /// Empty: of a template, whose pods have names that nobody knows yet.
    let podName: String
    let isPod: Bool

    /// The volumes that are valid, by name, and what is wrong with the others.
    func check(
        _ volumes: [Core.Volume], _ path: String
    ) -> (valid: [String: Core.VolumeSource], problems: [FieldProblem]) {
        var problems: [FieldProblem] = []
        var valid: [String: Core.VolumeSource] = [:]
        // Claims that are made for this pod.
        let made =
            podName.isEmpty
            ? [] : Set(volumes.filter { $0.volumeSource.ephemeral != nil }.map { "\(podName)-\($0.name)" })
        for (index, volume) in volumes.enumerated() {
            let at = "\(path)[\(index)]"
            var found = source(volume, at)
            found +=
                volume.name.isEmpty
                ? [.required("\(at).name")] : FieldWords.name("\(at).name", volume.name) { Names.labelProblems($0) }
            if valid[volume.name] != nil { found.append(.duplicate("\(at).name", volume.name)) }
            if found.isEmpty { valid[volume.name] = volume.volumeSource }
            problems += found
            if let name = volume.volumeSource.persistentVolumeClaim?.claimName, made.contains(name) {
                problems.append(
                    .invalid(
                        "\(at).persistentVolumeClaim.claimName", text: name,
                        "must not reference a PVC that gets created for an ephemeral volume"))
            }
        }
        return (valid, problems)
    }

    /// The order in which types are looked at: of several the first counts, and the others are too many.
    private static let order = [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi",
        "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "quobyte", "downwardAPI", "fc",
        "flexVolume", "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume",
        "azureDisk", "storageos", "projected", "scaleIO", "csi", "ephemeral", "image",
    ]
    /// Under which names upstream reports a second type, where these are not the fields' own.
    private static let reported = ["cephfs": "cephFS", "downwardAPI": "downwarAPI"]

    private func source(_ volume: Core.Volume, _ path: String) -> [FieldProblem] {
        let source = volume.volumeSource
        var problems: [FieldProblem] = []
        var count = 0
        for type in Self.order where source.message[type] != nil {
            count += 1
            problems +=
                count > 1
                ? [.forbidden("\(path).\(Self.reported[type] ?? type)", "may not specify more than 1 volume type")]
                : content(source, type, volume.name, path)
        }
        if count == 0 { problems.append(.required(path, "must specify a volume type")) }
        return problems
    }

    private func content(
        _ source: Core.VolumeSource, _ type: String, _ name: String, _ volume: String
    ) -> [FieldProblem] {
        let path = "\(volume).\(type)"
        switch type {
        case "emptyDir":
            guard let limit = source.emptyDir?.sizeLimit, limit.isNegative else { return [] }
            return [.forbidden("\(path).sizeLimit", "SizeLimit field must be a valid resource quantity")]
        case "secret":
            guard let secret = source.secret else { return [] }
            return FieldWords.required("\(path).secretName", secret.secretName)
                + FileRules.mode("\(path).defaultMode", secret.defaultMode)
                + FileRules.items(secret.items, "\(path).items")
        case "configMap":
            guard let map = source.configMap else { return [] }
            return FieldWords.required("\(path).name", map.localObjectReference.name)
                + FileRules.mode("\(path).defaultMode", map.defaultMode) + FileRules.items(map.items, "\(path).items")
        case "downwardAPI":
            guard let downward = source.downwardAPI else { return [] }
            return FileRules.mode("\(path).defaultMode", downward.defaultMode)
                + downward.items.flatMap { FileRules.file($0, path) }
        case "projected": return source.projected.map { ProjectionRules.problems($0, path) } ?? []
        case "persistentVolumeClaim":
            return FieldWords.required("\(path).claimName", source.persistentVolumeClaim?.claimName ?? "")
        case "csi":
            guard let csi = source.csi else { return [] }
            var problems = NameShapes.driver("\(path).driver", csi.driver)
            guard let secret = csi.nodePublishSecretRef else { return problems }
            problems +=
                secret.name.isEmpty
                ? [.required("\(path).nodePublishSecretRef.name")]
                : FieldWords.name("\(path).name", secret.name) { Names.subdomainProblems($0) }
            return problems
        case "ephemeral":
            guard let ephemeral = source.ephemeral else { return [] }
            return self.ephemeral(ephemeral, path) + claimName(name, volume)
        case "image":
            guard let image = source.image else { return [] }
            let reference = isPod ? FieldWords.required("\(path).reference", image.reference) : []
            return reference
                + FieldWords.oneOf(
                    "\(path).pullPolicy", image.pullPolicy, ["Always", "IfNotPresent", "Never"], isRequired: true)
        default: return VolumeSourceRules.problems(source.message, type, volume)
        }
    }

    private func ephemeral(_ source: Core.EphemeralVolumeSource, _ path: String) -> [FieldProblem] {
        let path = "\(path).volumeClaimTemplate"
        guard let template = source.volumeClaimTemplate else { return [.required(path)] }
        var problems = MetadataRules.annotations(template.metadata.annotations, "\(path).metadata.annotations")
        problems += MetadataRules.labels(template.metadata.labels, "\(path).metadata.labels")
        let metadata = template.metadata.message
        for field in metadata.descriptor.fields
        where field.name != "labels" && field.name != "annotations" && metadata[field.name] != nil {
            problems.append(.forbidden("\(path).metadata.\(field.name)", "cannot be set"))
        }
        return problems + PersistentVolumeClaimRules.problems(template.spec, "\(path).spec")
    }

    private func claimName(_ name: String, _ path: String) -> [FieldProblem] {
        guard !podName.isEmpty, !name.isEmpty else { return [] }
        let claim = "\(podName)-\(name)"
        return Names.subdomainProblems(claim).map {
            .invalid("\(path).name", text: name, "PVC name \(GoText.quoted(claim)): \($0)")
        }
    }
}

/// Files that a volume is made of.
enum FileRules {
    static func mode(_ path: String, _ mode: Int?) -> [FieldProblem] {
        guard let mode, !(0...0o777).contains(mode) else { return [] }
        return [.invalid(path, String(mode), "must be a number between 0 and 0777 (octal), both inclusive")]
    }

    static func items(_ items: [Core.KeyToPath], _ path: String) -> [FieldProblem] {
        items.enumerated().flatMap { index, item in
            let at = "\(path)[\(index)]"
            return FieldWords.required("\(at).key", item.key) + FieldWords.required("\(at).path", item.path)
                + FieldWords.localPath("\(at).path", item.path) + mode("\(at).mode", item.mode)
        }
    }

    /// - Parameter path: of the volume: upstream does not say which of its files is meant.
    static func file(_ file: Core.DownwardAPIVolumeFile, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.required("\(path).path", file.path)
        problems += FieldWords.localPath("\(path).path", file.path)
        if let field = file.fieldRef {
            problems += EnvironmentRules.fieldRef(field, "\(path).fieldRef", supported: EnvironmentRules.volumeFields)
            if file.resourceFieldRef != nil {
                problems.append(
                    .invalid(
                        path, text: "resource", "fieldRef and resourceFieldRef can not be specified simultaneously"))
            }
        } else if let resource = file.resourceFieldRef {
            problems += EnvironmentRules.resourceRef(resource, "\(path).resourceFieldRef", isInVolume: true)
        } else {
            problems.append(.required(path, "one of fieldRef and resourceFieldRef is required"))
        }
        return problems + mode("\(path).mode", file.mode)
    }
}
