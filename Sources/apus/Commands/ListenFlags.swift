import Resources

/// Where the API server listens and what it is called there; named as kube-apiserver's flags where it has them.
struct ListenFlags {
    static let flags: [Flags.Flag] = [
        .init(
            name: "bind-address", value: "ADDRESS,...",
            fallback: "0.0.0.0", help: "where to serve with TLS; 0.0.0.0: all addresses of this machine, IPv6 too"),
        .init(
            name: "advertise-address", value: "ADDRESS",
            help: "where the Service kubernetes leads (default: what it listens at, or this machine's)"),
        .init(
            name: "tls-san", value: "NAME,...", help: "more names and addresses that its certificate is good for"),
    ]
    /// A certificate is sent with each handshake.
    private static let nameLimit = 64

    let addresses: ListenAddresses
    /// Nil: there is no address that pods could reach.
    let advertised: IPAddress?
    /// Of the certificate, beside those that every cluster's has.
    let names: [String]

    /// - Parameter port: 0: any that is free.
    init(_ flags: Flags, port: Int) throws(FlagError) {
        addresses = try ListenAddresses(flags["bind-address"])
        guard port > 0 || addresses.named.count <= 1 else {
            throw FlagError(
                message: "--port 0 takes a free port of one address: give a port for several --bind-address")
        }
        advertised = addresses.advertised(try Self.advertised(flags), primary: MachineAddress.primary)
        let given = (flags["tls-san"] ?? "").split(separator: ",").map(String.init)
        guard given.count <= Self.nameLimit else {
            throw FlagError(message: "--tls-san takes at most \(Self.nameLimit) names")
        }
        let called = addresses.names(advertised: advertised, all: Array(MachineAddress.all.prefix(Self.nameLimit)))
        names = called.map(\.description) + given
    }

    private static func advertised(_ flags: Flags) throws(FlagError) -> IPAddress? {
        guard let text = flags["advertise-address"], !text.isEmpty else { return nil }
        guard let address = IPAddress(text) else {
            throw FlagError(message: "--advertise-address takes an address, not \(text)")
        }
        // As kube-apiserver has it: all addresses are none in particular.
        if address.isUnspecified { return nil }
        guard address.isReachable else {
            throw FlagError(message: "--advertise-address takes an address that pods can reach, not \(text)")
        }
        return address
    }
}
