import Objects

extension BuiltinResources {
    static let persistentVolumeClaims = ResourceDefinition(
        "v1", "persistentvolumeclaims", "PersistentVolumeClaim", shortNames: ["pvc"], subresources: [.status],
        traits: [.returnsDeleted], rules: PersistentVolumeClaimRules(),
        rows: RowPlan(
            [
                .name, Column("Status", about: "Whether it has found a volume."),
                Column("Volume", about: "The volume that it has."),
                Column("Capacity", about: "The size of that volume."),
                Column("Access Modes", about: "How that volume may be mounted."),
                Column("StorageClass", about: "The class of the volume that it asks for."),
                Column("VolumeAttributesClass", about: "The class of attributes that it asks for."), .age,
                Column("VolumeMode", priority: 1, about: "Whether the volume is a file system or a block device."),
            ],
            reading: [
                "metadata.deletionTimestamp", "metadata.annotations", "spec.volumeName", "spec.storageClassName",
                "spec.volumeAttributesClassName", "spec.volumeMode", "status.phase", "status.capacity",
                "status.accessModes",
            ]
        ) { object, now in
            let claim = Core.PersistentVolumeClaim(object)
            let isBound = !claim.spec.volumeName.isEmpty
            return [
                RowText.name(object),
                .text(claim.metadata.deletionTimestamp == nil ? claim.status.phase : "Terminating"),
                .text(claim.spec.volumeName),
                .text(isBound ? claim.status.capacity["storage"]?.description ?? "0" : ""),
                .text(isBound ? VolumeWords.short(claim.status.accessModes) : ""),
                .text(
                    claim.metadata.annotations[VolumeWords.classAnnotation] ?? claim.spec.storageClassName ?? ""),
                .text(claim.spec.volumeAttributesClassName ?? "<unset>"), RowText.age(object, now),
                .text(claim.spec.volumeMode ?? "<unset>"),
            ]
        })
}

struct PersistentVolumeClaimRules: ResourceRules {
    /// What claims have in common with templates of claims.
    static func complete(_ claim: inout Core.PersistentVolumeClaim) {
        if claim.status.phase.isEmpty { claim.status.phase = "Pending" }
        if claim.spec.volumeMode == nil { claim.spec.volumeMode = "Filesystem" }
        if let reference = claim.spec.dataSourceRef, reference.apiGroup == nil, reference.namespace == nil,
            reference.message.isEmpty
        {
            claim.spec.dataSourceRef = nil
        }
    }

    func setDefaults(_ object: inout Message) {
        var claim = Core.PersistentVolumeClaim(object)
        Self.complete(&claim)
        object = claim.message
    }

    func prepareForCreate(_ object: inout Message) {
        var claim = Core.PersistentVolumeClaim(object)
        claim.status = Core.PersistentVolumeClaimStatus()
        claim.status.phase = "Pending"
        // Sources in another namespace are not to be used yet.
        if claim.spec.dataSourceRef?.namespace?.isEmpty == false { claim.spec.dataSourceRef = nil }
        // The older field knows claims and snapshots, and drops all else.
        if claim.spec.dataSourceRef == nil, let source = claim.spec.dataSource {
            let group = source.apiGroup ?? ""
            let isKnown =
                (source.kind == "PersistentVolumeClaim" && group.isEmpty)
                || (source.kind == "VolumeSnapshot" && group == "snapshot.storage.k8s.io")
            if !isKnown { claim.spec.dataSource = nil }
        }
        // Two fields for one thing: whichever is given, both say it.
        if let source = claim.spec.dataSource, claim.spec.dataSourceRef == nil {
            var reference = Core.TypedObjectReference()
            reference.apiGroup = source.apiGroup
            reference.kind = source.kind
            reference.name = source.name
            claim.spec.dataSourceRef = reference
        } else if let reference = claim.spec.dataSourceRef, claim.spec.dataSource == nil,
            (reference.namespace ?? "").isEmpty
        {
            var source = Core.TypedLocalObjectReference()
            source.apiGroup = reference.apiGroup
            source.kind = reference.kind
            source.name = reference.name
            claim.spec.dataSource = source
        }
        object = claim.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        Self.problems(Core.PersistentVolumeClaim(object).spec, "spec")
    }

