import HTTP2
import Reactor
import Synchronization
import Testing

/// What peers get that break rules, or keep them to do harm.
@Suite(.serialized)
struct HostilePeersTests {
    static let calm: UInt32 = 0xb

    /// Sends a frame over and over until the server gives up; returns the code of its GOAWAY.
    static func flood(_ peer: RawPeer, _ frame: [UInt8], times: Int) -> UInt32? {
        let batch = Array(repeatElement(frame, count: 100).joined())
        for _ in 0..<times / 100 where !peer.send(batch) { break }
        return peer.next(RawPeer.goAway)?.code
    }

    @Test func `floods of cheap frames end in GOAWAY`() async throws {
        try await TestServer.with { server in
            let floods: [(String, [UInt8])] = [
                ("PING acknowledgements", RawPeer.frame(RawPeer.ping, flags: 1, [UInt8](repeating: 0, count: 8))),
                ("SETTINGS", RawPeer.frame(RawPeer.settings)),
                ("PRIORITY", RawPeer.frame(RawPeer.priority, stream: 1, [0, 0, 0, 0, 1])),
                ("unknown frames", RawPeer.frame(0xee, [1, 2, 3])),
            ]
            for (name, frame) in floods {
                let peer = RawPeer(port: server.port)
                peer.greet()
                #expect(Self.flood(peer, frame, times: 40_000) == Self.calm, "\(name)")
            }
            #expect(await server.eventually { $0.closed[.abuse] == floods.count })
        }
    }

    @Test func `a flood of empty DATA ends in GOAWAY`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.request(1, RawPeer.post, ends: false)
            #expect(Self.flood(peer, RawPeer.frame(RawPeer.data, stream: 1), times: 5_000) == Self.calm)
        }
    }

    @Test func `resets that the server is made to send are counted`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            for id in 0..<UInt32(1_000) {
                peer.request(id * 2 + 1, RawPeer.post, ends: false)
                // A window over 2^31-1 bytes is an error of the stream (RFC 9113, section 6.9.1).
                peer.send(RawPeer.frame(RawPeer.windowUpdate, stream: id * 2 + 1, RawPeer.word(0x7fff_ffff)))
            }
            #expect(peer.next(RawPeer.goAway)?.code == Self.calm)
            #expect(await server.eventually { $0.streamsOpen == 0 })
        }
    }

    @Test func `rapid resets end the connection, and leave nothing open`() async throws {
        var limits = TestServer.unhurried
        limits.resetBurst = 500
        limits.resetsPerSecond = 1
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            for id in 0..<UInt32(20_000) {
                peer.request(id * 2 + 1, RawPeer.post, ends: false)
                peer.send(RawPeer.frame(RawPeer.reset, stream: id * 2 + 1, RawPeer.word(8)))
            }
            #expect(peer.next(RawPeer.goAway) != nil)
            #expect(await server.eventually { $0.streamsOpen == 0 && $0.connectionsOpen == 0 })
            // The budget, and what one read of the socket held.
            #expect(server.server.statistics.streamsOpened < 500 + 64 * 1024 / 28)
        }
    }

    @Test func `a header list over the limit costs its stream only`() async throws {
        var limits = TestServer.unhurried
        limits.headerListBytes = 1_000
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            // Literals without indexing, 4 bytes each, which count 33.
            let fields = Array(repeatElement([0x00, 1, UInt8(ascii: "x"), 0] as [UInt8], count: 100).joined())
            peer.request(1, RawPeer.get + fields)
            let answer = try #require(peer.next(RawPeer.data))
            #expect(answer.stream == 1)
            #expect(String(decoding: answer.payload, as: UTF8.self).contains("larger than 1000 bytes"))
            peer.request(3)
            #expect(peer.next(RawPeer.headers)?.stream == 3)
            #expect(server.handler.record.withLock { $0.handled } == 1)
            #expect(server.server.statistics.limitHits == [.headerListBytes: 1])
        }
    }

    @Test func `a header that is not UTF-8 is a protocol error of its stream`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.request(1, RawPeer.get + [0x00, 1, UInt8(ascii: "x"), 2, 0xff, 0xfe])
            #expect(peer.next(RawPeer.reset) == .init(type: 3, flags: 0, stream: 1, payload: [0, 0, 0, 1]))
            peer.request(3)
            #expect(peer.next(RawPeer.headers)?.stream == 3)
        }
    }

    @Test func `a peer that does not speak HTTP/2 is let go`() async throws {
        try await TestServer.with { server in
            let peer = RawPeer(port: server.port)
            peer.send(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            #expect(peer.isClosedByServer())
            #expect(await server.eventually { $0.closed[.protocolError] == 1 })
        }
    }

    @Test func `streams over the limit are refused, the others go on`() async throws {
        var limits = TestServer.unhurried
        limits.concurrentStreams = 5
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            for id in 0..<UInt32(6) { peer.request(id * 2 + 1, RawPeer.post, ends: false) }
            #expect(peer.next(RawPeer.reset) == .init(type: 3, flags: 0, stream: 11, payload: [0, 0, 0, 7]))
            peer.send(RawPeer.frame(RawPeer.data, flags: 1, stream: 1, [1]))
            #expect(peer.next(RawPeer.headers)?.stream == 1)
        }
    }

    @Test func `uploads over the connection's share are refused, and why`() async throws {
        var limits = TestServer.unhurried
        limits.requestBodyBytes = 10_000
        limits.connectionRequestBytes = 15_000
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            for id: UInt32 in [1, 3] {
                peer.request(id, RawPeer.post, ends: false)
                peer.send(RawPeer.frame(RawPeer.data, stream: id, [UInt8](repeating: 1, count: 9_000)))
            }
            let answer = try #require(peer.next(RawPeer.data))
            #expect(answer.stream == 3)
            #expect(
                String(decoding: answer.payload, as: UTF8.self)
                    == "incomplete requests on one connection may have 15000 bytes in all\n")
            #expect(server.server.statistics.requestBytesHeld == 9_000)
            peer.send(RawPeer.frame(RawPeer.data, flags: 1, stream: 1, [1]))
            #expect(peer.next(RawPeer.headers)?.stream == 1)
            #expect(await server.eventually { $0.requestBytesHeld == 0 })
        }
    }
}

