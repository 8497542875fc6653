/// Frames as a server sends them: whole, not masked (RFC 6455, section 5).
enum WebSocketFrame {
    enum Opcode: UInt8 {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10

        var isControl: Bool { rawValue >= 8 }
    }

    /// Why a connection is closed (section 7.4.1).
    enum CloseCode: UInt16 {
        case normal = 1000
        case goingAway = 1001
        case protocolError = 1002
        case unsupportedData = 1003
        case invalidText = 1007
        case internalError = 1011
    }

    /// Appends a message of `first`, if any, and `payload`.
    static func append(
        _ opcode: Opcode, prefix: UInt8? = nil, _ payload: some Collection<UInt8>, to bytes: inout [UInt8]
    ) {
        let count = payload.count + (prefix == nil ? 0 : 1)
        bytes.append(0x80 | opcode.rawValue)
        switch count {
        case ...125: bytes.append(UInt8(count))
        case ...0xffff: bytes.append(contentsOf: [126, UInt8(count >> 8), UInt8(count & 0xff)])
        default:
            bytes.append(127)
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: UInt64(count) >> UInt64(shift)))
            }
        }
        if let prefix { bytes.append(prefix) }
        bytes.append(contentsOf: payload)
    }

    /// Appends a stream's bytes as messages of at most `StreamingLimits.frameBytes`, each behind `prefix`, if any.
    static func appendStream(prefix: UInt8? = nil, _ bytes: [UInt8], to out: inout [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            append(.binary, prefix: prefix, rest.prefix(StreamingLimits.frameBytes), to: &out)
            rest = rest.dropFirst(StreamingLimits.frameBytes)
        }
    }

    static func appendClose(_ code: CloseCode, to bytes: inout [UInt8]) {
        append(.close, [UInt8(code.rawValue >> 8), UInt8(code.rawValue & 0xff)], to: &bytes)
    }
}
