public import Reactor

/// Serves HTTP/2 on TCP and unix sockets, with TLS (ALPN `h2`) or plain with prior knowledge.
///
/// Connections are dealt to the loops of the group, each to the loop that has fewest, and stay there.
public final class HTTP2Server: Sendable {
    /// One address and how to speak there.
    public struct Binding: Sendable {
        public var endpoint: Endpoint
        /// Nil: plain text.
        public var tls: TLSServerIdentity?

        public init(_ endpoint: Endpoint, tls: TLSServerIdentity?) {
            self.endpoint = endpoint
            self.tls = tls
        }
    }

    private let listeners: [Listener]
    private let shards: [ServerShard]
    private let shares: ByteShares.Server

    /// Binds all addresses; nothing is accepted before `start`.
    public convenience init(
        _ bindings: [Binding], loops: EventLoopGroup, handler: any RequestHandler, limits: Limits = Limits()
    ) throws(HTTP2Error) {
        try self.init(bindings, loops: loops, handler: handler, limits: limits, fallback: nil)
    }

    /// The same for peers that speak something else too: `fallback` takes those. The TLS identities must offer its name
    /// in ALPN.
    package init(
        _ bindings: [Binding], loops: EventLoopGroup, handler: any RequestHandler, limits: Limits = Limits(),
        fallback: (any FallbackProtocol)?
    ) throws(HTTP2Error) {
        if let contradiction = limits.contradictions.first { throw HTTP2Error(.configuration, contradiction) }
        let shares = ByteShares.Server()
        let shards = loops.loops.map {
            ServerShard(loop: $0, limits: limits, handler: handler, shares: shares, fallback: fallback)
        }
        var listeners: [Listener] = []
        do throws(ReactorError) {
            for binding in bindings {
                let tls = binding.tls
                listeners.append(
                    try Listener(binding.endpoint, group: loops) { socket in
                        shards[socket.loop.index].accept(socket, tls: tls?.current)
                    })
            }
        } catch {
            throw HTTP2Error(.configuration, error)
        }
        self.shares = shares
        self.shards = shards
        self.listeners = listeners
    }

    /// Begins to accept.
    public func start() {
        for listener in listeners { listener.start() }
    }

    /// The port of the binding at that place; nil for a unix socket. Known before `start`.
    public func boundPort(_ binding: Int = 0) -> Int? {
        listeners.indices.contains(binding) ? listeners[binding].port : nil
    }

    /// Stops accepting, tells peers (GOAWAY), lets streams finish for at most `drainMilliseconds`, then cuts them.
    /// Returns when all connections are gone. Streams without an end, such as watches, are for the handler to end.
    public func shutdown(drainMilliseconds: Int) async {
        for listener in listeners {
            await withCheckedContinuation { continuation in listener.stop { continuation.resume() } }
        }
        await withTaskGroup(of: Void.self) { group in
            for shard in shards {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        shard.loop.execute { shard.drain(milliseconds: drainMilliseconds) { continuation.resume() } }
                    }
                }
            }
        }
    }

    /// From any thread.
    public var statistics: Statistics {
        var sum = Statistics()
        for shard in shards { shard.counters.add(to: &sum) }
        sum.requestBytesHeld = shares.requests.current
        sum.answerBytesHeld = shares.answers.current
        return sum
    }
}
