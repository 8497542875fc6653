import FrameLog

/// All watchers of one loop with one interest and one format, and the log that they copy from. Who falls out of the log
/// goes back to the resource's history.
final class LoopGroup {
    let cache: ResourceCache
    let key: GroupKey
    let log: FrameLog

    init(cache: ResourceCache, key: GroupKey, limitBytes: Int) {
        self.cache = cache
        self.key = key
        log = FrameLog(limitBytes: limitBytes)
    }
}
