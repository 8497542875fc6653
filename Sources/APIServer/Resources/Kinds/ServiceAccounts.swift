import Objects

extension BuiltinResources {
    static let serviceAccounts: ResourceDefinition = {
        let types = types("core.v1", "ServiceAccount")
        var traits = ResourceDefinition.Traits()
        traits.returnsDeleted = true
        return ResourceDefinition(
            plural: "serviceaccounts", singular: "serviceaccount", kind: "ServiceAccount", shortNames: ["sa"],
            type: types.type, listType: types.list, traits: traits, rules: ServiceAccountRules())
    }()
}

struct ServiceAccountRules: ResourceRules {
    let columns: [Column] = [.name, Column("Secrets", "How many secrets it refers to."), .age]

    func cells(_ object: Message, now: Int64) -> [Cell] {
        [RowText.name(object), .integer(Core.ServiceAccount(object).secrets.count), RowText.age(object, now)]
    }
}
