import APIServer
import Resources

/// Where services get their addresses and node ports from, named as kube-apiserver's flags.
enum ServiceFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "service-cluster-ip-range", value: "CIDR",
            help: "addresses of services; two, IPv4 and IPv6, with a comma (default 10.0.0.0/16)"),
        .init(
            name: "service-node-port-range", value: "N-N", help: "ports of nodes for services (default 30000-32767)"),
        .init(
            name: "advertise-address", value: "ADDRESS",
            help: "where the Service kubernetes leads (default: this machine's; none where it has none)"),
    ]

    /// Nil: the machine has no address but its own loopback, to which no Service leads.
    static func advertisedAddress(_ flags: Flags) throws(FlagError) -> IPAddress? {
        guard let text = flags["advertise-address"] else {
            return IPAddress(MachineAddress.primary).flatMap { $0.isLoopback ? nil : $0 }
        }
        guard let address = IPAddress(text), !address.isLoopback, !address.isLinkLocal else {
            throw FlagError(message: "--advertise-address takes an address that pods can reach, not \(text)")
        }
        return address
    }

    static func ranges(_ flags: Flags) throws(FlagError) -> ServiceRanges {
        do {
            return try ServiceRanges(
                networks: flags["service-cluster-ip-range"], nodePorts: flags["service-node-port-range"])
        } catch { throw FlagError(message: "--service-cluster-ip-range, --service-node-port-range: \(error)") }
    }
}
