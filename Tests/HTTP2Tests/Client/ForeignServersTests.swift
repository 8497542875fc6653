import Glibc
import HTTP2
import Reactor
import Testing

/// Our client against servers that are not ours.
@Suite(.serialized, .enabled(if: Command.isInstalled("nghttpd"), "install nghttp2-server"))
struct ForeignServersTests {
    /// Runs `nghttpd` on some free port for as long as `body` takes.
    static func withServer(_ options: [String], _ body: (Int) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        writeFile("\(folder.path)/file", (0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
        // A port that was free a moment ago, above those that Linux gives to who asks for any: other tests ask all the time.
        let group = try EventLoopGroup(count: 1)
        var probe: Listener?
        for port in (61_000..<65_536).shuffled() where probe == nil {
            probe = try? Listener(.tcp(host: "127.0.0.1", port: port), group: group) { _ in }
        }
        let listener = try #require(probe)
        let port = try #require(listener.port)
        await withCheckedContinuation { continuation in listener.stop { continuation.resume() } }
        let pid = try #require(
            Command.spawn(
                ["nghttpd", "-a", "127.0.0.1", "-d", folder.path, "--echo-upload"]
                    + options.map {
                        $0 == "PORT" ? String(port) : $0
                    },
                input: "/dev/null", output: "\(folder.path)/out", errors: "\(folder.path)/err"))
        for _ in 0..<3_000 where !RawPeer.canConnect(port: port) {
            await withCheckedContinuation { continuation in
                group.loops[0].schedule(afterMilliseconds: 10) { continuation.resume() }
            }
        }
        let result: Result<Void, any Error>
        do { result = .success(try await body(port)) } catch { result = .failure(error) }
        kill(pid, SIGKILL)
        var status: Int32 = 0
        waitpid(pid, &status, 0)
        await group.shutdown()
        try result.get()
    }

    @Test func `nghttpd serves our client over TLS`() async throws {
        let authority = TestAuthority.shared
        try await Self.withServer(["PORT", authority.key("server"), authority.certificate("server")]) { port in
            let loops = try EventLoopGroup(count: 1)
            let client = HTTP2Client(
                .tcp(host: "localhost", port: port), tls: try authority.client(), on: loops.loops[0])
            let answer = try await client.send(RequestHead(method: "GET", path: "/file"))
            #expect(answer.head.status == 200)
            #expect(answer.body == (0..<200_000).map { UInt8(truncatingIfNeeded: $0) })
            #expect(try await client.send(RequestHead(method: "GET", path: "/missing")).head.status == 404)
            await client.close()
            await loops.shutdown()
        }
    }

    @Test func `nghttpd echoes what our client streams, and sends trailers`() async throws {
        try await Self.withServer(["--no-tls", "--trailer", "grpc-status: 0", "PORT"]) { port in
            let loops = try EventLoopGroup(count: 1)
            let client = HTTP2Client(.tcp(host: "127.0.0.1", port: port), on: loops.loops[0])
            let body = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 &* 3) }
            let exchange = try await client.open(
                RequestHead(method: "POST", path: "/echo", scheme: "http"), body: .streamed)
            for start in stride(from: 0, to: body.count, by: 100_000) {
                try await exchange.write(Array(body[start..<start + 100_000]))
            }
            exchange.finish()
            var received: [UInt8] = []
            for try await piece in exchange.body { received += piece }
            #expect(received == body)
            #expect(try await exchange.trailers()["grpc-status"] == "0")
            await client.close()
            await loops.shutdown()
        }
    }
}
