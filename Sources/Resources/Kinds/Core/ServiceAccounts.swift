import Objects

extension BuiltinResources {
    static let serviceAccounts = ResourceDefinition(
        "v1", "serviceaccounts", "ServiceAccount", shortNames: ["sa"], subresources: [.token],
        traits: [.returnsDeleted], rules: ServiceAccountRules(),
        rows: RowPlan([
            .name,
            Column("Secrets", about: "How many secrets it refers to.", reads: ["secrets.name"]) { object, _ in
                .integer(Core.ServiceAccount(object).secrets.count)
            }, .age,
        ]))
}

struct ServiceAccountRules: ResourceRules {
    private static let mountable = "kubernetes.io/enforce-mountable-secrets"

    func warnings(_ object: Message, old: Message?) -> [String] {
        func isMarked(_ message: Message) -> Bool { Metadata(of: message).annotations[Self.mountable] != nil }
        guard isMarked(object), old.map(isMarked) != true else { return [] }
        return [
            "metadata.annotations[\(Self.mountable)]: deprecated in v1.32+; prefer separate namespaces to isolate access to "
                + "mounted secrets"
        ]
    }
}
