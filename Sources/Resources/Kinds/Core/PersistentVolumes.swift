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
        return PersistentVolumeSpecRules(path: "spec", name: volume.metadata.name).problems(volume.spec)
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource != .status else { return [] }
        let (spec, before) = (Core.PersistentVolume(object).spec, Core.PersistentVolume(old).spec)
        var problems: [FieldProblem] = []
        if Self.withoutNewSecret(spec, before) != before.persistentVolumeSource {
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

    /// The new source without the Secret for growing, which may be named later.
    private static func withoutNewSecret(
        _ new: Core.PersistentVolumeSpec, _ old: Core.PersistentVolumeSpec
    ) -> Core.PersistentVolumeSource {
        var source = new.persistentVolumeSource
        if let before = old.persistentVolumeSource.csi, before.controllerExpandSecretRef == nil {
            source.csi?.controllerExpandSecretRef = nil
        }
        return source
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
