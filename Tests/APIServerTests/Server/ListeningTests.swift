import HTTP2
import Reactor
import Store
import TestSupport
import Testing

@testable import APIServer

/// What other machines can reach is encrypted.
struct ListeningTests {
    private let folder = TemporaryFolder("listening")

    private func serve(_ endpoint: Endpoint) async throws {
        let store = try SQLiteStore(folder: "\(folder.path)/store")
        let loops = try EventLoopGroup(count: 1)
        var failure: (any Error)?
        do {
            let server = try await APIServer(
                .init(bindings: [HTTP2Server.Binding(endpoint, tls: nil)]), store: store, loops: loops, resources: [])
            await server.shutdown(drainMilliseconds: 0)
        } catch { failure = error }
        await store.close()
        await loops.shutdown()
        if let failure { throw failure }
    }

    @Test(arguments: ["0.0.0.0", "::", "192.0.2.1", "localhost"])
    func `plain text is not served where others could read it`(host: String) async throws {
        let error = await #expect(throws: APIServer.ConfigurationError.self) {
            try await serve(.tcp(host: host, port: 0))
        }
        #expect(error?.description.contains("can be reached from other machines") == true)
    }

    @Test(arguments: ["127.0.0.1", "127.0.0.2"])
    func `plain text is served on the machine itself`(host: String) async throws {
        try await serve(.tcp(host: host, port: 0))
    }
}
