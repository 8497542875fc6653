import Objects

extension BuiltinResources {
    static let persistentVolumes = ResourceDefinition(
        "v1", "persistentvolumes", "PersistentVolume", shortNames: ["pv"], isNamespaced: false,
        subresources: [.status], traits: [.returnsDeleted],
        rules: PersistentVolumeRules(),
        rows: RowPlan(
            [
                .name, Column("Capacity", about: "Its size."),
                Column("Access Modes", about: "How it may be mounted."),
                Column("Reclaim Policy", about: "What becomes of it when its claim is gone."),
                Column("Status", about: "Whether a claim has it."), Column("Claim", about: "The claim that has it."),
                Column("StorageClass", about: "The class that it is of."),
                Column("VolumeAttributesClass", about: "The class of attributes that it has."),
                Column("Reason", about: "Why it is in that state."), .age,
                Column("VolumeMode", priority: 1, about: "Whether it is a file system or a block device."),
            ],
            reading: [
                "metadata.deletionTimestamp", "metadata.annotations", "spec.capacity", "spec.accessModes",
                "spec.persistentVolumeReclaimPolicy", "spec.claimRef", "spec.storageClassName",
                "spec.volumeAttributesClassName", "spec.volumeMode", "status.phase", "status.reason",
            ]
        ) { object, now in
            let volume = Core.PersistentVolume(object)
            let spec = volume.spec
            return [
                RowText.name(object), .text(spec.capacity["storage"]?.description ?? "0"),
                .text(VolumeWords.short(spec.accessModes)), .text(spec.persistentVolumeReclaimPolicy),
                .text(volume.metadata.deletionTimestamp == nil ? volume.status.phase : "Terminating"),
                .text(spec.claimRef.map { "\($0.namespace)/\($0.name)" } ?? ""),
                .text(volume.metadata.annotations[VolumeWords.classAnnotation] ?? spec.storageClassName),
                .text(spec.volumeAttributesClassName ?? "<unset>"), .text(volume.status.reason),
                RowText.age(object, now), .text(spec.volumeMode ?? "<unset>"),
            ]
        })
}

