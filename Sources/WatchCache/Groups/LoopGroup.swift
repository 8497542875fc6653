import FrameLog

/// All watchers of one loop with one interest and one format, and the log that they copy from. Who falls out of the log
/// goes back to the resource's history.
final class LoopGroup {
    let cache: ResourceCache
    let key: GroupKey
    let log: FrameLog
    /// Shared by the groups of the loop.
    let turns: HubTurns
    let tally: WatchTally
    let meter: DeliveryMeter

    init(
        cache: ResourceCache, key: GroupKey, limitBytes: Int, turns: HubTurns, tally: WatchTally, meter: DeliveryMeter
    ) {
        self.cache = cache
        self.key = key
        self.turns = turns
        self.tally = tally
        self.meter = meter
        log = FrameLog(limitBytes: limitBytes, meter: meter)
    }
}

/// What the watchers of one loop share while they are told what was before.
final class HubTurns {
    let history = HistoryReader()
    private let inbox: WatchHubInbox
    /// Those that gave way to others and go on when the loop comes by again.
    private var paused: [WatchCursor] = []

    init(inbox: WatchHubInbox) { self.inbox = inbox }

    /// The cursor's reader is woken when the loop has done what else there is to do.
    func pause(_ cursor: WatchCursor) {
        paused.append(cursor)
        inbox.nudge()
    }

    func goOn() {
        guard !paused.isEmpty else { return }
        let woken = paused
        paused = []
        for cursor in woken { cursor.goOn() }
    }
}
