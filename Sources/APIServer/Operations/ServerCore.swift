import Glibc
import Store
import WatchCache

/// What all requests share: the store, its cache, and the resources that are served.
final class ServerCore: Sendable {
    let store: any Store
    let cache: WatchCache
    let registry: ResourceRegistry
    let actions: ActionTable
    let services: ServiceClaims
    let access: AccessControl
    let health: ServerHealth
    /// Seconds since 1970; settable so that tests need not wait.
    let now: @Sendable () -> Int64
    /// For writers that compete for one object.
    let turns: WriteTurns

    init(
        store: any Store, cache: WatchCache, registry: ResourceRegistry, actions: ActionTable = .standard,
        serviceRanges: ServiceRanges = .standard,
        access: AccessControl = AccessControl(.open), turns: WriteTurns = WriteTurns(),
        now: @escaping @Sendable () -> Int64 = ServerCore.clock
    ) {
        self.store = store
        self.cache = cache
        self.registry = registry
        self.actions = actions
        services = ServiceClaims(ranges: serviceRanges)
        self.access = access
        self.turns = turns
        self.now = now
        health = ServerHealth { [cache] in cache.failure?.message }
    }

    static let clock: @Sendable () -> Int64 = { Int64(time(nil)) }

    /// The verbs on what is stored; nil: the resource's answers are computed.
    func operations(_ resource: ServedResource) -> ResourceOperations? {
        resource.cache.map { ResourceOperations(core: self, resource: resource, cache: $0) }
    }

    /// The verbs on a resource that the server has itself; nil: it is not among those that are served, or not stored.
    func operations(of plural: String, _ group: String = "") -> ResourceOperations? {
        registry.find(group: group, plural).flatMap(operations)
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
}

extension APIError {
    /// What an object was to get was taken by others again and again.
    static let claimsContended = APIError(
        504, "Timeout", "Timeout: request did not complete: what the object was to get was taken by others",
        details: Details(retryAfterSeconds: 1))

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
