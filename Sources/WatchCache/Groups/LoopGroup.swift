import Store

/// One group's log on one loop: encoded events that its watchers copy from, each at its own pace.
///
/// A frame stays until every member has passed it or the log is over its limit; who is further behind then goes back
/// to the resource's history.
final class LoopGroup {
    let cache: ResourceCache
    let key: GroupKey
    private let limitBytes: Int
    private var frames: [Frame] = []
    /// Index in the whole history of this log of `frames[0]`.
    private(set) var base = 0
    private var bytes = 0
    /// The revision of the newest frame that is gone: who has not come so far must go back to history.
    private(set) var droppedThrough = Revision.zero
    private(set) var members = 0
    /// Members that have read everything and wait for more.
    private var waiting: [WatchCursor] = []

    init(cache: ResourceCache, key: GroupKey, limitBytes: Int) {
        self.cache = cache
        self.key = key
        self.limitBytes = limitBytes
    }

    var end: Int { base + frames.count }
    var logBytes: Int { bytes }
    /// The revision of the newest frame that ever was in the log: everything up to it has been here.
    var newest: Revision { max(droppedThrough, frames.last?.revision ?? .zero) }

    /// The frame at that index of the log; nil when it is gone or not there yet.
    func frame(at index: Int) -> Frame? {
        let at = index - base
        return frames.indices.contains(at) ? frames[at] : nil
    }

    struct Told {
        let revision: Revision
        let isBookmark: Bool
        /// It came after what the watcher had been told before it went live.
        let isNew: Bool
    }

    /// Copies the frame at that index of the log if there is one and it fits whole; one that is not after `joined` is
    /// passed over.
    func tell(_ index: Int, after joined: Revision, into window: inout some FrameWindow & ~Copyable) -> Told? {
        let at = index - base
        guard at >= 0, at < frames.count else { return nil }
        let revision = frames[at].revision
        guard revision > joined else { return Told(revision: revision, isBookmark: false, isNew: false) }
        guard frames[at].bytes.count <= window.remaining else { return nil }
        _ = window.write(frames[at].bytes, from: 0)
        return Told(revision: revision, isBookmark: frames[at].isBookmark, isNew: true)
    }

    /// The index of the first frame after `revision`.
    func index(after revision: Revision) -> Int {
        var low = 0
        var high = frames.count
        while low < high {
            let middle = (low + high) / 2
            if frames[middle].revision <= revision { low = middle + 1 } else { high = middle }
        }
        return base + low
    }

    func append(_ new: [Frame]) {
        for frame in new { bytes += frame.bytes.count }
        frames.append(contentsOf: new)
        if bytes > limitBytes {
            var dropped = 0
            while bytes > limitBytes, dropped < frames.count - 1 {
                bytes -= frames[dropped].bytes.count
                dropped += 1
            }
            if dropped > 0 { droppedThrough = frames[dropped - 1].revision }
            frames.removeFirst(dropped)
            base += dropped
        }
        let woken = waiting
        waiting.removeAll(keepingCapacity: true)
        for cursor in woken {
            cursor.waitingAt = -1
            cursor.wake()
        }
    }

    func join() { members += 1 }

    func leave(_ cursor: WatchCursor) {
        members -= 1
        stopWaiting(cursor)
        forgetWhatAllHaveRead()
    }

    func wait(_ cursor: WatchCursor) {
        guard cursor.waitingAt < 0 else { return }
        cursor.waitingAt = waiting.count
        waiting.append(cursor)
        forgetWhatAllHaveRead()
    }

    private func stopWaiting(_ cursor: WatchCursor) {
        let at = cursor.waitingAt
        guard waiting.indices.contains(at) else { return }
        cursor.waitingAt = -1
        let last = waiting.removeLast()
        if last !== cursor {
            waiting[at] = last
            last.waitingAt = at
        }
    }

    private func forgetWhatAllHaveRead() {
        guard waiting.count >= members, !frames.isEmpty else { return }
        if let last = frames.last { droppedThrough = last.revision }
        base += frames.count
        bytes = 0
        frames.removeAll(keepingCapacity: frames.capacity <= 64)
    }

    /// Ends every member: the feed has a gap.
    func breakAll() {
        let woken = waiting
        waiting.removeAll()
        for cursor in woken {
            cursor.waitingAt = -1
            cursor.wake()
        }
    }
}
