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
        VolumeSourceDefaults.apply(&source.message)
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
        let volume = Core.PersistentVolume(object)
        let spec = volume.spec
        var problems = VolumeWords.accessModes(spec.accessModes, "spec.accessModes")
        problems += capacity(spec.capacity, "spec.capacity")
        if !spec.persistentVolumeReclaimPolicy.isEmpty {
            problems += FieldWords.oneOf(
                "spec.persistentVolumeReclaimPolicy", spec.persistentVolumeReclaimPolicy,
                ["Delete", "Recycle", "Retain"])
        }
        if let affinity = spec.nodeAffinity {
            if let required = affinity.required {
                problems += NodeSelectorRules.problems(required, "spec.nodeAffinity.required")
            } else {
                problems.append(.required("spec.nodeAffinity.required", "must specify required node constraints"))
            }
        }
        problems += source(spec, name: volume.metadata.name)
        let host = spec.persistentVolumeSource.hostPath?.path ?? ""
        if spec.persistentVolumeReclaimPolicy == "Recycle", !host.isEmpty, host.allSatisfy({ $0 == "/" }) {
            problems.append(
                .forbidden(
                    "spec.persistentVolumeReclaimPolicy", "may not be 'recycle' for a hostPath mount of '/'"))
        }
        if !spec.storageClassName.isEmpty {
            problems += FieldWords.name("spec.storageClassName", spec.storageClassName) { Names.subdomainProblems($0) }
        }
        if let mode = spec.volumeMode {
            problems += FieldWords.oneOf("spec.volumeMode", mode, ["Block", "Filesystem"])
        }
        guard let name = spec.volumeAttributesClassName else { return problems }
        problems +=
            name.isEmpty
            ? [.required("spec.volumeAttributesClassName", "an empty string is disallowed")]
            : FieldWords.name("spec.volumeAttributesClassName", name) { Names.subdomainProblems($0) }
        if spec.persistentVolumeSource.csi == nil {
            problems.append(.required("spec.csi", "has to be specified when using volumeAttributesClassName"))
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

    private func source(_ spec: Core.PersistentVolumeSpec, name: String) -> [FieldProblem] {
        let source = spec.persistentVolumeSource
        var problems: [FieldProblem] = []
        var count = 0
        for type in Self.order where source.message[type] != nil {
            count += 1
            if count > 1, type != "flexVolume" {
                let field = type == "cephfs" ? "cephFS" : type
                problems.append(.forbidden("spec.\(field)", "may not specify more than 1 volume type"))
                continue
            }
            switch type {
            case "local": problems += local(spec, "spec.local")
            case "csi": problems += source.csi.map { csi($0, "spec.csi") } ?? []
            default:
                problems += VolumeSourceRules.problems(source.message, type, "spec", name: name, isPersistent: true)
            }
        }
        if count == 0 { problems.append(.required("spec", "must specify a volume type")) }
        return problems
    }

    private func local(_ spec: Core.PersistentVolumeSpec, _ path: String) -> [FieldProblem] {
        let place = spec.persistentVolumeSource.local?.path ?? ""
        var problems = FieldWords.required("\(path).path", place) + FieldWords.withoutBacksteps("\(path).path", place)
        if spec.nodeAffinity == nil {
            problems.append(.required("spec.nodeAffinity", "Local volume requires node affinity"))
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
        if before.volumeAttributesClassName != nil, spec.volumeAttributesClassName == nil {
            problems.append(
                .forbidden("spec.volumeAttributesClassName", "update from non-nil value to nil is forbidden"))
        }
        guard let affinity = before.nodeAffinity else { return problems }
        if Self.renamed(affinity, as: spec.nodeAffinity) != spec.nodeAffinity {
            problems.append(
                .invalid(
                    "nodeAffinity", spec.nodeAffinity.map { InternalForm.text($0.message) } ?? "null",
                    "\(FieldWords.immutable), except for updating from beta label to GA"))
        }
        return problems
    }

    /// The old affinity with those labels by their newer names that the new one has so.
    private static func renamed(
        _ old: Core.VolumeNodeAffinity, as new: Core.VolumeNodeAffinity?
    ) -> Core.VolumeNodeAffinity {
        guard var required = old.required, let wanted = new?.required else { return old }
        var old = old
        required.nodeSelectorTerms = required.nodeSelectorTerms.enumerated().map { index, term in
            guard index < wanted.nodeSelectorTerms.count else { return term }
            let others = wanted.nodeSelectorTerms[index].matchExpressions
            var term = term
            term.matchExpressions = term.matchExpressions.enumerated().map { number, expression in
                guard number < others.count, DeprecatedLabels.newer(expression.key) == others[number].key else {
                    return expression
                }
                var expression = expression
                expression.key = others[number].key
                return expression
            }
            return term
        }
        old.required = required
        return old
    }

    private static let mountOptions = "volume.beta.kubernetes.io/mount-options"

    func warnings(_ object: Message, old: Message?) -> [String] {
        let volume = Core.PersistentVolume(object)
        let spec = volume.spec
        var warnings: [String] = []
        if volume.metadata.annotations[VolumeWords.classAnnotation] != nil {
            warnings.append(
                "metadata.annotations[\(VolumeWords.classAnnotation)]: deprecated since v1.8; use \"storageClassName\" "
                    + "attribute instead")
        }
        if volume.metadata.annotations[Self.mountOptions] != nil {
            warnings.append(
                "metadata.annotations[\(Self.mountOptions)]: deprecated since v1.31; use \"mountOptions\" attribute instead"
            )
        }
        if spec.persistentVolumeReclaimPolicy == "Recycle" {
            warnings.append(
                "spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended "
                    + "approach is to use dynamic provisioning.")
        }
        if let required = spec.nodeAffinity?.required {
            warnings += DeprecatedLabels.warnings(required, "spec.nodeAffinity.required.nodeSelectorTerms")
        }
        for (type, words) in DeprecatedVolumes.sources where spec.persistentVolumeSource.message[type] != nil {
            warnings.append("spec.\(type == "storageos" ? "storageOS" : type): \(words)")
        }
        return warnings + FractionWarnings.of(spec.capacity, ["storage"], "spec.capacity")
    }
}
