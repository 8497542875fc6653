public import Reactor

/// Where the API server is, how it proves itself, and who asks.
public struct ClientConfiguration: Sendable {
    public var endpoint: Endpoint
    /// Nil: plain HTTP/2 with prior knowledge.
    public var tls: TLSClientConfiguration?
    /// A bearer token; nil: the client certificate alone says who asks.
    public var token: String?
    /// Where objects are looked for when none is said.
    public var namespace = "default"
    public var userAgent = "apus"
    /// The end of a call that is not a watch.
    public var callMilliseconds = RPCLimits.callMilliseconds

    public init(endpoint: Endpoint, tls: TLSClientConfiguration?) {
        self.endpoint = endpoint
        self.tls = tls
    }

    /// The `:authority` of requests.
    var authority: String {
        switch endpoint {
        case .tcp: endpoint.description
        case .unix: "localhost"
        }
    }
}
