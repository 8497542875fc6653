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
            throw APIError.badRequest("pod \(pod.metadata.name) does not have a host assigned")
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

    private func endpoint(of nodeName: String) throws(APIError) -> Endpoint {
        guard let nodes = core.registry.find("nodes"), let found = nodes.cache?.find(namespace: "", name: nodeName)
        else { throw APIError.badRequest("the pod's node \(nodeName) is not registered") }
        let place = try Self.place(of: Core.Node(try StoredObject(found).message(nodes.definition.type)))
        return .tcp(host: place.host, port: place.port)
    }

    /// Where a node's kubelet listens.
    static func place(of node: Core.Node) throws(APIError) -> (host: String, port: Int) {
        let addresses = node.status.addresses
        guard let address = addresses.first(where: { $0.type == "InternalIP" }) ?? addresses.first else {
            throw APIError.badRequest("node \(node.metadata.name) has no address yet")
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
            throw APIError.badRequest(
                "a container name must be specified for pod \(pod.metadata.name), choose one of: [\(names.joined(separator: " "))]"
            )
        }
        return only.name
    }

    /// `a=b&c=d`.
    static func query(_ items: [(name: String, value: String)]) -> String {
        items.map { "\(encoded($0.name))=\(encoded($0.value))" }.joined(separator: "&")
    }

    /// Everything but unreserved characters (RFC 3986, section 2.3) as `%41`.
    private static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
                || byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x7e
            if isPlain {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 15] { out.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10) }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
