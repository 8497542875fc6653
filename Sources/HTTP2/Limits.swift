/// What a server bounds, in one place, each with its reason. Tests make them small; the defaults are what ships.
public struct Limits: Sendable, Equatable {
    // MARK: Streams and headers

    /// Streams that a peer may have open on a connection. Thousands of watches share one; with about 1 KiB for each
    /// a connection stays under 4 MiB. nghttp2 alone would allow any number.
    public var concurrentStreams = 4_096
    /// A request's header list, counted as RFC 9113, section 10.5.1 does (32 bytes on top of each field). The largest
    /// real ones are bearer tokens of some KiB; nghttp2 announces this limit but does not hold peers to it. A request
    /// over it is answered 431. A single field over 64 KiB is a COMPRESSION_ERROR of nghttp2, whose decoder stops there;
    /// the GOAWAY then says so (`GoAwayWords`).
    public var headerListBytes = 64 * 1024
    /// CONTINUATION frames in a row (CVE-2024-28182): with 16 KiB each this is over the header list limit.
    public var continuations = 5
    /// Entries of one SETTINGS frame (CVE-2020-11080). There are ten kinds.
    public var settingsEntries = 32
    /// Answers to PING and SETTINGS that wait to be sent (CVE-2019-9512, 2019-9515): a peer that does not read them
    /// and sends more is not one to keep. The bursts of both that are allowed fit in.
    public var outboundAcknowledgements = 1_200
    /// Frames waiting inside nghttp2 while the socket takes nothing (CVE-2019-9517). Each stream's answer is one.
    public var queuedFrames = 20_000
    /// HPACK's table, for each direction: the protocol's default. Larger buys little and costs each connection.
    public var headerTableBytes = 4_096

    /// Requests that a loop gives to the handler before it looks at its sockets again, at the most: what they answer
    /// with is in memory at the same time. When they take long it is fewer: see `RequestPace`.
    public var requestsPerIteration = 64

    // MARK: Bodies

    /// A request's body: twice the largest object, since JSON is about twice the binary form.
    public var requestBodyBytes = 3 * 1024 * 1024
    /// Request bodies that are incomplete on one connection, together. Over it new data is refused (REFUSED_STREAM,
    /// which a client may try again).
    public var connectionRequestBytes = 32 * 1024 * 1024
    /// The same over all connections of the server: what uploads may cost a small machine.
    public var serverRequestBytes = 256 * 1024 * 1024
    /// Whole answers that a connection's peer has not read. Over half of it the connection's requests wait; over all of
    /// it one that changes nothing is answered 429, another is reset, but for the first. With zero windows 4,096 lists
    /// of 5 MB would cost 20 GB.
    public var connectionAnswerBytes = 64 * 1024 * 1024
    /// The same over all connections. It is only held against those that hold some: others still get their first.
    public var serverAnswerBytes = 512 * 1024 * 1024
    /// An answer of up to so many bytes is given even then: a write that was carried out should be known to be.
    /// With a stream limit of 4,096 these are 16 MiB at most.
    public var smallAnswerBytes = 4_096
    /// What a client may go on sending of a body that was too large, and for how long, before it must stop.
    public var discardedBytes = 16 * 1024 * 1024
    public var discardMilliseconds = 10_000
    /// Flow-control windows for uploads: what may be under way while the loop is busy elsewhere.
    public var streamWindowBytes = 256 * 1024
    public var connectionWindowBytes = 1024 * 1024

    // MARK: Time

    /// Connections per loop whose handshake is not done, each with 20 KiB of TLS state. Over it the oldest go: an
    /// honest one is done in milliseconds, so nobody is locked out by those that wait.
    public var handshakes = 2_048
    /// From the accept to the end of the TLS handshake, and then to the peer's first SETTINGS.
    public var handshakeMilliseconds = 10_000
    /// From the first byte of a request's headers to their last.
    public var headersMilliseconds = 10_000
    /// From there to the last byte of its body: 3 MiB in a minute is a poor mobile line.
    public var bodyMilliseconds = 60_000
    /// A connection without streams. Go's servers use 90 s or more; agents reconnect at the cost of a handshake.
    public var idleMilliseconds = 180_000
    /// After so long without a byte from a peer that has streams open, it gets a PING ...
    public var quietMilliseconds = 30_000
    /// ... and has so long to answer it.
    public var pingMilliseconds = 20_000
    /// A socket that takes nothing though bytes wait, or a whole answer (not a watch) that a zero window holds up.
    public var stalledMilliseconds = 60_000
    /// How often the time limits are looked at.
    public var sweepMilliseconds = 1_000
    /// Between the two GOAWAY frames of a graceful shutdown, so that requests under way are still taken (RFC 9113,
    /// section 6.8).
    public var goAwayMilliseconds = 100
    /// How long a peer that is sent away may take to read why.
    public var goodbyeMilliseconds = 5_000

    // MARK: Abuse

    /// What a peer may do often, but not endlessly.
    public var abuse = AbuseBudget.Allowances()

    public init() {}

    /// The burst and rate of `resets_received`.
    public var resetBurst: Int {
        get { abuse.resetsReceived.burst }
        set { abuse.resetsReceived.burst = newValue }
    }
    public var resetsPerSecond: Int {
        get { abuse.resetsReceived.perSecond }
        set { abuse.resetsReceived.perSecond = newValue }
    }

    /// What does not fit together, in words; empty when all is well.
    public var contradictions: [String] {
        var found: [String] = []
        if streamWindowBytes > connectionWindowBytes { found.append("a stream's window exceeds the connection's") }
        if connectionWindowBytes > Int(Int32.max) { found.append("a window cannot exceed 2^31-1 bytes") }
        if requestBodyBytes > connectionRequestBytes { found.append("one body exceeds the connection's share") }
        if connectionRequestBytes > serverRequestBytes { found.append("one connection exceeds the server's share") }
        if connectionAnswerBytes > serverAnswerBytes { found.append("one connection's answers exceed the server's") }
        if headerListBytes > (continuations + 1) * 16_384 { found.append("headers that are allowed cannot be sent") }
        if min(concurrentStreams, sweepMilliseconds, handshakes, requestsPerIteration) < 1 {
            found.append("streams, requests, handshakes and sweep must be at least 1")
        }
        return found
    }
}

/// What a client bounds.
public struct ClientLimits: Sendable, Equatable {
    /// A response's header list and its trailers, counted like a server's.
    public var headerListBytes = 64 * 1024
    /// What a slow reader of one response keeps in memory.
    public var streamWindowBytes = 1024 * 1024
    /// For all streams together; given back as bytes arrive, so that one slow reader does not stop the others.
    public var connectionWindowBytes = 16 * 1024 * 1024
    public var connectMilliseconds = 10_000
    /// After so long without a byte the server gets a PING, and has `pingMilliseconds` to answer.
    public var quietMilliseconds = 30_000
    public var pingMilliseconds = 20_000
    public var sweepMilliseconds = 1_000
    /// Requests that wait until the server's stream limit lets them go.
    public var queuedRequests = 100_000
    /// Body bytes that a writer may have waiting for the server's window before `write` suspends.
    public var queuedBodyBytes = 256 * 1024

    public init() {}
}
