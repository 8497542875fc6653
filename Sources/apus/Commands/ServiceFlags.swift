import APIServer

/// Where services get their addresses and node ports from, named as kube-apiserver's flags.
enum ServiceFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "service-cluster-ip-range", value: "CIDR",
            fallback: "10.0.0.0/16", help: "addresses of services; two, IPv4 and IPv6, with a comma"),
        .init(
            name: "service-node-port-range", value: "N-N", fallback: "30000-32767", help: "ports of nodes for services"),
    ]

    static func ranges(_ flags: Flags) throws(FlagError) -> ServiceRanges {
        do {
            return try ServiceRanges(
                networks: flags["service-cluster-ip-range"], nodePorts: flags["service-node-port-range"])
        } catch { throw FlagError(message: "--service-cluster-ip-range, --service-node-port-range: \(error)") }
    }
}
