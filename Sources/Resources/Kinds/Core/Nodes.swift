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
        Self.agree(&node.spec)
        if node.status.allocatable.isEmpty, !node.status.capacity.isEmpty {
            node.status.allocatable = node.status.capacity
        }
        object = node.message
    }

    /// The first of the networks of a node's pods has a field of its own, the older one, which counts where they differ.
    private static func agree(_ spec: inout Core.NodeSpec) {
        if !spec.podCIDR.isEmpty, spec.podCIDRs.first != spec.podCIDR { spec.podCIDRs = [spec.podCIDR] }
        if let first = spec.podCIDRs.first { spec.podCIDR = first }
    }

    func validate(_ object: Message) -> [FieldProblem] {
        let node = Core.Node(object)
        var problems = taints(node.spec.taints)
        let networks = node.spec.podCIDRs
        for (index, network) in networks.enumerated() {
            problems += FieldWords.strictNetwork("spec.podCIDRs[\(index)]", network)
        }
        let families = networks.compactMap { IPNetwork($0)?.address.family }
        if networks.count > 1, families.count == networks.count, networks.count > 2 || Set(families).count < 2 {
            problems.append(
                .invalid(
                    "spec.podCIDRs", FieldWords.json(networks),
                    "may specify no more than one CIDR for each IP family"))
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
        let addresses = node.status.addresses
        for (index, address) in addresses.enumerated() where addresses[..<index].contains(address) {
            problems.append(
                .duplicate("status.addresses[\(index)]", shown: InternalForm.text(address.message)))
        }
        for (field, resources) in [("capacity", node.status.capacity), ("allocatable", node.status.allocatable)] {
            for entry in resources.entries {
                problems += ResourceListRules.quotaAmount(entry.key, entry.value, "status.\(field).\(entry.key)")
            }
        }
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
