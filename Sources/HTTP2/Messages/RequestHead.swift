/// A request's pseudo-headers and fields (RFC 9113, section 8.3.1).
public struct RequestHead: Sendable, Equatable {
    public var method: String
    public var scheme: String
    public var authority: String
    /// Path and query as sent, percent-encoding kept.
    public var path: String
    public var headers: HeaderFields

    public init(
        method: String, path: String, authority: String = "localhost", scheme: String = "https",
        headers: HeaderFields = [:]
    ) {
        self.method = method
        self.path = path
        self.authority = authority
        self.scheme = scheme
        self.headers = headers
    }
}

/// A response's status and fields (RFC 9113, section 8.3.2).
public struct ResponseHead: Sendable, Equatable {
    public var status: Int
    public var headers: HeaderFields

    public init(status: Int, headers: HeaderFields = [:]) {
        self.status = status
        self.headers = headers
    }
}
