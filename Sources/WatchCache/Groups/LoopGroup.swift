import FrameLog

/// All watchers of one loop with one interest and one format, and the log that they copy from. Who falls out of the log
/// goes back to the resource's history.
final class LoopGroup {
    let cache: ResourceCache
    let key: GroupKey
    let log: FrameLog
    let tally: WatchTally
    let meter: DeliveryMeter

    init(cache: ResourceCache, key: GroupKey, limitBytes: Int, tally: WatchTally, meter: DeliveryMeter) {
        self.tally = tally
        self.meter = meter
        self.cache = cache
        self.key = key
        log = FrameLog(limitBytes: limitBytes, meter: meter)
    }
}
