import Objects

/// A node as `kubectl get` prints it.
enum NodeRow {
    static let plan = RowPlan(columns, reading: fields, cells: cells)

    private static let columns: [Column] = [
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

    private static let fields = [
        "metadata.labels", "spec.unschedulable", "status.conditions.type", "status.conditions.status",
        "status.addresses", "status.nodeInfo.kubeletVersion", "status.nodeInfo.osImage",
        "status.nodeInfo.kernelVersion", "status.nodeInfo.containerRuntimeVersion",
    ]

    private static func cells(_ object: Message, now: Int64) -> [Cell] {
        let node = Core.Node(object)
        var status = "Unknown"
        if let ready = node.status.conditions.first(where: { $0.type == "Ready" }) {
            status = ready.status == "True" ? "Ready" : "NotReady"
        }
        if node.spec.unschedulable { status += ",SchedulingDisabled" }
        var roles: Set<String> = []
        for label in node.metadata.labels.entries {
            if label.key.hasPrefix(rolePrefix) {
                let role = String(label.key.dropFirst(rolePrefix.count))
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
