import Glibc
import HTTP2
import Reactor
import Synchronization
import Testing

/// Our client against our server.
struct HTTP2ClientTests {
    static func client(_ server: TestServer, tls: TLSContext? = nil, limits: ClientLimits = ClientLimits())
        -> HTTP2Client
    {
        HTTP2Client(
            .tcp(host: "127.0.0.1", port: server.port), tls: tls, on: server.loops.loops[1], limits: limits)
    }

    @Test func `a whole answer has head, body and trailers`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let plain = try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http"))
            #expect(plain.head.status == 200)
            #expect(plain.body == Array("hello\n".utf8))
            #expect(plain.head.headers["content-length"] == "6")
            let rich = try await client.send(RequestHead(method: "GET", path: "/trailers", scheme: "http"))
            #expect(rich.body == Array("body".utf8))
            #expect(rich.trailers == ["grpc-status": "0", "grpc-message": "ok"])
            let bare = try await client.send(RequestHead(method: "GET", path: "/bare-trailers", scheme: "http"))
            #expect(bare.trailers == ["grpc-status": "5"])
            #expect(server.server.statistics.connectionsAccepted == 1)
            await client.close()
        }
    }

    @Test func `a client certificate names the peer, and the server's is checked`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let head = RequestHead(method: "GET", path: "/whoami")
            let alice = Self.client(server, tls: try authority.client("client"))
            #expect(try await alice.send(head).body == Array("alice:system:masters,second group".utf8))
            let nobody = Self.client(server, tls: try authority.client())
            #expect(try await nobody.send(head).body == Array("nobody".utf8))
            let deceived = Self.client(server, tls: try authority.client(authority: "strange"))
            await #expect { try await deceived.send(head) } throws: {
                ($0 as? HTTP2Error)?.message.contains("certificate refused") == true
            }
            let misnamed = Self.client(server, tls: try authority.client(serverName: "elsewhere.test"))
            await #expect { try await misnamed.send(head) } throws: {
                ($0 as? HTTP2Error)?.message.contains("certificate refused") == true
            }
            let mallory = Self.client(server, tls: try authority.client("intruder"))
            await #expect(throws: HTTP2Error.self) { try await mallory.send(head) }
            for client in [alice, nobody, deceived, misnamed, mallory] { await client.close() }
        }
    }

    @Test(arguments: ["/huge-head", "/huge-trailers"])
    func `an answer that cannot be sent ends its stream and no other`(path: String) async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            await #expect(throws: HTTP2Error.self) {
                try await client.send(RequestHead(method: "GET", path: path, scheme: "http"))
            }
            let next = try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http"))
            #expect(next.head.status == 200)
            #expect(server.server.statistics.connectionsAccepted == 1)
            await client.close()
        }
    }

    @Test func `large bodies survive both ways`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let client = Self.client(server, tls: try authority.client())
            let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) }
            let answer = try await client.send(RequestHead(method: "POST", path: "/echo"), body: body)
            #expect(answer.body == body)
            #expect(server.server.statistics.requestBytesHeld == 0)
            await client.close()
        }
    }

    @Test func `a reader that stops reading stops the pulls`() async throws {
        try await TestServer.with { server in
            var limits = ClientLimits()
            limits.streamWindowBytes = 100_000
            let client = Self.client(server, limits: limits)
            let size = 50_000_000
            let exchange = try await client.open(RequestHead(method: "GET", path: "/size/\(size)", scheme: "http"))
            #expect(try await exchange.responseHead().status == 200)
            #expect(await server.eventually { server.handler.record.withLock { $0.pulledBytes } == 100_000 })
            // Nothing more comes while nobody reads: another request's round trip proves that the loops were not idle.
            _ = try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http"))
            #expect(server.handler.record.withLock { $0.pulledBytes } == 100_000)
            var read = 0
            for try await piece in exchange.body { read += piece.count }
            #expect(read == size)
            await client.close()
        }
    }

    @Test func `cancel frees the stream on both sides`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let exchange = try await client.open(RequestHead(method: "GET", path: "/ticks", scheme: "http"))
            _ = try await exchange.responseHead()
            exchange.cancel()
            await #expect(throws: HTTP2Error(.cancelled, "cancelled")) { try await exchange.next() }
            #expect(await server.eventually { $0.streamsOpen == 0 && $0.resetsReceived == 1 })
            // The handler is told just after its stream has been counted off.
            #expect(await server.eventually { server.handler.record.withLock { $0.closed } == 1 })
            // Its source is told of bytes after the end, which must do no harm.
            server.handler.tick([1, 2, 3])
            #expect(
                try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http")).head.status == 200)
            await client.close()
        }
    }

    @Test func `a growing body arrives as it grows, and ends when it ends`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let exchange = try await client.open(RequestHead(method: "GET", path: "/ticks", scheme: "http"))
            _ = try await exchange.responseHead()
            for value in 0..<100 {
                server.handler.tick([UInt8(value)])
                #expect(try await exchange.next() == [UInt8(value)])
            }
            server.handler.endTicks()
            #expect(try await exchange.next() == nil)
            #expect(try await exchange.trailers() == [:])
            await client.close()
        }
    }

    @Test func `an answer over the caller's limit fails, and costs no more than the limit`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            await #expect {
                try await client.send(
                    RequestHead(method: "GET", path: "/size/100000000", scheme: "http"), limitBytes: 1_000_000)
            } throws: { ($0 as? HTTP2Error)?.code == .tooLarge }
            #expect(await server.eventually { $0.streamsOpen == 0 })
            #expect(server.handler.record.withLock { $0.pulledBytes } < 20_000_000)
            await client.close()
        }
    }

    @Test func `a deadline ends a call that gets no answer`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            await #expect {
                try await client.send(
                    RequestHead(method: "GET", path: "/never", scheme: "http"), deadlineMilliseconds: 20)
            } throws: { ($0 as? HTTP2Error)?.code == .deadlineExceeded }
            #expect(await server.eventually { $0.streamsOpen == 0 })
            await client.close()
        }
    }

    @Test func `cancelling the task cancels the call`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let task = Task { try await client.send(RequestHead(method: "GET", path: "/never", scheme: "http")) }
            #expect(await server.eventually { $0.streamsOpen == 1 })
            task.cancel()
            await #expect(throws: HTTP2Error(.cancelled, "cancelled")) { try await task.value }
            #expect(await server.eventually { $0.streamsOpen == 0 })
            await client.close()
        }
    }

    @Test func `nobody listening is an error that is safe to retry`() async throws {
        let loops = try EventLoopGroup(count: 1)
        let client = HTTP2Client(.tcp(host: "127.0.0.1", port: 1), on: loops.loops[0])
        await #expect { try await client.send(RequestHead(method: "GET", path: "/")) } throws: {
            ($0 as? HTTP2Error)?.code == .cannotConnect && ($0 as? HTTP2Error)?.isSafeToRetry == true
        }
        await loops.shutdown()
    }

    @Test func `a reset of the server carries its code`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            await #expect {
                try await client.send(RequestHead(method: "GET", path: "/reset", scheme: "http"))
            } throws: {
                ($0 as? HTTP2Error)?.code == .reset(.internalError)
            }
            await client.close()
        }
    }

    @Test func `a streamed request body arrives whole`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let exchange = try await client.open(
                RequestHead(method: "POST", path: "/echo", scheme: "http"), body: .streamed)
            var sent: [UInt8] = []
            for value in 0..<20 {
                let piece = [UInt8](repeating: UInt8(value), count: 50_000)
                try await exchange.write(piece)
                sent += piece
            }
            exchange.finish()
            var received: [UInt8] = []
            for try await piece in exchange.body { received += piece }
            #expect(received == sent)
            await client.close()
        }
    }

    @Test func `who goes on writing to a request that has failed is told of that`() async throws {
        try await TestServer.with { server in
            let client = Self.client(server)
            let exchange = try await client.open(
                RequestHead(method: "POST", path: "/echo", scheme: "http"), body: .streamed)
            exchange.cancel()
            await #expect(throws: HTTP2Error(.cancelled, "cancelled")) { try await exchange.next() }
            await #expect(throws: HTTP2Error(.cancelled, "cancelled")) { try await exchange.write([1]) }
            await client.close()
        }
    }

    @Test func `a body that does not come in time is answered, and why`() async throws {
        var limits = TestServer.unhurried
        limits.sweepMilliseconds = 10
        limits.bodyMilliseconds = 20
        limits.discardMilliseconds = 20
        try await TestServer.with(limits: limits) { server in
            let client = Self.client(server)
            let exchange = try await client.open(
                RequestHead(method: "POST", path: "/echo", scheme: "http"), body: .streamed)
            #expect(try await exchange.responseHead().status == 408)
            var said: [UInt8] = []
            for try await piece in exchange.body { said += piece }
            #expect(String(decoding: said, as: UTF8.self) == "a request's body was not complete within 20 ms\n")
            await client.close()
        }
    }

    @Test func `requests over the server's stream limit wait for their turn`() async throws {
        var limits = TestServer.unhurried
        limits.concurrentStreams = 3
        try await TestServer.with(limits: limits) { server in
            let client = Self.client(server)
            // The first answer brings the server's settings; before them a client may assume 100 streams.
            _ = try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http"))
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        // Answered by a task, which gets a thread when it is its turn.
                        try await client.send(
                            RequestHead(method: "GET", path: "/later", scheme: "http"), deadlineMilliseconds: 3_600_000
                        ).head.status
                    }
                }
                for try await status in group { #expect(status == 200) }
            }
            #expect(server.server.statistics.resetsSent == 0)
            await client.close()
        }
    }

    @Test func `unix sockets work and are only for their owner`() async throws {
        let folder = TemporaryFolder()
        let path = "\(folder.path)/socket"
        let loops = try EventLoopGroup(count: 1)
        let server = try HTTP2Server([.init(.unix(path: path), tls: nil)], loops: loops, handler: TestHandler())
        server.start()
        var info = stat()
        #expect(stat(path, &info) == 0)
        #expect(info.st_mode & 0o777 == 0o600)
        let client = HTTP2Client(.unix(path: path), on: loops.loops[0])
        #expect(try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http")).head.status == 200)
        await client.close()
        await server.shutdown(drainMilliseconds: 0)
        #expect(access(path, F_OK) != 0)
        await loops.shutdown()
    }
}
