import Testing

@testable import HTTP2

struct LimitsTextTests {
    @Test func `limits are read by the names that metrics give them`() throws {
        var expected = Limits()
        #expect(try Limits(text: "") == expected)
        expected.headersMilliseconds = 2_000
        expected.concurrentStreams = 7
        #expect(try Limits(text: "headers_milliseconds=2000,concurrent_streams=7") == expected)
    }

    @Test(arguments: [
        "nonsense=1", "handshakes", "handshakes=", "handshakes=x", "handshakes=0", "handshakes=-1",
        "handshakes=99999999999999999999", "=1", "connection_answer_bytes=100,server_answer_bytes=99",
    ])
    func `what is no limit, no number or a contradiction is refused`(text: String) {
        #expect(throws: HTTP2Error.self) { try Limits(text: text) }
    }

    @Test func `each limit has a name of its own and says what it is about`() {
        #expect(Set(LimitHit.allCases.map { $0.explanation(Limits()) }).count == LimitHit.allCases.count)
        for limit in LimitHit.allCases {
            #expect(limit.rawValue.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == 0x5f }, "\(limit)")
        }
    }
}