struct PersistentVolumeRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var volume = Core.PersistentVolume(object)
        if volume.status.phase.isEmpty { volume.status.phase = "Pending" }
        if volume.spec.persistentVolumeReclaimPolicy.isEmpty { volume.spec.persistentVolumeReclaimPolicy = "Retain" }
        if volume.spec.volumeMode == nil { volume.spec.volumeMode = "Filesystem" }
        var source = volume.spec.persistentVolumeSource
        if let path = source.hostPath, path.type == nil { source.hostPath?.type = "" }
        if let target = source.iscsi, target.iscsiInterface.isEmpty { source.iscsi?.iscsiInterface = "default" }
        if var image = source.rbd {
            if image.pool.isEmpty { image.pool = "rbd" }
            if image.user.isEmpty { image.user = "admin" }
            if image.keyring.isEmpty { image.keyring = "/etc/ceph/keyring" }
            source.rbd = image
        }
        volume.spec.persistentVolumeSource = source
        object = volume.message
    }

    func prepareForCreate(_ object: inout Message) {
        var volume = Core.PersistentVolume(object)
        volume.status = Core.PersistentVolumeStatus()
        volume.status.phase = "Pending"
        volume.status.lastPhaseTransitionTime = volume.metadata.creationTimestamp
        object = volume.message
    }

    func record(_ object: inout Message, old: Message?, subresource: Subresource?, by writer: Writer) {
        guard let old else { return }
        var volume = Core.PersistentVolume(object)
        let before = Core.PersistentVolume(old).status
        let time = volume.status.lastPhaseTransitionTime
        guard volume.status.phase != before.phase, time == nil || time == before.lastPhaseTransitionTime else { return }
        volume.status.lastPhaseTransitionTime = writer.now
        object = volume.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Core.PersistentVolume(object).spec
        var problems = VolumeWords.accessModes(spec.accessModes, "spec.accessModes")
        problems += capacity(spec.capacity, "spec.capacity")
        if !spec.persistentVolumeReclaimPolicy.isEmpty {
            problems += FieldWords.oneOf(
                "spec.persistentVolumeReclaimPolicy", spec.persistentVolumeReclaimPolicy,
                ["Delete", "Recycle", "Retain"])
        }
        problems += source(spec)
        if !spec.storageClassName.isEmpty {
            problems += FieldWords.name("spec.storageClassName", spec.storageClassName) { Names.subdomainProblems($0) }
        }
        if let mode = spec.volumeMode {
            problems += FieldWords.oneOf("spec.volumeMode", mode, ["Block", "Filesystem"])
        }
        if let affinity = spec.nodeAffinity {
            if let required = affinity.required {
                problems += NodeSelectorRules.problems(required, "spec.nodeAffinity.required")
            } else {
                problems.append(.required("spec.nodeAffinity.required", "must specify required node constraints"))
            }
        }
        return problems
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
            problems +=
                count > 1
                ? [.forbidden("spec.\(type)", "may not specify more than 1 volume type")]
                : content(spec, type, "spec.\(type)")
        }
        if count == 0 { problems.append(.required("spec", "must specify a volume type")) }
        return problems
    }

    private func content(_ spec: Core.PersistentVolumeSpec, _ type: String, _ path: String) -> [FieldProblem] {
        let source = spec.persistentVolumeSource
        switch type {
        case "hostPath":
            guard let host = source.hostPath else { return [] }
            var problems = VolumeRules.hostPath(host, path)
            let isRoot = !host.path.isEmpty && host.path.allSatisfy { $0 == "/" }
            if isRoot, spec.persistentVolumeReclaimPolicy == "Recycle" {
                problems.append(
                    .forbidden(
                        "spec.persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'"))
            }
            return problems
        case "nfs":
            guard let share = source.nfs else { return [] }
            var problems = FieldWords.required("\(path).server", share.server)
            problems += FieldWords.required("\(path).path", share.path)
            if !share.path.isEmpty, !share.path.hasPrefix("/") {
                problems.append(.invalid("\(path).path", text: share.path, "must be an absolute path"))
            }
            return problems
        case "local":
            guard let local = source.local else { return [] }
            var problems = FieldWords.required("\(path).path", local.path)
            if !local.path.isEmpty { problems += FieldWords.withoutBacksteps("\(path).path", local.path) }
            if spec.nodeAffinity == nil {
                problems.append(.required("spec.nodeAffinity", "Local volume requires node affinity"))
            }
            return problems
        case "csi":
            guard let csi = source.csi else { return [] }
            var problems = FieldWords.required("\(path).driver", csi.driver)
            if !csi.driver.isEmpty {
                problems += FieldWords.name("\(path).driver", csi.driver.lowercased()) { Names.subdomainProblems($0) }
            }
            return problems + FieldWords.required("\(path).volumeHandle", csi.volumeHandle)
        default: return []
        }
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource != .status else { return [] }
        let (spec, before) = (Core.PersistentVolume(object).spec, Core.PersistentVolume(old).spec)
        var problems: [FieldProblem] = []
        if spec.persistentVolumeSource.message != before.persistentVolumeSource.message {
            problems.append(
                .forbidden(
                    "spec.persistentvolumesource", "spec.persistentvolumesource is immutable after creation"))
        }
        if spec.volumeMode != before.volumeMode {
            problems.append(.invalid("volumeMode", text: spec.volumeMode ?? "", FieldWords.immutable))
        }
        if let affinity = before.nodeAffinity, spec.nodeAffinity != affinity {
            problems.append(
                .invalid(
                    "nodeAffinity", spec.nodeAffinity.map { FieldWords.json($0.message) } ?? "null",
                    FieldWords.immutable))
        }
        return problems
    }
}
