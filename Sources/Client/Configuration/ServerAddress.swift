public import Reactor

/// A server's URL as a kubeconfig has it: `https://host:port`, `http://host:port`, or `unix:///path`.
public struct ServerAddress: Equatable, Sendable {
    public var endpoint: Endpoint
    public var isSecure: Bool
    public var host: String

    public init(parsing url: String) throws(ConfigurationError) {
        guard let separator = url.firstRange(of: "://") else { throw Self.bad(url) }
        let scheme = url[..<separator.lowerBound]
        var rest = url[separator.upperBound...]
        switch scheme {
        case "unix":
            guard rest.hasPrefix("/") else { throw Self.bad(url) }
            (endpoint, isSecure, host) = (.unix(path: String(rest)), false, "localhost")
            return
        case "https": isSecure = true
        case "http": isSecure = false
        default: throw Self.bad(url)
        }
        if rest.hasSuffix("/") { rest = rest.dropLast() }
        guard !rest.contains("/"), !rest.contains("?"), !rest.contains("@") else { throw Self.bad(url) }
        var port = isSecure ? 443 : 80
        if rest.hasPrefix("[") {
            guard let end = rest.firstIndex(of: "]") else { throw Self.bad(url) }
            host = String(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...]
            if !rest.isEmpty {
                guard rest.hasPrefix(":"), let number = Self.port(rest.dropFirst()) else { throw Self.bad(url) }
                port = number
            }
        } else {
            let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
            host = parts.first.map(String.init) ?? ""
            if parts.count == 2 {
                guard let number = Self.port(parts[1]) else { throw Self.bad(url) }
                port = number
            } else if parts.count > 2 {
                throw Self.bad(url)
            }
        }
        guard !host.isEmpty else { throw Self.bad(url) }
        endpoint = .tcp(host: host, port: port)
    }

    private static func port(_ text: Substring) -> Int? {
        guard let number = Int(text), (1...65535).contains(number) else { return nil }
        return number
    }

    private static func bad(_ url: String) -> ConfigurationError {
        ConfigurationError("the server \"\(url)\" cannot be used: write it like https://127.0.0.1:6443")
    }
}
