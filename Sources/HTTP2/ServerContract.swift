public import Reactor

/// Answers requests. It is called on the event loop that owns the stream, and must not block it.
public protocol RequestHandler: AnyObject, Sendable {
    /// Called once per request when its body has arrived whole, or has turned out to be too large.
    func handle(_ request: consuming Request, on stream: any ResponseStream)
}

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

/// The answering half of one request's stream. Use it on its loop only. One of the `respond` calls, once.
/// All calls after the stream has closed are ignored.
public protocol ResponseStream: AnyObject {
    var loop: EventLoop { get }
    /// The stream has ended (answered whole, reset by the peer, connection lost).
    var isClosed: Bool { get }

    /// Answers whole: head, body, and trailers if any (gRPC). `content-length` is added for an answer without trailers.
    func respond(_ head: ResponseHead, body: [UInt8], trailers: HeaderFields?)
    /// Answers with a body that is pulled from `source` as fast as flow control and the socket take it.
    func respond(_ head: ResponseHead, pulling source: any BodySource)
    /// Tells that a source which said `.blocked` has bytes again. Cheap; idempotent until the next pull.
    func bodyAvailable()
    /// Gives up the stream: RST_STREAM with this code (RFC 9113, section 7).
    func reset(_ code: HTTP2ErrorCode)
    /// Called once on the loop when the stream has ended, for whatever reason.
    var onClose: (() -> Void)? { get set }
}

/// A body that is produced when the peer can take it: no queue between the source and the socket.
public protocol BodySource: AnyObject {
    /// Writes as many bytes as it has and fit into `buffer`.
    func pull(into buffer: inout BodyBuffer) -> PullOutcome
}

public enum PullOutcome: Sendable {
    /// Bytes were written; ask again at once if the peer can take more.
    case more
    /// Nothing more for now (some bytes may have been written): wait for `bodyAvailable()`.
    case blocked
    /// The body is complete; `trailers` follow, if any.
    case end(trailers: HeaderFields?)
}

/// RFC 9113, section 7.
public struct HTTP2ErrorCode: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let noError = HTTP2ErrorCode(rawValue: 0x0)
    public static let protocolError = HTTP2ErrorCode(rawValue: 0x1)
    public static let internalError = HTTP2ErrorCode(rawValue: 0x2)
    public static let flowControlError = HTTP2ErrorCode(rawValue: 0x3)
    public static let refusedStream = HTTP2ErrorCode(rawValue: 0x7)
    public static let cancel = HTTP2ErrorCode(rawValue: 0x8)
    public static let enhanceYourCalm = HTTP2ErrorCode(rawValue: 0xb)
}
