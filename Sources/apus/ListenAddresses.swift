import Resources

/// Where the API server serves with TLS, and under which addresses it is called: what follows from `--bind-address` and
/// `--advertise-address` as it does with kube-apiserver. Pure.
struct ListenAddresses: Equatable {
    /// More would be a mistake: all of the machine's are one word.
    static let limit = 16

    /// In the order given, each once; empty: all that the machine has, of both families.
    let named: [IPAddress]
    /// The family that is preferred where one address stands for all.
    private let family: IPAddress.Family

    /// All of the machine's.
    static let all = ListenAddresses(named: [], family: .v4)
    static let loopback = ListenAddresses(named: [IPAddress(family: .v4, value: 0x7f00_0001)], family: .v4)

    private init(named: [IPAddress], family: IPAddress.Family) {
        self.named = named
        self.family = family
    }

    /// - Parameter text: addresses with commas between them; nil, empty, `0.0.0.0` and `::`: all of the machine's.
    init(_ text: String?) throws(FlagError) {
        guard let text, !text.isEmpty else {
            self = .all
            return
        }
        var found: [IPAddress] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let address = IPAddress(String(part)), !address.isMulticast else {
                throw FlagError(
                    message:
                        "--bind-address takes addresses of this machine, such as 0.0.0.0 or 192.0.2.1,127.0.0.1, not "
                        + text)
            }
            // The socket would need to know by which interface.
            guard address.family == .v4 || !address.isLinkLocal else {
                throw FlagError(message: "--bind-address cannot take \(address), which each interface may have")
            }
            if !found.contains(address) { found.append(address) }
        }
        guard found.count <= Self.limit else {
            throw FlagError(message: "--bind-address takes at most \(Self.limit) addresses; 0.0.0.0 is all of them")
        }
        let first = found.first?.family ?? .v4
        if let unspecified = found.first(where: \.isUnspecified) {
            guard found.count == 1 else {
                throw FlagError(message: "--bind-address \(unspecified) is all addresses: give it alone")
            }
            self.init(named: [], family: first)
        } else {
            self.init(named: found, family: first)
        }
    }

    /// What is bound. Sockets of all IPv6 addresses take IPv4's too.
    ///
    /// - Parameter hasIPv6: the kernel has.
    func bound(hasIPv6: Bool) -> [IPAddress] {
        named.isEmpty ? [IPAddress(family: hasIPv6 ? .v6 : .v4, value: 0)] : named
    }

    /// Where programs on this machine call it: over loopback, unless it does not listen there.
    var local: IPAddress {
        let loopback = IPAddress(family: family, value: family == .v4 ? 0x7f00_0001 : 1)
        return named.first(where: \.isLoopback) ?? named.first ?? loopback
    }

    /// Where others are told to call it: as the operator says, else at the first address that it listens at and others
    /// can reach, else at the machine's own, which holds for loopback too. Nil: there is no such address.
    ///
    /// - Parameter primary: the machine's address of a family.
    func advertised(_ given: IPAddress?, primary: (IPAddress.Family) -> IPAddress?) -> IPAddress? {
        given ?? named.first(where: \.isReachable) ?? primary(family)
    }

    /// What its certificate is to be good for.
    ///
    /// - Parameter all: the machine's addresses.
    func names(advertised: IPAddress?, all: [IPAddress]) -> [IPAddress] {
        (named.isEmpty ? all : named) + (advertised.map { [$0] } ?? [])
    }
}
