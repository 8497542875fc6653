import HTTP2
import Reactor
import Synchronization
import Testing

/// Thousands of open answers on few connections, as a fleet of watchers has them.
struct ManyStreamsTests {
    final class Watcher: ClientStreamDelegate, Sendable {
        let heads = Atomic<Int>(0)
        let bytes = Atomic<Int>(0)
        let ended = Atomic<Int>(0)
        func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) {
            heads.add(1, ordering: .relaxed)
        }
        func streamReceived(_ received: RawSpan, on stream: ClientStream) {
            bytes.add(received.byteCount, ordering: .relaxed)
            stream.consumed(received.byteCount)
        }
        func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
            if case .success = outcome { ended.add(1, ordering: .relaxed) }
        }
    }

    /// Gives up its whole connection when the first byte comes.
    final class Quitter: ClientStreamDelegate, @unchecked Sendable {
        var connection: ClientConnection?
        let ended = Atomic<Int>(0)
        func streamReceivedHead(_ head: ResponseHead, on stream: ClientStream) {}
        func streamReceived(_ received: RawSpan, on stream: ClientStream) { connection?.abort() }
        func streamEnded(_ stream: ClientStream, _ outcome: Result<HeaderFields, HTTP2Error>) {
            if case .failure = outcome { ended.add(1, ordering: .relaxed) }
        }
    }

    @Test func `a connection may be given up from within an event of one of its streams`() async throws {
        try await TestServer.with { server in
            let quitter = Quitter()
            let loop = server.loops.loops[0]
            loop.execute {
                ClientConnection.connect(to: .tcp(host: "127.0.0.1", port: server.port), tls: nil, on: loop) {
                    guard case .success(let connection) = $0 else { return }
                    quitter.connection = connection
                    for _ in 0..<100 {
                        _ = try? connection.open(
                            RequestHead(method: "GET", path: "/ticks"), body: .none, delegate: quitter)
                    }
                }
            }
            #expect(await server.eventually { $0.streamsOpen == 100 })
            server.handler.tick([1])
            #expect(await server.eventually { quitter.ended.load(ordering: .relaxed) == 100 })
            #expect(await server.eventually { $0.streamsOpen == 0 && $0.connectionsOpen == 0 })
        }
    }

    @Test func `every one of 10,000 streams on 20 connections gets every byte, and its end`() async throws {
        let authority = TestAuthority.shared
        let context = try authority.client("client")
        try await TestServer.with(tls: try authority.server()) { server in
            let watcher = Watcher()
            let loop = server.loops.loops[0]
            loop.execute {
                // The last one shakes hands while thousands of streams are opened.
                var limits = ClientLimits()
                limits.connectMilliseconds = 3_600_000
                for _ in 0..<20 {
                    ClientConnection.connect(
                        to: .tcp(host: "127.0.0.1", port: server.port), tls: context, on: loop, limits: limits
                    ) {
                        guard case .success(let connection) = $0 else { return }
                        for _ in 0..<500 {
                            _ = try? connection.open(
                                RequestHead(method: "GET", path: "/ticks"), body: .none, delegate: watcher)
                        }
                    }
                }
            }
            #expect(await server.eventually { watcher.heads.load(ordering: .relaxed) == 10_000 })
            #expect(server.server.statistics.streamsOpen == 10_000)
            // Twenty clients of loop 0 and their twenty servers: the servers' share is dealt to both loops.
            let event = [UInt8](repeating: 1, count: 1_024)
            for round in 1...5 {
                server.handler.tick(event)
                #expect(await server.eventually { watcher.bytes.load(ordering: .relaxed) == round * 10_000 * 1_024 })
            }
            server.handler.endTicks()
            #expect(await server.eventually { watcher.ended.load(ordering: .relaxed) == 10_000 })
            #expect(await server.eventually { $0.streamsOpen == 0 })
        }
    }
}
