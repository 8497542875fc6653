internal import CNghttp2
internal import FrameLog

private func owner(_ context: UnsafeMutableRawPointer?) -> ServerConnection? {
    context.map { Unmanaged<ServerConnection>.fromOpaque($0).takeUnretainedValue() }
}

private func findStream(_ session: OpaquePointer?, _ id: Int32) -> ServerStream? {
    guard let data = nghttp2_session_get_stream_user_data(session, id) else { return nil }
    return Unmanaged<ServerStream>.fromOpaque(data).takeUnretainedValue()
}

/// nghttp2's callbacks for a server. Their context is an unretained `ServerConnection`, which outlives its session.
enum ServerCallbacks {
    /// Made once; nghttp2 copies what it needs into each session.
    private nonisolated(unsafe) static let table: OpaquePointer? = {
        var table: OpaquePointer?
        guard nghttp2_session_callbacks_new(&table) == 0, let table else { return nil }
        setReceiving(table)
        setSending(table)
        return table
    }()

    /// Nil when memory is short.
    static func makeSession(
        for connection: ServerConnection, _ limits: Limits, in memory: SessionMemory
    ) -> OpaquePointer? {
        var options: OpaquePointer?
        guard let table, nghttp2_option_new(&options) == 0 else { return nil }
        defer { nghttp2_option_del(options) }
        // Windows open as bytes are taken, not as they arrive.
        nghttp2_option_set_no_auto_window_update(options, 1)
        // Closed streams would be kept for the RFC 7540 priority tree, which is not used.
        nghttp2_option_set_no_closed_streams(options, 1)
        // The abuse budget counts resets and says why it ends; this is behind it.
        nghttp2_option_set_stream_reset_rate_limit(
            options, UInt64(clamping: limits.resetBurst) &* 2, UInt64(clamping: limits.resetsPerSecond) &* 2)
        nghttp2_option_set_max_continuations(options, limits.continuations)
        nghttp2_option_set_max_settings(options, limits.settingsEntries)
        nghttp2_option_set_max_outbound_ack(options, limits.outboundAcknowledgements)
        nghttp2_option_set_max_deflate_dynamic_table_size(options, limits.headerTableBytes)
        // Frames that nobody knows are ignored unseen by default; as "extensions" they can be counted.
        for type in UInt8(NGHTTP2_ALTSVC.rawValue)...UInt8.max {
            nghttp2_option_set_user_recv_extension_type(options, type)
        }
        var session: OpaquePointer?
        let context = Unmanaged.passUnretained(connection).toOpaque()
        var functions = memory.functions()
        return nghttp2_session_server_new3(&session, table, context, options, &functions) == 0 ? session : nil
    }

    /// Queues this side's SETTINGS and opens the connection's window.
    static func greet(_ session: OpaquePointer, _ limits: Limits) {
        let entries: [(nghttp2_settings_id, Int)] = [
            (NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, limits.concurrentStreams),
            (NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits.streamWindowBytes),
            (NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, limits.headerListBytes),
            (NGHTTP2_SETTINGS_HEADER_TABLE_SIZE, limits.headerTableBytes),
            // Streams then take turns in a plain queue; the old tree costs on every frame.
            (NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1),
        ]
        let settings = entries.map {
            nghttp2_settings_entry(settings_id: Int32($0.0.rawValue), value: UInt32(clamping: $0.1))
        }
        nghttp2_submit_settings(session, NGHTTP2.noFlag, settings, settings.count)
        nghttp2_session_set_local_window_size(
            session, NGHTTP2.noFlag, 0, Int32(clamping: limits.connectionWindowBytes))
    }

