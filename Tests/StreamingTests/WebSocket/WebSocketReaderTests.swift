import Testing

@testable import Streaming

@Suite struct WebSocketReaderTests {
    /// What a message says, however it was cut.
    struct Heard: Equatable {
        var messages: [[UInt8]] = []
        var pings: [[UInt8]] = []
        var ends: [WebSocketReader.Event] = []
    }

    static func frame(
        _ opcode: UInt8, _ payload: [UInt8], final: Bool = true, mask: [UInt8] = [1, 2, 3, 4], isMasked: Bool = true
    ) -> [UInt8] {
        var bytes = [(final ? 0x80 : 0) | opcode]
        let bit: UInt8 = isMasked ? 0x80 : 0
        switch payload.count {
        case ...125: bytes.append(bit | UInt8(payload.count))
        case ...0xffff: bytes += [bit | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xff)]
        default: bytes += [bit | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
        }
        guard isMasked else { return bytes + payload }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }

    static func read(_ bytes: [UInt8], pieces size: Int) -> Heard {
        var reader = WebSocketReader()
        var heard = Heard()
        var message: [UInt8] = []
        var at = 0
        while at < bytes.count {
            let piece = Array(bytes[at..<min(at + size, bytes.count)])
            at += size
            piece.withUnsafeBytes {
                reader.read($0) { event in
                    switch event {
                    case .data(let data, let isFirst, let isLast):
                        if isFirst { message = [] }
                        message += data
                        if isLast { heard.messages.append(message) }
                    case .ping(let payload): heard.pings.append(payload)
                    case .pong: break
                    case .close, .broken: heard.ends.append(event)
                    }
                }
            }
        }
        return heard
    }

    @Test(arguments: [1, 2, 5, 1_000_000])
    func `messages are the same however they are cut`(size: Int) {
        let long = (0..<70_000).map { UInt8(truncatingIfNeeded: $0) }
        let bytes =
            Self.frame(2, [1, 2, 3]) + Self.frame(2, []) + Self.frame(2, [4], final: false) + Self.frame(9, [7, 7])
            + Self.frame(0, [], final: false) + Self.frame(0, [5, 6]) + Self.frame(1, Array("hällo €".utf8))
            + Self.frame(2, long) + Self.frame(2, Array(long.prefix(200))) + Self.frame(8, [3, 232])
        let heard = Self.read(bytes, pieces: size)
        #expect(
            heard.messages == [[1, 2, 3], [], [4, 5, 6], Array("hällo €".utf8), long, Array(long.prefix(200))])
        #expect(heard.pings == [[7, 7]])
        #expect(heard.ends == [.close])
    }

    @Test(arguments: [1, 3, 1000])
    func `broken frames are told by their code, and nothing is read behind them`(size: Int) {
        let after = Self.frame(2, [9])
        let broken: [([UInt8], WebSocketFrame.CloseCode)] = [
            (Self.frame(2, [1], isMasked: false), .protocolError), (Self.frame(3, [1]), .protocolError),
            (Self.frame(0, [1]), .protocolError), (Self.frame(9, [1], final: false), .protocolError),
            (Self.frame(9, [UInt8](repeating: 1, count: 126)), .protocolError), (Self.frame(0x42, [1]), .protocolError),
            ([0x82, 0xfe, 0, 5, 1, 2, 3, 4, 0, 0, 0, 0, 0], .protocolError), (Self.frame(8, [3]), .protocolError),
            ([0x82, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4], .protocolError),
            (Self.frame(8, [3, 237]), .protocolError), (Self.frame(8, [3, 232, 0xff]), .invalidText),
            (Self.frame(1, [0xc3]), .invalidText), (Self.frame(1, [0xed, 0xa0, 0x80]), .invalidText),
        ]
        for (bytes, code) in broken {
            let heard = Self.read(bytes + after, pieces: size)
            #expect(heard.ends == [.broken(code)], "\(bytes)")
            #expect(heard.messages.isEmpty)
        }
    }

    @Test func `a key is accepted as RFC 6455's example is`() {
        #expect(WebSocketHandshake.accept("dGhlIHNhbXBsZSBub25jZQ==") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    @Test func `a server's frame has the shortest length that fits`() {
        for (count, head) in [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10)] {
            var bytes: [UInt8] = []
            WebSocketFrame.append(.binary, [UInt8](repeating: 1, count: count), to: &bytes)
            #expect(bytes.count == head + count && bytes[0] == 0x82)
            var prefixed: [UInt8] = []
            WebSocketFrame.append(.binary, prefix: 1, [UInt8](repeating: 1, count: max(0, count - 1)), to: &prefixed)
            if count > 0 { #expect(prefixed == bytes) }
        }
    }
}
