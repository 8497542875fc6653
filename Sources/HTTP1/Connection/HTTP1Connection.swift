internal import FrameLog
internal import HTTP2
internal import Reactor

/// One client's connection: one request at a time, each answered before the next is looked at. Belongs to its loop.
final class HTTP1Connection: TransportDelegate, ShardConnection, IterationEndHandler {
    /// What bytes that arrive are.
    enum Input {
        /// Of a request: the parser's.
        case request
        /// A request is being answered: what comes is the next one's, and waits.
        case held
        /// Another protocol's.
        case tunnelled(any TunnelDelegate)
        /// Nobody's: the connection ends.
        case ignored
    }

    let shard: ServerShard
    let loop: EventLoop
    let limits: Limits
    let number: Int
    let peer: PeerIdentity?
    let isPlaintext: Bool
    private(set) var transport: Transport?
    let parser: MessageParser
    var input = Input.request
    /// Bytes behind the request that is being answered.
    private var heldInput: [UInt8] = []
    /// The request is whole and waits for its turn.
    var waiting: HTTP1Stream?
    var isInTurns = false
    /// The request that the handler has, or that is being answered.
    var stream: HTTP1Stream?
    var outgoing: OutgoingAnswer?
    var shares: ByteShares
    /// Of a request's body that is not whole.
    var heldRequestBytes = 0
    /// Of a whole answer that is not sent.
    var heldAnswerBytes = 0
    /// The connection ends with the answer that is under way, or at once when there is none.
    var isLast = false
    private(set) var hasPeerEnded = false
    /// A head has made sense.
    private(set) var hasSpoken = false
    private var closeReason: CloseReason?
    private var countedSent = 0
    private var isFlushRequested = false
    private var isLengthyFlushRequested = false
    var clock: HTTP1Clock

    init(_ handover: ConnectionHandover) {
        shard = handover.shard
        loop = shard.loop
        limits = shard.limits
        number = handover.number
        peer = handover.peer
        isPlaintext = handover.isPlaintext
        transport = handover.transport
        parser = MessageParser(.request, listLimit: limits.headerListBytes)
        shares = ByteShares(shard.shares, limits)
        clock = HTTP1Clock(nowMilliseconds: shard.nowMilliseconds)
        handover.transport.keepAlive(
            idleSeconds: limits.quietMilliseconds / 1000,
            intervalSeconds: limits.pingMilliseconds / 1000 / HTTP1Limits.keepAliveProbes,
            probes: HTTP1Limits.keepAliveProbes)
    }

    var isHandshaking: Bool { !hasSpoken }

    /// The peer has shown that it speaks HTTP/1.
    func spoke() {
        guard !hasSpoken else { return }
        hasSpoken = true
        shard.handshakeEnded()
    }

    // MARK: Transport

    /// It was, before the connection was handed over.
    func transportEstablished() {}

    func transportReceived(_ bytes: UnsafeRawBufferPointer) {
        shard.counters.bytesReceived.count(bytes.count)
        switch input {
        case .request: read(bytes)
        case .held: hold(bytes)
        case .tunnelled(let delegate):
            // Behind what came before it.
            if heldInput.isEmpty { delegate.tunnelReceived(bytes) } else { hold(bytes) }
        case .ignored: break
        }
    }

    func hold(_ bytes: UnsafeRawBufferPointer) {
        heldInput.append(contentsOf: bytes)
        if heldInput.count > HTTP1Limits.pipelinedBytes { transport?.setReading(false) }
    }

    /// Gives the bytes that were held to whom they belong now.
    func release() {
        guard !heldInput.isEmpty else { return }
        let held = heldInput
        heldInput = []
        held.withUnsafeBytes { bytes in
            switch input {
            case .request: read(bytes)
            case .held: hold(bytes)
            case .tunnelled(let delegate): delegate.tunnelReceived(bytes)
            case .ignored: break
            }
        }
        if heldInput.count <= HTTP1Limits.pipelinedBytes, !hasPeerEnded { transport?.setReading(true) }
    }

    func transportReceivedEnd() {
        hasPeerEnded = true
        if case .tunnelled(let delegate) = input { return delegate.tunnelReceivedEnd() }
        guard stream != nil || waiting != nil else { return finish(.done) }
        // Who asked for something without an end and hangs up wants it no more; anything else is answered, to a peer
        // that has closed its half only.
        if outgoing?.isPulled == true { return close(.done) }
        isLast = true
    }

    func transportDrained() {
        if case .tunnelled(let delegate) = input { return delegate.tunnelDrained() }
        requestLengthyFlush()
    }

    func transportClosed(_ error: ReactorError?) {
        if closeReason == nil { closeReason = error == nil ? .done : .connectionLost }
        countSent()
        transport = nil
        let reason = closeReason ?? .done
        if case .tunnelled(let delegate) = input {
            input = .ignored
            delegate.tunnelClosed()
        }
        releaseRequest()
        endStream(.connectionEnded(reason))
        waiting = nil
        heldInput = []
        spoke()
        shard.counters.countClosed(reason)
        shard.remove(self)
    }

    func countSent() {
        guard let transport else { return }
        shard.counters.bytesSent.count(transport.bytesSent &- countedSent)
        countedSent = transport.bytesSent
    }

    // MARK: Out

    func requestFlush() {
        guard !isFlushRequested, transport != nil else { return }
        isFlushRequested = true
        loop.atEndOfIteration(self)
    }

    /// The same for what may be much, and may wait for what is little.
    func requestLengthyFlush() {
        guard !isLengthyFlushRequested, transport != nil else { return }
        isLengthyFlushRequested = true
        loop.whenThereIsTime(self)
    }

    func iterationEnded() {
        guard isFlushRequested || isLengthyFlushRequested else { return }
        isFlushRequested = false
        isLengthyFlushRequested = false
        flush()
    }

    // MARK: The end

    /// Closes at once.
    func close(_ reason: CloseReason) {
        if closeReason == nil { closeReason = reason }
        transport?.abort()
    }

    /// For a stream that was given up: there is no other way to tell.
    func abort() { close(.done) }

    /// Closes in order, after what is pending.
    func finish(_ reason: CloseReason) {
        if closeReason == nil { closeReason = reason }
        input = .ignored
        heldInput = []
        clock.ends(at: shard.nowMilliseconds, limits)
        transport?.finish()
    }

    var isEnding: Bool { closeReason != nil }

    func dropHandshake() {
        shard.counters.countHit(.handshakes)
        close(.handshakeTimeout)
    }

    func drain() {
        if case .tunnelled = input { return }
        isLast = true
        if stream == nil, waiting == nil { finish(.shutdown) }
    }

    func cut() { close(.shutdown) }
}
