import Objects
import Resources
import Synchronization
import WatchCache

/// Registers the versions of custom resources' groups as `APIService`s, as those of the server's own groups are, and takes
/// them back.
final class CustomAPIServices: Sendable {
    private struct Version: Hashable {
        let group: String
        let version: String
        var name: String { "\(version).\(group)" }
    }

    private let core: ServerCore
    /// What is registered; nil: it is not known.
    private let settled = Mutex<Set<Version>?>(nil)

    init(core: ServerCore) { self.core = core }

    /// Makes what is served known, if that has changed or somebody has deleted what said it. What fails is tried again when it
    /// is called the next time.
    func settle() async {
        let definitions = core.registry.definitions.filter { $0.traits.contains(.isCustom) }
        let wanted = Set(definitions.map { Version(group: $0.group, version: $0.version) })
        guard
            let operations = core.registry.find(group: "apiregistration.k8s.io", "apiservices").flatMap(core.operations)
        else { return }
        let isThere = wanted.allSatisfy { operations.cache.find(namespace: "", name: $0.name) != nil }
        if isThere, settled.withLock({ $0 }) == wanted { return }
        do {
            try await register(wanted, operations)
            try await withdraw(allBut: Set(wanted.map(\.name)), operations)
            settled.withLock { $0 = wanted }
        } catch { settled.withLock { $0 = nil } }
    }

    private func register(_ wanted: Set<Version>, _ operations: ResourceOperations) async throws(APIError) {
        for version in wanted where operations.cache.find(namespace: "", name: version.name) == nil {
            let object = LocalAPIServices.object(group: version.group, version: version.version, keptBy: .always)
            do {
                _ = try await operations.create(object, namespace: "", options: WriteOptions(caller: .server))
            } catch { guard error.reason == "AlreadyExists" else { throw error } }
        }
    }

    private func withdraw(allBut names: Set<String>, _ operations: ResourceOperations) async throws(APIError) {
        let snapshot = operations.cache.snapshot()
        var cursor = snapshot.objects.cursor(from: operations.cache.resource.prefix)
        while let object = snapshot.objects.next(&cursor) {
            if names.contains(object.name) { continue }
            let service = APIRegistration.APIService(
                try StoredObject(object).message(APIRegistration.APIService.descriptor))
            guard service.metadata.labels[LocalAPIServices.keptLabel] == LocalAPIServices.Keeper.always.rawValue else {
                continue
            }
            do {
                _ = try await operations.delete(
                    namespace: "", name: object.name, options: DeleteOptions(caller: .server))
            } catch { guard error.code == 404 else { throw error } }
        }
    }
}
