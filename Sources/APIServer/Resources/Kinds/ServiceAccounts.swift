import Objects

extension BuiltinResources {
    static let serviceAccounts: ResourceDefinition = {
        var traits = ResourceDefinition.Traits()
        traits.returnsDeleted = true
        return ResourceDefinition(
            plural: "serviceaccounts", singular: "serviceaccount", kind: "ServiceAccount", shortNames: ["sa"],
            type: Core.ServiceAccount.descriptor, listType: Core.ServiceAccountList.descriptor, traits: traits,
            rules: ServiceAccountRules())
    }()
}

struct ServiceAccountRules: ResourceRules {
    let columns: [Column] = [.name, Column("Secrets", about: "How many secrets it refers to."), .age]
    let columnFields = ["secrets.name"]

    func cells(_ object: Message, now: Int64) -> [Cell] {
        [RowText.name(object), .integer(Core.ServiceAccount(object).secrets.count), RowText.age(object, now)]
    }
}
