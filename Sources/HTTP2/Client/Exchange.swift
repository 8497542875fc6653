internal import Reactor

/// A request under way whose answer arrives piece by piece. The server may send no faster than the pieces are taken.
///
/// One reader and one writer at a time. Dropping an exchange does not end it: `cancel` does, or reading to the end.
public final class Exchange: ClientStreamDelegate, @unchecked Sendable {
    // Unchecked: the fields belong to the loop; the public functions hop there.
    private let loop: EventLoop
    private var stream: ClientStream?
    private var head: ResponseHead?
    private var pieces: [[UInt8]] = []
    private var outcome: Result<HeaderFields, HTTP2Error>?
    private var headWaiter: ((Result<ResponseHead, HTTP2Error>) -> Void)?
    private var pieceWaiter: ((Result<[UInt8]?, HTTP2Error>) -> Void)?
    private var writeWaiter: ((Result<Void, HTTP2Error>) -> Void)?
    private var isReadOut = false

    private init(loop: EventLoop) { self.loop = loop }

    static func open(
        _ head: RequestHead, _ body: ExchangeBody, _ connection: Result<ClientConnection, HTTP2Error>,
        _ loop: EventLoop
    ) -> Result<Exchange, HTTP2Error> {
        do throws(HTTP2Error) {
            let exchange = Exchange(loop: loop)
            let content: RequestBody =
                switch body {
                case .none: .none
                case .whole(let bytes): .whole(bytes)
                case .streamed: .streamed
                }
            exchange.stream = try connection.get().open(head, body: content, delegate: exchange)
            return .success(exchange)
        } catch {
            return .failure(error)
        }
    }

    // MARK: Reading

    /// The answer's status and fields, as soon as they are there.
    public func responseHead() async throws(HTTP2Error) -> ResponseHead {
        try await onLoop { exchange, done in
            if let head = exchange.head { return done(.success(head)) }
            if case .failure(let error)? = exchange.outcome { return done(.failure(error)) }
            exchange.headWaiter = done
        }
    }

    /// The next piece of the body, at most a frame's worth; nil at its end.
    public func next() async throws(HTTP2Error) -> [UInt8]? {
        try await onLoop { exchange, done in
            if let piece = exchange.takePiece() { return done(.success(piece)) }
            switch exchange.outcome {
            case .success?: done(.success(nil))
            case .failure(let error)?: done(.failure(error))
            case nil:
                guard exchange.pieceWaiter == nil else {
                    return done(.failure(HTTP2Error(.misuse, "two readers of one exchange")))
                }
                exchange.pieceWaiter = done
            }
        }
    }

    /// The trailers, after the body has been read to its end; empty if there were none.
    public func trailers() async throws(HTTP2Error) -> HeaderFields {
        try await onLoop { exchange, done in
            done(exchange.outcome ?? .failure(HTTP2Error(.misuse, "the body has not been read to its end")))
        }
    }

    private func takePiece() -> [UInt8]? {
        guard !pieces.isEmpty else { return nil }
        // Bounded by the stream's window, so the shift is short.
        let piece = pieces.removeFirst()
        stream?.consumed(piece.count)
        return piece
    }

    // MARK: Writing

    /// Adds to a streamed body, and returns when it has been sent: as fast as the server takes it.
    public func write(_ bytes: [UInt8]) async throws(HTTP2Error) {
        try await onLoop { (exchange, done: @escaping (Result<Void, HTTP2Error>) -> Void) in
            if case .failure(let error)? = exchange.outcome { return done(.failure(error)) }
            guard let stream = exchange.stream, exchange.outcome == nil else {
                return done(.failure(HTTP2Error(.misuse, "the exchange is over")))
            }
            guard exchange.writeWaiter == nil else {
                return done(.failure(HTTP2Error(.misuse, "two writers of one exchange")))
            }
            if bytes.isEmpty { return done(.success(())) }
            exchange.writeWaiter = done
            stream.write(bytes)
        }
    }

    /// Ends a streamed body.
    public func finish() {
        loop.execute { self.stream?.finish() }
    }

    /// Gives up.
    public func cancel() {
        loop.execute { self.stream?.cancel() }
    }

    private func onLoop<Value: Sendable>(
        _ body: @escaping @Sendable (Exchange, @escaping (Result<Value, HTTP2Error>) -> Void) -> Void
    ) async throws(HTTP2Error) -> Value {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.execute { body(self) { continuation.resume(returning: $0) } }
            }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    // MARK: Delegate

    public func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) {
        self.head = head
        let waiter = headWaiter
        headWaiter = nil
        waiter?(.success(head))
    }

    public func streamReceived(_ bytes: RawSpan, on stream: ClientStream) {
        pieces.append(bytes.withUnsafeBytes { Array($0) })
        guard let waiter = pieceWaiter else { return }
        pieceWaiter = nil
        waiter(.success(takePiece()))
    }

    public func streamDrained(_ stream: ClientStream) {
        let waiter = writeWaiter
        writeWaiter = nil
        waiter?(.success(()))
    }

    public func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
        self.outcome = outcome
        self.stream = nil
        let (heads, readers, writers) = (headWaiter, pieceWaiter, writeWaiter)
        headWaiter = nil
        pieceWaiter = nil
        writeWaiter = nil
        let over = HTTP2Error(.misuse, "the exchange is over")
        switch outcome {
        case .success:
            heads?(.failure(over))
            readers?(.success(nil))
            writers?(.failure(over))
        case .failure(let error):
            heads?(.failure(error))
            readers?(.failure(error))
            writers?(.failure(error))
        }
    }
}

/// The body of an exchange as an asynchronous sequence of pieces.
public struct BodyPieces: AsyncSequence, Sendable {
    public typealias Element = [UInt8]
    public typealias Failure = HTTP2Error
    let exchange: Exchange

    public struct AsyncIterator: AsyncIteratorProtocol {
        let exchange: Exchange
        public mutating func next() async throws(HTTP2Error) -> [UInt8]? { try await exchange.next() }
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(HTTP2Error) -> [UInt8]? {
            try await exchange.next()
        }
    }
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(exchange: exchange) }
}

extension Exchange {
    public var body: BodyPieces { BodyPieces(exchange: self) }
}
