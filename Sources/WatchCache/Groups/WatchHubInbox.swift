import Store
import Synchronization

/// The letter box of one loop: the feed puts deliveries in, the loop takes them all out. One wake-up per batch at most.
public final class WatchHubInbox: Sendable {
    private struct State {
        var deliveries: [(resource: ResourceCache, delivery: HubDelivery)] = []
        /// Of the deliveries' frames.
        var bytes = 0
        /// The newest delivery that was thrown away because too much was waiting: what the loop has not taken in up to
        /// here it finds in history.
        var missed: Revision?
        var wake: (@Sendable () -> Void)?
        var isAwake = false
        /// The feed has lost its place: everything that is open must end.
        var isBroken = false
        /// Resources that are served no longer.
        var withdrawn: [ResourceCache] = []
    }
    private let state = Mutex(State())

    private let limitBytes: Int

    /// - Parameter limits: `inboxBytes` is what may wait for the loop.
    public init(limits: WatchCacheLimits = WatchCacheLimits()) {
        limitBytes = limits.inboxBytes
    }

    /// - Parameter wake: runs on any thread; must make the loop call `WatchHub.drain` soon. Set it before the inbox is
    ///   attached to a cache.
    public func onDelivery(_ wake: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = wake }
    }

    func put(_ delivery: HubDelivery, of resource: ResourceCache) {
        let wake = state.withLock { state in
            if state.bytes + delivery.bytes > limitBytes, !state.deliveries.isEmpty {
                state.deliveries = []
                state.bytes = 0
                state.missed = delivery.through
            } else {
                state.deliveries.append((resource, delivery))
                state.bytes += delivery.bytes
            }
            defer { state.isAwake = true }
            return state.isAwake ? nil : state.wake
        }
        wake?()
    }

    /// Calls the loop, which is to look at its watches again.
    func nudge() {
        let wake = state.withLock { state in
            defer { state.isAwake = true }
            return state.isAwake ? nil : state.wake
        }
        wake?()
    }

    /// Ends the watches of a resource, once they have told what was delivered before.
    func withdraw(_ resource: ResourceCache) {
        let wake = state.withLock { state in
            state.withdrawn.append(resource)
            defer { state.isAwake = true }
            return state.isAwake ? nil : state.wake
        }
        wake?()
    }

    /// Ends all watches of the loop: the feed has a gap.
    func breakAll() {
        let wake = state.withLock { state in
            state.deliveries = []
            state.bytes = 0
            state.isBroken = true
            return state.wake
        }
        wake?()
    }

    /// What has come since the last call, and what was thrown away before it.
    struct Contents {
        var deliveries: [(resource: ResourceCache, delivery: HubDelivery)]
        var missed: Revision?
        var isBroken: Bool
        var withdrawn: [ResourceCache]
    }

    func takeAll() -> Contents {
        state.withLock { state in
            defer {
                state.isAwake = false
                state.isBroken = false
                state.missed = nil
                state.bytes = 0
                state.deliveries = []
                if !state.withdrawn.isEmpty { state.withdrawn = [] }
            }
            return Contents(
                deliveries: state.deliveries, missed: state.missed, isBroken: state.isBroken,
                withdrawn: state.withdrawn)
        }
    }
}
