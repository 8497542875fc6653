public import Objects

/// What a service of its type has: an address of its own, ports of the nodes.
public enum ServiceNeeds {
    static let noAddress = "None"

    public static func clusterIP(_ spec: Core.ServiceSpec) -> Bool {
        ["ClusterIP", "NodePort", "LoadBalancer"].contains(spec.type)
    }

    public static func nodePorts(_ spec: Core.ServiceSpec) -> Bool {
        spec.type == "NodePort" || (spec.type == "LoadBalancer" && spec.allocateLoadBalancerNodePorts != false)
    }

    /// Reachable from outside the cluster.
    static func isExternal(_ spec: Core.ServiceSpec) -> Bool {
        spec.type == "LoadBalancer" || spec.type == "NodePort"
            || (spec.type == "ClusterIP" && !spec.externalIPs.isEmpty)
    }

    public static func healthCheckPort(_ spec: Core.ServiceSpec) -> Bool {
        spec.type == "LoadBalancer" && spec.externalTrafficPolicy == "Local"
    }

    public static func isHeadless(_ spec: Core.ServiceSpec) -> Bool { spec.clusterIPs == [noAddress] }
}
