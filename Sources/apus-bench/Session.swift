internal import Client
internal import Objects
internal import Reactor

/// Calls to a server that is measured, for what the bare client cannot say.
enum Session {
    /// A client with a loop of its own, for as long as `body` runs.
    static func with<T: Sendable>(
        _ server: APIServerProcess, _ body: @Sendable (ClusterClient) async throws -> T
    ) async throws -> T {
        let loops = try EventLoopGroup(count: 1)
        let configuration = try Kubeconfig(path: server.kubeconfig).configuration()
        let client = try ClusterClient(configuration, loop: loops.leastLoaded())
        let result: Result<T, any Error>
        do { result = .success(try await body(client)) } catch { result = .failure(error) }
        await client.close()
        await loops.shutdown()
        return try result.get()
    }

    /// Does `work` for 0..<count, so many at a time.
    static func each(
        _ count: Int, inFlight: Int, _ work: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for first in 0..<min(inFlight, count) {
                group.addTask {
                    for number in stride(from: first, to: count, by: inFlight) { try await work(number) }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Pods need their namespace's service account, which a controller makes in a whole cluster.
    static func makeServiceAccount(_ client: ClusterClient) async throws {
        var account = Core.ServiceAccount()
        account.metadata.name = "default"
        account.metadata.namespace = "default"
        _ = try await client.create(account)
    }

    /// - Throws: `BenchError` when it takes longer.
    static func within<T: Sendable>(
        _ limit: Duration, _ what: String, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: limit)
                throw BenchError("waited \(limit) for \(what)")
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw CancellationError() }
            return result
        }
    }
}
