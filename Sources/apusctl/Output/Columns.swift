import Client
import Objects

/// A column of a kind's table.
struct Column: Sendable {
    let header: String
    /// Shown with `-o wide` only.
    let isWide: Bool
    /// - Parameter now: seconds since 1970.
    let cell: @Sendable (_ object: Message, _ now: Int64) -> String

    init(_ header: String, wide isWide: Bool = false, _ cell: @escaping @Sendable (Message, Int64) -> String) {
        self.header = header
        self.isWide = isWide
        self.cell = cell
    }
}

/// The columns of each kind.
enum Columns {
    private static func column<T: ResourceView>(
        _ header: String, wide isWide: Bool = false, of type: T.Type, _ cell: @escaping @Sendable (T) -> String
    ) -> Column {
        Column(header, wide: isWide) { message, _ in cell(T(message)) }
    }

    private static func metadata(_ message: Message) -> Meta.ObjectMeta {
        if case .message(let metadata)? = message["metadata"] { return Meta.ObjectMeta(metadata) }
        return Meta.ObjectMeta()
    }

    private static func orNone(_ text: String) -> String { text.isEmpty ? "<none>" : text }

    private static let name = Column("NAME") { message, _ in metadata(message).name }
    private static let age = Column("AGE") { message, now in
        Age.text(since: metadata(message).creationTimestamp, now: now)
    }

    static let nameAndAge = [name, age]
    static let namespace = [name, column("STATUS", of: Core.Namespace.self) { $0.status.phase }, age]
    static let configMap = [
        name, column("DATA", of: Core.ConfigMap.self) { "\($0.data.count + $0.binaryData.count)" }, age,
    ]
    static let secret = [
        name, column("TYPE", of: Core.Secret.self) { $0.type },
        column("DATA", of: Core.Secret.self) { "\($0.data.count)" }, age,
    ]
    static let lease = [name, column("HOLDER", of: Coordination.Lease.self) { $0.spec.holderIdentity ?? "" }, age]

    static let pod = [
        name,
        column("READY", of: Core.Pod.self) { PodSummary($0).ready },
        column("STATUS", of: Core.Pod.self) { PodSummary($0).status },
        Column("RESTARTS") { message, now in PodSummary(Core.Pod(message)).restarts(now: now) },
        age,
        column("IP", wide: true, of: Core.Pod.self) { orNone($0.status.podIP) },
        column("NODE", wide: true, of: Core.Pod.self) { orNone($0.spec.nodeName) },
        column("NOMINATED NODE", wide: true, of: Core.Pod.self) { orNone($0.status.nominatedNodeName) },
        column("READINESS GATES", wide: true, of: Core.Pod.self) { pod in
            let gates = pod.spec.readinessGates
            if gates.isEmpty { return "<none>" }
            let met = gates.filter { gate in
                pod.status.conditions.contains { $0.type == gate.conditionType && $0.status == "True" }
            }
            return "\(met.count)/\(gates.count)"
        },
    ]

    static let deployment =
        [
            name,
            column("READY", of: Apps.Deployment.self) { "\($0.status.readyReplicas)/\($0.spec.replicas ?? 1)" },
            column("UP-TO-DATE", of: Apps.Deployment.self) { "\($0.status.updatedReplicas)" },
            column("AVAILABLE", of: Apps.Deployment.self) { "\($0.status.availableReplicas)" },
            age,
        ] + template(of: Apps.Deployment.self, { $0.spec.template.spec }, { $0.spec.selector })

    static let replicaSet =
        [
            name,
            column("DESIRED", of: Apps.ReplicaSet.self) { "\($0.spec.replicas ?? 1)" },
            column("CURRENT", of: Apps.ReplicaSet.self) { "\($0.status.replicas)" },
            column("READY", of: Apps.ReplicaSet.self) { "\($0.status.readyReplicas)" },
            age,
        ] + template(of: Apps.ReplicaSet.self, { $0.spec.template.spec }, { $0.spec.selector })

    private static func template<T: ResourceView>(
        of type: T.Type, _ spec: @escaping @Sendable (T) -> Core.PodSpec,
        _ selector: @escaping @Sendable (T) -> Meta.LabelSelector?
    ) -> [Column] {
        [
            column("CONTAINERS", wide: true, of: type) { spec($0).containers.map(\.name).joined(separator: ",") },
            column("IMAGES", wide: true, of: type) { spec($0).containers.map(\.image).joined(separator: ",") },
            column("SELECTOR", wide: true, of: type) { Describe.selector(selector($0)) },
        ]
    }

    static let node = [
        name,
        column("STATUS", of: Core.Node.self) { node in
            var words = [
                node.status.conditions.first { $0.type == "Ready" }.map { $0.status == "True" ? "Ready" : "NotReady" }
                    ?? "Unknown"
            ]
            if node.spec.unschedulable { words.append("SchedulingDisabled") }
            return words.joined(separator: ",")
        },
        column("ROLES", of: Core.Node.self) { node in
            let prefix = "node-role.kubernetes.io/"
            return orNone(
                node.metadata.labels.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
                    .joined(separator: ","))
        },
        age,
        column("VERSION", of: Core.Node.self) { $0.status.nodeInfo.kubeletVersion },
        column("INTERNAL-IP", wide: true, of: Core.Node.self) { node in
            orNone(node.status.addresses.first { $0.type == "InternalIP" }?.address ?? "")
        },
        column("EXTERNAL-IP", wide: true, of: Core.Node.self) { node in
            orNone(node.status.addresses.first { $0.type == "ExternalIP" }?.address ?? "")
        },
        column("OS-IMAGE", wide: true, of: Core.Node.self) { orNone($0.status.nodeInfo.osImage) },
        column("KERNEL-VERSION", wide: true, of: Core.Node.self) { orNone($0.status.nodeInfo.kernelVersion) },
        column("CONTAINER-RUNTIME", wide: true, of: Core.Node.self) {
            orNone($0.status.nodeInfo.containerRuntimeVersion)
        },
    ]

    static let event = [
        Column("LAST SEEN") { message, now in Age.text(since: EventSummary.lastSeen(Core.Event(message)), now: now) },
        column("TYPE", of: Core.Event.self) { $0.type },
        column("REASON", of: Core.Event.self) { $0.reason },
        column("OBJECT", of: Core.Event.self) { "\($0.involvedObject.kind.lowercased())/\($0.involvedObject.name)" },
        column("SUBOBJECT", wide: true, of: Core.Event.self) { $0.involvedObject.fieldPath },
        column("SOURCE", wide: true, of: Core.Event.self) { EventSummary.source($0) },
        column("MESSAGE", of: Core.Event.self) { $0.message_ },
        Column("FIRST SEEN", wide: true) { message, now in
            let event = Core.Event(message)
            return Age.text(since: event.firstTimestamp ?? event.metadata.creationTimestamp, now: now)
        },
        column("COUNT", wide: true, of: Core.Event.self) { "\(max($0.count, 1))" },
        column("NAME", wide: true, of: Core.Event.self) { $0.metadata.name },
    ]
}