    static func problems(_ spec: Core.PersistentVolumeClaimSpec, _ path: String) -> [FieldProblem] {
        var problems = VolumeWords.accessModes(
            spec.accessModes, "\(path).accessModes", ifNone: "at least 1 access mode is required")
        if let selector = spec.selector { problems += SelectorRules.problems(selector, "\(path).selector") }
        let storage = "\(path).resources[storage]"
        if let amount = spec.resources.requests["storage"] {
            problems += VolumeWords.positive(amount, storage)
        } else {
            problems.append(.required(storage))
        }
        for (field, name) in [
            ("storageClassName", spec.storageClassName), ("volumeAttributesClassName", spec.volumeAttributesClassName),
        ] {
            guard let name, !name.isEmpty else { continue }
            problems += FieldWords.name("\(path).\(field)", name) { Names.subdomainProblems($0) }
        }
        if let mode = spec.volumeMode {
            problems += FieldWords.oneOf("\(path).volumeMode", mode, ["Block", "Filesystem"])
        }
        if let source = spec.dataSource {
            problems += dataSource(source.apiGroup, source.kind, source.name, "\(path).dataSource")
        }
        if let source = spec.dataSourceRef {
            problems += dataSource(source.apiGroup, source.kind, source.name, "\(path).dataSourceRef")
            if let namespace = source.namespace, !namespace.isEmpty {
                problems += FieldWords.name("\(path).dataSourceRef.namespace", namespace) { Names.labelProblems($0) }
            }
        }
        guard let source = spec.dataSource, let reference = spec.dataSourceRef else { return problems }
        if !(reference.namespace ?? "").isEmpty {
            problems.append(
                .invalid(
                    path, "{}", "may not be specified when dataSourceRef.namespace is specified"))
        } else if source.apiGroup != reference.apiGroup || source.kind != reference.kind
            || source.name != reference.name
        {
            problems.append(.invalid(path, "{}", "must match dataSourceRef"))
        }
        return problems
    }

