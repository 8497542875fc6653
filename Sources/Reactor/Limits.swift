/// What the reactor bounds, in one place.
public enum ReactorLimits {
    /// Descriptors handled per wait: enough to amortise the call, few enough that jobs and timers get their turn.
    static let readyPerWait = 256
    /// Jobs that a loop's own jobs may add and still run in the same iteration; the rest run after the next look at
    /// the sockets, so that a job that keeps adding jobs cannot starve them.
    static let localJobsPerIteration = 4096
    /// Connections that may wait to be accepted. The kernel lowers it to `net.core.somaxconn` (4096 on Debian).
    static let backlog: Int32 = 4096
    /// Connections accepted per wake-up, so that a storm of them leaves room for those that exist.
    static let acceptsPerWake = 64
    /// How long a listener rests when the process has no descriptors left. Clients wait in the backlog meanwhile.
    static let acceptPauseMilliseconds = 100
    /// A loop's read window, shared by its connections: four TLS records.
    static let readBytes = 64 * 1024
    /// Reads per connection and wake-up, so that one fast sender cannot hold the loop: 512 KiB.
    static let readsPerWake = 8
    /// A loop's staging area for bytes on their way out, shared by its connections: seven TLS records, two of the segments
    /// that loopback carries. Twice as much serves watches a little better, but what encrypts and sends it is not
    /// interrupted, and a write waits for that twice. What a socket does not take of it is what a connection may have
    /// pending, so this also bounds the memory of a connection whose reader stalls.
    public static let stageBytes = 128 * 1024
    /// So much is staged between two looks at the clock: lists are made while they are staged, and that takes its time.
    public static let stageBytesPerLook = 32 * 1024
    /// What a loop does at a stretch for those who have much to send, before it looks what has arrived. A write passes
    /// the loop twice, to the store and back, and must not wait for more than some two of them.
    static let turnNanoseconds: UInt64 = 300_000
    /// Room that a producer must find in the stage before it makes the next HTTP/2 frame: 16 KiB and its head.
    public static let stageReserve = 16 * 1024 + 64
    /// How long an orderly close waits for the peer's own end before the descriptor is closed.
    static let lingerMilliseconds = 1_000
    /// PEM text read from a file: a chain of some certificates is 10 KiB, all of Debian's authorities 220 KiB.
    static let pemBytes = 4 * 1024 * 1024
    /// `sun_path` of a unix socket address holds 108 bytes with its final zero.
    static let unixPathBytes = 107
}
