import Objects

extension BuiltinResources {
    static let ipAddresses = ResourceDefinition(
        "networking.k8s.io/v1", "ipaddresses", "IPAddress", shortNames: ["ip"], isNamespaced: false,
        rules: IPAddressRules(),
        rows: RowPlan([
            .name,
            Column("ParentRef", about: "Who has the address.", reads: ["spec.parentRef"]) { object, _ in
                guard let parent = Networking.IPAddress(object).spec.parentRef else { return .text("<none>") }
                let resource = parent.group.isEmpty ? parent.resource : "\(parent.resource).\(parent.group)"
                let parts = [resource.lowercased(), parent.namespace, parent.name].filter { !$0.isEmpty }
                return .text(parts.joined(separator: "/"))
            }, .age,
        ]))
}

/// One address that is taken; its name is the address.
struct IPAddressRules: ResourceRules {
    func problemsWithName(_ name: String, isPrefix: Bool) -> [String] { FieldWords.addressProblems(name) }

    func validate(_ object: Message) -> [FieldProblem] {
        let path = "spec.parentRef"
        guard let parent = Networking.IPAddress(object).spec.parentRef else { return [.required(path)] }
        var problems: [FieldProblem] = []
        if !parent.group.isEmpty {
            problems += FieldWords.name("\(path).group", parent.group) { Names.subdomainProblems($0) }
        }
        return problems + NameShapes.pathSegment("\(path).resource", parent.resource)
            + NameShapes.pathSegment("\(path).name", parent.name)
            + NameShapes.pathSegment("\(path).namespace", parent.namespace, isRequired: false)
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged(
            "spec.parentRef", Networking.IPAddress(object).spec.parentRef?.message,
            Networking.IPAddress(old).spec.parentRef?.message)
    }
}
