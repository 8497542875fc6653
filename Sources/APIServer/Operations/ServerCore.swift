import Glibc
import Store
import WatchCache

/// What all requests share: the store, its cache, and the resources that are served.
final class ServerCore: Sendable {
    let store: any Store
    let cache: WatchCache
    let registry: ResourceRegistry
    /// Seconds since 1970; settable so that tests need not wait.
    let now: @Sendable () -> Int64
    /// For writers that compete for one object.
    let turns = WriteTurns()
    private let namespaces: Int?

    init(
        store: any Store, cache: WatchCache, registry: ResourceRegistry,
        now: @escaping @Sendable () -> Int64 = ServerCore.clock
    ) {
        self.store = store
        self.cache = cache
        self.registry = registry
        self.now = now
        namespaces = registry.index(group: "", version: "v1", plural: "namespaces")
    }

    static let clock: @Sendable () -> Int64 = { Int64(time(nil)) }

    func operations(_ index: Int) -> ResourceOperations {
        ResourceOperations(core: self, definition: registry.definitions[index], cache: cache.resources[index])
    }

    /// Waits until the cache holds everything that was acknowledged before this call.
    func catchUp() async throws(APIError) {
        try await wait(for: store.revision)
    }

    /// Waits until the cache holds `revision`; gives up after three seconds.
    func wait(for revision: Revision) async throws(APIError) {
        if cache.revision >= revision { return }
        guard await cache.wait(for: revision) else {
            let current = cache.revision
            throw APIError(
                504, "Timeout", "Timeout: Too large resource version: \(revision), current: \(current)",
                details: APIError.Details(
                    causes: [
                        .init(reason: "ResourceVersionTooLarge", message: "Too large resource version", field: "")
                    ],
                    retryAfterSeconds: 1))
        }
    }

    /// A namespace in which objects may be made: it exists and is not being deleted.
    func requireActiveNamespace(_ name: String, for resource: ResourceDefinition, object: String) async throws(APIError)
    {
        guard let namespaces else { return }
        let cache = cache.resources[namespaces]
        var found = cache.find(namespace: "", name: name)
        if found == nil {
            try await catchUp()
            found = cache.find(namespace: "", name: name)
        }
        guard let found else { throw APIError.notFound(registry.definitions[namespaces], name) }
        guard !found.isBeingDeleted else {
            var error = APIError.forbidden(
                resource, object, "unable to create new content in namespace \(name) because it is being terminated")
            error.details?.causes = [
                .init(
                    reason: "NamespaceTerminating", message: "namespace \(name) is being terminated",
                    field: "metadata.namespace")
            ]
            throw error
        }
    }
}

extension APIError {
    /// What a refusal of the store is to the client.
    init(_ error: StoreError) {
        switch error.code {
        case .compacted:
            self = .expired("The provided resource version is too old: \(error.message)")
        case .futureRevision(let current):
            self.init(
                504, "Timeout", "Timeout: Too large resource version, current: \(current)",
                details: Details(
                    causes: [
                        Cause(reason: "ResourceVersionTooLarge", message: "Too large resource version", field: "")
                    ],
                    retryAfterSeconds: 1))
        case .valueTooLarge: self.init(413, "RequestEntityTooLarge", error.message, details: Details())
        case .noSpace: self.init(507, "InsufficientStorage", error.message, details: Details(retryAfterSeconds: 5))
        case .unknownOutcome: self.init(504, "Timeout", error.message, details: Details(retryAfterSeconds: 1))
        case .unavailable: self.init(503, "ServiceUnavailable", error.message, details: Details(retryAfterSeconds: 1))
        case .invalidRequest: self = .badRequest(error.message)
        case .unknownLease, .corrupt: self = .internalError(error.message)
        }
    }
}
