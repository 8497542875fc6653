import Glibc
import Objects
import Store
import TestSupport
import Testing
import WatchCache

@testable import APIServer
@testable import Resources

/// Many who write one object at the same time, on a real store.
struct ContendedWriteTests {
    private final class Server: Sendable {
        let core: ServerCore
        let store: SQLiteStore
        let configMaps: ResourceOperations
        private let folder = TemporaryFolder("contend")

        init() async throws {
            store = try SQLiteStore(folder: "\(folder.path)/store")
            // However busy the machine is, no write is given up for its time.
            core = ServerCore.ofAllKinds(on: store, turns: WriteTurns(milliseconds: .max))
            try await core.cache.start()
            try await SystemObjects.make(core)
            configMaps = try #require(core.registry.find("configmaps").flatMap(core.operations))
        }

        func close() async {
            core.cache.stop()
            await store.close()
            folder.remove()
        }

        func make(_ name: String) async throws {
            var object = Core.ConfigMap()
            object.metadata.name = name
            object.metadata.namespace = "default"
            object.data = ["count": "0"]
            _ = try await configMaps.create(
                object.message, namespace: "default", options: WriteOptions(caller: .anonymous))
        }

        /// Adds one to the object's count, from whatever it is.
        func increment(_ name: String, options: WriteOptions = WriteOptions(caller: .anonymous)) async throws(APIError)
        {
            _ = try await configMaps.modify(namespace: "default", name: name, subresource: nil, options: options) {
                old throws(APIError) in
                var map = Core.ConfigMap(old)
                map.data["count"] = String((Int(map.data["count"] ?? "") ?? 0) + 1)
                return map.message
            }
        }

        func count(_ name: String) async throws -> Int {
            let stored = try await configMaps.get(namespace: "default", name: name)
            return Int(Core.ConfigMap(try stored.message(configMaps.definition.type)).data["count"] ?? "") ?? -1
        }
    }

    /// A patch carries the version that it was made from; that is no wish of the client's.
    @Test func changesThatNameNoVersionAreAllMade() async throws {
        let server = try await Server()
        try await server.make("a")
        try await withThrowingTaskGroup(of: Void.self) { writers in
            for _ in 0..<64 {
                writers.addTask {
                    for _ in 0..<20 { try await server.increment("a") }
                }
            }
            try await writers.waitForAll()
        }
        #expect(try await server.count("a") == 64 * 20)
        #expect(!server.core.turns.isTaken(server.configMaps.key("default", "a")))
        await server.close()
    }

    /// Those who name a version get their conflicts, and hold up nobody who does not.
    @Test func writersWithAVersionDoNotStarveThoseWithout() async throws {
        let server = try await Server()
        try await server.make("a")
        let done = try await withThrowingTaskGroup(of: Int.self) { writers in
            for _ in 0..<8 {
                writers.addTask {
                    for _ in 0..<40 { try await server.increment("a") }
                    return 40
                }
                writers.addTask {
                    var done = 0
                    for _ in 0..<40 {
                        let stored = try await server.configMaps.get(namespace: "default", name: "a")
                        var map = Core.ConfigMap(try stored.message(server.configMaps.definition.type))
                        map.metadata.resourceVersion = String(stored.revision.rawValue)
                        map.data["count"] = String((Int(map.data["count"] ?? "") ?? 0) + 1)
                        do {
                            _ = try await server.configMaps.update(
                                map.message, namespace: "default", name: "a", subresource: nil,
                                options: WriteOptions(caller: .anonymous))
                            done += 1
                        } catch let error as APIError {
                            #expect(error.code == 409)
                        }
                    }
                    return done
                }
            }
            return try await writers.reduce(0, +)
        }
        #expect(done >= 8 * 40)
        #expect(try await server.count("a") == done)
        await server.close()
    }

    @Test func oneOfManyDeletionsFindsTheObject() async throws {
        let server = try await Server()
        try await server.make("a")
        let gone = try await withThrowingTaskGroup(of: Bool.self) { writers in
            for _ in 0..<16 {
                writers.addTask {
                    do {
                        _ = try await server.configMaps.delete(
                            namespace: "default", name: "a", options: DeleteOptions(caller: .anonymous))
                        return true
                    } catch let error as APIError {
                        #expect(error.code == 404)
                        return false
                    }
                }
            }
            return try await writers.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(gone == 1)
        await server.close()
    }
}

struct WriteTurnsTests {
    private let key: Key = [1]

    @Test func turnsComeInOrder() async {
        let turns = WriteTurns()
        #expect(!turns.isTaken(key))
        #expect(await turns.take(key))
        #expect(turns.isTaken(key))
        #expect(!turns.isTaken([2]))
        let second = Task { await turns.take(key) }
        turns.pass(key)
        #expect(await second.value)
        turns.pass(key)
        #expect(!turns.isTaken(key))
    }

    @Test func aLineThatIsFullTurnsAway() async {
        let turns = WriteTurns(limit: 0)
        #expect(await turns.take(key))
        #expect(await turns.take(key) == false)
        turns.pass(key)
        #expect(await turns.take(key))
    }

    @Test func aTurnThatIsGivenUpIsPassedOn() async throws {
        let turns = WriteTurns()
        do {
            var turn = WriteTurn(turns, key)
            try await turn.wait()
            let mustWait = turn.mustWait
            #expect(!mustWait)
            #expect(turns.isTaken(key))
        }
        #expect(!turns.isTaken(key))
    }
}
