import Objects

extension BuiltinResources {
    static let leases: ResourceDefinition = {
        var traits = ResourceDefinition.Traits()
        traits.createsOnUpdate = true
        traits.updatesUnconditionally = false
        return ResourceDefinition(
            group: "coordination.k8s.io", plural: "leases", singular: "lease", kind: "Lease",
            type: Coordination.Lease.descriptor,
            listType: Coordination.LeaseList.descriptor, traits: traits, rules: LeaseRules())
    }()
}

/// Who holds a role, and until when.
struct LeaseRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Coordination.Lease(object).spec
        var problems: [FieldProblem] = []
        if spec.holderIdentity == "" { problems.append(.invalid("spec.holderIdentity", text: "", "must not be empty")) }
        if let seconds = spec.leaseDurationSeconds, seconds <= 0 {
            problems.append(.invalid("spec.leaseDurationSeconds", String(seconds), FieldWords.positive))
        }
        return problems + FieldWords.notNegative("spec.leaseTransitions", spec.leaseTransitions)
    }

    let columns: [Column] = [.name, Column("Holder", about: "Who holds the lease."), .age]
    let columnFields = ["spec.holderIdentity"]

    func cells(_ object: Message, now: Int64) -> [Cell] {
        [
            RowText.name(object), .text(Coordination.Lease(object).spec.holderIdentity ?? ""),
            RowText.age(object, now),
        ]
    }
}
