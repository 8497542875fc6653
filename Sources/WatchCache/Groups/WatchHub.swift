public import Store

/// All watchers of one event loop. Lives on that loop; the feed reaches it through its inbox alone.
public final class WatchHub {
    private struct GroupID: Hashable {
        let cache: ObjectIdentifier
        let key: GroupKey
    }
    public let inbox: WatchHubInbox
    private let limits: WatchCacheLimits
    private var groups: [GroupID: LoopGroup] = [:]
    private var cursors: [ObjectIdentifier: WatchCursor] = [:]

    public init(inbox: WatchHubInbox, limits: WatchCacheLimits = WatchCacheLimits()) {
        self.inbox = inbox
        self.limits = limits
    }

    /// Where a watch begins.
    public enum Beginning: Sendable {
        /// All events after this revision.
        case after(Revision)
        /// All current objects as added, then events.
        case current
    }

    /// Opens a watch; nil when history does not reach back to where it is to begin (`410 Gone`).
    ///
    /// - Parameter wake: called on the loop when a pull that said `.blocked` is worth repeating.
    public func open(
        _ cache: ResourceCache, interest: Interest, format: FrameFormat, bookmarks: Bool, from beginning: Beginning,
        bookmarkAfterInitial: Bool = false, wake: @escaping () -> Void
    ) -> WatchCursor? {
        let key = GroupKey(interest: interest, format: format, hasBookmarks: bookmarks)
        let id = GroupID(cache: ObjectIdentifier(cache), key: key)
        let revision: Revision? = if case .after(let revision) = beginning { revision } else { nil }
        let start: ResourceCache.Start
        if groups[id] == nil {
            start = cache.join(key, on: HubAddress(hub: inbox), after: revision)
            if case .expired = start { return nil }
            groups[id] = LoopGroup(cache: cache, key: key, limitBytes: limits.groupLogBytes)
        } else {
            start = cache.start(after: revision)
            if case .expired = start { return nil }
        }
        guard let group = groups[id] else { return nil }
        group.join()
        let cursor = WatchCursor(
            group: group, start: start, after: revision, bookmarkAfterInitial: bookmarkAfterInitial, wake: wake)
        cursors[ObjectIdentifier(cursor)] = cursor
        return cursor
    }

    public func close(_ cursor: WatchCursor) {
        guard cursors.removeValue(forKey: ObjectIdentifier(cursor)) != nil else { return }
        let group = cursor.owner
        cursor.leave()
        if group.members == 0 {
            groups[GroupID(cache: ObjectIdentifier(group.cache), key: group.key)] = nil
            group.cache.leave(group.key, on: HubAddress(hub: inbox))
        }
    }

    /// Takes what the feed has delivered into the logs and wakes who waits for it.
    public func drain() {
        let (deliveries, isBroken) = inbox.takeAll()
        if isBroken {
            for cursor in cursors.values { cursor.expire() }
            for group in groups.values { group.breakAll() }
            return
        }
        for (cache, delivery) in deliveries {
            for (key, frames) in delivery.groups {
                groups[GroupID(cache: ObjectIdentifier(cache), key: key)]?.append(frames)
            }
        }
    }

    /// Tells all watchers that asked for bookmarks how far they have come.
    ///
    /// - Parameter delivered: a revision up to which the feed had put everything into the inboxes before this call.
    public func bookmark(delivered: Revision) {
        drain()
        var made: [Int: Frame] = [:]
        for group in groups.values where group.key.hasBookmarks {
            let format = group.key.format
            // What was drained just now may be newer than `delivered`: a bookmark never goes back behind an event.
            let revision = max(delivered, group.newest)
            let known = made[format.id].flatMap { $0.revision == revision ? $0 : nil }
            let frame =
                known ?? Frame(revision: revision, bytes: format.bookmark(revision, false), isBookmark: true)
            made[format.id] = frame
            group.append([frame])
        }
    }

    /// Figures for metrics: open watches, groups, and bytes in their logs.
    public var statistics: (watches: Int, groups: Int, logBytes: Int) {
        (cursors.count, groups.count, groups.values.reduce(0) { $0 + $1.logBytes })
    }
}
