import Objects

extension BuiltinResources {
    static let leases = ResourceDefinition(
        "coordination.k8s.io/v1", "leases", "Lease", traits: [.createsOnUpdate, .updatesNeedVersion, .updatesInPart],
        rules: LeaseRules(),
        rows: RowPlan([
            .name, Column("Holder", about: "Who holds the lease.", field: "spec.holderIdentity"), .age,
        ]))
}

/// Who holds a role, and until when.
struct LeaseRules: ResourceRules {
    /// Coordinated elections are off, as they are by default upstream: who is preferred is not kept.
    func prepareForCreate(_ object: inout Message) {
        object.set(path: "spec.strategy", nil)
        object.set(path: "spec.preferredHolder", nil)
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: Subresource?) {
        prepareForCreate(&object)
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Coordination.Lease(object).spec
        var problems: [FieldProblem] = []
        if let seconds = spec.leaseDurationSeconds, seconds <= 0 {
            problems.append(.invalid("spec.leaseDurationSeconds", String(seconds), FieldWords.positive))
        }
        return problems + FieldWords.notNegative("spec.leaseTransitions", spec.leaseTransitions)
    }
}
