import Objects

extension BuiltinResources {
    static let runtimeClasses = ResourceDefinition(
        "node.k8s.io/v1", "runtimeclasses", "RuntimeClass", isNamespaced: false,
        traits: [.createsOnUpdate, .updatesNeedVersion], rules: RuntimeClassRules(),
        rows: RowPlan([
            .name, Column("Handler", about: "The runtime's name on the nodes.", field: "handler"), .age,
        ]))
}

/// A way in which nodes run pods, what it costs, and which nodes have it.
struct RuntimeClassRules: ResourceRules {
    func validate(_ object: Message) -> [FieldProblem] {
        let kind = Node.RuntimeClass(object)
        var problems = FieldWords.name("handler", kind.handler) { Names.labelProblems($0) }
        if let overhead = kind.overhead {
            var limits = Core.ResourceRequirements()
            limits.limits = overhead.podFixed
            problems += ResourceListRules.requirements(limits, "overhead")
        }
        guard let scheduling = kind.scheduling else { return problems }
        problems += MetadataRules.labels(scheduling.nodeSelector, "scheduling.nodeSelector")
        problems += TolerationRules.problems(scheduling.tolerations, "scheduling.tolerations")
        for (index, toleration) in scheduling.tolerations.enumerated()
        where scheduling.tolerations[..<index].contains(toleration) {
            problems.append(
                FieldProblem(
                    type: .duplicate, field: "scheduling.tolerations[\(index)]",
                    detail: "Duplicate value: \(InternalForm.text(toleration.message))"))
        }
        return problems
    }

    func validateUpdate(_ object: Message, old: Message, subresource: Subresource?) -> [FieldProblem] {
        FieldWords.unchanged("handler", Node.RuntimeClass(object).handler, Node.RuntimeClass(old).handler)
    }

    func warnings(_ object: Message, old: Message?) -> [String] {
        let selector = Node.RuntimeClass(object).scheduling?.nodeSelector ?? [:]
        return selector.keys.flatMap { DeprecatedLabels.warning(at: "scheduling.nodeSelector", $0) }
    }
}
