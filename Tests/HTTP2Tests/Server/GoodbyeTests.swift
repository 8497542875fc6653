import HTTP2
import Reactor
import Synchronization
import Testing

/// Peers that are sent away hear why, and do not stay.
@Suite(.serialized)
struct GoodbyeTests {
    @Test func `a GOAWAY says which limit was crossed, and is the last that is sent`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            let settings = Array(repeatElement(RawPeer.frame(RawPeer.settings), count: 200).joined())
            peer.send(settings)
            let goodbye = try #require(peer.next(RawPeer.goAway))
            #expect(goodbye.code == 0xb)
            #expect(String(decoding: goodbye.payload.dropFirst(8), as: UTF8.self).contains("too many SETTINGS frames"))
            #expect(peer.next() == nil)
            #expect(server.server.statistics.limitHits == [.settings: 1])
        }
    }

    @Test func `a preface that is none is named`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.send(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            let goodbye = try #require(peer.next(RawPeer.goAway))
            #expect(goodbye.code == 1)
            #expect(String(decoding: goodbye.payload.dropFirst(8), as: UTF8.self).contains("preface"))
        }
    }

    @Test func `one that does not read why it is sent away is cut`() async throws {
        var limits = TestServer.unhurried
        limits.sweepMilliseconds = 10
        limits.goodbyeMilliseconds = 50
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer.greedy(port: server.port)
            // More than the kernel keeps is waiting to be sent: the peer never reads.
            #expect(await server.eventually { $0.bytesSent > 100_000 })
            peer.send(Array(repeatElement(RawPeer.frame(RawPeer.settings), count: 200).joined()))
            #expect(await server.eventually { $0.closed == [.abuse: 1] && $0.connectionsOpen == 0 })
        }
    }

    @Test func `one that ends its half while bytes wait for it is cut`() async throws {
        var limits = TestServer.unhurried
        limits.sweepMilliseconds = 10
        limits.goodbyeMilliseconds = 50
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer.greedy(port: server.port)
            #expect(await server.eventually { $0.bytesSent > 100_000 })
            peer.endSending()
            #expect(await server.eventually { $0.closed == [.done: 1] && $0.connectionsOpen == 0 })
        }
    }

    @Test func `too many handshakes cost those that are oldest`() async throws {
        var limits = TestServer.unhurried
        limits.handshakes = 8
        try await TestServer.with(limits: limits, loopCount: 1) { server in
            let silent = (0..<20).map { _ in RawPeer(port: server.port) }
            #expect(
                await server.eventually {
                    $0.connectionsAccepted == 20 && $0.connectionsOpen <= 8
                        && $0.limitHits == [.handshakes: 20 - $0.connectionsOpen]
                })
            #expect(silent[0].isClosedByServer())
            // The last one came late enough to be served.
            silent[19].greet()
            silent[19].request(1)
            #expect(silent[19].next(RawPeer.headers)?.stream == 1)
        }
    }

    @Test func `whole answers that nobody reads are held up to the connection's share`() async throws {
        var limits = TestServer.unhurried
        limits.connectionAnswerBytes = 25_000
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet(window: 0)
            let path = [0x44, 5] + Array("/echo".utf8) + [0x41, 1, UInt8(ascii: "x")]
            for (stream, size) in [(1, 10_000), (3, 16_000), (5, 10_000), (7, 10_000)] as [(UInt32, Int)] {
                peer.request(stream, [0x83, 0x86] + path, ends: false)
                peer.send(RawPeer.frame(RawPeer.data, flags: 1, stream: stream, [UInt8](repeating: 1, count: size)))
            }
            // Over the share. A POST may have done something: it is not answered "try again", but given up.
            #expect(peer.next(RawPeer.reset) == .init(type: 3, flags: 0, stream: 3, payload: [0, 0, 0, 0xb]))
            #expect(peer.next(RawPeer.headers)?.stream == 5)
            // Over half of the share: stream 7 waits until stream 1 has been read.
            #expect(await server.eventually { $0.limitHits == [.connectionAnswerBytes: 2] })
            #expect(server.server.statistics.answerBytesHeld == 20_000)
            #expect(server.handler.record.withLock { $0.handled } == 3)
            peer.send(RawPeer.frame(RawPeer.windowUpdate, stream: 1, RawPeer.word(20_000)))
            #expect(peer.next(RawPeer.headers)?.stream == 7)
            #expect(server.server.statistics.answerBytesHeld == 20_000)
        }
    }

    @Test func `requests that wait for their turn and are reset meanwhile do not reach the handler`() async throws {
        var limits = TestServer.unhurried
        limits.requestsPerIteration = 1
        try await TestServer.with(limits: limits, loopCount: 1) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            // One write, which one read takes: the first is handled at once, the others wait for the next iteration.
            var bytes: [UInt8] = []
            for stream: UInt32 in [1, 3, 5] {
                bytes += RawPeer.frame(RawPeer.headers, flags: 5, stream: stream, RawPeer.get)
            }
            bytes += RawPeer.frame(RawPeer.reset, stream: 3, RawPeer.word(8))
            peer.send(bytes)
            #expect(peer.next(RawPeer.headers)?.stream == 1)
            #expect(peer.next(RawPeer.headers)?.stream == 5)
            #expect(server.handler.record.withLock { $0.handled } == 2)
        }
    }
}
