/// Bounds of streams between clients and containers, each with its reason.
enum StreamingLimits {
    /// What may wait for a peer before nothing more is read of it: several reads' worth, so that it is only reached by
    /// answers to its own pings. What its partner sent is one read at the most, and must not keep the peer from saying
    /// that it has ended, or both would wait for each other.
    static let replyBytes = 256 * 1024
    /// A control frame of WebSocket (RFC 6455, section 5.5).
    static let controlBytes = 125
    /// A container's exit status as an object; a command that cannot be started adds the runtime's words.
    static let statusBytes = 64 * 1024
    /// Payload of one frame to a peer, so that a slow terminal shows what comes in pieces.
    static let frameBytes = 32 * 1024
    /// A control frame of SPDY: header blocks of streams have some hundred bytes.
    static let controlFrameBytes = 16 * 1024
    /// Ports that are forwarded over one WebSocket connection of the older kind.
    static let forwardedPorts = 64
}
