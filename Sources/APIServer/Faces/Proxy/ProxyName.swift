/// What a proxy's path calls its target: `web`, `web:8080`, `https:web:metrics` (Kubernetes, "Manually constructing API server
/// proxy URLs").
struct ProxyName: Equatable {
    enum Scheme: String { case http, https }

    /// Nil: the name says none.
    let scheme: Scheme?
    let name: String
    /// A number or a port's name; "" when the name says none.
    let port: String

    /// - Returns: nil for a scheme that is none of these, and for an empty name.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: (scheme, name, port) = (nil, parts[0], "")
        case 2: (scheme, name, port) = (nil, parts[0], parts[1])
        case 3:
            if parts[0].isEmpty {
                scheme = nil
            } else {
                guard let known = Scheme(rawValue: parts[0]) else { return nil }
                scheme = known
            }
            (name, port) = (parts[1], parts[2])
        default: return nil
        }
        if name.isEmpty { return nil }
    }
}