    private static func dataSource(_ group: String?, _ kind: String, _ name: String, _ path: String) -> [FieldProblem] {
        var problems = FieldWords.required("\(path).name", name) + FieldWords.required("\(path).kind", kind)
        let group = group ?? ""
        if group.isEmpty, kind != "PersistentVolumeClaim" {
            problems.append(
                .invalid(path, text: kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"))
        }
        guard !group.isEmpty else { return problems }
        return problems + FieldWords.name("\(path).apiGroup", group) { Names.subdomainProblems($0) }
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (claim, before) = (Core.PersistentVolumeClaim(object), Core.PersistentVolumeClaim(old))
        if subresource == .status { return status(claim.status) }
        var problems: [FieldProblem] = []
        let named = before.metadata.annotations[VolumeWords.classAnnotation]
        let namedNow = claim.metadata.annotations[VolumeWords.classAnnotation]
        // The class may move from the annotation of old to its field.
        let isMoved =
            named != nil && before.spec.storageClassName == nil && claim.spec.storageClassName == named
            && (namedNow == nil || namedNow == named)
        if !isMoved, namedNow ?? "" != named ?? "" {
            problems.append(
                .invalid(
                    "metadata.annotations.\(VolumeWords.classAnnotation)", text: namedNow ?? "", FieldWords.immutable))
        }
        if Self.fixed(claim, named: named, before: before).message != before.spec.message {
            problems.append(
                .forbidden(
                    "spec",
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims"
                ))
        }
        let size = claim.spec.resources.requests["storage"] ?? Quantity(0)
        let sizeBefore = before.spec.resources.requests["storage"] ?? Quantity(0)
        if size < sizeBefore, size <= before.status.capacity["storage"] ?? Quantity(0) {
            problems.append(
                .forbidden("spec.resources.requests.storage", "field can not be less than status.capacity"))
        }
        if claim.spec.volumeMode != before.spec.volumeMode {
            problems.append(.invalid("volumeMode", text: claim.spec.volumeMode ?? "", FieldWords.immutable))
        }
        guard before.status.currentVolumeAttributesClassName != nil else { return problems }
        let place = "spec.volumeAttributesClassName"
        switch claim.spec.volumeAttributesClassName {
        case nil where before.spec.volumeAttributesClassName != nil:
            problems.append(
                .forbidden(place, "update to nil is forbidden when status.currentVolumeAttributesClassName is not nil"))
        case "" where before.spec.volumeAttributesClassName != "":
            problems.append(
                .forbidden(
                    place,
                    "update to empty string is forbidden when status.currentVolumeAttributesClassName is not nil"))
        default: break
        }
        return problems
    }

    /// The new specification with everything that may change put back.
    private static func fixed(
        _ claim: Core.PersistentVolumeClaim, named: String?, before: Core.PersistentVolumeClaim
    ) -> Core.PersistentVolumeClaimSpec {
        var fixed = claim.spec
        // The volume's name is given once, by whoever binds.
        if before.spec.volumeName.isEmpty { fixed.volumeName = "" }
        if claim.status.phase == "Bound" {
            if !fixed.resources.requests.isEmpty {
                fixed.resources.requests["storage"] = before.spec.resources.requests["storage"]
            }
            fixed.volumeAttributesClassName = before.spec.volumeAttributesClassName
        }
        // A class that became the default later is filled in.
        if before.spec.storageClassName == nil, named == nil || named == claim.spec.storageClassName {
            fixed.storageClassName = nil
        }
        return fixed
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        let claim = Core.PersistentVolumeClaim(object)
        let note = claim.metadata.annotations[VolumeWords.classAnnotation].map { _ in
            "metadata.annotations[\(VolumeWords.classAnnotation)]: deprecated since v1.8; use \"storageClassName\" attribute "
                + "instead"
        }
        return (note.map { [$0] } ?? []) + Self.warnings(claim.spec, "spec")
    }

    /// Bytes are whole.
    static func warnings(_ spec: Core.PersistentVolumeClaimSpec, _ path: String) -> [String] {
        [("requests", spec.resources.requests), ("limits", spec.resources.limits)].flatMap { field, amounts in
            FractionWarnings.of(amounts, ["storage"], "\(path).resources.\(field)")
        }
    }

    private static let resizeStates = [
        "ControllerResizeInProgress", "ControllerResizeInfeasible", "NodeResizeInProgress", "NodeResizeInfeasible",
        "NodeResizePending",
    ].sorted()

    private func status(_ status: Core.PersistentVolumeClaimStatus) -> [FieldProblem] {
        func amount(_ entry: StringMap<Quantity>.Entry, _ path: String) -> [FieldProblem] {
            guard entry.value.value < 0 else { return [] }
            return [
                .invalid("\(path)[\(entry.key)]", String(entry.value.value), "must be a valid resource quantity")
            ]
        }
        func key(_ name: String, _ path: String) -> [FieldProblem] {
            let problems = FieldWords.name(path, name, Names.qualifiedNameProblems)
            let isNative = !name.contains("/") || name.contains("kubernetes.io/")
            guard problems.isEmpty, isNative, name != "storage" else { return problems }
            return [.notSupported(path, GoText.quoted(name), ["storage"])]
        }
        var problems = status.capacity.entries.flatMap { amount($0, "status.capacity") }
        for entry in status.allocatedResourceStatuses.entries {
            let path = "status.allocatedResourceStatuses"
            problems += key(entry.key, path)
            if !Self.resizeStates.contains(entry.value) {
                problems.append(.notSupported(path, GoText.quoted(entry.key), Self.resizeStates))
            }
        }
        for entry in status.allocatedResources.entries {
            let path = "status.allocatedResources"
            let found = key(entry.key, path)
            problems += found.isEmpty ? amount(entry, path) : found
        }
        return problems
    }
}

/// Words about volumes that claims and volumes share.
enum VolumeWords {
    static let classAnnotation = "volume.beta.kubernetes.io/storage-class"
    private static let modes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
    /// In the order in which they are printed.
    private static let shortModes = [
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP"),
    ]

    static func short(_ modes: [String]) -> String {
        shortModes.filter { modes.contains($0.0) }.map(\.1).joined(separator: ",")
    }

    static func accessModes(_ given: [String], _ path: String, ifNone words: String = "") -> [FieldProblem] {
        if given.isEmpty { return [.required(path, words)] }
        var problems = given.filter { !modes.contains($0) }.map {
            FieldProblem.notSupported(path, GoText.quoted($0), modes)
        }
        let single = given.filter { $0 == "ReadWriteOncePod" }
        if !single.isEmpty, single.count < given.count {
            problems.append(.forbidden(path, "may not use ReadWriteOncePod with other access modes"))
        }
        return problems
    }

    static func positive(_ amount: Quantity, _ path: String) -> [FieldProblem] {
        guard amount.isZero || amount.isNegative else { return [] }
        return [.invalid(path, text: amount.description, "must be greater than zero")]
    }
}
