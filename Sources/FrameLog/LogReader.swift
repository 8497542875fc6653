/// One reader's place in a `FrameLog`.
///
/// It is plain memory that never moves while the log knows it: the stream that reads embeds it as the first field of
/// what it needs for a delivery, and all of that is one cache line. Whoever owns the memory calls `join` before the
/// first use and `leave` before it is freed; everything happens on the log's loop.
public struct LogReader {
    /// Calls the reader when there is something for it. The argument is the reader's own address.
    public typealias Wake = @convention(c) (UnsafeMutableRawPointer) -> Void

    /// Held from `join` to `leave`.
    var log: Unmanaged<FrameLog>?
    let wake: Wake
    /// Index in the whole history of the log of the next frame.
    public var position = 0
    /// The revision of the last frame that was told whole.
    public var seen: Int64 = 0
    /// How many frames of `seen` were told; 0: all that there are.
    public var seenOfRevision: Int32 = 0
    /// Place among those that wait; -1: does not wait.
    var waitingAt: Int32 = -1
    /// What comes next is in the log, whole, and for this reader: it may be copied without asking anybody.
    public var isFollowing = false

    public init(wake: @escaping Wake) {
        self.wake = wake
    }
}

extension UnsafeMutablePointer<LogReader> {
    /// Becomes one of the log's readers.
    public func join(_ log: FrameLog) {
        assert(pointee.log == nil)
        pointee.log = Unmanaged.passRetained(log)
        log.joined()
    }

    /// Ceases to be one. Harmless when it is none.
    public func leave() {
        guard let log = pointee.log else { return }
        pointee.log = nil
        pointee.isFollowing = false
        log._withUnsafeGuaranteedRef { $0.left(self) }
        log.release()
    }

    /// Copies the frames that are next and fit whole. Returns how many bytes that was: 0 when there is none, when the
    /// next is larger than the room, and when the reader does not follow, or the log has gone on without it.
    @inline(__always)
    public func copy(into room: UnsafeMutableRawBufferPointer) -> Int {
        guard pointee.isFollowing, let log = pointee.log else { return 0 }
        return log._withUnsafeGuaranteedRef { $0.copy(to: self, into: room) }
    }

    /// Waits when everything of the log is read. Returns whether it does.
    @inline(__always)
    public func waitAtEnd() -> Bool {
        guard let log = pointee.log else { return false }
        return log._withUnsafeGuaranteedRef { log in
            guard pointee.position == log.end else { return false }
            log.wait(self)
            return true
        }
    }

    /// Calls the reader as if there were something new.
    public func wakeUp() {
        if pointee.waitingAt >= 0, let log = pointee.log {
            log._withUnsafeGuaranteedRef { $0.stopWaiting(self) }
        }
        pointee.wake(self)
    }
}
