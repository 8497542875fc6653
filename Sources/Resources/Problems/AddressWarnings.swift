import Objects

/// Addresses and networks that are valid, but not written as they should be.
enum AddressWarnings {
    static func address(_ path: String, _ text: String) -> [String] {
        guard let found = IPAddress(text), found.family == .v6, found.description != text else { return [] }
        return ["\(path): IPv6 address \"\(text)\" should be in RFC 5952 canonical format (\"\(found)\")"]
    }

    static func network(_ path: String, _ text: String) -> [String] {
        guard let found = IPNetwork(text), found.address.family == .v6, found.description != text else { return [] }
        return ["\(path): IPv6 CIDR value \"\(text)\" should be in RFC 5952 canonical format (\"\(found)\")"]
    }
}
