import Objects

extension BuiltinResources {
    static let volumeAttributesClasses = ResourceDefinition(
        "storage.k8s.io/v1", "volumeattributesclasses", "VolumeAttributesClass", shortNames: ["vac"],
        isNamespaced: false, traits: [.returnsDeleted], rules: VolumeAttributesClassRules(),
        rows: RowPlan([
            .name, Column("DriverName", about: "Whose volumes it is for.", field: "driverName"), .age,
        ]))
}

/// Properties of volumes that can be changed while they are used.
struct VolumeAttributesClassRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let kind = Storage.VolumeAttributesClass(object)
        return NameShapes.driver("driverName", kind.driverName)
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
