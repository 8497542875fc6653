import Objects

/// Addresses and networks in fields.
extension FieldWords {
    static let network = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"

    /// A network that must be written without doubt.
    ///
    /// - Parameter known: what stood there before, and may stay however it is written.
    static func strictNetwork(_ path: String, _ text: String, known: Set<String> = []) -> [FieldProblem] {
        guard !known.contains(text) else { return [] }
        let plain = IPNetwork(text)
        guard let found = plain ?? IPNetwork(ignoringZeros: text) else { return [.invalid(path, text: text, network)] }
        var problems: [FieldProblem] = []
        if plain == nil {
            problems.append(.invalid(path, text: text, "must not have leading 0s in IP or prefix length"))
        }
        if found.address.isMapped {
            problems.append(.invalid(path, text: text, "must not have an IPv4-mapped IPv6 address"))
        }
        if found.hasHostBits {
            problems.append(.invalid(path, text: text, "must not have bits set beyond the prefix length"))
        }
        return problems
    }

    /// What the writer is told of a network that is valid and could be written better.
    static func networkWarnings(_ path: String, _ text: String) -> [String] {
        let plain = IPNetwork(text)
        guard let found = plain ?? IPNetwork(ignoringZeros: text) else { return [] }
        let shown = FieldProblem.quoted(text)
        var warnings: [String] = []
        if found.hasHostBits {
            let single = IPNetwork(only: found.address)
            warnings.append(
                "\(path): CIDR value \(shown) is ambiguous in this context (should be \"\(found)\" or \"\(single)\"?)")
        }
        if plain == nil || found.address.isMapped {
            warnings.append(
                "\(path): non-standard CIDR value \(shown) will be considered invalid in a future Kubernetes release: use "
                    + "\"\(found)\"")
        }
        if warnings.isEmpty, found.family == .v6, found.description != text {
            warnings.append("\(path): IPv6 CIDR value \(shown) should be in RFC 5952 canonical format (\"\(found)\")")
        }
        return warnings
    }

    /// An address that must be written without doubt: no leading zeros, no IPv4 in IPv6's clothes.
    static func strictAddress(_ path: String, _ text: String) -> [FieldProblem] {
        if let found = IPAddress(text) {
            return found.isMapped ? [.invalid(path, text: text, "must not be an IPv4-mapped IPv6 address")] : []
        }
        let hasZeros = IPAddress(ignoringZeros: text) != nil
        return [.invalid(path, text: text, hasZeros ? "must not have leading 0s" : address)]
    }

    /// An address of a network interface with the length of its network's prefix, in the shortest way to write it.
    static func interfaceAddress(_ path: String, _ text: String) -> [FieldProblem] {
        guard let found = IPNetwork(text) ?? IPNetwork(ignoringZeros: text) else {
            let words = "must be a valid address in CIDR form, (e.g. 10.9.8.7/24 or 2001:db8::1/64)"
            return [.invalid(path, text: text, words)]
        }
        let canonical = "\(found.address)/\(found.prefixBits)"
        if text == canonical { return [] }
        return [.invalid(path, text: text, "must be in canonical form (\(FieldProblem.quoted(canonical)))")]
    }

    /// The name of an object that is an address.
    static func addressProblems(_ text: String) -> [String] {
        guard let found = IPAddress(text) else { return [address] }
        return found.isMapped ? ["must not be an IPv4-mapped IPv6 address"] : []
    }

    /// An address that other machines can reach.
    static func reachable(_ path: String, _ text: String) -> [FieldProblem] {
        guard let found = IPAddress(text) ?? IPAddress(ignoringZeros: text) else {
            return [.invalid(path, text: text, "must be a valid IP address")]
        }
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
