/// Reads what a client sends on a WebSocket, piece by piece: no message is ever held whole (RFC 6455, section 5). Pure.
struct WebSocketReader {
    enum Event: Equatable {
        /// A piece of a message's payload.
        case data([UInt8], isFirst: Bool, isLast: Bool)
        case ping([UInt8])
        case pong
        /// The peer says goodbye.
        case close
        /// The peer broke a rule: the connection ends with this code.
        case broken(WebSocketFrame.CloseCode)
    }

    private enum Place {
        case head
        case payload
        case dead
    }

    private var place = Place.head
    /// A frame's head while it arrives: at most 14 bytes.
    private var head: [UInt8] = []
    private var opcode = WebSocketFrame.Opcode.continuation
    private var isFinal = false
    private var mask: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    private var maskAt = 0
    private var left: UInt64 = 0
    /// Of a control frame.
    private var control: [UInt8] = []
    /// The kind of the message whose fragments arrive.
    private var message: WebSocketFrame.Opcode?
    private var isMessageFresh = true
    private var text = UTF8Check()

    init() {}

    mutating func read(_ input: UnsafeRawBufferPointer, _ handle: (Event) -> Void) {
        var at = 0
        while at < input.count {
            switch place {
            case .dead: return
            case .head:
                head.append(input[at])
                at += 1
                headGrew(handle)
            case .payload:
                let count = Int(min(left, UInt64(input.count - at)))
                var piece = [UInt8](UnsafeRawBufferPointer(rebasing: input[at..<at + count]))
                at += count
                unmask(&piece)
                left -= UInt64(count)
                payload(piece, handle)
            }
        }
    }

    private mutating func fail(_ code: WebSocketFrame.CloseCode, _ handle: (Event) -> Void) {
        place = .dead
        handle(.broken(code))
    }

    private mutating func headGrew(_ handle: (Event) -> Void) {
        guard head.count >= 2 else {
            // No extension was agreed on, so the reserved bits are 0 and there are six opcodes.
            guard head[0] & 0x70 == 0, WebSocketFrame.Opcode(rawValue: head[0] & 0x0f) != nil else {
                return fail(.protocolError, handle)
            }
            return
        }
        // Clients mask, always (section 5.1).
        guard head[1] & 0x80 != 0 else { return fail(.protocolError, handle) }
        let short = head[1] & 0x7f
        let lengthBytes = short == 126 ? 2 : short == 127 ? 8 : 0
        guard head.count == 2 + lengthBytes + 4 else { return }
        var length = lengthBytes == 0 ? UInt64(short) : 0
        for byte in head[2..<2 + lengthBytes] { length = length << 8 | UInt64(byte) }
        // In the fewest bytes that it takes, and never the highest bit (section 5.2).
        guard lengthBytes != 2 || length > 125, lengthBytes != 8 || (length > 0xffff && length < 1 << 63) else {
            return fail(.protocolError, handle)
        }
        mask = (head[2 + lengthBytes], head[3 + lengthBytes], head[4 + lengthBytes], head[5 + lengthBytes])
        maskAt = 0
        isFinal = head[0] & 0x80 != 0
        opcode = WebSocketFrame.Opcode(rawValue: head[0] & 0x0f) ?? .continuation
        left = length
        head.removeAll(keepingCapacity: true)
        if opcode.isControl {
            guard isFinal, length <= StreamingLimits.controlBytes else { return fail(.protocolError, handle) }
            control = []
        } else if opcode == .continuation {
            guard message != nil else { return fail(.protocolError, handle) }
        } else {
            guard message == nil else { return fail(.protocolError, handle) }
            message = opcode
            isMessageFresh = true
            text = UTF8Check()
        }
        place = .payload
        if left == 0 { payload([], handle) }
    }

    private mutating func unmask(_ piece: inout [UInt8]) {
        for at in piece.indices {
            switch maskAt & 3 {
            case 0: piece[at] ^= mask.0
            case 1: piece[at] ^= mask.1
            case 2: piece[at] ^= mask.2
            default: piece[at] ^= mask.3
            }
            maskAt &+= 1
        }
    }

    private mutating func payload(_ piece: [UInt8], _ handle: (Event) -> Void) {
        if left == 0 { place = .head }
        if opcode.isControl {
            control += piece
            if left == 0 { controlArrived(handle) }
            return
        }
        let isLast = left == 0 && isFinal
        if message == .text {
            text.read(piece)
            guard text.isValid, !isLast || text.isWhole else { return fail(.invalidText, handle) }
        }
        let isFirst = isMessageFresh
        isMessageFresh = false
        if isLast { message = nil }
        handle(.data(piece, isFirst: isFirst, isLast: isLast))
    }

    private mutating func controlArrived(_ handle: (Event) -> Void) {
        switch opcode {
        case .ping: handle(.ping(control))
        case .pong: handle(.pong)
        default:
            // One byte is half a code; the rest is text.
            guard control.count != 1, control.count < 2 || Self.isCloseCode(control) else {
                return fail(.protocolError, handle)
            }
            var reason = UTF8Check()
            reason.read(control.dropFirst(2))
            guard reason.isValid, reason.isWhole else { return fail(.invalidText, handle) }
            place = .dead
            handle(.close)
        }
    }

    /// A code that may be sent (section 7.4).
    private static func isCloseCode(_ payload: [UInt8]) -> Bool {
        switch Int(payload[0]) << 8 | Int(payload[1]) {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}

/// Whether bytes are UTF-8 (RFC 3629), of which only a piece is there at a time.
struct UTF8Check {
    private(set) var isValid = true
    /// Continuation bytes that are to come, and the range of the next.
    private var expected = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xbf

    init() {}

    /// No character is half there.
    var isWhole: Bool { expected == 0 }

    mutating func read(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where isValid {
            if expected > 0 {
                isValid = low <= byte && byte <= high
                (low, high) = (0x80, 0xbf)
                expected -= 1
                continue
            }
            switch byte {
            case ..<0x80: break
            case 0xc2...0xdf: expected = 1
            case 0xe0: (expected, low) = (2, 0xa0)
            case 0xed: (expected, high) = (2, 0x9f)
            case 0xe1...0xef: expected = 2
            case 0xf0: (expected, low) = (3, 0x90)
            case 0xf1...0xf3: expected = 3
            case 0xf4: (expected, high) = (3, 0x8f)
            default: isValid = false
            }
        }
    }
}
