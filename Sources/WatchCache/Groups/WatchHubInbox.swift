import Store
import Synchronization

/// The letter box of one loop: the feed puts deliveries in, the loop takes them all out. One wake-up per batch at most.
public final class WatchHubInbox: Sendable {
    private struct State {
        var deliveries: [(resource: ResourceCache, delivery: HubDelivery)] = []
        var isAwake = false
        /// The feed has lost its place: everything that is open must end.
        var isBroken = false
    }
    private let state = Mutex(State())
    /// Runs on any thread; must make the loop call `WatchHub.drain` soon.
    private let wake: @Sendable () -> Void

    public init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func put(_ delivery: HubDelivery, of resource: ResourceCache) {
        let mustWake = state.withLock { state in
            state.deliveries.append((resource, delivery))
            defer { state.isAwake = true }
            return !state.isAwake
        }
        if mustWake { wake() }
    }

    /// Ends all watches of the loop: the feed has a gap.
    func breakAll() {
        state.withLock {
            $0.deliveries = []
            $0.isBroken = true
        }
        wake()
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
