internal import CNghttp2
internal import Reactor

/// Hears of an nghttp2 session what concerns the connection as a whole.
protocol SessionOwner: AnyObject {
    /// Everything that could be written has been; the moment to see whether the session is over.
    func sessionFlushed()
    /// nghttp2 gave up, with its own error number.
    func sessionFailed(_ status: Int)
}

/// Moves bytes between a transport and an nghttp2 session, for both sides of HTTP/2.
///
/// Out: frames are gathered in the loop's stage, DATA payloads pulled straight into it, and sent when it is full and
/// when nothing more is to be sent: one write per iteration, made of full TLS records. While the socket has not taken
/// all of it, nothing is pulled; so a connection never holds more than a stage of outbound bytes.
final class SessionDriver: IterationEndHandler {
    let loop: EventLoop
    private let transport: Transport
    /// Until `close`. Not weak: objects with weak references to them are slower to hold at every touch.
    private var owner: (any SessionOwner)?
    private let stage: ByteStage
    /// What the session is made of.
    private let memory: SessionMemory
    let lanes = LanePool()
    /// Nil once the connection is over.
    private(set) var session: OpaquePointer?
    /// Within a call into nghttp2, whose functions must not be entered again in every case.
    private(set) var isInside = false
    private var isFlushRequested = false
    private var isLengthyFlushRequested = false
    private var isOutOfRoom = false
    private var hasEnded = false
    private var deletesWhenOutside = false
    /// Streams whose source has bytes again.
    private var toResume: [Int32] = []

    /// - Parameter memory: what the session was made with.
    init(session: OpaquePointer, memory: SessionMemory, transport: Transport, owner: any SessionOwner) {
        self.session = session
        self.memory = memory
        self.transport = transport
        self.owner = owner
        loop = transport.loop
        stage = loop.buffers.stage
    }

    deinit { if let session { nghttp2_session_del(session) } }

    /// Frees the session; nothing of it may be used after.
    func close() {
        owner = nil
        if isInside {
            deletesWhenOutside = true
        } else if let session {
            self.session = nil
            nghttp2_session_del(session)
        }
    }

    private func left() {
        isInside = false
        if deletesWhenOutside { close() }
    }

    // MARK: In

    /// Feeds bytes that arrived. Its callbacks run within.
    func receive(_ bytes: UnsafeRawBufferPointer) {
        guard let session, !isInside, !hasEnded else { return }
        isInside = true
        let status = nghttp2_session_mem_recv(
            session, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
        left()
        if status < 0 { owner?.sessionFailed(status) }
        requestFlush()
    }

    // MARK: Out

    /// Asks for one flush at the end of this iteration of the loop.
    func requestFlush() {
        guard !isFlushRequested, session != nil else { return }
        isFlushRequested = true
        loop.atEndOfIteration(self)
    }

    /// The same for what may be much, and may wait for what is little.
    private func requestLengthyFlush() {
        guard !isLengthyFlushRequested, session != nil else { return }
        isLengthyFlushRequested = true
        loop.whenThereIsTime(self)
    }

    /// The socket has room again.
    func drained() { requestLengthyFlush() }

    func iterationEnded() {
        // Asked for both, and the other one has been called.
        guard isFlushRequested || isLengthyFlushRequested else { return }
        isFlushRequested = false
        isLengthyFlushRequested = false
        flush()
    }

    /// A deferred stream has data again. nghttp2 is told when the connection is flushed: what it keeps of the stream is
    /// then in the processor's cache when the stream is read at once after, however many connections have their turn.
    func resume(_ stream: Int32) {
        toResume.append(stream)
        requestLengthyFlush()
    }

    private func resumeAll() {
        guard let session, !toResume.isEmpty else { return }
        for stream in toResume { nghttp2_session_resume_data(session, stream) }
        toResume.removeAll(keepingCapacity: true)
    }

    /// Sends until nothing is left to send, the socket takes no more, or other connections should have their turn.
    func flush() {
        guard !isInside else { return requestFlush() }
        resumeAll()
        while let session, !hasEnded, transport.isOpen, transport.pendingBytes == 0 {
            stage.removeAll()
            let outcome = fill(stage, from: session)
            if stage.count > 0 { transport.send(stage.bytes) }
            stage.removeAll()
            if outcome < 0 {
                owner?.sessionFailed(outcome)
                return
            }
            if outcome == 0 { break }
            // A peer that reads as fast as this side writes never fills the socket, and would hold the loop for good.
            if loop.isTurnOver {
                requestLengthyFlush()
                break
            }
        }
        owner?.sessionFlushed()
    }

    /// Returns 1 when the stage is full or the turn is over, 0 when the session has no more, negative when it failed.
    private func fill(_ stage: ByteStage, from session: OpaquePointer) -> Int {
        var nextLook = ReactorLimits.stageBytesPerLook
        while stage.room >= ReactorLimits.stageReserve {
            if stage.count >= nextLook {
                if loop.isTurnOver { return 1 }
                nextLook = stage.count + ReactorLimits.stageBytesPerLook
            }
            var bytes: UnsafePointer<UInt8>?
            isOutOfRoom = false
            isInside = true
            let count = nghttp2_session_mem_send(session, &bytes)
            left()
            if count > 0 {
                let frame = UnsafeRawBufferPointer(start: bytes, count: count)
                if let explained = GoAwayWords.adding(to: frame) {
                    explained.withUnsafeBytes { stage.append($0) }
                } else {
                    stage.append(frame)
                }
            } else if count < 0 {
                return count
            } else if !isOutOfRoom {
                return 0
            }
            if self.session == nil || hasEnded { return 0 }
        }
        return 1
    }

    /// From within a callback of nghttp2 for a frame that was just made: it is the last one that is sent.
    func endAfterThisFrame() { hasEnded = true }

    // MARK: DATA in place

    /// Where the payload of the DATA frame that nghttp2 is about to make belongs: behind the room for its head.
    func payloadRoom(_ length: Int) -> UnsafeMutableRawBufferPointer {
        let tail = stage.tail
        let room = max(0, min(length, tail.count - NGHTTP2.frameHeadBytes))
        guard room > 0 else { return UnsafeMutableRawBufferPointer(start: nil, count: 0) }
        return UnsafeMutableRawBufferPointer(rebasing: tail[NGHTTP2.frameHeadBytes..<NGHTTP2.frameHeadBytes + room])
    }

    /// Puts the head before a payload that is already in place. Returns nghttp2's status.
    func finishFrame(_ head: UnsafePointer<UInt8>, length: Int) -> Int32 {
        let tail = stage.tail
        guard let start = tail.baseAddress, tail.count >= NGHTTP2.frameHeadBytes + length else {
            return NGHTTP2.callbackFailure
        }
        start.copyMemory(from: head, byteCount: NGHTTP2.frameHeadBytes)
        stage.advance(NGHTTP2.frameHeadBytes + length)
        isOutOfRoom = stage.room < ReactorLimits.stageReserve
        return isOutOfRoom ? NGHTTP2.pause : 0
    }

    // MARK: State

    /// Whether both directions are finished.
    var isOver: Bool {
        guard let session, !hasEnded else { return true }
        return nghttp2_session_want_read(session) == 0 && nghttp2_session_want_write(session) == 0
    }

    var queuedFrames: Int { session.map { nghttp2_session_get_outbound_queue_size($0) } ?? 0 }
}
