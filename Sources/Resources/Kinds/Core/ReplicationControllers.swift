import Objects

extension BuiltinResources {
    static let replicationControllers = ResourceDefinition(
        "v1", "replicationcontrollers", "ReplicationController", shortNames: ["rc"], categories: ["all"],
        storageName: "controllers", subresources: [.scale, .status], selectable: ["status.replicas"],
        scale: .workload, traits: [.tracksGeneration, .orphansDependents], rules: ReplicationControllerRules(),
        rows: RowPlan(
            [
                .name, Column("Desired", .integer, about: "How many pods are wanted."),
                Column("Current", .integer, about: "How many pods there are."),
                Column("Ready", .integer, about: "How many of them are ready."), .age,
            ] + RowText.containerColumns,
            reading: ["spec.replicas", "spec.selector", "status.replicas", "status.readyReplicas"]
                + RowText.containerFields(of: "spec.template.spec")
        ) { object, now in
            let controller = Core.ReplicationController(object)
            return [
                RowText.name(object), .integer(controller.spec.replicas ?? 0), .integer(controller.status.replicas),
                .integer(controller.status.readyReplicas), RowText.age(object, now),
            ] + RowText.containers(controller.spec.template?.spec ?? Core.PodSpec())
                + [RowText.labels(controller.spec.selector)]
        })
}

struct ReplicationControllerRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var controller = Core.ReplicationController(object)
        if var template = controller.spec.template {
            ReplicatedPodRules.defaults(&template)
            controller.spec.template = template
            // What is selected, and how the controller itself is found, follows from what its pods are called.
            let labels = template.metadata.labels
            if controller.spec.selector.isEmpty { controller.spec.selector = labels }
            if controller.metadata.labels.isEmpty { controller.metadata.labels = labels }
        }
        if controller.spec.replicas == nil { controller.spec.replicas = 1 }
        object = controller.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Core.ReplicationController(object).spec
        var problems = FieldWords.notNegative("spec.minReadySeconds", spec.minReadySeconds)
        problems += spec.replicas.map { FieldWords.notNegative("spec.replicas", $0) } ?? [.required("spec.replicas")]
        if spec.selector.isEmpty { problems.append(.required("spec.selector")) }
        guard let template = spec.template else { return problems + [.required("spec.template")] }
        let labels = template.metadata.labels
        if !spec.selector.isEmpty, !spec.selector.entries.allSatisfy({ labels[$0.key] == $0.value }) {
            problems.append(PodTemplateRules.mismatch(template, "spec.template"))
        }
        return problems + PodTemplateRules.lasting(template, "spec.template", owner: "ReplicationController")
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        guard subresource == .status else { return [] }
        let status = Core.ReplicationController(object).status
        return ReplicatedPodRules.counts(
            replicas: status.replicas,
            parts: [
                ("fullyLabeledReplicas", status.fullyLabeledReplicas), ("readyReplicas", status.readyReplicas),
                ("availableReplicas", status.availableReplicas),
            ])
            + FieldWords.notNegative("status.observedGeneration", status.observedGeneration)
            + ReplicatedPodRules.available(status.availableReplicas, ready: status.readyReplicas)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        guard let template = Core.ReplicationController(object).spec.template else { return [] }
        return ReplicatedPodRules.warnings(object, old: old, template, "spec.template")
    }
}
