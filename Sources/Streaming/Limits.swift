/// Bounds of streams between clients and containers, each with its reason.
enum StreamingLimits {
    /// What may wait for a peer that does not read, beyond what its partner has sent: answers to its own pings. Over it
    /// nothing more is read of that peer.
    static let replyBytes = 64 * 1024
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
