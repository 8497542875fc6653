import Objects

extension BuiltinResources {
    static let replicaSets: ResourceDefinition = {
        var traits = ResourceDefinition.Traits()
        traits.tracksGeneration = true
        return ResourceDefinition(
            group: "apps", plural: "replicasets", singular: "replicaset", kind: "ReplicaSet", shortNames: ["rs"],
            categories: ["all"], type: Apps.ReplicaSet.descriptor, listType: Apps.ReplicaSetList.descriptor,
            subresources: [.scale, .status],
            selectable: fields(["status.replicas"], in: Apps.ReplicaSet.descriptor), traits: traits,
            rules: ReplicaSetRules())
    }()
}

struct ReplicaSetRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var set = Apps.ReplicaSet(object)
        ReplicatedPodRules.defaults(&set.spec.template)
        if set.spec.replicas == nil { set.spec.replicas = 1 }
        object = set.message
    }

    func prepareForCreate(_ object: inout Message) { object["status"] = nil }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: ResourceDefinition.Subresource?) {
        if subresource == .status { object["spec"] = old["spec"] } else { object["status"] = old["status"] }
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let spec = Apps.ReplicaSet(object).spec
        return ReplicatedPodRules.problems(
            replicas: spec.replicas, minReadySeconds: spec.minReadySeconds, selector: spec.selector,
            template: spec.template,
            kind: "deployment")
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: ResourceDefinition.Subresource?
    ) -> [FieldProblem] {
        let set = Apps.ReplicaSet(object)
        guard subresource == .status else {
            return ReplicatedPodRules.selectorChange(set.spec.selector, Apps.ReplicaSet(old).spec.selector)
        }
        let status = set.status
        var problems = FieldWords.notNegative("status.observedGeneration", status.observedGeneration)
        problems += ReplicatedPodRules.counts(
            replicas: status.replicas,
            parts: [
                ("fullyLabeledReplicas", status.fullyLabeledReplicas), ("readyReplicas", status.readyReplicas),
                ("availableReplicas", status.availableReplicas),
            ])
        if status.availableReplicas > status.readyReplicas {
            problems.append(
                .invalid(
                    "status.availableReplicas", String(status.availableReplicas), "cannot be greater than readyReplicas"
                ))
        }
        return problems
    }

    func scale(of object: Message) -> ScaleState? {
        let set = Apps.ReplicaSet(object)
        return ScaleState(
            replicas: set.spec.replicas ?? 1, observedReplicas: set.status.replicas,
            selector: ReplicatedPodRules.selectorText(set.spec.selector))
    }

    func setScale(_ replicas: Int, on object: inout Message) {
        var set = Apps.ReplicaSet(object)
        set.spec.replicas = replicas
        object = set.message
    }

    let columns: [Column] =
        [
            .name, Column("Desired", .integer, about: "How many pods are wanted."),
            Column("Current", .integer, about: "How many pods there are."),
            Column("Ready", .integer, about: "How many of them are ready."), .age,
        ] + RowText.containerColumns
    let columnFields =
        ["spec.replicas", "spec.selector", "status.replicas", "status.readyReplicas"]
        + RowText.containerFields(of: "spec.template.spec")

    func cells(_ object: Message, now: Int64) -> [Cell] {
        let set = Apps.ReplicaSet(object)
        return [
            RowText.name(object), .integer(set.spec.replicas ?? 1), .integer(set.status.replicas),
            .integer(set.status.readyReplicas), RowText.age(object, now),
        ] + RowText.containers(set.spec.template.spec) + [RowText.selector(set.spec.selector)]
    }
}
