/// Hears of every change of a resource's objects, on the thread that brings them: what it does must be short.
///
/// It is told after readers can see the change, and before `WatchCache.wait` says that it is there.
public protocol CacheObserver: AnyObject, Sendable {
    /// All objects anew: what it knew before no longer holds.
    func loaded(_ objects: [CachedObject], of cache: ResourceCache)
    func put(_ object: CachedObject, in cache: ResourceCache)
    /// - Parameter object: its last state.
    func removed(_ object: CachedObject, from cache: ResourceCache)
}
