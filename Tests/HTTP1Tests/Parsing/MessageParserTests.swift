import HTTP2
import Testing

@testable import HTTP1

@Suite struct MessageParserTests {
    /// A message as it was read, in pieces of `size`.
    struct Reading: Equatable {
        var head: MessageHead?
        var body: [UInt8] = []
        var refusal: Refusal?
        var isComplete = false
        /// Bytes that are not of this message.
        var rest: [UInt8] = []
    }

    static func read(_ text: String, pieces size: Int, kind: MessageParser.Kind = .request, limit: Int = 4096)
        -> Reading
    {
        let parser = MessageParser(kind, listLimit: limit)
        return read(Array(text.utf8), pieces: size, parser)
    }

    static func read(_ bytes: [UInt8], pieces size: Int, _ parser: MessageParser) -> Reading {
        var reading = Reading()
        var at = 0
        while at < bytes.count || parser.isBetweenHeadAndBody {
            let piece = Array(bytes[at..<min(at + size, bytes.count)])
            let (consumed, progress) = piece.withUnsafeBytes { parser.receive($0) }
            at += consumed
            switch progress {
            case .needsMore: break
            case .head: reading.head = parser.head
            case .complete:
                reading.isComplete = true
                reading.body = parser.body
                reading.rest = Array(bytes[at...])
                return reading
            case .refused(let refusal):
                reading.refusal = refusal
                return reading
            }
        }
        return reading
    }

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `a message is the same however it is cut`(size: Int) throws {
        let text =
            "POST /a%20b?c=d HTTP/1.1\r\nHost: x\r\nContent-TYPE:  text/plain \t\r\nTransfer-Encoding: Chunked\r\n"
            + "Expect: 100-continue\r\n\r\n5;x=y\r\nhello\r\n00a\r\n, world...\r\n0\r\nT: u\r\n\r\nGET"
        let reading = Self.read(text, pieces: size)
        let head = try #require(reading.head)
        #expect(head.method == "POST" && head.target == "/a%20b?c=d")
        #expect(head.headers["content-type"] == "text/plain")
        #expect(head.isChunked && head.expectsContinue && head.keepsAlive && !head.isVersion10)
        #expect(String(decoding: reading.body, as: UTF8.self) == "hello, world...")
        #expect(reading.isComplete && reading.rest == Array("GET".utf8))
    }

    @Test(arguments: [1, 5, 1000])
    func `a request without a body is whole with its head`(size: Int) throws {
        let reading = Self.read("GET / HTTP/1.0\r\n\r\nmore", pieces: size)
        let head = try #require(reading.head)
        #expect(head.isVersion10 && !head.keepsAlive && head.contentLength == nil)
        #expect(reading.isComplete && reading.rest == Array("more".utf8))
    }

    @Test func `messages follow each other`() {
        let parser = MessageParser(.request, listLimit: 4096)
        var bytes = Array(
            ("PUT /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + "GET /2 HTTP/1.1\r\nHost: x\r\n\r\n").utf8)
        let first = Self.read(bytes, pieces: 1000, parser)
        #expect(first.body == Array("abc".utf8) && first.head?.target == "/1")
        bytes = first.rest
        parser.reset()
        let second = Self.read(bytes, pieces: 1000, parser)
        #expect(second.isComplete && second.head?.target == "/2" && second.body.isEmpty)
    }

    @Test func `a body that is not wanted is counted and not kept`() {
        let parser = MessageParser(.request, listLimit: 4096)
        let head = Array("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n".utf8)
        _ = head.withUnsafeBytes { parser.receive($0) }
        parser.discardBody()
        _ = [UInt8](repeating: 1, count: 4).withUnsafeBytes { parser.receive($0) }
        #expect(parser.takeDiscarded() == 4 && parser.takeDiscarded() == 0 && parser.body.isEmpty)
        let (_, progress) = [UInt8](repeating: 1, count: 2).withUnsafeBytes { parser.receive($0) }
        #expect(progress == .complete && parser.takeDiscarded() == 2)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\nHost: x\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost: x\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n", 400), ("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: x\r\n\n", 400), ("GET / HTTP/1.1\r\nHost: \u{fc}\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: \0\r\n\r\n", 400), ("GET / HTTP/2.0\r\n\r\n", 505), ("GET /\r\n\r\n", 400),
        ("PRI * HTTP/2.0\r\n\r\n", 505), ("DESCRIBE / RTSP/1.0\r\n\r\n", 400), ("BREW / HTTP/1.1\r\n\r\n", 501),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\nxx\r\n0\r\n\r\n", 400),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nxx\r\n0\r\n\n", 400),
        ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501),
    ])
    func `what two readers could read differently is refused, however it is cut`(text: String, status: Int) throws {
        for size in [1, 3, 1000] {
            let refusal = try #require(Self.read(text, pieces: size).refusal)
            #expect(refusal.status == status)
        }
    }

    @Test func `a head is bounded by its list, not by its bytes alone`() throws {
        let many = (0..<100).map { "x\($0): y\r\n" }.joined()
        let refusal = try #require(Self.read("GET / HTTP/1.1\r\n\(many)\r\n", pieces: 1000, limit: 2000).refusal)
        #expect(refusal.status == 431 && refusal.limit == .headerListBytes)
        #expect(Self.read("GET / HTTP/1.1\r\n\(many)\r\n", pieces: 1000, limit: 4096).isComplete)
    }

    @Test func `an answer is read too`() throws {
        let reading = Self.read(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\n\r\n\u{80}\u{3}",
            pieces: 1000, kind: .response)
        let head = try #require(reading.head)
        #expect(head.status == 101 && head.wantsUpgrade && head.headers["upgrade"] == "SPDY/3.1")
        let refused = Self.read(
            "HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone", pieces: 3, kind: .response)
        #expect(refused.head?.status == 404 && refused.body == Array("gone".utf8) && refused.isComplete)
    }

    @Test func `noise of any kind is refused or waits for more, and never read as a message that was not sent`() {
        var random = SystemRandomNumberGenerator.seeded(0x5eed)
        let alphabet = Array(
            "GET / HTTP/1.1\r\n\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked 0123".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 1...300, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    : UInt8.random(in: 0...255, using: &random)
            }
            let whole = Self.read(bytes, pieces: 1000, MessageParser(.request, listLimit: 4096))
            let pieces = Self.read(bytes, pieces: 1, MessageParser(.request, listLimit: 4096))
            #expect(whole == pieces, "\(bytes)")
        }
    }
}

extension SystemRandomNumberGenerator {
    static func seeded(_ seed: UInt64) -> SplitMix { SplitMix(state: seed) }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
