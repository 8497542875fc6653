internal import FrameLog
internal import HTTP2
internal import Reactor

/// One request and its answer, as the handler sees them. Belongs to its connection's loop.
final class HTTP1Stream: UpgradableStream {
    let loop: EventLoop
    /// Nil once the stream has ended: then every call is a no-op.
    private var connection: HTTP1Connection?
    /// What of the request the answer depends on.
    let isHead: Bool
    let isVersion10: Bool
    let wantsUpgrade: Bool
    private(set) var hasResponded = false
    private(set) var end: StreamEnd?
    private var cell: UnsafeMutablePointer<LogReader>?

    init(_ connection: HTTP1Connection, _ head: MessageHead) {
        self.connection = connection
        loop = connection.loop
        isHead = head.method == "HEAD"
        isVersion10 = head.isVersion10
        wantsUpgrade = head.wantsUpgrade
    }

    deinit { if let cell { ReaderCell.free(cell) } }

    var isClosed: Bool { connection == nil }

    var reader: UnsafeMutablePointer<LogReader>? {
        guard !isClosed else { return nil }
        if cell == nil { cell = ReaderCell.make(for: self) }
        return cell
    }

    /// The place in a log, if it has one.
    var existingReader: UnsafeMutablePointer<LogReader>? { cell }

    var onClose: (() -> Void)? {
        didSet {
            if isClosed, let late = onClose {
                onClose = nil
                late()
            }
        }
    }

    func respond(_ head: ResponseHead, body: [UInt8], trailers: HeaderFields?) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        connection.answer(head, whole: body, trailers: trailers, on: self)
    }

    func respond(_ head: ResponseHead, pulling source: any BodySource) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        connection.answer(head, pulling: source, on: self)
    }

    func respond(_ head: ResponseHead, producing source: any BodySource, holding bytes: Int) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        connection.answer(head, producing: source, holding: bytes, on: self)
    }

    func bodyAvailable() { connection?.bodyAvailable() }

    /// The one thing that HTTP/1.1 can do about an answer that goes wrong is to end the connection.
    func reset(_ code: HTTP2ErrorCode) {
        guard let connection else { return }
        ended(.resetByServer)
        connection.abort()
    }

    func upgrade(_ headers: HeaderFields, to delegate: any TunnelDelegate) -> (any Tunnel)? {
        guard let connection, !hasResponded, wantsUpgrade else { return nil }
        hasResponded = true
        return connection.upgrade(headers, to: delegate)
    }

    /// The stream is gone.
    func ended(_ end: StreamEnd) {
        guard connection != nil else { return }
        self.end = end
        connection = nil
        let callback = onClose
        onClose = nil
        callback?()
        cell?.leave()
    }
}
