import HTTP2
import Reactor
import Synchronization
import Testing

/// What clients that are not ours get from the server.
@Suite(.serialized, .enabled(if: Command.isInstalled("curl"), "install curl"))
struct ForeignClientsTests {
    @Test func `curl is answered over plain HTTP/2`() async throws {
        try await TestServer.with { server in
            let outcome = await Command.run([
                "curl", "-sS", "--http2-prior-knowledge", "-w", "%{http_version} %{http_code}",
                "http://127.0.0.1:\(server.port)/hello",
            ])
            #expect(outcome.output == "hello\n2 200", "\(outcome.errors)")
        }
    }

    @Test func `curl is answered over TLS 1.3 and named by its certificate`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let base = ["curl", "-sS", "--http2", "--cacert", authority.authority]
            let url = "https://127.0.0.1:\(server.port)/whoami"
            let anonymous = await Command.run(base + ["-w", " %{http_version}", url])
            #expect(anonymous.output == "nobody 2", "\(anonymous.errors)")
            let named = await Command.run(
                base + ["--cert", authority.certificate("client"), "--key", authority.key("client"), url])
            #expect(named.output == "alice:system:masters,second group", "\(named.errors)")
        }
    }

    @Test func `a certificate of a strange authority fails the handshake`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let outcome = await Command.run([
                "curl", "-sS", "--http2", "--cacert", authority.authority, "--cert", authority.certificate("intruder"),
                "--key", authority.key("intruder"), "https://127.0.0.1:\(server.port)/whoami",
            ])
            #expect(outcome.status != 0)
            #expect(outcome.output == "")
            #expect(await server.eventually { $0.closed[.handshakeFailed] == 1 })
        }
    }

    @Test func `TLS 1.2 and other protocols are refused`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let url = "https://127.0.0.1:\(server.port)/hello"
            let old = await Command.run([
                "curl", "-sS", "--tls-max", "1.2", "--cacert", authority.authority, url,
            ])
            #expect(old.status == 35, "\(old.errors)")
            let http1 = await Command.run(["curl", "-sS", "--http1.1", "--cacert", authority.authority, url])
            #expect(http1.status != 0)
        }
    }

    @Test func `bodies come back as they were sent, of every size around a frame`() async throws {
        try await TestServer.with { server in
            for size in [0, 1, 16_383, 16_384, 16_385, 300_000, 3 * 1024 * 1024] {
                let folder = TemporaryFolder()
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
                writeFile("\(folder.path)/body", bytes)
                let outcome = await Command.run([
                    "curl", "-sS", "--http2-prior-knowledge", "--data-binary", "@\(folder.path)/body", "-o",
                    "\(folder.path)/answer", "-w", "%{http_code}", "http://127.0.0.1:\(server.port)/echo",
                ])
                #expect(outcome.output == "200", "\(outcome.errors)")
                #expect(readFile("\(folder.path)/answer") == bytes, "size \(size)")
            }
        }
    }

    @Test func `a body over the limit is answered 413`() async throws {
        var limits = TestServer.unhurried
        limits.requestBodyBytes = 10_000
        try await TestServer.with(limits: limits) { server in
            let folder = TemporaryFolder()
            writeFile("\(folder.path)/body", [UInt8](repeating: 1, count: 400_000))
            let outcome = await Command.run([
                "curl", "-sS", "--http2-prior-knowledge", "--data-binary", "@\(folder.path)/body", "-w", "%{http_code}",
                "http://127.0.0.1:\(server.port)/echo",
            ])
            #expect(outcome.output == "too large\n413", "\(outcome.errors)")
            #expect(server.server.statistics.requestBytesHeld == 0)
        }
    }

    @Test func `HEAD has a length and no body`() async throws {
        try await TestServer.with { server in
            let outcome = await Command.run([
                "curl", "-sS", "--http2-prior-knowledge", "-I", "http://127.0.0.1:\(server.port)/hello",
            ])
            #expect(outcome.output.contains("content-length: 6"), "\(outcome.errors)")
            #expect(!outcome.output.contains("hello"))
        }
    }

    @Test(.enabled(if: Command.isInstalled("nghttp"), "install nghttp2-client"))
    func `nghttp sees trailers, with a body and without`() async throws {
        try await TestServer.with { server in
            let whole = await Command.run(["nghttp", "-v", "http://127.0.0.1:\(server.port)/trailers"])
            #expect(whole.output.contains("grpc-status: 0"), "\(whole.output)")
            #expect(whole.output.contains("grpc-message: ok"))
            let bare = await Command.run(["nghttp", "-v", "http://127.0.0.1:\(server.port)/bare-trailers"])
            #expect(bare.output.contains("grpc-status: 5"), "\(bare.output)")
        }
    }

    @Test(arguments: ["/later", "/async"]) func `a handler may answer from elsewhere`(path: String) async throws {
        try await TestServer.with { server in
            let outcome = await Command.run([
                "curl", "-sS", "--http2-prior-knowledge", "http://127.0.0.1:\(server.port)\(path)",
            ])
            #expect(outcome.output == String(path.dropFirst()), "\(outcome.errors)")
        }
    }

    @Test(.enabled(if: Command.isInstalled("h2load"), "install nghttp2-client"))
    func `h2load gets every answer, with many streams on many connections`() async throws {
        let authority = TestAuthority.shared
        try await TestServer.with(tls: try authority.server()) { server in
            let outcome = await Command.run([
                "h2load", "-n", "20000", "-c", "10", "-m", "200", "https://127.0.0.1:\(server.port)/size/5000",
            ])
            #expect(outcome.output.contains("20000 succeeded, 0 failed, 0 errored"), "\(outcome.output)")
            #expect(await server.eventually { $0.connectionsOpen == 0 && $0.streamsOpen == 0 })
            #expect(server.server.statistics.streamsOpened == 20_000)
            // Each handler is told just after its stream has been counted off.
            #expect(await server.eventually { server.handler.record.withLock { $0.closed } == 20_000 })
        }
    }
}
