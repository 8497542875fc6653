internal import CNghttp2

/// nghttp2's numbers in the types that its functions take.
enum NGHTTP2 {
    static let callbackFailure = Int32(NGHTTP2_ERR_CALLBACK_FAILURE.rawValue)
    static let temporalFailure = Int32(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
    static let cancel = Int32(NGHTTP2_ERR_CANCEL.rawValue)
    static let pause = Int32(NGHTTP2_ERR_PAUSE.rawValue)
    static let deferred = Int(NGHTTP2_ERR_DEFERRED.rawValue)
    static let temporalReadFailure = Int(NGHTTP2_ERR_TEMPORAL_CALLBACK_FAILURE.rawValue)
    static let streamsUsedUp = Int32(NGHTTP2_ERR_STREAM_ID_NOT_AVAILABLE.rawValue)
    static let flooded = Int(NGHTTP2_ERR_FLOODED.rawValue)
    static let tooManyContinuations = Int(NGHTTP2_ERR_TOO_MANY_CONTINUATIONS.rawValue)
    static let badMagic = Int(NGHTTP2_ERR_BAD_CLIENT_MAGIC.rawValue)

    static let data = UInt8(NGHTTP2_DATA.rawValue)
    static let headers = UInt8(NGHTTP2_HEADERS.rawValue)
    static let priority = UInt8(NGHTTP2_PRIORITY.rawValue)
    static let rstStream = UInt8(NGHTTP2_RST_STREAM.rawValue)
    static let settings = UInt8(NGHTTP2_SETTINGS.rawValue)
    static let ping = UInt8(NGHTTP2_PING.rawValue)
    static let goAway = UInt8(NGHTTP2_GOAWAY.rawValue)
    static let windowUpdate = UInt8(NGHTTP2_WINDOW_UPDATE.rawValue)
    static let continuation = UInt8(NGHTTP2_CONTINUATION.rawValue)

    static let endStream = UInt8(NGHTTP2_FLAG_END_STREAM.rawValue)
    static let acknowledgement = UInt8(NGHTTP2_FLAG_ACK.rawValue)
    static let noFlag = UInt8(NGHTTP2_FLAG_NONE.rawValue)

    static let noCopy = UInt32(NGHTTP2_DATA_FLAG_NO_COPY.rawValue)
    static let endOfData = UInt32(NGHTTP2_DATA_FLAG_EOF.rawValue)
    static let noEndStream = UInt32(NGHTTP2_DATA_FLAG_NO_END_STREAM.rawValue)
    /// A frame's head on the wire.
    static let frameHeadBytes = 9

    static func words(_ status: Int) -> String {
        nghttp2_strerror(Int32(clamping: status)).map { String(cString: $0) } ?? "unknown"
    }
}
