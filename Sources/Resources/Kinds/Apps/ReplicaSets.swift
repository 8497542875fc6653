import Objects

extension BuiltinResources {
    static let replicaSets = ResourceDefinition(
        "apps/v1", "replicasets", "ReplicaSet", shortNames: ["rs"], categories: ["all"],
        subresources: [.scale, .status], selectable: ["status.replicas"], scale: .workload,
        traits: [.tracksGeneration], rules: ReplicaSetRules(),
        rows: RowPlan(
            [
                .name, Column("Desired", .integer, about: "How many pods are wanted."),
                Column("Current", .integer, about: "How many pods there are."),
                Column("Ready", .integer, about: "How many of them are ready."), .age,
            ] + RowText.containerColumns,
            reading: ["spec.replicas", "spec.selector", "status.replicas", "status.readyReplicas"]
                + RowText.containerFields(of: "spec.template.spec")
        ) { object, now in
            let set = Apps.ReplicaSet(object)
            return [
                RowText.name(object), .integer(set.spec.replicas ?? 1), .integer(set.status.replicas),
                .integer(set.status.readyReplicas), RowText.age(object, now),
            ] + RowText.containers(set.spec.template.spec) + [RowText.selector(set.spec.selector)]
        })
}

struct ReplicaSetRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var set = Apps.ReplicaSet(object)
        ReplicatedPodRules.defaults(&set.spec.template)
        if set.spec.replicas == nil { set.spec.replicas = 1 }
        object = set.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.ReplicaSet(object).spec
        return ReplicatedPodRules.problems(
            replicas: spec.replicas, minReadySeconds: spec.minReadySeconds, selector: spec.selector,
            template: spec.template)
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let set = Apps.ReplicaSet(object)
        guard subresource == .status else {
            return ReplicatedPodRules.selectorChange(set.spec.selector, Apps.ReplicaSet(old).spec.selector)
        }
        let status = set.status
        var problems = FieldWords.notNegative("status.observedGeneration", status.observedGeneration)
        problems += FieldWords.notNegative("status.terminatingReplicas", status.terminatingReplicas)
        problems += ReplicatedPodRules.counts(
            replicas: status.replicas,
            parts: [
                ("fullyLabeledReplicas", status.fullyLabeledReplicas), ("readyReplicas", status.readyReplicas),
                ("availableReplicas", status.availableReplicas),
            ])
        problems += ReplicatedPodRules.available(status.availableReplicas, ready: status.readyReplicas)
        return problems
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        ReplicatedPodRules.warnings(object, old: old, Apps.ReplicaSet(object).spec.template, "spec.template")
    }
}
