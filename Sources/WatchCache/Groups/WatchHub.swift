public import FrameLog
public import Store

/// All watchers of one event loop. Lives on that loop; the feed reaches it through its inbox alone.
public final class WatchHub {
    private struct GroupID: Hashable {
        let cache: ObjectIdentifier
        let key: GroupKey
    }
    public let inbox: WatchHubInbox
    /// What its watches have done, for other threads to read.
    public let ledger = WatchLedger()
    private let clock: DeliveryClock
    private var counters: [ObjectIdentifier: (tally: WatchTally, meter: DeliveryMeter)] = [:]
    private let limits: WatchCacheLimits
    private var groups: [GroupID: LoopGroup] = [:]
    private var cursors: [ObjectIdentifier: WatchCursor] = [:]
    /// Those that are being told the objects of a list.
    private var starting: [ObjectIdentifier: WatchCursor] = [:]
    private let turns: HubTurns
    private var budget: LogBudget
    /// Everything up to here is in the logs.
    private var settled = Revision.zero

    /// - Parameter clock: for how late deliveries are.
    public init(
        inbox: WatchHubInbox, limits: WatchCacheLimits = WatchCacheLimits(), clock: DeliveryClock = DeliveryClock { 0 }
    ) {
        self.clock = clock
        self.inbox = inbox
        self.limits = limits
        turns = HubTurns(inbox: inbox)
        budget = LogBudget(limit: limits.loopLogBytes)
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
    /// - Parameter reader: where the cursor keeps its place; woken when a pull that said `.blocked` is worth repeating.
    ///   It must stay where it is until `close`.
    public func open(
        _ cache: ResourceCache, interest: Interest, format: FrameFormat, bookmarks: Bool, from beginning: Beginning,
        bookmarkAfterInitial: Bool = false, reader: UnsafeMutablePointer<LogReader>
    ) -> WatchCursor? {
        // Given up after this look, the resource's watches are ended by the next `drain`.
        guard !cache.isWithdrawn else { return nil }
        let key = GroupKey(interest: interest, format: format, hasBookmarks: bookmarks)
        let id = GroupID(cache: ObjectIdentifier(cache), key: key)
        let revision: Revision? = if case .after(let revision) = beginning { revision } else { nil }
        let (tally, meter) = counting(cache)
        let start: ResourceCache.Start
        if groups[id] == nil {
            start = cache.join(key, on: HubAddress(hub: inbox), after: revision)
            guard tally.countOpened(start) else { return nil }
            groups[id] = LoopGroup(
                cache: cache, key: key, limitBytes: limits.groupLogBytes, turns: turns, tally: tally, meter: meter)
            tally.groups.count()
        } else {
            start = cache.start(after: revision)
            guard tally.countOpened(start) else { return nil }
        }
        guard let group = groups[id] else { return nil }
        let cursor = WatchCursor(
            group: group, start: start, after: revision, bookmarkAfterInitial: bookmarkAfterInitial, reader: reader)
        cursors[ObjectIdentifier(cursor)] = cursor
        if revision == nil { starting[ObjectIdentifier(cursor)] = cursor }
        return cursor
    }

    public func close(_ cursor: WatchCursor, _ end: WatchEnd) {
        guard cursors.removeValue(forKey: ObjectIdentifier(cursor)) != nil else { return }
        starting[ObjectIdentifier(cursor)] = nil
        let group = cursor.owner
        cursor.leave()
        group.tally.countClosed(end)
        if group.log.readers == 0 {
            group.tally.groups.count(-1)
            groups[GroupID(cache: ObjectIdentifier(group.cache), key: group.key)] = nil
            turns.history.forget(group)
            group.cache.leave(group.key, on: HubAddress(hub: inbox))
        }
    }

    /// Takes what the feed has delivered into the logs and wakes who waits for it.
    public func drain() {
        clock.expire()
        let contents = inbox.takeAll()
        if contents.isBroken {
            for cursor in cursors.values { cursor.expire() }
            for group in groups.values { group.log.wakeAll() }
            return
        }
        if let missed = contents.missed {
            for group in groups.values { group.log.lose(through: missed.rawValue, told: settled.rawValue) }
        }
        for (cache, delivery) in contents.deliveries {
            for (key, frames) in delivery.groups {
                groups[GroupID(cache: ObjectIdentifier(cache), key: key)]?.log.append(frames)
            }
            if let old = budget.arrived(delivery.bytes, through: delivery.through) {
                for group in groups.values { group.log.drop(through: old.rawValue) }
            }
        }
        for cache in contents.withdrawn { withdraw(cache) }
        turns.goOn()
    }

    /// Ends the resource's watches; its figures go with it.
    private func withdraw(_ cache: ResourceCache) {
        for cursor in cursors.values where cursor.owner.cache === cache { cursor.finish() }
        counters[ObjectIdentifier(cache)] = nil
        ledger.forget(cache)
    }

    /// To be called about once a second: notes how far the logs have come, and ends watches that stalled in their list
    /// until history had gone on past it.
    ///
    /// - Parameter delivered: a revision up to which the feed had put everything into the inboxes before this call.
    public func settle(delivered: Revision) {
        drain()
        settled = max(settled, delivered)
        var starts: [ObjectIdentifier: Revision] = [:]
        for (id, cursor) in starting {
            let cache = cursor.owner.cache
            let start = starts[ObjectIdentifier(cache)] ?? cache.historyStart
            starts[ObjectIdentifier(cache)] = start
            if !cursor.checkStart(start) { starting[id] = nil }
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
            // What was drained may be newer; a bookmark never goes back behind an event.
            let revision = max(delivered, Revision(group.log.newest))
            var frame = made[format.id]
            if frame?.revision != revision.rawValue {
                frame = Frame(revision: revision.rawValue, bytes: format.bookmark(revision, false), isBookmark: true)
                made[format.id] = frame
            }
            if let frame { group.log.append([frame]) }
        }
    }

    private func counting(_ cache: ResourceCache) -> (tally: WatchTally, meter: DeliveryMeter) {
        if let found = counters[ObjectIdentifier(cache)] { return found }
        let tally = ledger.tally(of: cache)
        let made = (tally: tally, meter: DeliveryMeter(tally: tally.deliveries, clock: clock))
        counters[ObjectIdentifier(cache)] = made
        return made
    }
}
