package import Reactor

/// Serves the connections of peers that do not speak HTTP/2, on the same port: ALPN or the first bytes say so.
package protocol FallbackProtocol: Sendable {
    /// Takes a connection over, for good. Called on its loop; from then on the transport tells what happens to what is
    /// returned, which the shard keeps until `ServerShard.remove`.
    func takeOver(_ handover: ConnectionHandover) -> any ShardConnection
}

/// A connection whose peer turned out to speak something else.
package struct ConnectionHandover {
    package let shard: ServerShard
    package let transport: Transport
    /// Its number among the connections of the shard.
    package let number: Int
    package let peer: PeerIdentity?
    package let isPlaintext: Bool
}

/// A connection as its shard sees it, whatever it speaks.
package protocol ShardConnection: AnyObject {
    /// In the order in which the loop got them.
    var number: Int { get }
    /// The peer has not yet said anything that made sense; such connections are bounded, and the oldest go first.
    var isHandshaking: Bool { get }
    /// Makes room for others' handshakes.
    func dropHandshake()
    /// Looks at all time limits. Called every `sweepMilliseconds`.
    func sweep()
    /// It is this connection's turn to give the handler a request. False: it has none, and leaves the queue.
    func giveNext() -> Bool
    /// Ends in order, after what is under way.
    func drain()
    /// Ends at once.
    func cut()
}

/// Tells HTTP/2 with prior knowledge from anything else by a plain connection's first bytes (RFC 9113, section 3.4).
enum FirstBytes: Equatable {
    case http2
    case other
    case undecided

    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    /// - Parameter bytes: all that has arrived so far.
    init(_ bytes: [UInt8]) {
        // HTTP/1 has no method PRI: after its blank nothing else begins so.
        let decisive = Self.preface.prefix(4)
        if bytes.starts(with: decisive) {
            self = .http2
        } else {
            self = decisive.starts(with: bytes) ? .undecided : .other
        }
    }
}
