import Objects
import Reactor
import Resources

/// Where a proxied request goes, and how.
struct ProxyTarget: Sendable {
    enum Security: Sendable {
        case plain
        /// Whoever answers there: pods have certificates of their own making.
        case anybody
        /// A kubelet, of this node, with the cluster's certificates.
        case kubelet(String)
    }

    let host: String
    let port: Int
    let security: Security

    var endpoint: Endpoint { .tcp(host: host, port: port) }
    /// As URLs and `Host` have it.
    var authority: String { endpoint.description }

    /// Addresses that mean this machine itself, or one on its own link, are no pod's.
    static func isProxyable(_ text: String) -> Bool {
        guard let address = IPAddress(text) else { return false }
        return !address.isLoopback && !address.isLinkLocal && !address.isLinkLocalMulticast
    }
}

extension ProxyTarget {
    init(host: String, port: Int, scheme: ProxyName.Scheme?) {
        self.init(host: host, port: port, security: scheme == .https ? .anybody : .plain)
    }

    /// The pod itself: its named port is a number, or the first that a container declares.
    /// - Parameter fallback: without any port, what the scheme has.
    static func of(_ pod: Core.Pod, _ name: ProxyName) throws(APIError) -> ProxyTarget {
        var port = name.port
        if port.isEmpty, let first = pod.spec.containers.lazy.compactMap({ $0.ports.first }).first {
            port = String(first.containerPort)
        }
        let address = pod.status.podIPs.first?.ip ?? pod.status.podIP
        guard isProxyable(address) else { throw APIError.badRequest("address not allowed") }
        return ProxyTarget(
            host: address, port: try number(port, name.scheme), scheme: name.scheme)
    }

    /// - Parameter text: "": what the scheme has.
    static func number(_ text: String, _ scheme: ProxyName.Scheme?) throws(APIError) -> Int {
        if text.isEmpty { return scheme == .https ? 443 : 80 }
        guard let port = UInt16(text), port > 0 else {
            throw APIError.serviceUnavailable("error trying to reach service: \(text) is no port")
        }
        return Int(port)
    }

    /// One of the addresses behind a service.
    ///
    /// - Parameters:
    ///   - portName: as the endpoints name it.
    ///   - isThere: whether a pod that an address says it is of still is there, and has it.
    ///   - turn: any number; others choose others.
    /// - Returns: nil: there is none.
    static func of(
        _ endpoints: Core.Endpoints, portName: String, _ scheme: ProxyName.Scheme?, turn: Int,
        isThere: (Core.EndpointAddress) -> Bool
    ) -> ProxyTarget? {
        let subsets = endpoints.subsets
        for at in subsets.indices {
            let subset = subsets[(at + turn % subsets.count) % subsets.count]
            guard let port = subset.ports.first(where: { $0.name == portName }) else { continue }
            let addresses = subset.addresses
            for index in addresses.indices {
                let address = addresses[(index + turn % addresses.count) % addresses.count]
                if isThere(address) { return ProxyTarget(host: address.ip, port: port.port, scheme: scheme) }
            }
        }
        return nil
    }
}
