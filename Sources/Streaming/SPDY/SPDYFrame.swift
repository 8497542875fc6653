/// Frames of SPDY/3.1 as a client sends them (SPDY/3.1, section 2.2 and 2.6).
enum SPDYFrame {
    static let headBytes = 8

    enum Kind: UInt16 {
        case synStream = 1
        case synReply = 2
        case rstStream = 3
        case settings = 4
        case ping = 6
        case goAway = 7
        case headers = 8
        case windowUpdate = 9
    }

    /// Opens a stream that is this side's, so its number is odd.
    static func appendOpen(_ stream: UInt32, block: [UInt8], to bytes: inout [UInt8]) {
        appendHead(.synStream, count: 10 + block.count, to: &bytes)
        appendNumber(stream, to: &bytes)
        // Belongs to no other stream; no priority, no slot.
        bytes.append(contentsOf: [0, 0, 0, 0, 0, 0])
        bytes.append(contentsOf: block)
    }

    static func appendPing(_ identifier: UInt32, to bytes: inout [UInt8]) {
        appendHead(.ping, count: 4, to: &bytes)
        appendNumber(identifier, to: &bytes)
    }

    /// - Parameter isLast: this side's half of the stream ends with it.
    static func appendData(
        _ stream: UInt32, _ payload: some Collection<UInt8>, isLast: Bool, to bytes: inout [UInt8]
    ) {
        appendNumber(stream & 0x7fff_ffff, to: &bytes)
        appendNumber(UInt32(isLast ? 1 : 0) << 24 | UInt32(payload.count & 0xff_ffff), to: &bytes)
        bytes.append(contentsOf: payload)
    }

    private static func appendHead(_ kind: Kind, count: Int, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: [0x80, 3, UInt8(kind.rawValue >> 8), UInt8(kind.rawValue & 0xff)])
        appendNumber(UInt32(count & 0xff_ffff), to: &bytes)
    }

    private static func appendNumber(_ number: UInt32, to bytes: inout [UInt8]) {
        for shift: UInt32 in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
