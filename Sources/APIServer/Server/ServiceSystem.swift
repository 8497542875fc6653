import Objects
import Resources
import Store
import WatchCache

/// What services need from the beginning: the block of addresses as an object, records that fit, and the Service by which
/// pods find the API server.
enum ServiceSystem {
    private static let name = "kubernetes"
    private static let group = "networking.k8s.io"

    /// The configured range as an object, beside which others can be added.
    static func block(_ ranges: ServiceRanges) -> Message {
        var block = Networking.ServiceCIDR()
        block.metadata.name = name
        block.spec.cidrs = ranges.networks.map(\.description)
        return block.message
    }

    /// Declares the block ready, and repairs the records of addresses and ports.
    static func settle(_ core: ServerCore) async throws(APIError) {
        try await ServiceRepair.run(core)
        guard let resource = core.registry.find(group: group, "servicecidrs"),
            let operations = core.operations(resource)
        else { return }
        let now = core.now()
        _ = try await operations.modify(
            namespace: "", name: name, subresource: .status, options: WriteOptions(caller: .server)
        ) { old throws(APIError) in
            var block = Networking.ServiceCIDR(old)
            guard !block.status.conditions.contains(where: { $0.type == "Ready" }) else { return old }
            var ready = Meta.Condition()
            ready.type = "Ready"
            ready.status = "True"
            ready.message_ = "Kubernetes default Service CIDR is ready"
            ready.lastTransitionTime = Timestamp(seconds: now, nanoseconds: 0)
            block.status.conditions.append(ready)
            return block.message
        }
    }

    /// Makes the Service of the API server, at the first address of the range, unless it is there.
    ///
    /// - Parameter port: where this server listens.
    static func makeService(port: Int, _ core: ServerCore) async throws(APIError) {
        guard let network = core.services.ranges.networks.first,
            let operations = core.registry.find("services").flatMap(core.operations),
            operations.cache.find(namespace: "default", name: name) == nil
        else { return }
        var service = Core.Service()
        service.metadata.name = name
        service.metadata.labels = ["component": "apiserver", "provider": "kubernetes"]
        var https = Core.ServicePort()
        https.name = "https"
        https.protocol = "TCP"
        https.port = 443
        https.targetPort = .int(port)
        service.spec.ports = [https]
        service.spec.type = "ClusterIP"
        service.spec.clusterIP = AddressBand(network).address(0).description
        do {
            _ = try await operations.create(
                service.message, namespace: "default", options: WriteOptions(caller: .server))
        } catch {
            // Somebody has the address already: the cluster works without.
            guard error.reason == "AlreadyExists" || error.reason == "Invalid" else { throw error }
        }
    }
}
