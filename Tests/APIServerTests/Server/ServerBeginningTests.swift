import Access
import Objects
import Store
import TestSupport
import Testing
import WatchCache

@testable import APIServer
@testable import Resources

/// What every cluster has from its beginning is made once, told of, and kept.
struct ServerBeginningTests {
    private let folder = TemporaryFolder("beginning")
    /// 2026-01-31, noon.
    private static let now: Int64 = 1_769_860_800

    private func beginning(_ store: SQLiteStore, authority: String = "one\n") async throws -> ServerBeginning {
        let core = ServerCore.ofAllKinds(on: store, now: { Self.now })
        let flowControl = FlowControlKeeper(core: core)
        try await core.cache.start()
        return ServerBeginning(
            core: core, flowControl: flowControl, maps: SystemMaps(core: core, authority: authority))
    }

    private func data(_ core: ServerCore, _ name: String) async throws -> StringMap<String> {
        let operations = try #require(core.operations(of: "configmaps"))
        let found = try await operations.get(namespace: "kube-system", name: name)
        return Core.ConfigMap(try found.message(operations.definition.type)).data
    }

    @Test func `each step is told of when it is done`() async throws {
        let store = try SQLiteStore(folder: "\(folder.path)/store")
        let beginning = try await beginning(store)
        let health = beginning.core.health
        let steps: [ServerStep] = [.systemObjects, .flowControl, .rights, .systemMaps]
        #expect(steps.allSatisfy { !health.has($0) })
        #expect(health.problem(.registered, "readyz") != nil)
        try await beginning.make()
        #expect(steps.allSatisfy { health.has($0) })
        #expect(health.problem(.registered, "readyz") == nil)
        beginning.core.cache.stop()
        await store.close()
    }

    @Test func `namespaces and maps of the system come back, and are corrected`() async throws {
        let store = try SQLiteStore(folder: "\(folder.path)/store")
        let beginning = try await beginning(store)
        let core = beginning.core
        try await beginning.make()
        #expect(try await data(core, LegacyToken.trackingMap) == ["since": "2026-01-31"])
        #expect(try await data(core, "extension-apiserver-authentication") == ["client-ca-file": "one\n"])
        let namespaces = try #require(core.operations(of: "namespaces"))
        var gone = Core.Namespace(
            try await namespaces.get(namespace: "", name: "kube-node-lease").message(namespaces.definition.type))
        gone.spec.finalizers = []
        gone.metadata.resourceVersion = ""
        _ = try await namespaces.delete(namespace: "", name: "kube-node-lease", options: DeleteOptions(caller: .server))
        _ = try await namespaces.update(
            gone.message, namespace: "", name: "kube-node-lease", subresource: .finalize,
            options: WriteOptions(caller: .server))
        try await core.catchUp()
        #expect(namespaces.cache.find(namespace: "", name: "kube-node-lease") == nil)
        let maps = try #require(core.operations(of: "configmaps"))
        let spoiled: [(String, StringMap<String>)] = [
            (LegacyToken.trackingMap, ["since": "long ago"]), ("extension-apiserver-authentication", [:]),
        ]
        for (name, data) in spoiled {
            _ = try await maps.modify(
                namespace: "kube-system", name: name, subresource: nil, options: WriteOptions(caller: .server)
            ) { old throws(APIError) in
                var map = Core.ConfigMap(old)
                map.data = data
                return map.message
            }
        }
        try await core.catchUp()
        try await SystemObjects.makeNamespaces(core)
        try await beginning.maps.keep()
        // Another server of the cluster, with an authority of its own, tells of both.
        try await core.catchUp()
        try await SystemMaps(core: core, authority: "two\n").keep()
        try await core.catchUp()
        #expect(namespaces.cache.find(namespace: "", name: "kube-node-lease") != nil)
        #expect(try await data(core, LegacyToken.trackingMap) == ["since": "2026-01-31"])
        #expect(try await data(core, "extension-apiserver-authentication") == ["client-ca-file": "one\ntwo\n"])
        core.cache.stop()
        await store.close()
    }
}
