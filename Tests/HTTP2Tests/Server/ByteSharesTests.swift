import Testing

@testable import HTTP2

struct ByteSharesTests {
    static var limits: Limits {
        var limits = Limits()
        limits.connectionRequestBytes = 100
        limits.serverRequestBytes = 150
        limits.connectionAnswerBytes = 100
        limits.serverAnswerBytes = 150
        return limits
    }

    @Test func `requests are held up to the connection's share and the server's`() {
        let server = ByteShares.Server()
        var one = ByteShares(server, Self.limits)
        var other = ByteShares(server, Self.limits)
        #expect(one.takeForRequest(100) == nil)
        #expect(one.takeForRequest(1) == .connectionRequestBytes)
        #expect(other.takeForRequest(51) == .serverRequestBytes)
        #expect(other.takeForRequest(50) == nil)
        one.releaseRequest(100)
        #expect((one.requestBytes, other.requestBytes, server.requests.current) == (0, 50, 50))
    }

    @Test func `the first answer of a connection is always held, whoever fills the server's share`() {
        let server = ByteShares.Server()
        var greedy = ByteShares(server, Self.limits)
        var honest = ByteShares(server, Self.limits)
        #expect(greedy.takeForAnswer(1_000) == nil)
        #expect(greedy.takeForAnswer(1) == .connectionAnswerBytes)
        #expect(honest.takeForAnswer(40) == nil)
        #expect(honest.takeForAnswer(40) == .serverAnswerBytes)
        greedy.releaseAnswer(1_000)
        #expect(honest.takeForAnswer(40) == nil)
        #expect((greedy.answerBytes, honest.answerBytes, server.answers.current) == (0, 80, 80))
    }

    @Test func `answers that are being made count as much as the last ones had`() {
        var shares = ByteShares(ByteShares.Server(), Self.limits)
        #expect(!shares.areAnswersPiledUp(inHandler: 1_000))
        shares.sawAnswer(20)
        #expect(!shares.areAnswersPiledUp(inHandler: 2))
        #expect(shares.areAnswersPiledUp(inHandler: 3))
        #expect(shares.areAnswersPiledUp(inHandler: .max))
        #expect(shares.takeForAnswer(31) == nil)
        #expect(shares.areAnswersPiledUp(inHandler: 1))
        shares.releaseAnswer(31)
        // However large the answers are, one at a time is always made.
        shares.sawAnswer(1_000)
        #expect(!shares.areAnswersPiledUp(inHandler: 0))
        for _ in 0..<100 { shares.sawAnswer(0) }
        #expect(!shares.areAnswersPiledUp(inHandler: 2))
    }
}
