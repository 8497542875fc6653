import CLinux

/// What a descriptor is ready for, or is to be watched for.
public struct Readiness: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let readable = Readiness(rawValue: CLINUX_READABLE)
    public static let writable = Readiness(rawValue: CLINUX_WRITABLE)
    /// The peer closed or the descriptor failed; a read or write tells which.
    public static let hangup = Readiness(rawValue: CLINUX_HANGUP)
}

/// Owns a descriptor that an event loop watches. All calls come on the loop.
public protocol ReadinessHandler: AnyObject {
    func becameReady(_ readiness: Readiness)
    /// The loop is about to end: close the descriptor.
    func loopEnds()
}

/// Wants one call when the loop has handled all that was ready and all jobs: the moment to turn many small changes
/// of one connection into one write.
public protocol IterationEndHandler: AnyObject {
    func iterationEnded()
}

/// A place in a loop's table of watched descriptors. The generation tells an event of a descriptor that was closed in
/// the same batch from one of its successor in the place.
public struct Registration: Sendable, Equatable {
    let slot: UInt32
    let generation: UInt32
    let descriptor: Int32
    var key: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}
