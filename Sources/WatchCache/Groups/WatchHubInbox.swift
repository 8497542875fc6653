import Store
import Synchronization

/// The letter box of one loop: the feed puts deliveries in, the loop takes them all out. One wake-up per batch at most.
public final class WatchHubInbox: Sendable {
    private struct State {
        var deliveries: [(resource: ResourceCache, delivery: HubDelivery)] = []
        var wake: (@Sendable () -> Void)?
        var isAwake = false
        /// The feed has lost its place: everything that is open must end.
        var isBroken = false
    }
    private let state = Mutex(State())

    public init() {}

    /// - Parameter wake: runs on any thread; must make the loop call `WatchHub.drain` soon. Set it before the inbox is
    ///   attached to a cache.
    public func onDelivery(_ wake: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = wake }
    }

    func put(_ delivery: HubDelivery, of resource: ResourceCache) {
        let wake = state.withLock { state in
            state.deliveries.append((resource, delivery))
            defer { state.isAwake = true }
            return state.isAwake ? nil : state.wake
        }
        wake?()
    }

    /// Ends all watches of the loop: the feed has a gap.
    func breakAll() {
        let wake = state.withLock { state in
            state.deliveries = []
            state.isBroken = true
            return state.wake
        }
        wake?()
    }

    func takeAll() -> (deliveries: [(resource: ResourceCache, delivery: HubDelivery)], isBroken: Bool) {
        state.withLock { state in
            defer {
                state.isAwake = false
                state.isBroken = false
                state.deliveries = []
            }
            return (state.deliveries, state.isBroken)
        }
    }
}
