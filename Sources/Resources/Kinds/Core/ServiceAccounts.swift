import Objects

extension BuiltinResources {
    static let serviceAccounts = ResourceDefinition(
        "v1", "serviceaccounts", "ServiceAccount", shortNames: ["sa"], subresources: [.token],
        traits: [.returnsDeleted],
        rows: RowPlan([
            .name,
            Column("Secrets", about: "How many secrets it refers to.", reads: ["secrets.name"]) { object, _ in
                .integer(Core.ServiceAccount(object).secrets.count)
            }, .age,
        ]))
}
