import Objects

/// Addresses and networks in fields.
extension FieldWords {
    static let network = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"

    static func network(_ path: String, _ text: String) -> [FieldProblem] {
        IPNetwork(text) == nil ? [.invalid(path, text: text, network)] : []
    }

    /// A network of a newer field, which must be written without doubt.
    static func strictNetwork(_ path: String, _ text: String) -> [FieldProblem] {
        guard let found = IPNetwork(text) else { return [.invalid(path, text: text, network)] }
        if found.address.isMapped {
            return [.invalid(path, text: text, "must not have an IPv4-mapped IPv6 address")]
        }
        if found.hasHostBits {
            return [.invalid(path, text: text, "must not have bits set beyond the prefix length")]
        }
        return []
    }

    /// An address that must be written without doubt: no leading zeros, no IPv4 in IPv6's clothes.
    static func strictAddress(_ path: String, _ text: String) -> [FieldProblem] {
        if let found = IPAddress(text) {
            return found.isMapped ? [.invalid(path, text: text, "must not be an IPv4-mapped IPv6 address")] : []
        }
        // With its zeros taken away it may be an address after all.
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isDecimal = parts.count == 4 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }
        let plain = parts.map { part in
            let rest = part.drop { $0 == "0" }
            return rest.isEmpty ? "0" : String(rest)
        }.joined(separator: ".")
        return [.invalid(path, text: text, isDecimal && IPAddress(plain) != nil ? "must not have leading 0s" : address)]
    }

    /// The name of an object that is an address.
    static func addressProblems(_ text: String) -> [String] {
        guard let found = IPAddress(text) else { return [address] }
        return found.isMapped ? ["must not be an IPv4-mapped IPv6 address"] : []
    }

    /// An address that other machines can reach.
    static func reachable(_ path: String, _ text: String) -> [FieldProblem] {
        guard let found = IPAddress(text) else { return [.invalid(path, text: text, "must be a valid IP address")] }
        var problems: [FieldProblem] = []
        if found.isUnspecified { problems.append(.invalid(path, text: text, "may not be unspecified (\(text))")) }
        if found.isLoopback {
            problems.append(.invalid(path, text: text, "may not be in the loopback range (127.0.0.0/8, ::1/128)"))
        }
        if found.isLinkLocal {
            problems.append(
                .invalid(path, text: text, "may not be in the link-local range (169.254.0.0/16, fe80::/10)"))
        }
        if found.isLinkLocalMulticast {
            problems.append(
                .invalid(path, text: text, "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)"))
        }
        return problems
    }
}
