/// Says why where nghttp2 ends a connection without a word: a header block that it cannot decode. Most such blocks are
/// in order but for one field that is longer than its decoder takes, and whoever sent it should hear of that.
enum GoAwayWords {
    /// nghttp2's limit (`NGHTTP2_HD_MAX_NV`), for a name and for a value.
    static let fieldBytes = 65_536

    static let undecodable =
        "the header block cannot be decoded: a field's name and its value may have \(fieldBytes) bytes each, and HPACK "
        + "(RFC 7541) must be kept"

    /// - Parameter frame: as nghttp2 made it.
    /// - Returns: the frame with words as its debug data (RFC 9113, section 6.8), when it is a GOAWAY without any for a
    ///   COMPRESSION_ERROR; nil: it is to be sent as it is.
    static func adding(to frame: UnsafeRawBufferPointer) -> [UInt8]? {
        // Length, type, flags, stream 0; then the last stream and the code, four bytes each.
        let fixedBytes = NGHTTP2.frameHeadBytes + 8
        guard frame.count == fixedBytes, frame[3] == NGHTTP2.goAway,
            frame[13..<17].elementsEqual([0, 0, 0, UInt8(HTTP2ErrorCode.compressionError.rawValue)])
        else { return nil }
        let words = Array(undecodable.utf8)
        var bytes = Array(frame)
        let length = 8 + words.count
        bytes[1] = UInt8(truncatingIfNeeded: length >> 8)
        bytes[2] = UInt8(truncatingIfNeeded: length)
        return bytes + words
    }
}
