import Store
import WatchCache

@testable import APIServer
@testable import Resources

extension ServerCore {
    /// A server of all kinds on a store. Its cache is yet to be started.
    static func ofAllKinds(
        on store: SQLiteStore, turns: WriteTurns = WriteTurns(),
        now: @escaping @Sendable () -> Int64 = ServerCore.clock
    ) -> ServerCore {
        let resources = BuiltinResources.all
        let cache = WatchCache(store: store, resources: resources.filter(\.hasCache).map(\.cached))
        return ServerCore(
            store: store, cache: cache,
            registry: ResourceRegistry(resources, caches: cache.resources, admission: .standard), turns: turns,
            now: now)
    }
}
