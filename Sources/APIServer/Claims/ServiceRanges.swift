public import Resources

/// Where the addresses and node ports of services are taken from.
public struct ServiceRanges: Sendable, Equatable {
    /// One block, or one of each family; the first is that of services that say nothing.
    public let networks: [IPNetwork]
    public let nodePorts: ClosedRange<Int>

    /// A range that cannot be used, and why.
    public struct Problem: Error, Equatable, CustomStringConvertible {
        public let description: String
    }

    /// 65,534 addresses around those that kube-apiserver has without its flag, and the ports that firewalls are told of.
    public static let standard = ServiceRanges(networks: [standardNetwork], nodePorts: 30000...32767)

    private static var standardNetwork: IPNetwork {
        guard let network = IPNetwork("10.0.0.0/16") else { preconditionFailure("a block of addresses") }
        return network
    }

    /// What the Service of the API server itself has.
    public var ownAddress: String? { networks.first.map { AddressBand($0).address(0).description } }

    private init(networks: [IPNetwork], nodePorts: ClosedRange<Int>) {
        self.networks = networks
        self.nodePorts = nodePorts
    }

    /// - Parameters:
    ///   - networks: `10.0.0.0/16`, or two with a comma between them, one IPv4 and one IPv6; nil: the standard ones.
    ///   - nodePorts: `30000-32767`, or `30000+2767`; nil: the standard ones.
    public init(networks: String?, nodePorts: String?) throws(Problem) {
        self.networks = try networks.map(Self.networks) ?? Self.standard.networks
        self.nodePorts = try nodePorts.map(Self.ports) ?? Self.standard.nodePorts
    }

    private static func networks(_ text: String) throws(Problem) -> [IPNetwork] {
        var found: [IPNetwork] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let network = IPNetwork(String(part)) else {
                throw Problem(description: "\(part) is no block of addresses, such as 10.0.0.0/16")
            }
            // The first and, in IPv4, the last address are nobody's.
            guard network.count >= 8 else { throw Problem(description: "\(part) has fewer than 8 addresses") }
            found.append(network)
        }
        guard (1...2).contains(found.count), Set(found.map(\.family)).count == found.count else {
            throw Problem(description: "\(text): one block, or one of IPv4 and one of IPv6")
        }
        return found
    }

    private static func ports(_ text: String) throws(Problem) -> ClosedRange<Int> {
        let isSpan = text.contains("+")
        let parts = text.split(separator: isSpan ? "+" : "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let first = parts[0], let second = parts[1], (1...65535).contains(first),
            (0...65535).contains(second)
        else { throw Problem(description: "\(text) is no range of ports, such as 30000-32767") }
        let last = isSpan ? first + second : second
        guard last >= first, last <= 65535 else {
            throw Problem(description: "\(text) is no range of ports, such as 30000-32767")
        }
        return first...last
    }
}
