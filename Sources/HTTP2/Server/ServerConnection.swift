internal import CNghttp2
internal import FrameLog
internal import Reactor

/// One client's connection: the streams on it, its time limits and its end. Belongs to its loop.
final class ServerConnection: TransportDelegate, SessionOwner, ShardConnection {
    let loop: EventLoop
    let shard: ServerShard
    let limits: Limits
    let counters: Counters
    private(set) var transport: Transport?
    private(set) var driver: SessionDriver?
    var streams: [Int32: ServerStream] = [:]
    private(set) var peer: PeerIdentity?
    let isPlaintext: Bool
    private(set) var budget: AbuseBudget
    /// Of a plain connection, until they say what the peer speaks: less than a read of the transport.
    private var firstBytes: [UInt8] = []
    /// The peer's SETTINGS have come: it speaks HTTP/2.
    private(set) var hasPreface = false
    private(set) var closeReason: CloseReason?
    /// Once it is decided that the connection ends: when it is cut, whether or not the peer has read why.
    private(set) var cutMilliseconds: UInt64?
    /// The GOAWAY that says why is among the frames to send.
    private var isSayingGoodbye = false
    private(set) var isDraining = false
    /// Requests that have not arrived whole.
    var incompleteRequests = 0
    var shares: ByteShares
    /// Streams with a whole answer under way, which a zero window must not hold up for ever.
    var finiteAnswers = 0
    var clock: ConnectionClock
    private var countedSent = 0
    /// In the order in which the loop got them.
    let number: Int
    /// Requests that wait for their turn; whether `RequestTurns` knows; whether unread answers hold them up.
    var waiting = WaitingRequests()
    var isInTurns = false
    /// Requests that the handler has and has not begun to answer.
    var inHandler = 0
    var isHeldUp = false

    init(shard: ServerShard, number: Int, isPlaintext: Bool) {
        self.number = number
        self.shard = shard
        self.isPlaintext = isPlaintext
        loop = shard.loop
        limits = shard.limits
        counters = shard.counters
        let now = shard.nowMilliseconds
        shares = ByteShares(shard.shares, limits)
        budget = AbuseBudget(limits.abuse, nowMilliseconds: now)
        clock = ConnectionClock(nowMilliseconds: now)
    }

    func start(_ socket: AcceptedSocket, tls: TLSContext?) {
        do throws(ReactorError) {
            let transport = try Transport(socket, tls: tls, delegate: self)
            self.transport = transport
            transport.start()
        } catch {
            closeReason = .connectionLost
            ended()
        }
    }

    var nowMilliseconds: UInt64 { shard.nowMilliseconds }

    // MARK: Transport

    func transportEstablished() {
        guard let transport else { return }
        peer = transport.peer.map(PeerIdentity.init)
        clock.establishedMilliseconds = nowMilliseconds
        clock.heardMilliseconds = nowMilliseconds
        if isPlaintext {
            // With a fallback the first bytes decide.
            if shard.fallback == nil { beginSession() }
        } else if transport.applicationProtocol == "h2" {
            beginSession()
        } else if let fallback = shard.fallback {
            handOver(to: fallback)
        } else {
            close(.protocolError)
        }
    }

    private func beginSession() {
        guard let transport else { return }
        let memory = SessionMemory()
        guard let session = ServerCallbacks.makeSession(for: self, limits, in: memory) else {
            return close(.connectionLost)
        }
        let driver = SessionDriver(session: session, memory: memory, transport: transport, owner: self)
        self.driver = driver
        ServerCallbacks.greet(session, limits)
        driver.requestFlush()
    }