/// Peers that take their time.
@Suite(.serialized)
struct SlowPeersTests {
    static var hasty: Limits {
        var limits = TestServer.unhurried
        limits.sweepMilliseconds = 10
        return limits
    }

    @Test func `a peer that says nothing is let go`() async throws {
        var limits = Self.hasty
        limits.handshakeMilliseconds = 20
        let authority = TestAuthority.shared
        for tls in [nil, try authority.server()] {
            try await TestServer.with(tls: tls, limits: limits) { server in
                let peer = RawPeer(port: server.port)
                #expect(peer.isClosedByServer())
                #expect(await server.eventually { $0.closed[.handshakeTimeout] == 1 && $0.connectionsOpen == 0 })
            }
        }
    }

    @Test func `headers that never end are not waited for`() async throws {
        var limits = Self.hasty
        limits.headersMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.send(RawPeer.frame(RawPeer.headers, stream: 1, RawPeer.get))
            #expect(peer.isClosedByServer())
            #expect(await server.eventually { $0.streamsOpen == 0 })
        }
    }

    @Test func `a body that never ends costs its stream`() async throws {
        var limits = Self.hasty
        limits.bodyMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.request(1, RawPeer.post, ends: false)
            peer.send(RawPeer.frame(RawPeer.data, stream: 1, [1]))
            #expect(peer.next(RawPeer.data)?.stream == 1)
            #expect(await server.eventually { $0.requestBytesHeld == 0 })
            peer.request(3)
            #expect(peer.next(RawPeer.headers)?.stream == 3)
        }
    }

    @Test func `an idle connection is retired with a GOAWAY that blames nobody`() async throws {
        var limits = Self.hasty
        limits.idleMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            #expect(peer.next(RawPeer.goAway)?.code == 0)
            #expect(peer.isClosedByServer())
            #expect(await server.eventually { $0.closed[.idle] == 1 })
        }
    }

    /// GET /never, as a literal path of six bytes.
    static let never: [UInt8] = [0x82, 0x86, 0x44, 6] + Array("/never".utf8) + [0x41, 1, UInt8(ascii: "x")]

    @Test func `a quiet peer with streams is asked whether it lives, and again after its answer`() async throws {
        var limits = Self.hasty
        limits.quietMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.request(1, Self.never)
            let ping = peer.next(RawPeer.ping)
            #expect(ping?.payload.count == 8)
            peer.send(RawPeer.frame(RawPeer.ping, flags: 1, ping?.payload ?? []))
            #expect(peer.next(RawPeer.ping) != nil)
        }
    }

    @Test func `a quiet peer that does not answer is let go`() async throws {
        var limits = Self.hasty
        limits.quietMilliseconds = 20
        limits.pingMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet()
            peer.request(1, Self.never)
            #expect(peer.next(RawPeer.ping) != nil)
            #expect(peer.isClosedByServer())
            #expect(await server.eventually { $0.closed[.unresponsive] == 1 })
            #expect(server.handler.record.withLock { $0.closed } == 1)
        }
    }

    @Test func `a whole answer behind a window that stays shut is given up`() async throws {
        var limits = Self.hasty
        limits.stalledMilliseconds = 50
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet(window: 0)
            peer.request(1, [0x82, 0x86, 0x44, 6] + Array("/hello".utf8) + [0x41, 1, UInt8(ascii: "x")])
            #expect(peer.next(RawPeer.reset)?.stream == 1)
            #expect(await server.eventually { $0.streamsOpen == 0 })
        }
    }

    @Test func `an answer made while it is read counts, and is given up when nobody reads`() async throws {
        var limits = TestServer.unhurried
        limits.connectionAnswerBytes = 100_000
        let path = Array("/produced/90000".utf8)
        let head = [0x82, 0x86, 0x44, UInt8(path.count)] + path + [0x41, 1, UInt8(ascii: "x")]
        // With all the time that there is: it counts.
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet(window: 0)
            peer.request(1, head)
            #expect(peer.next(RawPeer.headers)?.stream == 1)
            #expect(server.server.statistics.answerBytesHeld == 90_000)
        }
        limits.sweepMilliseconds = 10
        limits.stalledMilliseconds = 50
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer(port: server.port)
            peer.greet(window: 0)
            peer.request(1, head)
            #expect(peer.next(RawPeer.headers)?.stream == 1)
            #expect(peer.next(RawPeer.reset)?.stream == 1)
            #expect(await server.eventually { $0.streamsOpen == 0 && $0.answerBytesHeld == 0 })
            #expect(server.handler.record.withLock { $0.pulledBytes } == 0)
        }
    }

    @Test func `a socket that takes nothing is given up, and holds little meanwhile`() async throws {
        var limits = Self.hasty
        limits.stalledMilliseconds = 100
        try await TestServer.with(limits: limits) { server in
            let peer = RawPeer.greedy(port: server.port)
            #expect(await server.eventually { $0.closed[.stalled] == 1 })
            withExtendedLifetime(peer) {}
            // What the kernel's buffers took, and no more than a stage of ours.
            let statistics = server.server.statistics
            let pulled = server.handler.record.withLock { $0.pulledBytes }
            #expect(pulled - statistics.bytesSent <= ReactorLimits.stageBytes)
        }
    }
}
