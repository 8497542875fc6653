import FrameLog
import Store

/// Where a loop's hub is reached from other threads.
struct HubAddress: Hashable, Sendable {
    let hub: WatchHubInbox

    static func == (a: HubAddress, b: HubAddress) -> Bool { a.hub === b.hub }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(hub)) }
}

/// What one batch of the store means to the groups of one loop.
struct HubDelivery: Sendable {
    let hub: HubAddress
    var groups: [(key: GroupKey, frames: [Frame])]
    let through: Revision
    /// Of the frames, each counted once however many groups are told it.
    let bytes: Int

    /// Gathers frames by loop and group while a batch is matched.
    struct Collector {
        private struct Target: Hashable {
            let hub: HubAddress
            let key: GroupKey
        }
        private var order: [Target] = []
        private var frames: [Target: [Frame]] = [:]
        private var bytes: [HubAddress: (last: ObjectIdentifier, sum: Int)] = [:]

        /// - Parameter frame: those of one event come one after the other.
        mutating func add(_ frame: Frame, _ key: GroupKey, _ hub: HubAddress) {
            let identity = ObjectIdentifier(frame.bytes)
            if bytes[hub]?.last != identity {
                bytes[hub, default: (identity, 0)].sum += frame.bytes.count + 64
                bytes[hub]?.last = identity
            }
            let target = Target(hub: hub, key: key)
            if frames[target] == nil { order.append(target) }
            frames[target, default: []].append(frame)
        }

        func finish(through revision: Revision) -> [HubDelivery] {
            var deliveries: [HubDelivery] = []
            for target in order {
                let group = (key: target.key, frames: frames[target] ?? [])
                if let at = deliveries.firstIndex(where: { $0.hub == target.hub }) {
                    deliveries[at].groups.append(group)
                } else {
                    let bytes = bytes[target.hub]?.sum ?? 0
                    deliveries.append(
                        HubDelivery(hub: target.hub, groups: [group], through: revision, bytes: bytes))
                }
            }
            return deliveries
        }
    }
}
