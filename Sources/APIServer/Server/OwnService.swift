import Objects
import Resources
import WatchCache

/// The Service `kubernetes`, by which pods find this API server. No selector does it any good: the server keeps it and where it
/// leads itself.
struct OwnService: Sendable {
    private static let namespace = "default"
    private static let name = "kubernetes"
    private static let portName = "https"
    /// How long a Service or endpoints that somebody has spoiled stay so.
    private static let interval = Duration.seconds(10)

    let core: ServerCore
    /// Where others reach the server; nil: the Service leads nowhere.
    let address: IPAddress?
    /// Where it listens.
    let port: Int

    /// Keeps all right until its task is cancelled. What fails now is tried again.
    func run() async {
        while (try? await Task.sleep(for: Self.interval)) != nil { try? await keep() }
    }

    /// Makes what is not there, and corrects what is wrong.
    func keep() async throws(APIError) {
        try await makeService()
        guard let address else { return core.health.finish(.ownService) }
        let endpoints = Self.endpoints(address, port)
        try await keep("endpoints", "", endpoints.message) { stored in
            var stored = Core.Endpoints(stored)
            stored.subsets = endpoints.subsets
            for entry in endpoints.metadata.labels.entries { stored.metadata.labels[entry.key] = entry.value }
            return stored.message
        }
        let slice = Self.slice(address, port)
        try await keep("endpointslices", "discovery.k8s.io", slice.message) { stored in
            var stored = Objects.Discovery.EndpointSlice(stored)
            stored.endpoints = slice.endpoints
            stored.ports = slice.ports
            for entry in slice.metadata.labels.entries { stored.metadata.labels[entry.key] = entry.value }
            return stored.message
        }
        core.health.finish(.ownService)
    }

    /// At the first address of the range.
    private func makeService() async throws(APIError) {
        guard let ownAddress = core.services.ranges.ownAddress,
            let operations = core.operations(of: "services"),
            operations.cache.find(namespace: Self.namespace, name: Self.name) == nil
        else { return }
        var service = Core.Service()
        service.metadata.name = Self.name
        service.metadata.labels = ["component": "apiserver", "provider": "kubernetes"]
        var https = Core.ServicePort()
        https.name = Self.portName
        https.protocol = "TCP"
        https.port = 443
        https.targetPort = .int(port)
        service.spec.ports = [https]
        service.spec.type = "ClusterIP"
        service.spec.clusterIP = ownAddress
        do {
            _ = try await operations.create(
                service.message, namespace: Self.namespace, options: WriteOptions(caller: .server))
        } catch {
            // Somebody has the address already: the cluster works without.
            guard error.reason == "AlreadyExists" || error.reason == "Invalid" else { throw error }
        }
    }

    private func keep(
        _ plural: String, _ group: String, _ wanted: Message, _ correct: @Sendable @escaping (Message) -> Message
    ) async throws(APIError) {
        guard let operations = core.operations(of: plural, group) else { return }
        let options = WriteOptions(caller: .server)
        do {
            // What is right already is not written.
            _ = try await operations.modify(
                namespace: Self.namespace, name: Self.name, subresource: nil, options: options
            ) { old throws(APIError) in correct(old) }
        } catch {
            guard error.code == 404 else { throw error }
            do {
                _ = try await operations.create(wanted, namespace: Self.namespace, options: options)
            } catch { guard error.reason == "AlreadyExists" else { throw error } }
        }
    }

    static func endpoints(_ address: IPAddress, _ port: Int) -> Core.Endpoints {
        var endpoints = Core.Endpoints()
        endpoints.metadata.name = name
        // The slice below is its own, not a copy that a controller makes of this.
        endpoints.metadata.labels = ["endpointslice.kubernetes.io/skip-mirror": "true"]
        var place = Core.EndpointAddress()
        place.ip = address.description
        var https = Core.EndpointPort()
        https.name = portName
        https.port = port
        https.protocol = "TCP"
        var subset = Core.EndpointSubset()
        subset.addresses = [place]
        subset.ports = [https]
        endpoints.subsets = [subset]
        return endpoints
    }

    static func slice(_ address: IPAddress, _ port: Int) -> Objects.Discovery.EndpointSlice {
        var slice = Objects.Discovery.EndpointSlice()
        slice.metadata.name = name
        slice.metadata.labels = ["kubernetes.io/service-name": name]
        slice.addressType = address.family.rawValue
        var place = Objects.Discovery.Endpoint()
        place.addresses = [address.description]
        place.conditions.ready = true
        var https = Objects.Discovery.EndpointPort()
        https.name = portName
        https.port = port
        https.protocol = "TCP"
        slice.endpoints = [place]
        slice.ports = [https]
        return slice
    }
}
