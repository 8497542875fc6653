import Objects

extension BuiltinResources {
    static let podTemplates = ResourceDefinition(
        "v1", "podtemplates", "PodTemplate", traits: [.tracksGeneration, .returnsDeleted], rules: StoredTemplateRules(),
        rows: RowPlan(
            [.name] + RowText.containerColumns.dropLast().map { $0.shown(priority: 0) }
                + [Column("Pod Labels", about: "The labels that pods made from it get.")],
            reading: ["template.metadata.labels"] + RowText.containerFields(of: "template.spec")
        ) { object, _ in
            let template = Core.PodTemplate(object).template
            return [RowText.name(object)] + RowText.containers(template.spec)
                + [RowText.labels(template.metadata.labels)]
        })
}

/// A template that is an object of its own.
struct StoredTemplateRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var stored = Core.PodTemplate(object)
        ReplicatedPodRules.defaults(&stored.template)
        object = stored.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        PodTemplateRules.problems(Core.PodTemplate(object).template, "template")
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        guard object["template"] != old?["template"] else { return [] }
        return PodWarnings.template(Core.PodTemplate(object).template, "template")
    }
}
