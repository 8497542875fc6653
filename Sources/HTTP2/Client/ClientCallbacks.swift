internal import CNghttp2

private func owner(_ context: UnsafeMutableRawPointer?) -> ClientConnection? {
    context.map { Unmanaged<ClientConnection>.fromOpaque($0).takeUnretainedValue() }
}

private func findStream(_ session: OpaquePointer?, _ id: Int32) -> ClientStream? {
    guard let data = nghttp2_session_get_stream_user_data(session, id) else { return nil }
    return Unmanaged<ClientStream>.fromOpaque(data).takeUnretainedValue()
}

/// nghttp2's callbacks for a client. Their context is an unretained `ClientConnection`, which outlives its session.
enum ClientCallbacks {
    private nonisolated(unsafe) static let table: OpaquePointer? = {
        var table: OpaquePointer?
        guard nghttp2_session_callbacks_new(&table) == 0, let table else { return nil }
        fill(table)
        return table
    }()

    static func makeSession(
        for connection: ClientConnection, _ limits: ClientLimits, in memory: SessionMemory
    ) -> OpaquePointer? {
        var options: OpaquePointer?
        guard let table, nghttp2_option_new(&options) == 0 else { return nil }
        defer { nghttp2_option_del(options) }
        nghttp2_option_set_no_auto_window_update(options, 1)
        nghttp2_option_set_no_closed_streams(options, 1)
        var session: OpaquePointer?
        let context = Unmanaged.passUnretained(connection).toOpaque()
        var functions = memory.functions()
        return nghttp2_session_client_new3(&session, table, context, options, &functions) == 0 ? session : nil
    }

    static func greet(_ session: OpaquePointer, _ limits: ClientLimits) {
        let entries: [(nghttp2_settings_id, Int)] = [
            (NGHTTP2_SETTINGS_ENABLE_PUSH, 0),
            (NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits.streamWindowBytes),
            (NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, limits.headerListBytes),
            (NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1),
        ]
        let settings = entries.map {
            nghttp2_settings_entry(settings_id: Int32($0.0.rawValue), value: UInt32(clamping: $0.1))
        }
        nghttp2_submit_settings(session, NGHTTP2.noFlag, settings, settings.count)
        nghttp2_session_set_local_window_size(
            session, NGHTTP2.noFlag, 0, Int32(clamping: limits.connectionWindowBytes))
    }

    static func dataProvider(for stream: ClientStream) -> nghttp2_data_provider {
        nghttp2_data_provider(
            source: nghttp2_data_source(ptr: Unmanaged.passUnretained(stream).toOpaque()),
            read_callback: { _, _, _, length, flags, source, _ in
                guard let pointer = source?.pointee.ptr, let flags else { return Int(NGHTTP2.callbackFailure) }
                return Unmanaged<ClientStream>.fromOpaque(pointer).takeUnretainedValue().readData(length, flags)
            })
    }

    private static func fill(_ table: OpaquePointer) {
        nghttp2_session_callbacks_set_on_header_callback(table) {
            session, frame, name, nameLength, value, valueLength, _, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            guard let stream = findStream(session, frame.pointee.hd.stream_id) else { return 0 }
            let text = HeaderText(name, nameLength, value, valueLength)
            return stream.headerArrived(text, limitBytes: connection.headerLimitBytes)
        }
        nghttp2_session_callbacks_set_on_data_chunk_recv_callback(table) { session, _, id, bytes, count, _ in
            // The connection's window opens at once, the stream's when its reader says so.
            let status = nghttp2_session_consume_connection(session, count)
            if status == 0, let stream = findStream(session, id) {
                stream.bodyArrived(UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count))
            }
            return status
        }
        nghttp2_session_callbacks_set_on_frame_recv_callback(table) { _, frame, context in
            guard let frame, let connection = owner(context) else { return NGHTTP2.callbackFailure }
            connection.frameArrived(frame.pointee)
            return 0
        }
        nghttp2_session_callbacks_set_on_stream_close_callback(table) { _, id, code, context in
            owner(context)?.streamClosed(id, HTTP2ErrorCode(rawValue: code))
            return 0
        }
        nghttp2_session_callbacks_set_on_frame_not_send_callback(table) { _, frame, _, context in
            // A request that never left, because the server said GOAWAY before its turn.
            guard let frame, frame.pointee.hd.type == NGHTTP2.headers else { return 0 }
            owner(context)?.streamClosed(frame.pointee.hd.stream_id, .refusedStream)
            return 0
        }
        nghttp2_session_callbacks_set_send_data_callback(table) { _, _, head, length, _, context in
            guard let head, let driver = owner(context)?.driver else { return NGHTTP2.callbackFailure }
            return driver.finishFrame(head, length: length)
        }
    }
}
