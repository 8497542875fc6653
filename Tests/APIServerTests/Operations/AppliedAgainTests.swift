import Objects
import Resources
import Store
import Synchronization
import TestSupport
import Testing
import WatchCache

@testable import APIServer

/// The same configuration, applied at another time.
struct AppliedAgainTests {
    private static func configuration(image: String) -> [UInt8] {
        // A map without members is said, and not kept.
        let text = """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"a":"b"}},
            "template":{"metadata":{"labels":{"a":"b"},"annotations":{}},"spec":{"containers":[
            {"name":"c","image":"\(image)"}]}}}}
            """
        return Array(text.utf8)
    }

    @Test("What changes nothing is not written, a second later as little as at once")
    func isNotWritten() async throws {
        let folder = TemporaryFolder("applied")
        let store = try SQLiteStore(folder: "\(folder.path)/store")
        let clock = Clock()
        let core = ServerCore.ofAllKinds(on: store, now: { clock.seconds.withLock { $0 } })
        try await core.cache.start()
        try await SystemObjects.make(core)
        let deployments = try #require(core.registry.find(group: "apps", "deployments").flatMap(core.operations))
        let options = WriteOptions(caller: .anonymous, fieldManager: "one")

        func apply(image: String) async throws -> Metadata {
            let request = try ApplyRequest(Self.configuration(image: image), options)
            let written = try await deployments.apply(
                request, namespace: "default", name: "d", subresource: nil, options: options
            ).written
            return Metadata(of: try written.object.message(deployments.resource.stored.type))
        }
        let made = try await apply(image: "i")
        clock.seconds.withLock { $0 += 1 }
        let again = try await apply(image: "i")
        #expect(again.managedFields == made.managedFields)
        #expect(again.resourceVersion == made.resourceVersion)
        let changed = try await apply(image: "j")
        #expect(changed.managedFields.map(\.time?.seconds) == [1_001])
        core.cache.stop()
        await store.close()
        folder.remove()
    }

    private final class Clock: Sendable {
        let seconds = Mutex<Int64>(1_000)
    }
}
