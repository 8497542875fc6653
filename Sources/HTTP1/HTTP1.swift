package import HTTP2
internal import Reactor

/// HTTP/1.0 and 1.1 for peers that have no HTTP/2, beside it on the same port and in front of the same handler.
package struct HTTP1: FallbackProtocol {
    /// What servers that have it offer in ALPN. A TLS client that offers nothing is taken for one of HTTP/1.1.
    package static let applicationProtocols = ["h2", "http/1.1"]

    package init() {}

    package func takeOver(_ handover: ConnectionHandover) -> any ShardConnection {
        let connection = HTTP1Connection(handover)
        handover.transport.handOver(to: connection)
        return connection
    }
}
