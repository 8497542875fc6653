import Access
import Objects
import Resources
import WatchCache

/// Finds out where a proxied request goes: to a pod, to one of a service's endpoints, to a node's kubelet or another of its
/// ports.
struct ProxyTargets: Sendable {
    let core: ServerCore

    /// - Parameters:
    ///   - plural: `pods`, `services` or `nodes`.
    ///   - text: the name with scheme and port, as it stands in the path.
    func find(_ plural: String, namespace: String, _ text: String) async throws(APIError) -> ProxyTarget {
        guard let name = ProxyName(text) else {
            throw APIError.badRequest("invalid \(plural.dropLast()) request \(GoText.quoted(text))")
        }
        switch plural {
        case "pods":
            let pod = Core.Pod(try await get("pods", namespace, name.name))
            return try ProxyTarget.of(pod, name)
        case "services": return try await service(name, namespace, text)
        default: return try await node(name)
        }
    }

    private func get(_ plural: String, _ namespace: String, _ name: String) async throws(APIError) -> Message {
        guard let operations = core.operations(of: plural) else { throw APIError.noSuchPath() }
        return try await operations.get(namespace: namespace, name: name).message(operations.definition.type)
    }

    private func service(
        _ name: ProxyName, _ namespace: String, _ text: String
    ) async throws(APIError) -> ProxyTarget {
        var port = name.port
        if let number = Int(port) {
            let service = Core.Service(try await get("services", namespace, name.name))
            guard let found = service.spec.ports.first(where: { $0.port == number }) else {
                throw APIError.serviceUnavailable(
                    "no service port \(number) found for service \(GoText.quoted(name.name))")
            }
            port = found.name
        }
        let endpoints = Core.Endpoints(try await get("endpoints", namespace, name.name))
        guard !endpoints.subsets.isEmpty else {
            throw APIError.serviceUnavailable("no endpoints available for service \(GoText.quoted(name.name))")
        }
        let found = ProxyTarget.of(
            endpoints, portName: port, name.scheme, turn: Int.random(in: 0..<(1 << 16)),
            isThere: { isThere($0, namespace) })
        guard let found else {
            throw APIError.serviceUnavailable("no endpoints available for service \(GoText.quoted(text))")
        }
        return found
    }

    /// Whoever writes endpoints must not lead others to what is no pod of the namespace.
    private func isThere(_ address: Core.EndpointAddress, _ namespace: String) -> Bool {
        guard let reference = address.targetRef, reference.kind == "Pod" else { return true }
        guard reference.namespace == namespace, let pods = core.registry.find("pods"),
            let found = pods.cache?.find(namespace: namespace, name: reference.name),
            let message = try? StoredObject(found).message(pods.stored.type)
        else { return false }
        return Core.Pod(message).status.podIPs.contains { $0.ip == address.ip }
    }

    private func node(_ name: ProxyName) async throws(APIError) -> ProxyTarget {
        let node = Core.Node(try await get("nodes", "", name.name))
        let place = try NodeAccess.place(of: node)
        if name.port.isEmpty || name.port == String(place.port) {
            return ProxyTarget(host: place.host, port: place.port, security: .kubelet(name.name))
        }
        guard ProxyTarget.isProxyable(place.host) else { throw APIError.badRequest("address not allowed") }
        return ProxyTarget(
            host: place.host, port: try ProxyTarget.number(name.port, name.scheme), scheme: name.scheme)
    }
}
