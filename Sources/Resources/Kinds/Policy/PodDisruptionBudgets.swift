import Objects

extension BuiltinResources {
    static let podDisruptionBudgets = ResourceDefinition(
        "policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", shortNames: ["pdb"], subresources: [.status],
        traits: [.tracksGeneration, .updatesNeedVersion], rules: PodDisruptionBudgetRules(),
        rows: RowPlan([
            .name,
            Column("Min Available", about: "How many pods must stay.", reads: ["spec.minAvailable"]) { object, _ in
                .text(Policy.PodDisruptionBudget(object).spec.minAvailable?.description ?? "N/A")
            },
            Column("Max Unavailable", about: "How many pods may be missing.", reads: ["spec.maxUnavailable"]) {
                object, _ in
                .text(Policy.PodDisruptionBudget(object).spec.maxUnavailable?.description ?? "N/A")
            },
            Column(
                "Allowed Disruptions", .integer, about: "How many pods may be evicted now.",
                field: "status.disruptionsAllowed", absent: .integer(0)), .age,
        ]))
}

struct PodDisruptionBudgetRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Policy.PodDisruptionBudget(object).spec
        var problems: [FieldProblem] = []
        if spec.minAvailable != nil, spec.maxUnavailable != nil {
            problems.append(
                .invalid("spec", InternalForm.text(spec.message), "minAvailable and maxUnavailable cannot be both set"))
        }
        for (field, share) in [("minAvailable", spec.minAvailable), ("maxUnavailable", spec.maxUnavailable)] {
            guard let share else { continue }
            problems += PodShareRules.notNegative(share, "spec.\(field)")
            problems += PodShareRules.notMoreThanAll(share, "spec.\(field)")
        }
        if let selector = spec.selector { problems += SelectorRules.problems(selector, "spec.selector") }
        if let policy = spec.unhealthyPodEvictionPolicy {
            problems += FieldWords.oneOf(
                "spec.unhealthyPodEvictionPolicy", policy, ["AlwaysAllow", "IfHealthyBudget"])
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource == .status else { return [] }
        let status = Policy.PodDisruptionBudget(object).status
        return ConditionRules.problems(status.conditions, "status.conditions")
            + ReplicatedPodRules.notNegative([
                ("disruptionsAllowed", status.disruptionsAllowed), ("currentHealthy", status.currentHealthy),
                ("desiredHealthy", status.desiredHealthy), ("expectedPods", status.expectedPods),
            ])
    }
}
