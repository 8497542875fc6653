internal import FrameLog
package import Reactor

/// A server's part on one loop: its connections there, what they share, and the clock that looks after them.
package final class ServerShard: @unchecked Sendable {
    // Unchecked: all but the counters belongs to the loop.
    package let loop: EventLoop
    package let limits: Limits
    package let handler: any RequestHandler
    package let counters = Counters()
    package let shares: ByteShares.Server
    let scratch = HeaderScratch()
    package let turns: RequestTurns
    /// What takes those who do not speak HTTP/2; nil: they are sent away.
    let fallback: (any FallbackProtocol)?
    private var connections: [ObjectIdentifier: any ShardConnection] = [:]
    /// Connections so far: the number of the newest.
    private var accepted = 0
    /// Connections whose handshake is not done.
    private var handshakes = 0
    private var sweepTimer: LoopTimer?
    private var isDraining = false
    private var whenEmpty: [@Sendable () -> Void] = []

    init(
        loop: EventLoop, limits: Limits, handler: any RequestHandler, shares: ByteShares.Server,
        fallback: (any FallbackProtocol)?
    ) {
        self.loop = loop
        self.fallback = fallback
        self.limits = limits
        self.handler = handler
        self.shares = shares
        turns = RequestTurns(loop: loop, limits: limits)
    }

    package var nowMilliseconds: UInt64 { loop.nowNanoseconds / 1_000_000 }

    func accept(_ socket: AcceptedSocket, tls: TLSContext?) {
        // While draining the socket is let go, which closes it.
        guard !isDraining else { return }
        accepted &+= 1
        let connection = ServerConnection(shard: self, number: accepted, isPlaintext: tls == nil)
        connections[ObjectIdentifier(connection)] = connection
        handshakes += 1
        counters.connectionsOpen.count()
        counters.connectionsAccepted.count()
        if sweepTimer == nil { scheduleSweep() }
        connection.start(socket, tls: tls)
        if handshakes > limits.handshakes { dropOldestHandshakes() }
    }

    /// A connection's handshake is done, or it ended before.
    package func handshakeEnded() { handshakes -= 1 }

    /// Too many connections have not come past their handshake: a quarter of them goes, the oldest first. In
    /// quarters, so that a storm of connections costs each a constant part of the look at all.
    private func dropOldestHandshakes() {
        let waiting = connections.values.filter(\.isHandshaking).sorted { $0.number < $1.number }
        for connection in waiting.prefix(max(1, waiting.count / 4)) { connection.dropHandshake() }
    }

    /// Gives a connection to the other protocol, in its place.
    func handOver(_ connection: ServerConnection, _ transport: Transport, to fallback: any FallbackProtocol) {
        connections[ObjectIdentifier(connection)] = nil
        let successor = fallback.takeOver(
            ConnectionHandover(
                shard: self, transport: transport, number: connection.number, peer: connection.peer,
                isPlaintext: connection.isPlaintext))
        connections[ObjectIdentifier(successor)] = successor
    }

    /// The connection has ended.
    package func remove(_ connection: any ShardConnection) {
        guard connections.removeValue(forKey: ObjectIdentifier(connection)) != nil else { return }
        counters.connectionsOpen.count(-1)
        if connections.isEmpty {
            sweepTimer?.cancel()
            sweepTimer = nil
            reportIfEmpty()
        }
    }

    private func scheduleSweep() {
        sweepTimer = loop.schedule(afterMilliseconds: limits.sweepMilliseconds) { [self] in
            sweepTimer = nil
            for connection in Array(connections.values) { connection.sweep() }
            if !connections.isEmpty { scheduleSweep() }
        }
    }

    /// Lets streams finish, at most so long. `completion` is called when the last connection is gone.
    func drain(milliseconds: Int, completion: @escaping @Sendable () -> Void) {
        isDraining = true
        whenEmpty.append(completion)
        for connection in Array(connections.values) { connection.drain() }
        loop.schedule(afterMilliseconds: milliseconds) {
            for connection in Array(self.connections.values) { connection.cut() }
        }
        reportIfEmpty()
    }

    private func reportIfEmpty() {
        guard isDraining, connections.isEmpty else { return }
        let waiting = whenEmpty
        whenEmpty = []
        for completion in waiting { completion() }
    }
}
