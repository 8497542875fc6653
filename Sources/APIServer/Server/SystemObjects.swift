import Objects
import Resources
import WatchCache

/// What every cluster has, made by the API server itself so that it can be used alone.
enum SystemObjects {
    private static let namespaces = ["default", "kube-node-lease", "kube-public", "kube-system"]
    private static let ownBlock = "kubernetes"

    static func make(_ core: ServerCore) async throws(APIError) {
        for name in namespaces {
            var namespace = Core.Namespace()
            namespace.metadata.name = name
            try await make(namespace.message, named: name, "namespaces", core)
        }
        for priority in PriorityClassRules.systemClasses {
            try await make(
                priority.message, named: priority.metadata.name, "priorityclasses", of: "scheduling.k8s.io", core)
        }
        try await makeBlock(core)
        try await ServiceRepair.run(core)
    }

    /// The Service by which pods find the API server, at the first address of the range.
    ///
    /// - Parameter port: where this server listens.
    static func makeService(port: Int, _ core: ServerCore) async throws(APIError) {
        guard let network = core.services.ranges.networks.first else { return }
        var service = Core.Service()
        service.metadata.name = "kubernetes"
        service.metadata.labels = ["component": "apiserver", "provider": "kubernetes"]
        var https = Core.ServicePort()
        https.name = "https"
        https.protocol = "TCP"
        https.port = 443
        https.targetPort = .int(port)
        service.spec.ports = [https]
        service.spec.type = "ClusterIP"
        service.spec.clusterIP = AddressBand(network).address(0).description
        try await make(service.message, named: "kubernetes", "services", in: "default", core)
    }

    /// The configured range as an object, beside which others can be added.
    private static func makeBlock(_ core: ServerCore) async throws(APIError) {
        let group = "networking.k8s.io"
        var block = Networking.ServiceCIDR()
        block.metadata.name = ownBlock
        block.spec.cidrs = core.services.ranges.networks.map(\.description)
        guard try await make(block.message, named: ownBlock, "servicecidrs", of: group, core),
            let resource = core.registry.find(group: group, "servicecidrs"), let operations = core.operations(resource)
        else { return }
        let now = core.now()
        _ = try await operations.modify(
            namespace: "", name: ownBlock, subresource: .status, options: WriteOptions(caller: .server)
        ) { old throws(APIError) in
            var block = Networking.ServiceCIDR(old)
            var ready = Meta.Condition()
            ready.type = "Ready"
            ready.status = "True"
            ready.message_ = "Kubernetes default Service CIDR is ready"
            ready.lastTransitionTime = Timestamp(seconds: now, nanoseconds: 0)
            block.status.conditions = [ready]
            return block.message
        }
    }

    /// - Returns: whether it was made now; false: it is there already, or its kind is not served.
    @discardableResult
    private static func make(
        _ object: Message, named name: String, _ plural: String, of group: String = "", in namespace: String = "",
        _ core: ServerCore
    ) async throws(APIError) -> Bool {
        guard let operations = core.registry.find(group: group, plural).flatMap(core.operations),
            operations.cache.find(namespace: namespace, name: name) == nil
        else { return false }
        do {
            _ = try await operations.create(object, namespace: namespace, options: WriteOptions(caller: .server))
            return true
        } catch {
            if error.reason == "AlreadyExists" { return false }
            throw error
        }
    }
}
