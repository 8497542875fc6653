import Objects

extension BuiltinResources {
    static let services = ResourceDefinition(
        "v1", "services", "Service", shortNames: ["svc"], categories: ["all"], storageName: "services/specs",
        subresources: [.proxy, .status], selectable: ["spec.clusterIP", "spec.type"],
        traits: [.createsOnUpdate, .returnsDeleted], rules: ServiceRules(), rows: ServiceRow.plan)
}

/// A service as `kubectl get` prints it.
enum ServiceRow {
    static let plan = RowPlan(
        [
            .name, Column("Type", about: "How far it can be reached."),
            Column("Cluster-IP", about: "Its address within the cluster."),
            Column("External-IP", about: "Where it can be reached from outside."),
            Column("Port(s)", about: "Its ports, and those of the nodes that lead to them."), .age,
            Column("Selector", priority: 1, about: "The labels of the pods that it leads to."),
        ],
        reading: [
            "spec.type", "spec.clusterIP", "spec.clusterIPs", "spec.externalIPs", "spec.externalName", "spec.ports",
            "spec.selector", "status.loadBalancer",
        ]
    ) { object, now in
        let service = Core.Service(object)
        return [
            RowText.name(object), .text(service.spec.type),
            RowText.orNone(service.spec.clusterIPs.first ?? service.spec.clusterIP), .text(external(service)),
            RowText.orNone(service.spec.ports.map(port).joined(separator: ",")), RowText.age(object, now),
            RowText.labels(service.spec.selector),
        ]
    }

    private static func port(_ port: Core.ServicePort) -> String {
        port.nodePort > 0 ? "\(port.port):\(port.nodePort)/\(port.protocol)" : "\(port.port)/\(port.protocol)"
    }

    private static func external(_ service: Core.Service) -> String {
        let addresses = service.spec.externalIPs
        switch service.spec.type {
        case "LoadBalancer":
            let text = RowText.balancers(service.status.loadBalancer.ingress.map { ($0.ip, $0.hostname) })
            let all = (text.isEmpty ? [] : [text]) + addresses
            return all.isEmpty ? "<pending>" : all.joined(separator: ",")
        case "ExternalName": return service.spec.externalName
        case "ClusterIP", "NodePort": return addresses.isEmpty ? "<none>" : addresses.joined(separator: ",")
        default: return "<unknown>"
        }
    }
}
