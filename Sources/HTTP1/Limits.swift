/// What HTTP/1.1 bounds beside the limits that it shares with HTTP/2 (`HTTP2.Limits`).
enum HTTP1Limits {
    /// Bytes of further requests that wait while one is answered. Over it the connection is not read, so that the peer's
    /// own window holds them; a client that pipelines has some KiB under way.
    static let pipelinedBytes = 64 * 1024
    /// A request's or an answer's head as sent, line ends and all: the limit of a header list counts 32 bytes for each
    /// field, more than a line takes, so this only stops what is no head at all.
    static func headBytes(listBytes: Int) -> Int { listBytes + 1024 }
    /// The most that a chunk's frame adds: four hexadecimal digits and two line ends.
    static let chunkFrameBytes = 8
    /// The last chunk.
    static let lastChunkBytes = 5
    /// Payload of one chunk, so that four digits are enough.
    static let chunkBytes = 0xffff
    /// What is kept of the words with which a server refuses an upgrade: a `Status` has some hundred bytes.
    static let refusalBytes = 16 * 1024
    /// What is held of an answer that is passed on and that its reader has not taken: some reads' worth.
    static let unreadBytes = 64 * 1024
    /// When a peer that is silent is asked by the kernel, and how often: a watch of a machine that lost its power is
    /// given up after a minute, as HTTP/2's PING does.
    static let keepAliveProbes = 4
}
