internal import Synchronization

/// One watch: a range, a sink, and the revision that it needs next.
///
/// A cursor rather than a queue: a watch that is behind costs nothing but its reads from history.
final class Watcher: Sendable {
    let token: WatchToken
    let range: KeyRange
    private let sink: any WatchSink
    private let ended = Atomic<Bool>(false)
    /// Held while the sink is called, so that `end(waiting:)` can wait for it.
    private let cursor: Mutex<Revision>

    init(token: WatchToken, range: KeyRange, start: Revision, sink: any WatchSink) {
        self.token = token
        self.range = range
        self.sink = sink
        cursor = Mutex(start)
    }

    var isQuick: Bool { sink.isQuick }

    /// The first revision that was not delivered yet.
    var next: Revision { cursor.withLock { $0 } }

    var hasEnded: Bool { ended.load(ordering: .acquiring) }

    /// Hands over what it has not had yet. Only the delivery thread calls this.
    func deliver(_ batch: EventBatch) {
        cursor.withLock { next in
            guard !hasEnded, batch.revision >= next else { return }
            next = batch.revision.next
            sink.receive(batch)
        }
    }

    /// Tells the sink that nothing more comes, unless it was ended before.
    func end(_ reason: StoreError) {
        cursor.withLock { _ in
            if !ended.exchange(true, ordering: .acquiringAndReleasing) { sink.watchEnded(reason) }
        }
    }

    /// - Parameter waiting: waits until a call of the sink that is under way has returned.
    func cancel(waiting: Bool) {
        ended.store(true, ordering: .releasing)
        if waiting { cursor.withLock { _ in } }
    }
}
