import Objects
import Reactor
import Resources
import WatchCache

/// How the API server reaches the kubelets, for what only they know.
struct NodeAccess: Sendable {
    let identity: TLSClientConfiguration
    let core: ServerCore

    /// Where a pod's kubelet listens, and how to know it.
    /// - Parameter applicationProtocols: as ALPN offers them.
    func reach(_ pod: Core.Pod, applicationProtocols: [String]) throws(APIError) -> (Endpoint, TLSContext) {
        let node = pod.spec.nodeName
        guard !node.isEmpty else {
            throw APIError.badRequest(Self.hostless(pod))
        }
        let endpoint = try endpoint(of: node)
        var tls = identity
        // Node certificates carry the node's name, whatever address they are reached at.
        tls.serverName = node
        tls.applicationProtocols = applicationProtocols
        do throws(ReactorError) {
            return (endpoint, try TLSContext(client: tls))
        } catch {
            throw APIError.internalError("the server's identity for nodes cannot be used: \(error.message)")
        }
    }

    static func hostless(_ pod: Core.Pod) -> String { "pod \(pod.metadata.name) does not have a host assigned" }

    /// Where the kubelet of that node listens.
    func endpoint(of nodeName: String) throws(APIError) -> Endpoint {
        guard let nodes = core.registry.find("nodes"), let found = nodes.cache?.find(namespace: "", name: nodeName)
        else {
            throw APIError(
                404, "NotFound", "nodes \"\(nodeName)\" not found", details: .init(name: nodeName, kind: "nodes"))
        }
        let place = try Self.place(of: Core.Node(try StoredObject(found).message(nodes.definition.type)))
        return .tcp(host: place.host, port: place.port)
    }

    /// Where a node's kubelet listens.
    static func place(of node: Core.Node) throws(APIError) -> (host: String, port: Int) {
        let addresses = node.status.addresses
        guard let address = addresses.first(where: { $0.type == "InternalIP" }) ?? addresses.first else {
            throw APIError(500, "", "no preferred addresses found; known addresses: []")
        }
        let port = node.status.daemonEndpoints.kubeletEndpoint.port
        return (address.address, port == 0 ? 10250 : port)
    }

    /// The container that is meant: the one that is named, else the only one.
    static func container(of pod: Core.Pod, wanted: String?) throws(APIError) -> String {
        let names =
            (pod.spec.containers + pod.spec.initContainers).map(\.name)
            + pod.spec.ephemeralContainers.map(\.ephemeralContainerCommon.name)
        if let wanted, !wanted.isEmpty {
            guard names.contains(wanted) else {
                throw APIError.badRequest("container \(wanted) is not valid for pod \(pod.metadata.name)")
            }
            return wanted
        }
        guard pod.spec.containers.count == 1, let only = pod.spec.containers.first else {
            var words = "a container name must be specified for pod \(pod.metadata.name)"
            func list(_ containers: [Core.Container]) -> String { containers.map(\.name).joined(separator: " ") }
            if !pod.spec.containers.isEmpty { words += ", choose one of: [\(list(pod.spec.containers))]" }
            if !pod.spec.initContainers.isEmpty {
                words += " or one of the init containers: [\(list(pod.spec.initContainers))]"
            }
            throw APIError.badRequest(words)
        }
        return only.name
    }
}
