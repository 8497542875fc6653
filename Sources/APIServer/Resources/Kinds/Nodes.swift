import Objects

extension BuiltinResources {
    static let nodes: ResourceDefinition = {
        return ResourceDefinition(
            plural: "nodes", singular: "node", kind: "Node", shortNames: ["no"], isNamespaced: false,
            type: Core.Node.descriptor,
            listType: Core.NodeList.descriptor, storageName: "minions", subresources: [.status],
            selectable: fields(["spec.unschedulable"], in: Core.Node.descriptor), rules: NodeRules())
    }()
}

/// Nodes register themselves, status included.
struct NodeRules: ResourceRules {
    func setDefaults(_ object: inout Message) {
        var node = Core.Node(object)
        guard node.status.allocatable.isEmpty, !node.status.capacity.isEmpty else { return }
        node.status.allocatable = node.status.capacity
        object = node.message
    }

    func prepareForUpdate(_ object: inout Message, old: Message, subresource: ResourceDefinition.Subresource?) {
        if subresource == .status { object["spec"] = old["spec"] } else { object["status"] = old["status"] }
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
            let path = "spec.taints[\(index)]"
            problems += FieldWords.name("\(path).key", taint.key, Names.qualifiedNameProblems)
            problems += FieldWords.name("\(path).value", taint.value, Names.labelValueProblems)
            problems += TolerationRules.effect(taint.effect, "\(path).effect", isRequired: true)
            if !seen.insert([taint.key, taint.effect]).inserted {
                problems.append(
                    FieldProblem(
                        type: .duplicate, field: path,
                        detail:
                            "Duplicate value: \(FieldWords.json(taint.message)): taints must be unique by key and effect pair"
                    ))
            }
        }
        return problems
    }

    func validateUpdate(
        _ object: Message, old: Message, subresource: ResourceDefinition.Subresource?
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

    let columns: [Column] = [
        .name, Column("Status", about: "The status of the node."), Column("Roles", about: "The roles of the node."),
        .age,
        Column("Version", about: "The version of the node's kubelet."),
        Column("Internal-IP", priority: 1, about: "The node's address within the cluster."),
        Column("External-IP", priority: 1, about: "The node's address outside the cluster."),
        Column("OS-Image", priority: 1, about: "The operating system as the node reports it."),
        Column("Kernel-Version", priority: 1, about: "The kernel as the node reports it."),
        Column("Container-Runtime", priority: 1, about: "The container runtime and its version."),
    ]

    private static let rolePrefix = "node-role.kubernetes.io/"

    let columnFields = [
        "metadata.labels", "spec.unschedulable", "status.conditions.type", "status.conditions.status",
        "status.addresses", "status.nodeInfo.kubeletVersion", "status.nodeInfo.osImage",
        "status.nodeInfo.kernelVersion", "status.nodeInfo.containerRuntimeVersion",
    ]

    func cells(_ object: Message, now: Int64) -> [Cell] {
        let node = Core.Node(object)
        var status = "Unknown"
        if let ready = node.status.conditions.first(where: { $0.type == "Ready" }) {
            status = ready.status == "True" ? "Ready" : "NotReady"
        }
        if node.spec.unschedulable { status += ",SchedulingDisabled" }
        var roles: Set<String> = []
        for label in node.metadata.labels.entries {
            if label.key.hasPrefix(Self.rolePrefix) {
                let role = String(label.key.dropFirst(Self.rolePrefix.count))
                if !role.isEmpty { roles.insert(role) }
            } else if label.key == "kubernetes.io/role", !label.value.isEmpty {
                roles.insert(label.value)
            }
        }
        func address(_ type: String) -> Cell {
            RowText.orNone(node.status.addresses.first { $0.type == type }?.address ?? "")
        }
        func shown(_ text: String) -> Cell { .text(text.isEmpty ? "<unknown>" : text) }
        let info = node.status.nodeInfo
        return [
            RowText.name(object), .text(status), RowText.orNone(roles.sorted().joined(separator: ",")),
            RowText.age(object, now), .text(info.kubeletVersion), address("InternalIP"), address("ExternalIP"),
            shown(info.osImage), shown(info.kernelVersion), shown(info.containerRuntimeVersion),
        ]
    }
}
