internal import CNghttp2
internal import FrameLog
internal import Reactor

/// One request and its answer. Belongs to its connection's loop.
final class ServerStream: ResponseStream {
    let loop: EventLoop
    let id: Int32
    /// Nil once the stream has ended: then every call is a no-op.
    private var connection: ServerConnection?
    /// The request while it arrives.
    var incoming: IncomingRequest?
    var body = OutgoingBody()
    /// Where a pulled body has its pace and its place in a log.
    private var lane: UnsafeMutablePointer<StreamLane>?
    /// The request is whole, and waits for the handler's attention.
    var isWaiting = false
    /// The handler has it, and has not begun to answer.
    var isInHandler = false
    /// Of a request that was answered before it was whole.
    var discardedBytes = 0
    private(set) var hasResponded = false
    /// The peer's RST_STREAM has come.
    var isResetByPeer = false
    private(set) var end: StreamEnd?
    private var isHead = false
    /// GET or HEAD: it may be refused after all without doubt about what it did.
    private var isSafe = false
    /// The connection's share that the answer takes.
    private(set) var heldAnswerBytes = 0
    /// For the stall timer: what had been sent when it was last looked at, and when that changed.
    var progress: (bytes: Int, atMilliseconds: UInt64) = (-1, 0)

    init(id: Int32, connection: ServerConnection, nowMilliseconds: UInt64) {
        self.id = id
        self.connection = connection
        loop = connection.loop
        incoming = IncomingRequest(startedMilliseconds: nowMilliseconds)
    }

    deinit { if let lane { StreamLane.free(lane) } }

    var isClosed: Bool { connection == nil }

    var reader: UnsafeMutablePointer<LogReader>? { connection?.driver.map { takeLane($0).reader } }

    /// Made when it is first needed.
    private func takeLane(_ driver: SessionDriver) -> UnsafeMutablePointer<StreamLane> {
        let lane = self.lane ?? StreamLane.make(id, driver)
        self.lane = lane
        return lane
    }

    var onClose: (() -> Void)? {
        didSet {
            if isClosed, let late = onClose {
                onClose = nil
                late()
            }
        }
    }

    /// The request leaves for the handler.
    func takeRequest() -> IncomingRequest? {
        isHead = incoming?.method == "HEAD"
        isSafe = isHead || incoming?.method == "GET"
        defer { incoming = nil }
        return incoming
    }

    func respond(_ head: ResponseHead, body bytes: [UInt8], trailers: HeaderFields?) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        let isBodyless = isHead || head.status == 204 || head.status == 304
        let length = trailers == nil && head.status != 204 && head.status != 304 ? bytes.count : nil
        if isBodyless || (bytes.isEmpty && trailers == nil) {
            connection.submit(head, contentLength: length, on: self, hasBody: false)
        } else {
            guard hold(bytes.count, connection) else { return }
            body = .whole(bytes, trailers: trailers)
            connection.submit(head, contentLength: length, on: self, hasBody: true)
        }
        connection.leftHandler(self, answerBytes: bytes.count)
    }

    func respond(_ head: ResponseHead, producing source: any BodySource, holding bytes: Int) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        if isHead {
            connection.submit(head, contentLength: nil, on: self, hasBody: false)
        } else {
            guard hold(bytes, connection) else { return }
            body = .produced(source)
            connection.submit(head, contentLength: nil, on: self, hasBody: true)
        }
        connection.leftHandler(self, answerBytes: bytes)
    }

    /// Takes the connection's room for an answer. False: there is none, and the request has been refused.
    private func hold(_ bytes: Int, _ connection: ServerConnection) -> Bool {
        guard bytes > connection.limits.smallAnswerBytes else { return true }
        if let limit = connection.holdAnswer(bytes) {
            refuse(connection, limit)
            return false
        }
        heldAnswerBytes = bytes
        return true
    }

    /// The peer does not read what it asked for: this answer is not kept too.
    private func refuse(_ connection: ServerConnection, _ limit: LimitHit) {
        connection.leftHandler(self)
        guard isSafe else { return connection.reset(id, .enhanceYourCalm) }
        connection.submitText(429, limit, on: self)
    }

    func respond(_ head: ResponseHead, pulling source: any BodySource) {
        guard let connection, let driver = connection.driver, !hasResponded else { return }
        hasResponded = true
        if isHead {
            connection.submit(head, contentLength: nil, on: self, hasBody: false)
        } else {
            body = .pulled(source)
            let lane = takeLane(driver)
            lane.takeTurns(true, driver.session)
            connection.submit(head, contentLength: nil, on: self, StreamLane.dataProvider(for: lane))
        }
        connection.leftHandler(self)
    }

    func bodyAvailable() {
        guard !isClosed else { return }
        lane?.becameAvailable()
    }

    func reset(_ code: HTTP2ErrorCode) {
        connection?.reset(id, code)
    }

    /// Answers in the server's own words, before the request came to the handler.
    func refuse(_ status: Int, _ limit: LimitHit) {
        guard let connection, !hasResponded else { return }
        hasResponded = true
        connection.submitText(status, limit, on: self)
    }

    /// The stream is gone. Called once.
    func ended(_ end: StreamEnd) {
        self.end = end
        connection = nil
        incoming = nil
        body.drop()
        let callback = onClose
        onClose = nil
        callback?()
    }

    /// nghttp2 wants the next DATA frame.
    func readData(_ length: Int, _ flags: UnsafeMutablePointer<UInt32>) -> Int {
        guard let connection, let driver = connection.driver else { return NGHTTP2.deferred }
        switch body.read(into: driver.payloadRoom(length)) {
        case .bytes(let count):
            flags.pointee |= NGHTTP2.noCopy
            return count
        case .deferred: return NGHTTP2.deferred
        case .end(let count, let trailers):
            flags.pointee |= NGHTTP2.noCopy | NGHTTP2.endOfData
            if let trailers {
                flags.pointee |= NGHTTP2.noEndStream
                connection.submitTrailers(trailers, on: id)
            }
            body.drop()
            return count
        case .fault:
            connection.counters.faults.count()
            return NGHTTP2.temporalReadFailure
        }
    }
}

/// A request while its headers and body arrive.
struct IncomingRequest {
    var startedMilliseconds: UInt64
    var method = ""
    var scheme = ""
    var authority = ""
    var path = ""
    var headers = HeaderFields()
    var headerBytes = 0
    var areHeadersWhole = false
    /// The header list went over its limit: the rest is not kept, and the answer says so.
    var areHeadersTooLarge = false
    var body: [UInt8] = []
    var expectsContinue = false

    mutating func add(_ text: HeaderText, value: String) {
        guard text.isPseudo else {
            if text.isNamed("expect"), value == "100-continue" { expectsContinue = true }
            headers.append(text.nameString, value)
            return
        }
        if text.isNamed(":path") {
            path = value
        } else if text.isNamed(":method") {
            method = value
        } else if text.isNamed(":scheme") {
            scheme = value
        } else if text.isNamed(":authority") {
            authority = value
        }
    }

    /// A client may name the host in a field instead (RFC 9113, section 8.3.1).
    consuming func head() -> RequestHead {
        RequestHead(
            method: method, path: path, authority: authority.isEmpty ? headers["host"] ?? "" : authority,
            scheme: scheme, headers: headers)
    }
}
