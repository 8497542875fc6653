import Objects

/// The volumes of a pod, each of exactly one type.
enum VolumeRules {
    static func problems(_ volumes: [Core.Volume], _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, volume) in volumes.enumerated() {
            let at = "\(path)[\(index)]"
            problems += source(volume.volumeSource, at)
            if volume.name.isEmpty {
                problems.append(.required("\(at).name"))
            } else {
                problems += FieldWords.name("\(at).name", volume.name) { Names.labelProblems($0) }
                if !seen.insert(volume.name).inserted { problems.append(.duplicate("\(at).name", volume.name)) }
            }
        }
        return problems
    }

    /// The order in which types are looked at: of several the first counts, and the others are too many.
    private static let order = [
        "emptyDir", "hostPath", "gitRepo", "gcePersistentDisk", "awsElasticBlockStore", "secret", "nfs", "iscsi",
        "glusterfs", "flocker", "persistentVolumeClaim", "rbd", "cinder", "cephfs", "downwardAPI", "fc", "flexVolume",
        "configMap", "azureFile", "vsphereVolume", "photonPersistentDisk", "portworxVolume", "azureDisk", "storageos",
        "projected", "scaleIO", "quobyte", "csi", "ephemeral", "image",
    ]

    private static func source(_ source: Core.VolumeSource, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var count = 0
        for type in order where source.message[type] != nil {
            count += 1
            problems +=
                count > 1
                ? [.forbidden("\(path).\(type)", "may not specify more than 1 volume type")]
                : content(source, type, "\(path).\(type)")
        }
        if count == 0 { problems.append(.required(path, "must specify a volume type")) }
        return problems
    }

    private static func content(_ source: Core.VolumeSource, _ type: String, _ path: String) -> [FieldProblem] {
        switch type {
        case "emptyDir":
            guard let limit = source.emptyDir?.sizeLimit, limit.isNegative else { return [] }
            return [.forbidden("\(path).sizeLimit", "SizeLimit field must be a valid resource quantity")]
        case "hostPath":
            return source.hostPath.map { hostPath($0, path) } ?? []
        case "secret":
            guard let secret = source.secret else { return [] }
            return FieldWords.required("\(path).secretName", secret.secretName)
                + mode("\(path).defaultMode", secret.defaultMode)
                + items(secret.items, "\(path).items")
        case "configMap":
            guard let map = source.configMap else { return [] }
            return FieldWords.required("\(path).name", map.localObjectReference.name)
                + mode("\(path).defaultMode", map.defaultMode) + items(map.items, "\(path).items")
        case "downwardAPI":
            guard let downward = source.downwardAPI else { return [] }
            return mode("\(path).defaultMode", downward.defaultMode) + files(downward.items, "\(path).items")
        case "projected": return source.projected.map { projected($0, path) } ?? []
        case "persistentVolumeClaim":
            return FieldWords.required("\(path).claimName", source.persistentVolumeClaim?.claimName ?? "")
        case "nfs":
            guard let nfs = source.nfs else { return [] }
            var problems =
                FieldWords.required("\(path).server", nfs.server) + FieldWords.required("\(path).path", nfs.path)
            if !nfs.path.isEmpty, !nfs.path.hasPrefix("/") {
                problems.append(.invalid("\(path).path", text: nfs.path, "must be an absolute path"))
            }
            return problems
        case "csi": return FieldWords.required("\(path).driver", source.csi?.driver ?? "")
        case "ephemeral":
            return source.ephemeral?.volumeClaimTemplate == nil ? [.required("\(path).volumeClaimTemplate")] : []
        default: return []
        }
    }

    /// A path of the node's own, in pods and in persistent volumes.
    static func hostPath(_ host: Core.HostPathVolumeSource, _ path: String) -> [FieldProblem] {
        if host.path.isEmpty { return [.required("\(path).path")] }
        return FieldWords.withoutBacksteps("\(path).path", host.path)
            + FieldWords.oneOf("\(path).type", host.type ?? "", hostPathTypes)
    }

    private static let hostPathTypes = [
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
    ]

    private static func mode(_ path: String, _ mode: Int?) -> [FieldProblem] {
        guard let mode, !(0...0o777).contains(mode) else { return [] }
        return [.invalid(path, String(mode), "must be a number between 0 and 0777 (octal), both inclusive")]
    }

    private static func items(_ items: [Core.KeyToPath], _ path: String) -> [FieldProblem] {
        items.enumerated().flatMap { index, item in
            let at = "\(path)[\(index)]"
            return FieldWords.required("\(at).key", item.key)
                + (item.path.isEmpty ? [.required("\(at).path")] : FieldWords.localPath("\(at).path", item.path))
                + mode("\(at).mode", item.mode)
        }
    }

    private static func files(_ files: [Core.DownwardAPIVolumeFile], _ path: String) -> [FieldProblem] {
        files.enumerated().flatMap { index, file in
            let at = "\(path)[\(index)]"
            var problems = file.path.isEmpty ? [.required("\(at).path")] : FieldWords.localPath("\(at).path", file.path)
            switch (file.fieldRef, file.resourceFieldRef) {
            case (let field?, nil):
                problems += EnvironmentRules.fieldRef(
                    field, "\(at).fieldRef", supported: EnvironmentRules.volumeFields)
            case (nil, let resource?):
                problems += EnvironmentRules.resourceRef(resource, "\(at).resourceFieldRef", isInVolume: true)
            case (_?, _?):
                problems.append(
                    .invalid(at, text: "resource", "fieldRef and resourceFieldRef can not be specified simultaneously"))
            case (nil, nil): problems.append(.required(at, "one of fieldRef and resourceFieldRef is required"))
            }
            return problems + mode("\(at).mode", file.mode)
        }
    }

    private static func projected(_ volume: Core.ProjectedVolumeSource, _ path: String) -> [FieldProblem] {
        var problems = mode("\(path).defaultMode", volume.defaultMode)
        for (index, projection) in volume.sources.enumerated() {
            let at = "\(path).sources[\(index)]"
            var count = 0
            func check(_ field: String, _ found: (String) -> [FieldProblem]) {
                count += 1
                let at = "\(at).\(field)"
                problems +=
                    count > 1 ? [.forbidden(at, "may not specify more than 1 volume type per source")] : found(at)
            }
            if let secret = projection.secret {
                check("secret") {
                    FieldWords.required("\($0).name", secret.localObjectReference.name)
                        + items(secret.items, "\($0).items")
                }
            }
            if let map = projection.configMap {
                check("configMap") {
                    FieldWords.required("\($0).name", map.localObjectReference.name) + items(map.items, "\($0).items")
                }
            }
            if let downward = projection.downwardAPI { check("downwardAPI") { files(downward.items, "\($0).items") } }
            if let token = projection.serviceAccountToken { check("serviceAccountToken") { self.token(token, $0) } }
            if projection.clusterTrustBundle != nil { check("clusterTrustBundle") { _ in [] } }
            if projection.podCertificate != nil { check("podCertificate") { _ in [] } }
            if count == 0 { problems.append(.required(at, "must specify one volume type")) }
        }
        return problems
    }

    private static func token(_ token: Core.ServiceAccountTokenProjection, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if let seconds = token.expirationSeconds {
            if seconds < 600 {
                problems.append(
                    .invalid(
                        "\(path).expirationSeconds", String(seconds), "may not specify a duration less than 10 minutes")
                )
            } else if seconds > 1 << 32 {
                problems.append(
                    .invalid(
                        "\(path).expirationSeconds", String(seconds),
                        "may not specify a duration larger than 2^32 seconds"))
            }
        }
        return problems
            + (token.path.isEmpty ? [.required("\(path).path")] : FieldWords.localPath("\(path).path", token.path))
    }
}
