import Objects

extension BuiltinResources {
    static let controllerRevisions = ResourceDefinition(
        "apps/v1", "controllerrevisions", "ControllerRevision", rules: ControllerRevisionRules(),
        rows: RowPlan([
            .name,
            Column("Controller", about: "Whose state it is.", reads: ["metadata.ownerReferences"]) { object, _ in
                RowText.controller(of: object)
            },
            Column(
                "Revision", about: "Which state of its controller it is.", field: "revision",
                absent: .integer(0)),
            .age,
        ]))
}

/// A state that a workload had, so that it can be returned to. It never changes.
struct ControllerRevisionRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        FieldWords.notNegative("revision", Apps.ControllerRevision(object).revision)
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let data = Apps.ControllerRevision(object).data.description
        if object["data"] == nil || data == "null" { return [.required("data", "data is mandatory")] }
        return data.hasPrefix("{") ? [] : [.required("data", "data must be a valid JSON object")]
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard object["data"] != old["data"] else { return [] }
        return [.invalid("data", Apps.ControllerRevision(object).data.description, FieldWords.immutable)]
    }
}
