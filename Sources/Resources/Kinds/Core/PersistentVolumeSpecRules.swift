import Objects

/// What a volume is, as an object of its own or, inline, as a part of an attachment.
struct PersistentVolumeSpecRules {
    /// Where the specification stands.
    let path: String
    /// The volume's; "" where it has none.
    var name = ""
    /// It stands in the place of a volume's name.
    var isInline = false

    func problems(_ spec: Core.PersistentVolumeSpec) -> [FieldProblem] {
        var problems = isInline ? inline(spec) : []
        problems += VolumeWords.accessModes(spec.accessModes, "\(path).accessModes")
        if !isInline { problems += capacity(spec.capacity, "\(path).capacity") }
        problems += reclaimPolicy(spec.persistentVolumeReclaimPolicy, "\(path).persistentVolumeReclaimPolicy")
        if let affinity = spec.nodeAffinity { problems += self.affinity(affinity, "\(path).nodeAffinity") }
        problems += source(spec)
        let host = spec.persistentVolumeSource.hostPath?.path ?? ""
        if spec.persistentVolumeReclaimPolicy == "Recycle", !host.isEmpty, host.allSatisfy({ $0 == "/" }) {
            problems.append(
                .forbidden(
                    "\(path).persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'"))
        }
        if !spec.storageClassName.isEmpty {
            problems +=
                isInline
                ? [notInline("storageClassName")]
                : FieldWords.name("\(path).storageClassName", spec.storageClassName) { Names.subdomainProblems($0) }
        }
        if let mode = spec.volumeMode { problems += self.mode(mode, "\(path).volumeMode") }
        guard let name = spec.volumeAttributesClassName else { return problems }
        problems +=
            name.isEmpty
            ? [.required("\(path).volumeAttributesClassName", "an empty string is disallowed")]
            : FieldWords.name("\(path).volumeAttributesClassName", name) { Names.subdomainProblems($0) }
        if spec.persistentVolumeSource.csi == nil {
            problems.append(.required("\(path).csi", "has to be specified when using volumeAttributesClassName"))
        }
        return problems
    }

    // MARK: What an attachment has in the place of a volume

    /// A volume that is no object has no claim, no size and no life of its own, and is of CSI's.
    private func inline(_ spec: Core.PersistentVolumeSpec) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if spec.claimRef != nil { problems.append(notInline("claimRef")) }
        if !spec.capacity.isEmpty { problems.append(notInline("capacity")) }
        if spec.persistentVolumeSource.csi == nil {
            problems.append(.required("\(path).csi", "has to be specified \(Self.context)"))
        }
        return problems
    }

    private func notInline(_ field: String) -> FieldProblem {
        .forbidden("\(path).\(field)", "may not be specified \(Self.context)")
    }

    private static let context = "in the context of inline volumes"

    // MARK: Fields

    private func reclaimPolicy(_ policy: String, _ path: String) -> [FieldProblem] {
        if policy.isEmpty { return [] }
        guard isInline else { return FieldWords.oneOf(path, policy, ["Delete", "Recycle", "Retain"]) }
        return policy == "Retain" ? [] : [.forbidden(path, "may only be Retain \(Self.context)")]
    }

    private func mode(_ mode: String, _ path: String) -> [FieldProblem] {
        guard isInline else { return FieldWords.oneOf(path, mode, ["Block", "Filesystem"]) }
        if mode == "Filesystem" { return [] }
        return [.forbidden(path, "may not specify volumeMode other than Filesystem \(Self.context)")]
    }

    private func affinity(_ affinity: Core.VolumeNodeAffinity, _ path: String) -> [FieldProblem] {
        if isInline { return [notInline("nodeAffinity")] }
        guard let required = affinity.required else {
            return [.required("\(path).required", "must specify required node constraints")]
        }
        return NodeSelectorRules.problems(required, "\(path).required")
    }

    private func capacity(_ capacity: StringMap<Quantity>, _ path: String) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        if capacity.isEmpty { problems.append(.required(path)) }
        if capacity["storage"] == nil || capacity.count > 1 {
            problems.append(
                .notSupported(path, FieldWords.json(capacity.mapValues(\.description)), ["storage"]))
        }
        for entry in capacity.entries { problems += VolumeWords.positive(entry.value, "\(path)[\(entry.key)]") }
        return problems
    }

    /// The order in which types are looked at: of several the first counts, and the others are too many.
    private static let order = [
        "hostPath", "gcePersistentDisk", "awsElasticBlockStore", "glusterfs", "flocker", "nfs", "rbd", "quobyte",
        "cephfs", "iscsi", "cinder", "fc", "flexVolume", "azureFile", "vsphereVolume", "photonPersistentDisk",
        "portworxVolume", "azureDisk", "scaleIO", "local", "storageos", "csi",
    ]

    private func source(_ spec: Core.PersistentVolumeSpec) -> [FieldProblem] {
        let source = spec.persistentVolumeSource
        var problems: [FieldProblem] = []
        var count = 0
        for type in Self.order where source.message[type] != nil {
            count += 1
            if count > 1, type != "flexVolume" {
                let field = type == "cephfs" ? "cephFS" : type
                problems.append(.forbidden("\(path).\(field)", "may not specify more than 1 volume type"))
                continue
            }
            switch type {
            case "local": problems += local(spec, "\(path).local")
            case "csi": problems += source.csi.map { csi($0, "\(path).csi") } ?? []
            default:
                problems += VolumeSourceRules.problems(source.message, type, path, name: name, isPersistent: true)
            }
        }
        if count == 0 { problems.append(.required(path, "must specify a volume type")) }
        return problems
    }

    private func local(_ spec: Core.PersistentVolumeSpec, _ at: String) -> [FieldProblem] {
        let place = spec.persistentVolumeSource.local?.path ?? ""
        var problems = FieldWords.required("\(at).path", place) + FieldWords.withoutBacksteps("\(at).path", place)
        if isInline || spec.nodeAffinity == nil {
            problems.append(.required("\(path).nodeAffinity", "Local volume requires node affinity"))
        }
        return problems
    }

    private func csi(_ source: Core.CSIPersistentVolumeSource, _ path: String) -> [FieldProblem] {
        var problems = NameShapes.driver("\(path).driver", source.driver)
        problems += FieldWords.required("\(path).volumeHandle", source.volumeHandle)
        for (field, secret) in [
            ("controllerPublishSecretRef", source.controllerPublishSecretRef),
            ("controllerExpandSecretRef", source.controllerExpandSecretRef),
            ("nodePublishSecretRef", source.nodePublishSecretRef), ("nodeExpandSecretRef", source.nodeExpandSecretRef),
        ] {
            guard let secret else { continue }
            let at = "\(path).\(field)"
            problems +=
                secret.name.isEmpty
                ? [.required("\(at).name")] : FieldWords.name("\(at).name", secret.name) { Names.subdomainProblems($0) }
            problems +=
                secret.namespace.isEmpty
                ? [.required("\(at).namespace")]
                : FieldWords.name("\(at).namespace", secret.namespace) { Names.labelProblems($0) }
        }
        return problems
    }
}
