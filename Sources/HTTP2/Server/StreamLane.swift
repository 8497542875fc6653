internal import CNghttp2
internal import FrameLog

/// All that a delivery touches of a stream, in one cache line: a watch that is up to date is served from here, and no
/// object is visited. With ten thousand streams, memory that is not in the cache is most of what a delivery costs.
struct StreamLane {
    /// First, so that the log's pointer to it is a pointer to the lane.
    var reader: LogReader
    fileprivate var pace = StreamPace.asked
    fileprivate var takesTurns = false
    fileprivate let id: Int32
    fileprivate let driver: Unmanaged<SessionDriver>

    /// Less urgent than answers that are whole: a request does not wait for the watches on its connection.
    fileprivate static let urgency = UInt32(NGHTTP2_EXTPRI_DEFAULT_URGENCY) + 1

    /// Holds the driver until `free`.
    static func make(_ id: Int32, _ driver: SessionDriver) -> UnsafeMutablePointer<StreamLane> {
        let lane = driver.lanes.take()
        lane.initialize(
            to: StreamLane(
                reader: LogReader(wake: { $0.assumingMemoryBound(to: StreamLane.self).becameAvailable() }), id: id,
                driver: .passRetained(driver)))
        return lane
    }

    private init(reader: LogReader, id: Int32, driver: Unmanaged<SessionDriver>) {
        self.reader = reader
        self.id = id
        self.driver = driver
    }

    /// Nobody may know the lane any more, neither nghttp2 nor a log.
    static func free(_ lane: UnsafeMutablePointer<StreamLane>) {
        lane.reader.leave()
        let driver = lane.pointee.driver
        lane.deinitialize(count: 1)
        driver._withUnsafeGuaranteedRef { $0.lanes.give(lane) }
        driver.release()
    }

    static func dataProvider(for lane: UnsafeMutablePointer<StreamLane>) -> nghttp2_data_provider {
        nghttp2_data_provider(
            source: nghttp2_data_source(ptr: lane),
            read_callback: { session, id, _, length, flags, source, _ in
                guard let pointer = source?.pointee.ptr, let flags else { return Int(NGHTTP2.callbackFailure) }
                return pointer.assumingMemoryBound(to: StreamLane.self).read(session, id, length, flags)
            })
    }
}

extension UnsafeMutablePointer<StreamLane> {
    /// Where a source that follows a log keeps its place.
    var reader: UnsafeMutablePointer<LogReader> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: LogReader.self)
    }

    /// There are bytes again: nghttp2 is to ask for them.
    func becameAvailable() {
        if pointee.pace == .deferred { pointee.driver._withUnsafeGuaranteedRef { $0.resume(pointee.id) } }
        pointee.pace = .asked
    }

    /// nghttp2 wants the next DATA frame.
    fileprivate func read(
        _ session: OpaquePointer?, _ id: Int32, _ length: Int, _ flags: UnsafeMutablePointer<UInt32>
    ) -> Int {
        if pointee.pace == .drained {
            pointee.pace = .deferred
            return NGHTTP2.deferred
        }
        if pointee.reader.isFollowing {
            let count = pointee.driver._withUnsafeGuaranteedRef { reader.copy(into: $0.payloadRoom(length)) }
            if count > 0 {
                if reader.waitAtEnd() { pointee.pace = .drained }
                flags.pointee |= NGHTTP2.noCopy
                return count
            }
            if reader.waitAtEnd() {
                pointee.pace = .deferred
                return NGHTTP2.deferred
            }
        }
        guard let data = nghttp2_session_get_stream_user_data(session, id) else { return NGHTTP2.temporalReadFailure }
        return Unmanaged<ServerStream>.fromOpaque(data)._withUnsafeGuaranteedRef { stream in
            let count = stream.readData(length, flags)
            pointee.pace = stream.body.takePace()
            takeTurns(pointee.pace == .asked && count > 0, session)
            return count
        }
    }

    /// Whether the stream takes turns with the connection's others: incremental, in the words of RFC 9218. By default
    /// nghttp2 serves a stream to its end before the next, and thousands of watches that have a list to tell would wait
    /// for those that go on getting events. A stream that is up to date has little to send: turns would only have
    /// nghttp2 visit all others before it hears that there is no more.
    func takeTurns(_ takes: Bool, _ session: OpaquePointer?) {
        guard takes != pointee.takesTurns else { return }
        pointee.takesTurns = takes
        var priority = nghttp2_extpri(urgency: StreamLane.urgency, inc: takes ? 1 : 0)
        nghttp2_session_change_extpri_stream_priority(session, pointee.id, &priority, 1)
    }
}
