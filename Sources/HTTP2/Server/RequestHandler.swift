public import FrameLog
public import Reactor

/// Answers requests. It is called on the event loop that owns the stream, and must not block it.
public protocol RequestHandler: AnyObject, Sendable {
    /// Called once per request when its body has arrived whole, or has turned out to be too large.
    func handle(_ request: consuming Request, on stream: any ResponseStream)
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
    /// Answers with a body that ends and is made while it is sent, by a source that never says `.blocked`. `bytes` is
    /// what the source keeps in memory until then: it counts as an answer of that length does.
    func respond(_ head: ResponseHead, producing source: any BodySource, holding bytes: Int)
    /// Where the source of this stream may keep its place in a log that it follows. As long as the reader follows, the
    /// stream copies from the log by itself and does not ask the source. Valid until `onClose`; nil once closed.
    var reader: UnsafeMutablePointer<LogReader>? { get }
    /// Tells that a source which said `.blocked` has bytes again. Cheap; idempotent until the next pull.
    func bodyAvailable()
    /// Gives up the stream: RST_STREAM with this code (RFC 9113, section 7).
    func reset(_ code: HTTP2ErrorCode)
    /// Called once on the loop when the stream has ended, for whatever reason; at once if it has ended already.
    var onClose: (() -> Void)? { get set }
    /// How the stream ended; nil as long as it lives. Known in `onClose`.
    var end: StreamEnd? { get }
}

/// How a request's stream ended.
public enum StreamEnd: Sendable, Equatable {
    /// The answer was sent to its end.
    case answered
    /// By an RST_STREAM of the peer, with whatever code.
    case resetByPeer
    /// By an RST_STREAM of this side.
    case resetByServer
    /// With its connection.
    case connectionEnded(CloseReason)
}
