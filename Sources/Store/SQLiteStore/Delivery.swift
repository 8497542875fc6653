internal import Synchronization

/// Brings events to the watches, on a thread of its own: a commit only adds to the feed and wakes it. When there is next
/// to nothing to bring and the thread sleeps, the writer brings it itself: waking another thread would cost more.
///
/// Every watch is a cursor. The newest revisions come from the feed; a watch that starts further back, or falls behind
/// the feed, is served from history on disk step by step until the feed has its next revision. Both are one sequence
/// of revisions, so nothing is lost or repeated where they meet.
final class Delivery: Sendable {
    private struct State {
        var feed: Feed
        /// In the order of their tokens.
        var watchers: [Watcher] = []
        var nextToken: UInt64 = 1
        var isClosed = false
        /// One thread at a time calls the watches; whether the other one is to look again when it is done.
        var isDelivering = false
        var isLookNeeded = false
    }

    private let state: Mutex<State>
    private let signal = Signal()
    /// `Thread.current` of the one that calls the watches.
    private let thread = Atomic<UInt>(0)

    init(feed: Feed) { state = Mutex(State(feed: feed)) }

    /// Called by the writer after a commit.
    func publish(_ revisions: [RevisionEvents], committedNanoseconds: UInt64) {
        let isOwn = state.withLock { state in
            for var revision in revisions {
                revision.committedNanoseconds = committedNanoseconds
                state.feed.append(revision)
            }
            guard revisions.count <= StoreLimits.revisionsPerOwnDelivery, !state.isDelivering,
                state.watchers.allSatisfy(\.isQuick)
            else { return false }
            state.isDelivering = true
            return true
        }
        guard isOwn else { return signal.raise() }
        let isRestLeft = deliverOnce().behind.isEmpty == false
        let isLookNeeded = state.withLock { state in
            defer { (state.isDelivering, state.isLookNeeded) = (false, false) }
            return state.isLookNeeded
        }
        if isRestLeft || isLookNeeded { signal.raise() }
    }

    func add(_ range: KeyRange, from start: Revision, sink: any WatchSink) throws(StoreError) -> WatchToken {
        let token: WatchToken? = state.withLock { state in
            guard !state.isClosed else { return nil }
            let token = WatchToken(rawValue: state.nextToken)
            state.nextToken += 1
            state.watchers.append(Watcher(token: token, range: range, start: start, sink: sink))
            return token
        }
        guard let token else { throw .closed }
        signal.raise()
        return token
    }

    func cancel(_ token: WatchToken) {
        let watcher: Watcher? = state.withLock { state in
            guard let index = state.watchers.firstIndex(where: { $0.token == token }) else { return nil }
            return state.watchers.remove(at: index)
        }
        watcher?.cancel(waiting: Thread.current != thread.load(ordering: .relaxed))
    }

    var watcherCount: Int { state.withLock { $0.watchers.count } }

    /// Ends all watches, then the thread.
    func close() {
        state.withLock { $0.isClosed = true }
        signal.raise()
    }

    /// The body of the delivery thread.
    func run(history: SnapshotReader) {
        var turn = 0
        while true {
            let (mayDeliver, isClosed) = state.withLock { state in
                if state.isDelivering {
                    state.isLookNeeded = true
                    return (false, false)
                }
                state.isDelivering = true
                return (true, state.isClosed)
            }
            guard mayDeliver else {
                signal.wait(milliseconds: nil)
                continue
            }
            if isClosed { break }
            var (behind, moved) = deliverOnce()
            if !behind.isEmpty {
                // One step for one of them, then the live ones again.
                turn = (turn + 1) % behind.count
                deliverFromHistory(behind[turn], history)
                moved = true
            }
            behind = []
            state.withLock { $0.isDelivering = false }
            if !moved { signal.wait(milliseconds: nil) }
        }
        let watchers = state.withLock { state in
            defer { state.watchers = [] }
            return state.watchers
        }
        for watcher in watchers { watcher.end(.closed) }
    }

    /// Brings every watch what the feed has for it. Returns those that are further back, and whether there was anything.
    private func deliverOnce() -> (behind: [Watcher], moved: Bool) {
        thread.store(Thread.current, ordering: .relaxed)
        let (watchers, newest) = state.withLock { ($0.watchers, $0.feed.newest) }
        var behind: [Watcher] = []
        var moved = false
        for watcher in watchers where watcher.next <= newest {
            if deliverFromFeed(watcher) { moved = true } else { behind.append(watcher) }
        }
        return (behind, moved)
    }

    /// - Returns: false when the feed no longer has what the watch needs.
    private func deliverFromFeed(_ watcher: Watcher) -> Bool {
        let next = watcher.next
        let revisions = state.withLock { $0.feed.revisions(from: next, limit: StoreLimits.revisionsPerDelivery) }
        guard let revisions else { return false }
        guard let last = revisions.last else { return true }
        var events: [Event] = []
        for revision in revisions {
            for var event in revision.events where watcher.range.contains(event.current.key) {
                event.committedNanoseconds = revision.committedNanoseconds
                events.append(event)
            }
        }
        watcher.deliver(EventBatch(events: events, revision: last.revision))
        return true
    }

    private func deliverFromHistory(_ watcher: Watcher, _ history: SnapshotReader) {
        do throws(StoreError) {
            watcher.deliver(try history.events(in: watcher.range, from: watcher.next))
        } catch {
            state.withLock { state in state.watchers.removeAll { $0.token == watcher.token } }
            watcher.end(error)
        }
    }
}
