import Objects

extension BuiltinResources {
    static let resourceClaimTemplates = ResourceDefinition(
        "resource.k8s.io/v1", "resourceclaimtemplates", "ResourceClaimTemplate", traits: [.returnsDeleted],
        rules: ResourceClaimTemplateRules())
}

/// What claims that are made for pods look like.
struct ResourceClaimTemplateRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var template = Resources.ResourceClaimTemplate(object)
        DeviceRequestRules.setDefaults(&template.spec.spec.devices)
        object = template.message
    }

    func validateCreate(_ object: Message) -> [FieldProblem] {
        let spec = Resources.ResourceClaimTemplate(object).spec
        return MetadataRules.labels(spec.metadata.labels, "spec.metadata.labels")
            + MetadataRules.annotations(spec.metadata.annotations, "spec.metadata.annotations")
            + DeviceRequestRules.problems(spec.spec.devices, "spec.spec.devices")
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged(
            "spec", Resources.ResourceClaimTemplate(object).spec.message,
            Resources.ResourceClaimTemplate(old).spec.message)
    }
}
