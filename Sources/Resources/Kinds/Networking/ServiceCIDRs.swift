import Objects

extension BuiltinResources {
    static let serviceCIDRs = ResourceDefinition(
        "networking.k8s.io/v1", "servicecidrs", "ServiceCIDR", isNamespaced: false, subresources: [.status],
        traits: [.statusKeepsMetadata], rules: ServiceCIDRRules(),
        rows: RowPlan([
            .name,
            Column("CIDRs", about: "Where the addresses of services come from.", reads: ["spec.cidrs"]) { object, _ in
                .text(Networking.ServiceCIDR(object).spec.cidrs.joined(separator: ","))
            }, .age,
        ]))
}

/// Networks that the addresses of services are taken from: one, or one of each family.
struct ServiceCIDRRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let path = "spec.cidrs"
        let spec = Networking.ServiceCIDR(object).spec
        if spec.cidrs.isEmpty { return [.required(path, "at least one CIDR required")] }
        if spec.cidrs.count > 2 {
            return [.invalid(path, InternalForm.text(spec.message), "may only hold up to 2 values")]
        }
        let families = spec.cidrs.compactMap { IPNetwork(ignoringZeros: $0)?.address.isIPv4 }
        if spec.cidrs.count == 2, Set(families).count < 2 {
            return [
                .invalid(
                    path, InternalForm.text(spec.message),
                    "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64")
            ]
        }
        return spec.cidrs.enumerated().flatMap { FieldWords.strictNetwork("\(path)[\($0)]", $1) }
    }

    /// The second family may come later; nothing else changes.
    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        let path = "spec.cidrs"
        let (new, was) = (Networking.ServiceCIDR(object).spec.cidrs, Networking.ServiceCIDR(old).spec.cidrs)
        guard new.count == was.count || was.count == 1 && new.count == 2 else {
            return [.invalid(path, FieldWords.json(new), FieldWords.immutable)]
        }
        return zip(new, was).enumerated().flatMap { FieldWords.unchanged("\(path)[\($0)]", $1.0, $1.1) }
    }
}
