import Glibc
import Synchronization
import Testing

@testable import Reactor

struct ListenerTests {
    /// Waits for what the loops bring about; false after half a minute.
    private static func eventually(_ group: EventLoopGroup, _ condition: () -> Bool) async -> Bool {
        for _ in 0..<6_000 {
            if condition() { return true }
            await withCheckedContinuation { continuation in
                group.loops[0].schedule(afterMilliseconds: 5) { continuation.resume() }
            }
        }
        return condition()
    }

    @Test func `connections are dealt evenly to the loops`() async throws {
        let group = try EventLoopGroup(count: 3)
        let accepted = Mutex<[AcceptedSocket]>([])
        let listener = try Listener(.tcp(host: "127.0.0.1", port: 0), group: group) { socket in
            #expect(socket.loop.isCurrent)
            accepted.withLock { $0.append(socket) }
        }
        listener.start()
        let port = try #require(listener.port)
        let addresses = try SocketAddress.resolve(
            host: "127.0.0.1", port: port, numericOnly: true, toListen: false)
        let address = try #require(addresses.first)
        var clients: [Int32] = []
        for _ in 0..<30 {
            let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            #expect(address.withPointer { connect(client, $0, $1) } == 0)
            clients.append(client)
        }
        let areAccepted = await Self.eventually(group) { accepted.withLock { $0.count } == 30 }
        #expect(areAccepted)
        #expect(group.loops.map { $0.connections.load(ordering: .relaxed) } == [10, 10, 10])
        accepted.withLock { $0 = [] }
        // A loop may still hold the last one that it handed out.
        let areGone = await Self.eventually(group) {
            group.loops.allSatisfy { $0.connections.load(ordering: .relaxed) == 0 }
        }
        #expect(areGone)
        for client in clients { close(client) }
        await group.shutdown()
    }

    @Test func `an address in use is an error that names it`() async throws {
        let group = try EventLoopGroup(count: 1)
        let first = try Listener(.tcp(host: "127.0.0.1", port: 0), group: group) { _ in }
        let port = try #require(first.port)
        #expect {
            _ = try Listener(.tcp(host: "127.0.0.1", port: port), group: group) { _ in }
        } throws: {
            let error = $0 as? ReactorError
            return error?.code == .cannotListen && error?.message.contains("127.0.0.1:\(port)") == true
        }
        await group.shutdown()
    }

    @Test func `a unix path that is too long is refused`() async throws {
        let group = try EventLoopGroup(count: 1)
        let path = "/tmp/" + String(repeating: "x", count: 120)
        #expect { _ = try Listener(.unix(path: path), group: group) { _ in } } throws: {
            ($0 as? ReactorError)?.code == .badAddress
        }
        await group.shutdown()
    }
}
