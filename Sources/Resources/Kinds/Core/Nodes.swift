import Objects

extension BuiltinResources {
    static let nodes = ResourceDefinition(
        "v1", "nodes", "Node", shortNames: ["no"], isNamespaced: false, storageName: "minions",
        subresources: [.proxy, .status], selectable: ["spec.unschedulable"], traits: [.createsWithStatus],
        rules: NodeRules(),
        rows: NodeRow.plan)
}

/// Nodes register themselves, status included.
struct NodeRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var node = Core.Node(object)
        guard node.status.allocatable.isEmpty, !node.status.capacity.isEmpty else { return }
        node.status.allocatable = node.status.capacity
        object = node.message
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let node = Core.Node(object)
        var problems = taints(node.spec.taints)
        if let podCIDRs = node.spec.podCIDRs.first, !node.spec.podCIDR.isEmpty, podCIDRs != node.spec.podCIDR {
            problems.append(.invalid("spec.podCIDRs[0]", text: podCIDRs, "must match podCIDR"))
        }
        for (name, resources) in [("capacity", node.status.capacity), ("allocatable", node.status.allocatable)] {
            problems += ResourceListRules.quantities(resources, "status.\(name)")
        }
        return problems
    }

    private func taints(_ taints: [Core.Taint]) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        var seen: Set<[String]> = []
        for (index, taint) in taints.enumerated() {
            // Upstream reports taints under the metadata.
            let path = "metadata.taints[\(index)]"
            problems += FieldWords.name("\(path).key", taint.key, Names.qualifiedNameProblems)
            let found = Names.labelValueProblems(taint.value)
            if !found.isEmpty {
                problems.append(.invalid("\(path).value", text: taint.value, found.joined(separator: ";")))
            }
            problems += TolerationRules.effect(taint.effect, "\(path).effect", isRequired: true)
            if !seen.insert([taint.key, taint.effect]).inserted {
                problems.append(
                    FieldProblem(
                        type: .duplicate, field: path,
                        detail:
                            "Duplicate value: \(InternalForm.text(taint.message)): taints must be unique by key and effect pair"
                    ))
            }
        }
        return problems
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: Subresource?
    ) -> [FieldProblem] {
        let node = Core.Node(object)
        let before = Core.Node(old)
        var problems: [FieldProblem] = []
        if !before.spec.podCIDRs.isEmpty, node.spec.podCIDRs != before.spec.podCIDRs {
            problems.append(
                .forbidden("spec.podCIDRs", "node updates may not change podCIDR except from \"\" to valid"))
        }
        if !before.spec.providerID.isEmpty, node.spec.providerID != before.spec.providerID {
            problems.append(
                .forbidden("spec.providerID", "node updates may not change providerID except from \"\" to valid"))
        }
        return problems
    }
}
