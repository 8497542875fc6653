internal import CNghttp2
public import Reactor

/// Hears of one request's answer. All calls come on the connection's loop.
public protocol ClientStreamDelegate: AnyObject {
    func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream)
    /// Bytes of the body, valid during the call. The peer may send as many again once `stream.consumed` has been told.
    func streamReceived(_ bytes: RawSpan, on stream: ClientStream)
    /// The stream is over, called once. The trailers are empty if there were none.
    func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>)
    /// All that was written of a streamed request body has been sent.
    func streamDrained(_ stream: ClientStream)
}

extension ClientStreamDelegate {
    public func streamDrained(_ stream: ClientStream) {}
}

/// A request's body.
public enum RequestBody {
    case none
    case whole([UInt8])
    /// Written piece by piece with `ClientStream.write`, and ended with `finish`.
    case streamed
    case pulled(any BodySource)
}

/// One request and its answer. Belongs to its connection's loop; after the end all calls are ignored.
public final class ClientStream {
    public let loop: EventLoop
    /// Nil once the stream has ended.
    private var connection: ClientConnection?
    private(set) var id: Int32 = -1
    private var delegate: (any ClientStreamDelegate)?
    private var body: OutgoingBody
    private let written: WrittenBody?
    private var isDrainReported = true
    /// What `streamEnded` reports instead of what nghttp2 says: this side's own reason.
    private var ownReason: HTTP2Error?

    // The header block that is arriving, and what has arrived.
    private var status = 0
    private var fields = HeaderFields()
    private var headerBytes = 0
    private var hasHead = false
    private var trailers = HeaderFields()
    private var hasEnd = false

    init(connection: ClientConnection, body: RequestBody, delegate: any ClientStreamDelegate) {
        self.connection = connection
        self.delegate = delegate
        loop = connection.loop
        switch body {
        case .none: (self.body, written) = (OutgoingBody(), nil)
        case .whole(let bytes): (self.body, written) = (.whole(bytes, trailers: nil), nil)
        case .pulled(let source): (self.body, written) = (.pulled(source), nil)
        case .streamed:
            let queue = WrittenBody()
            (self.body, written) = (.pulled(queue), queue)
        }
    }

    func opened(_ id: Int32) { self.id = id }

    public var isClosed: Bool { connection == nil }

    // MARK: Request

    /// Bytes given to `write` that wait for the peer's window or the socket.
    public var queuedBytes: Int { written?.count ?? 0 }

    /// Adds to a streamed body. It queues without limit: who writes much waits for `streamDrained`.
    public func write(_ bytes: [UInt8]) {
        guard connection != nil, let written, !bytes.isEmpty else { return }
        written.append(bytes)
        isDrainReported = false
        bodyAvailable()
    }

    /// Ends a streamed body.
    public func finish() {
        written?.isFinished = true
        bodyAvailable()
    }

    /// A pulled body has bytes again.
    public func bodyAvailable() {
        guard let connection, body.becameAvailable() else { return }
        connection.driver?.resume(id)
    }

    func readData(_ length: Int, _ flags: UnsafeMutablePointer<UInt32>) -> Int {
        guard let driver = connection?.driver else { return NGHTTP2.deferred }
        let reading = body.read(into: driver.payloadRoom(length))
        if let written, written.count == 0, !isDrainReported {
            isDrainReported = true
            let bound = LoopBound(self, loop: loop)
            loop.execute { bound.value.reportDrained() }
        }
        switch reading {
        case .bytes(let count):
            flags.pointee |= NGHTTP2.noCopy
            return count
        case .deferred: return NGHTTP2.deferred
        case .end(let count, let trailers):
            flags.pointee |= NGHTTP2.noCopy | NGHTTP2.endOfData
            if let trailers {
                flags.pointee |= NGHTTP2.noEndStream
                connection?.submitTrailers(trailers, on: id)
            }
            body.drop()
            return count
        case .fault: return NGHTTP2.temporalReadFailure
        }
    }

    private func reportDrained() {
        guard queuedBytes == 0 else { return }
        delegate?.streamDrained(self)
    }

    /// Gives up: RST_STREAM with CANCEL. `streamEnded` follows with `reason`.
    public func cancel(_ reason: HTTP2Error = HTTP2Error(.cancelled, "cancelled")) {
        guard let connection, ownReason == nil else { return }
        ownReason = reason
        connection.reset(id, .cancel)
    }

    // MARK: Response

    /// The reader has taken so many bytes: the peer may send as many more.
    public func consumed(_ bytes: Int) {
        connection?.consumed(bytes, on: id)
    }

    /// Returns nghttp2's status.
    func headerArrived(_ text: HeaderText, limitBytes: Int) -> Int32 {
        headerBytes += text.listBytes
        guard headerBytes <= limitBytes else {
            cancel(HTTP2Error(.protocolViolation, "the server's headers are larger than \(limitBytes) bytes"))
            return NGHTTP2.temporalFailure
        }
        guard let value = text.valueString else {
            cancel(HTTP2Error(.protocolViolation, "a header of the server is not UTF-8"))
            return NGHTTP2.temporalFailure
        }
        if text.isNamed(":status") {
            status = Int(value) ?? 0
        } else if !text.isPseudo {
            fields.append(text.nameString, value)
        }
        return 0
    }

    func headersEnded() {
        defer { fields = HeaderFields() }
        if hasHead {
            trailers = fields
        } else if status >= 200 {
            hasHead = true
            delegate?.streamReceivedHead(ResponseHead(status: status, headers: fields), on: self)
        }
        // An informational response (1xx) is not the answer yet, and nobody here waits for one.
    }

    func bodyArrived(_ bytes: UnsafeRawBufferPointer) {
        guard ownReason == nil, let delegate else { return consumed(bytes.count) }
        delegate.streamReceived(bytes.bytes, on: self)
    }

    func endArrived() { hasEnd = true }

    func closed(_ code: HTTP2ErrorCode) {
        let outcome: Result<HeaderFields, HTTP2Error>
        if let ownReason {
            outcome = .failure(ownReason)
        } else if hasHead, hasEnd {
            outcome = .success(trailers)
        } else if code == .refusedStream {
            outcome = .failure(HTTP2Error(.refused, "the server refused the request"))
        } else {
            outcome = .failure(HTTP2Error(.reset(code), "the server reset the stream (code \(code.rawValue))"))
        }
        ended(outcome)
    }

    func ended(_ outcome: Result<HeaderFields, HTTP2Error>) {
        guard connection != nil else { return }
        connection = nil
        body.drop()
        let delegate = self.delegate
        self.delegate = nil
        delegate?.streamEnded(self, ownReason.map { .failure($0) } ?? outcome)
    }
}

/// The pieces of a streamed request body that have not been sent.
private final class WrittenBody: BodySource {
    private var pieces: [[UInt8]] = []
    private var first = 0
    private var offset = 0
    private(set) var count = 0
    var isFinished = false

    func append(_ bytes: [UInt8]) {
        pieces.append(bytes)
        count += bytes.count
    }

    func pull(into buffer: inout BodyBuffer) -> PullOutcome {
        while first < pieces.count, buffer.remaining > 0 {
            let written = buffer.write(pieces[first], from: offset)
            offset += written
            count -= written
            if offset == pieces[first].count {
                pieces[first] = []
                first += 1
                offset = 0
            }
        }
        guard first == pieces.count else { return .more }
        pieces.removeAll(keepingCapacity: true)
        first = 0
        return isFinished ? .end(trailers: nil) : .blocked
    }
}
