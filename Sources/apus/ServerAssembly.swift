import APIServer
import Glibc
import HTTP2
import Reactor
import Store

/// The API server with its store and its loops, put together from a data folder.
struct ServerAssembly: Sendable {
    let address: String
    private let store: SQLiteStore
    private let loops: EventLoopGroup
    private let server: APIServer

    init(directory: String, port: Int, insecurePort: Int?, loopCount: Int) async throws {
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw SetupError("the data folder \(directory) cannot be made: \(String(cString: strerror(errno)))")
        }
        store = try SQLiteStore(folder: "\(directory)/store")
        loops = try EventLoopGroup(count: loopCount)
        var bindings: [HTTP2Server.Binding] = []
        if let insecurePort { bindings.append(.init(.tcp(host: "127.0.0.1", port: insecurePort), tls: nil)) }
        address = "127.0.0.1:\(port)"
        server = try await APIServer(
            .init(bindings: bindings, advertisedAddress: address), store: store, loops: loops)
        server.start()
    }

    func stop() async {
        await server.shutdown(drainMilliseconds: 1000)
        await store.close()
        await loops.shutdown()
    }
}

/// What keeps a component from starting, and what to do about it.
struct SetupError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
