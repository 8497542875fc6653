import Objects

extension BuiltinResources {
    static let volumeAttributesClasses = ResourceDefinition(
        "storage.k8s.io/v1", "volumeattributesclasses", "VolumeAttributesClass", shortNames: ["vac"],
        isNamespaced: false, traits: [.returnsDeleted], rules: VolumeAttributesClassRules(),
        rows: RowPlan([
            Column(
                "Name", format: "name", about: "The class's name, and whether it is the default one.",
                reads: ["metadata.annotations"]
            ) { object, _ in
                let metadata = Metadata(of: object)
                let isDefault = metadata.annotations[VolumeAttributesClassRules.defaultAnnotation] == "true"
                return .text(isDefault ? "\(metadata.name) (default)" : metadata.name)
            }, Column("DriverName", about: "Whose volumes it is for.", field: "driverName"), .age,
        ]))
}

/// Properties of volumes that can be changed while they are used.
struct VolumeAttributesClassRules: ResourceRules {
    static let defaultAnnotation = "volumeattributesclass.alpha.kubernetes.io/is-default-class"

    func validate(_ object: Message) -> [FieldProblem] {
        let kind = Storage.VolumeAttributesClass(object)
        return ParameterRules.driver(kind.driverName, "driverName")
            + ParameterRules.problems(kind.parameters, "parameters", isRequired: true)
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let (new, was) = (Storage.VolumeAttributesClass(object), Storage.VolumeAttributesClass(old))
        var problems: [FieldProblem] = []
        if new.driverName != was.driverName {
            problems.append(.forbidden("driverName", "updates to driverName are forbidden."))
        }
        if new.parameters != was.parameters {
            problems.append(.forbidden("parameters", "updates to parameters are forbidden."))
        }
        return problems
    }
}
