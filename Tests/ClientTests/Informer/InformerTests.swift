import Client
import HTTP2
import Objects
import Reactor
import Synchronization
import Testing

@Suite("An informer over a real connection")
struct InformerTests {
    private func pod(_ name: String, _ version: Int) -> Core.Pod {
        var pod = Core.Pod()
        pod.metadata.namespace = "default"
        pod.metadata.name = name
        pod.metadata.resourceVersion = String(version)
        return pod
    }

    private func list(_ pods: [Core.Pod], at revision: Int) -> ScriptedServer.Answer {
        var response = Cluster.ListResponse()
        response.revision = revision
        response.objects = pods.map { pod in
            var object = Cluster.Object()
            object.value = BinaryEncoder.encode(pod.message)
            return object
        }
        return .message(BinaryEncoder.encode(response.message))
    }

    private func events(_ events: [(type: Int, pod: Core.Pod?, revision: Int)]) -> [UInt8] {
        var response = Cluster.WatchResponse()
        response.events = events.map { given in
            var event = Cluster.WatchEvent()
            event.type = given.type
            event.revision = given.revision
            if let pod = given.pod { event.object = BinaryEncoder.encode(pod.message) }
            return event
        }
        return BinaryEncoder.encode(response.message)
    }

    private var expired: Meta.Status {
        var status = Meta.Status()
        status.code = 410
        status.reason = "Expired"
        return status
    }

    /// Runs an informer against the script until so many calls have come.
    private func run(
        _ script: [ScriptedServer.Answer], calls: Int
    ) async throws -> (calls: [ScriptedServer.Call], changes: [String], names: Set<String>) {
        let group = try EventLoopGroup(count: 1)
        let scripted = ScriptedServer(script)
        let server = try HTTP2Server(
            [.init(.tcp(host: "127.0.0.1", port: 0), tls: nil)], loops: group, handler: scripted)
        server.start()
        let port = try #require(server.boundPort())
        let loop = try EventLoop()
        let client = try ClusterClient(
            ClientConfiguration(endpoint: .tcp(host: "127.0.0.1", port: port), tls: nil), loop: loop)
        // Waits between tries pass at once.
        let time = TimeSource(
            nowMilliseconds: TimeSource.system.nowMilliseconds, wallMilliseconds: TimeSource.system.wallMilliseconds,
            sleep: { _ in await Task.yield() })
        let informer = Informer<Core.Pod>(client, time: time)
        let log = ChangeLog()
        informer.onChange { log.add($0) }
        let running = Task { await informer.run() }
        await informer.waitUntilSynced()
        await scripted.waitForCalls(calls)
        running.cancel()
        await running.value
        await client.close()
        let result = (scripted.calls, log.lines, Set(informer.objects.all().map(\.metadata.name)))
        await server.shutdown(drainMilliseconds: 10)
        await group.shutdown()
        await withCheckedContinuation { continuation in loop.shutdown { continuation.resume() } }
        return result
    }

    @Test("A lost watch goes on after the last revision, without a new list", .timeLimit(.minutes(15)))
    func resumes() async throws {
        let (calls, changes, names) = try await run(
            [
                list([pod("a", 3)], at: 5),
                .stream([events([(1, pod("b", 6), 6), (4, nil, 9)])], end: .reset),
                .stream([events([(2, pod("a", 10), 10)]), events([(3, pod("b", 11), 11)])], end: .ok),
            ], calls: 4)
        #expect(
            calls == [
                .init(method: "List", revision: 0), .init(method: "Watch", revision: 5),
                .init(method: "Watch", revision: 9),
                .init(method: "Watch", revision: 11),
            ])
        #expect(changes == ["+a", "+b", "~a", "-b"])
        #expect(names == ["a"])
    }

    @Test("History that has passed means a new list, of which the differences are told", .timeLimit(.minutes(15)))
    func relists() async throws {
        let (calls, changes, names) = try await run(
            [
                list([pod("a", 3), pod("b", 4)], at: 5), .failure(expired), list([pod("b", 4), pod("c", 20)], at: 21),
            ], calls: 4)
        #expect(calls.map(\.method) == ["List", "Watch", "List", "Watch"])
        #expect(calls.last?.revision == 21)
        #expect(Set(changes) == ["+a", "+b", "+c", "-a"])
        #expect(names == ["b", "c"])
    }
}

private final class ChangeLog: Sendable {
    private let state = Mutex<[String]>([])
    var lines: [String] { state.withLock { $0 } }

    func add(_ change: Change<Core.Pod>) {
        let line =
            switch change {
            case .added(let pod): "+" + pod.metadata.name
            case .updated(_, let pod): "~" + pod.metadata.name
            case .deleted(let pod): "-" + pod.metadata.name
            }
        state.withLock { $0.append(line) }
    }
}