    static func dataProvider(for stream: ServerStream) -> nghttp2_data_provider {
        nghttp2_data_provider(
            source: nghttp2_data_source(ptr: Unmanaged.passUnretained(stream).toOpaque()),
            read_callback: { _, _, _, length, flags, source, _ in
                guard let pointer = source?.pointee.ptr, let flags else { return Int(NGHTTP2.callbackFailure) }
                // The connection holds its streams while nghttp2 runs.
                return Unmanaged<ServerStream>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
                    $0.readData(length, flags)
                }
            })
    }

    // MARK: Receiving

    private static func setReceiving(_ table: OpaquePointer) {
        nghttp2_session_callbacks_set_on_begin_frame_callback(table) { _, head, context in
            guard let head, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            switch head.pointee.type {
            case NGHTTP2.data, NGHTTP2.headers, NGHTTP2.rstStream, NGHTTP2.goAway, NGHTTP2.continuation: break
            case NGHTTP2.windowUpdate: connection.charge(.windowUpdates)
            case NGHTTP2.ping: connection.charge(.pings)
            case NGHTTP2.settings: connection.charge(.settings)
            case NGHTTP2.priority: connection.charge(.priorities)
            default: break
            }
            return 0
        }
        nghttp2_session_callbacks_set_unpack_extension_callback(table) { _, _, _, context in
            owner(context)?.charge(.unknownFrames)
            return NGHTTP2.cancel
        }
        nghttp2_session_callbacks_set_on_extension_chunk_recv_callback(table) { _, _, _, _, _ in 0 }
        nghttp2_session_callbacks_set_on_begin_headers_callback(table) { session, frame, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            guard frame.pointee.headers.cat == NGHTTP2_HCAT_REQUEST else { return 0 }
            let stream = connection.open(frame.pointee.hd.stream_id)
            nghttp2_session_set_stream_user_data(
                session, stream.id, Unmanaged.passUnretained(stream).toOpaque())
            return 0
        }
        nghttp2_session_callbacks_set_on_header_callback(table) {
            session, frame, name, nameLength, value, valueLength, _, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            let id = frame.pointee.hd.stream_id
            // Nil incoming: trailers after a body that was too large. Nobody reads those.
            guard let stream = findStream(session, id), stream.incoming?.areHeadersTooLarge == false else { return 0 }
            let text = HeaderText(name, nameLength, value, valueLength)
            return connection.headerArrived(
                text, on: stream, isTrailer: frame.pointee.headers.cat == NGHTTP2_HCAT_HEADERS)
        }
        nghttp2_session_callbacks_set_on_invalid_header_callback(table) { _, _, _, _, _, _, _, context in
            owner(context)?.charge(.badHeaders)
            // nghttp2 then resets the stream with PROTOCOL_ERROR if the field is one that matters.
            return NGHTTP2.temporalFailure
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(table) { session, _, id, bytes, count, context in
            guard let connection = owner(context) else { return NGHTTP2.callbackFailure }
            let body = UnsafeBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
            // Bytes are bounded by what may be held; so the windows open again at once.
            if let stream = findStream(session, id), connection.bodyArrived(body, on: stream) {
                return nghttp2_session_consume(session, id, count)
            }
            return nghttp2_session_consume_connection(session, count)
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(table) { session, frame, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            connection.frameArrived(frame.pointee, in: session)
            return 0
        }
        nghttp2_session_callbacks_set_on_invalid_frame_recv_callback(table) { _, frame, _, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            if frame.pointee.hd.type == NGHTTP2.headers,
                connection.streams.count >= connection.limits.concurrentStreams
            {
                connection.counters.countHit(.concurrentStreams)
            }
            return 0
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(table) { _, id, code, context in
            owner(context)?.streamClosed(id, code)
            return 0
        }
    }

    // MARK: Sending

    private static func setSending(_ table: OpaquePointer) {
        nghttp2_session_callbacks_set_send_data_callback(table) { _, _, head, length, _, context in
            guard let head, let context else { return NGHTTP2.callbackFailure }
            return Unmanaged<ServerConnection>.fromOpaque(context)._withUnsafeGuaranteedRef {
                $0.driver?.finishFrame(head, length: length) ?? NGHTTP2.callbackFailure
            }
        }
        nghttp2_session_callbacks_set_on_frame_not_send_callback(table) { session, frame, _, context in
            // A response whose headers nghttp2 cannot send, such as too large ones: the peer is not to wait for it.
            guard let frame, frame.pointee.hd.type == NGHTTP2.headers,
                findStream(session, frame.pointee.hd.stream_id) != nil
            else { return 0 }
            owner(context)?.reset(frame.pointee.hd.stream_id, .internalError)
            return 0
        }
        nghttp2_session_callbacks_set_on_frame_send_callback(table) { session, frame, context in
            guard let frame else { return NGHTTP2.callbackFailure }
            switch frame.pointee.hd.type {
            case NGHTTP2.rstStream:
                guard let connection = owner(context) else { return NGHTTP2.callbackFailure }
                connection.counters.resetsSent.count()
                switch frame.pointee.rst_stream.error_code {
                // Not the peer's doing.
                case HTTP2ErrorCode.noError.rawValue, HTTP2ErrorCode.internalError.rawValue: break
                default: connection.charge(.resetsSent)
                }
            case NGHTTP2.goAway:
                owner(context)?.goAwaySent(HTTP2ErrorCode(rawValue: frame.pointee.goaway.error_code))
            case NGHTTP2.data, NGHTTP2.headers:
                guard frame.pointee.hd.flags & NGHTTP2.endStream != 0 else { return 0 }
                let id = frame.pointee.hd.stream_id
                if nghttp2_session_get_stream_remote_close(session, id) == 0 { owner(context)?.answeredEarly(id) }
            default: break
            }
            return 0
        }
    }
}

extension ServerConnection {
    /// Returns nghttp2's status: a temporal failure ends the stream, with the reset that was submitted before.
    fileprivate func headerArrived(_ text: HeaderText, on stream: ServerStream, isTrailer: Bool) -> Int32 {
        let listed = (stream.incoming?.headerBytes ?? 0) + text.listBytes
        stream.incoming?.headerBytes = listed
        guard listed <= limits.headerListBytes else {
            counters.countHit(.headerListBytes)
            charge(.badHeaders)
            if isTrailer {
                reset(stream.id, .enhanceYourCalm)
                return NGHTTP2.temporalFailure
            }
            // The rest passes unseen; nghttp2 must read it all the same, since it changes HPACK's table.
            stream.incoming?.areHeadersTooLarge = true
            stream.incoming?.headers = HeaderFields()
            return 0
        }
        // Request trailers have no meaning here; they count and are dropped.
        if isTrailer { return 0 }
        guard let value = text.valueString else {
            charge(.badHeaders)
            reset(stream.id, .protocolError)
            return NGHTTP2.temporalFailure
        }
        stream.incoming?.add(text, value: value)
        return 0
    }

    fileprivate func frameArrived(_ frame: nghttp2_frame, in session: OpaquePointer?) {
        let isLast = frame.hd.flags & NGHTTP2.endStream != 0
        switch frame.hd.type {
        case NGHTTP2.headers:
            guard let stream = streams[frame.hd.stream_id] else { return }
            stream.incoming?.areHeadersWhole = true
            if stream.incoming?.areHeadersTooLarge == true {
                refuse(stream, 431, .headerListBytes)
            } else if isLast {
                requestArrived(stream)
            } else if stream.incoming?.expectsContinue == true {
                submitContinue(on: stream.id)
            }
        case NGHTTP2.data:
            if isLast {
                if let stream = streams[frame.hd.stream_id] { requestArrived(stream) }
            } else if frame.hd.length == 0 {
                charge(.emptyData)
            }
        case NGHTTP2.settings: prefaceArrived()
        case NGHTTP2.ping:
            if frame.hd.flags & NGHTTP2.acknowledgement != 0 { acknowledged() }
        case NGHTTP2.rstStream:
            counters.resetsReceived.count()
            charge(.resetsReceived)
            guard let stream = streams[frame.hd.stream_id] else { return }
            stream.isResetByPeer = true
            if !stream.hasResponded { charge(.resetsBeforeAnswer) }
        default: break
        }
    }
}