    func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        guard let driver else { return decide(bytes) }
        counters.bytesReceived.count(bytes.count)
        clock.heard(at: nowMilliseconds)
        driver.receive(bytes)
    }

    /// What the first bytes of a plain connection say, which come a few at a time when the peer wants it so.
    private func decide(_ bytes: UnsafeRawBufferPointer) {
        guard let fallback = shard.fallback, closeReason == nil else { return }
        firstBytes.append(contentsOf: bytes)
        switch FirstBytes(firstBytes) {
        case .undecided: break
        case .http2:
            beginSession()
            let held = firstBytes
            firstBytes = []
            if driver != nil { held.withUnsafeBytes { transportReceived($0) } }
        case .other: handOver(to: fallback)
        }
    }

    private func handOver(to fallback: any FallbackProtocol) {
        guard let transport else { return }
        self.transport = nil
        shard.handOver(self, transport, to: fallback)
        let held = firstBytes
        firstBytes = []
        held.withUnsafeBytes { transport.redeliver($0) }
    }

    func transportReceivedEnd() {
        if closeReason == nil { closeReason = .done }
        cutSoon()
        transport?.finish()
    }

    func transportDrained() { driver?.drained() }

    func transportClosed(_ error: ReactorError?) {
        if closeReason == nil {
            switch error?.code {
            case nil: closeReason = .done
            case .handshakeFailed?: closeReason = .handshakeFailed
            default: closeReason = .connectionLost
            }
        }
        ended()
    }

    private func ended() {
        countSent()
        driver?.close()
        driver = nil
        waiting.removeAll()
        let left = streams
        streams = [:]
        for stream in left.values { streamEnded(stream, .connectionEnded(closeReason ?? .done)) }
        transport = nil
        if !hasPreface { shard.handshakeEnded() }
        counters.countClosed(closeReason ?? .done)
        shard.remove(self)
    }

    /// Closes at once.
    func close(_ reason: CloseReason) {
        if closeReason == nil { closeReason = reason }
        if let transport { transport.abort() } else { ended() }
    }

    /// Ends in order with a GOAWAY that says why; what is under way is cut.
    func terminate(_ code: HTTP2ErrorCode, _ reason: CloseReason, _ explanation: String) {
        guard closeReason == nil else { return }
        closeReason = reason
        guard let driver, let session = driver.session else { return close(reason) }
        cutSoon()
        isSayingGoodbye = true
        let text = Array(explanation.utf8)
        nghttp2_submit_goaway(
            session, NGHTTP2.noFlag, nghttp2_session_get_last_proc_stream_id(session), code.rawValue, text, text.count)
        // Makes nghttp2 deaf to all that follows. Its own GOAWAY, without words, is not sent: see `goAwaySent`.
        nghttp2_session_terminate_session(session, code.rawValue)
        driver.requestFlush()
    }

    private func cutSoon() {
        if cutMilliseconds == nil { cutMilliseconds = nowMilliseconds &+ UInt64(max(0, limits.goodbyeMilliseconds)) }
    }

    /// A GOAWAY is on its way: ours, or one of nghttp2 for a peer that broke the protocol, which has nghttp2's words.
    func goAwaySent(_ code: HTTP2ErrorCode) {
        if isSayingGoodbye { return driver?.endAfterThisFrame() ?? () }
        guard code != .noError, closeReason == nil else { return }
        if code == .enhanceYourCalm {
            // The one limit that nghttp2 enforces in this way.
            counters.countHit(.settingsEntries)
            closeReason = .abuse
        } else {
            closeReason = .protocolError
        }
        cutSoon()
    }

    private func giveUp(_ limit: LimitHit) {
        guard closeReason == nil else { return }
        counters.countHit(limit)
        terminate(.enhanceYourCalm, .abuse, limit.explanation(limits))
    }

    // MARK: Session

    func sessionFlushed() {
        countSent()
        guard let transport, let driver else { return }
        if transport.pendingBytes > 0 {
            if driver.queuedFrames > limits.queuedFrames, closeReason == nil {
                counters.countHit(.queuedFrames)
                close(.abuse)
            }
            return
        }
        if driver.isOver || (isDraining && streams.isEmpty) { transport.finish() }
    }

    func sessionFailed(_ status: Int) {
        guard closeReason == nil else { return close(.protocolError) }
        switch status {
        case NGHTTP2.flooded: giveUp(.outboundAcknowledgements)
        case NGHTTP2.tooManyContinuations: giveUp(.continuations)
        case NGHTTP2.badMagic:
            terminate(.protocolError, .protocolError, "this port speaks HTTP/2: its connection preface is missing")
        default: terminate(.protocolError, .protocolError, NGHTTP2.words(status))
        }
    }

    private func countSent() {
        guard let transport else { return }
        counters.bytesSent.count(transport.bytesSent &- countedSent)
        countedSent = transport.bytesSent
    }

    /// Takes from the abuse budget; over it, says goodbye.
    func charge(_ kind: AbuseBudget.Kind) {
        if case .giveUp(let kind) = budget.charge(kind, nowMilliseconds: nowMilliseconds) { giveUp(kind.limit) }
    }

    /// The peer's SETTINGS.
    func prefaceArrived() {
        if !hasPreface { shard.handshakeEnded() }
        hasPreface = true
    }

    var isHandshaking: Bool { !hasPreface }

    func dropHandshake() {
        counters.countHit(.handshakes)
        close(.handshakeTimeout)
    }

    // MARK: Shutdown

    /// Announces the end, and after a moment takes no new streams; those under way go on.
    func drain() {
        guard !isDraining, closeReason == nil else { return }
        guard let session = driver?.session else { return close(.shutdown) }
        nghttp2_submit_shutdown_notice(session)
        driver?.requestFlush()
        let bound = LoopBound(self, loop: loop)
        loop.schedule(afterMilliseconds: limits.goAwayMilliseconds) { bound.value.refuseNewStreams() }
    }

    private func refuseNewStreams() {
        guard let driver, let session = driver.session, closeReason == nil else { return }
        isDraining = true
        nghttp2_submit_goaway(
            session, NGHTTP2.noFlag, nghttp2_session_get_last_proc_stream_id(session),
            HTTP2ErrorCode.noError.rawValue, nil, 0)
        driver.requestFlush()
    }

    func cut() { close(.shutdown) }
}
