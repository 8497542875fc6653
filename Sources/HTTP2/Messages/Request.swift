/// A request whose body has arrived whole.
public struct Request: Sendable {
    public enum Body: Sendable {
        case complete([UInt8])
        /// More than `limitBytes` arrived; the rest is discarded. Answer 413.
        case tooLarge(limitBytes: Int)
    }
    public var head: RequestHead
    public var body: Body
    /// Nil when the peer showed no certificate, or on a plain connection.
    public var peer: PeerIdentity?
    /// The peer came over a plain-text listener.
    public var isPlaintext: Bool

    public init(head: RequestHead, body: Body, peer: PeerIdentity?, isPlaintext: Bool) {
        self.head = head
        self.body = body
        self.peer = peer
        self.isPlaintext = isPlaintext
    }
}
