import HTTP2
import Reactor
import Testing

struct ShutdownTests {
    @Test func `streams under way finish, new ones are refused, then the server is empty`() async throws {
        let server = try TestServer()
        let client = HTTP2ClientTests.client(server)
        let exchange = try await client.open(RequestHead(method: "GET", path: "/ticks", scheme: "http"))
        _ = try await exchange.responseHead()
        async let ended: Void = server.server.shutdown(drainMilliseconds: 3_600_000)
        // The port is closed and the connection draining: nobody new gets in.
        let port = server.port
        #expect(await server.eventually { !RawPeer.canConnect(port: port) })
        server.handler.tick([42])
        #expect(try await exchange.next() == [42])
        await #expect(throws: HTTP2Error.self) {
            for _ in 0..<1_000 {
                _ = try await client.send(RequestHead(method: "GET", path: "/hello", scheme: "http"))
            }
        }
        server.handler.endTicks()
        #expect(try await exchange.next() == nil)
        await ended
        #expect(server.server.statistics.connectionsOpen == 0)
        await server.loops.shutdown()
    }

    @Test func `what has not finished in time is cut`() async throws {
        let server = try TestServer()
        let client = HTTP2ClientTests.client(server)
        let exchange = try await client.open(RequestHead(method: "GET", path: "/ticks", scheme: "http"))
        _ = try await exchange.responseHead()
        await server.server.shutdown(drainMilliseconds: 30)
        await #expect { try await exchange.next() } throws: { ($0 as? HTTP2Error)?.code == .connectionLost }
        #expect(server.server.statistics.streamsOpen == 0)
        #expect(server.server.statistics.closed[.shutdown] == 1)
        await server.loops.shutdown()
    }
}
