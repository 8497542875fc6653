import Objects

extension BuiltinResources {
    static let storageClasses = ResourceDefinition(
        "storage.k8s.io/v1", "storageclasses", "StorageClass", shortNames: ["sc"], isNamespaced: false,
        traits: [.returnsDeleted], rules: StorageClassRules(),
        rows: RowPlan([
            Column(
                "Name", format: "name", about: "The class's name, and whether it is the default one.",
                reads: ["metadata.annotations"]
            ) { object, _ in
                let metadata = Metadata(of: object)
                let isDefault = StorageClassRules.defaultAnnotations.contains { metadata.annotations[$0] == "true" }
                return .text(isDefault ? "\(metadata.name) (default)" : metadata.name)
            }, Column("Provisioner", about: "Who makes its volumes.", field: "provisioner"),
            Column(
                "ReclaimPolicy", about: "What becomes of a volume that is released.", field: "reclaimPolicy",
                absent: .text("Delete")),
            Column(
                "VolumeBindingMode", about: "When volumes are made: at once, or when a pod needs them.",
                field: "volumeBindingMode", absent: .text("Immediate")),
            Column(
                "AllowVolumeExpansion", about: "Whether its volumes can grow.", field: "allowVolumeExpansion",
                absent: .flag(false)), .age,
        ]))
}

/// How volumes of a kind are made.
struct StorageClassRules: ResourceRules {
    static let defaultAnnotations = [
        "storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class",
    ]

    func setDefaults(_ object: inout Message) {
        var kind = Storage.StorageClass(object)
        if kind.reclaimPolicy == nil { kind.reclaimPolicy = "Delete" }
        if kind.volumeBindingMode == nil { kind.volumeBindingMode = "Immediate" }
        object = kind.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let kind = Storage.StorageClass(object)
        var problems = ParameterRules.driver(kind.provisioner, "provisioner")
        problems += ParameterRules.problems(kind.parameters, "parameters")
        if let policy = kind.reclaimPolicy, !policy.isEmpty {
            problems += FieldWords.oneOf("reclaimPolicy", policy, ["Delete", "Retain"])
        }
        problems += FieldWords.oneOf(
            "volumeBindingMode", kind.volumeBindingMode ?? "", ["Immediate", "WaitForFirstConsumer"], isRequired: true)
        return problems + TopologyRules.problems(kind.allowedTopologies, "allowedTopologies")
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Storage.StorageClass(object), Storage.StorageClass(old))
        var problems: [FieldProblem] = []
        for (field, isChanged) in [
            ("parameters", new.parameters != was.parameters), ("provisioner", new.provisioner != was.provisioner),
            ("reclaimPolicy", new.reclaimPolicy != was.reclaimPolicy),
        ] where isChanged {
            problems.append(.forbidden(field, "updates to \(field) are forbidden."))
        }
        return problems
            + FieldWords.unchanged("volumeBindingMode", new.volumeBindingMode ?? "", was.volumeBindingMode ?? "")
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        Storage.StorageClass(object).allowedTopologies.enumerated().flatMap { index, term in
            term.matchLabelExpressions.enumerated().flatMap { number, expression in
                DeprecatedLabels.warning(
                    "allowedTopologies[\(index)].matchLabelExpressions[\(number)].key", expression.key)
            }
        }
    }
}
