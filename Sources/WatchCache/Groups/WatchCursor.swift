import Store

/// Where bytes go: a window on the buffer that is about to be sent.
public protocol FrameWindow: ~Copyable {
    var remaining: Int { get }
    /// Copies as much of `bytes` from `offset` as fits; returns how much that was.
    mutating func write(_ bytes: [UInt8], from offset: Int) -> Int
}

public enum WatchPull: Sendable {
    /// The window is full; there may be more.
    case more
    /// All is told; `wake` will be called when there is more.
    case blocked
    /// History has passed this watcher: it must list again.
    case expired
    /// `stop` was called, and the last event is told whole.
    case stopped
}

/// One watcher: a place in its group's log. No queue, no task, no timer of its own. Lives on its hub's loop.
public final class WatchCursor {
    private enum Phase {
        /// Telling the objects of a snapshot as added.
        case initial(ResourceCache.Snapshot, ObjectTree.Cursor)
        /// Telling events from history, up to a revision.
        case replay(ArraySlice<CacheEvent>, through: Revision)
        case live
        case expired
        case stopped
    }
    private let group: LoopGroup
    private let endsInitialEventsWithBookmark: Bool
    private var phase: Phase
    /// Index in the group's log of the next frame.
    private var position = 0
    /// Frames up to here were told before the cursor went live.
    private var joined: Revision
    /// The last frame that was told whole, and how many of its revision.
    private var seen: Revision
    private var seenOfRevision = 0
    private var current: Frame?
    private var offset = 0
    private var isStopping = false
    private var isFresh = true
    /// What it is told of from now on happened while it watched.
    private var hasBeenLive = false
    /// Place among the group's waiting members; -1: not waiting.
    var waitingAt = -1
    let wake: () -> Void

    init(
        group: LoopGroup, start: ResourceCache.Start, after revision: Revision?, bookmarkAfterInitial: Bool,
        wake: @escaping () -> Void
    ) {
        self.group = group
        self.wake = wake
        endsInitialEventsWithBookmark = bookmarkAfterInitial
        switch start {
        case .snapshot(let snapshot):
            let prefix = group.cache.resource.prefix(namespace: group.key.interest.namespace)
            phase = .initial(snapshot, snapshot.objects.cursor(from: prefix))
            joined = snapshot.revision
            seen = snapshot.revision
        case .events(let events, let through):
            phase = .replay(events, through: through)
            joined = through
            seen = revision ?? through
        case .expired:
            phase = .expired
            joined = .zero
            seen = .zero
        }
    }

    /// Copies what there is to tell into the window.
    public func pull(into window: inout some FrameWindow & ~Copyable) -> WatchPull {
        while true {
            if current == nil { tellLive(into: &window) }
            if let frame = current {
                offset += window.write(frame.bytes, from: offset)
                if offset < frame.bytes.count { return .more }
                told(frame)
            }
            if isStopping { phase = .stopped }
            switch next() {
            case .frame(let frame):
                current = first(frame)
                offset = 0
                if window.remaining == 0 { return .more }
            case .outcome(let outcome): return outcome
            }
        }
    }

    /// The common case, without holding a frame: those of the log that fit whole.
    private func tellLive(into window: inout some FrameWindow & ~Copyable) {
        guard case .live = phase, !isFresh, !isStopping, position >= group.base else { return }
        while let told = group.tell(position, after: joined, into: &window) {
            position += 1
            guard told.isNew else { continue }
            seenOfRevision = told.isBookmark ? 0 : told.revision == seen ? seenOfRevision + 1 : 1
            seen = max(seen, told.revision)
        }
    }

    /// The frame as this watcher is to see it: its first may look different.
    private func first(_ frame: Frame) -> Frame {
        guard isFresh else { return frame }
        isFresh = false
        guard let change = group.key.format.first else { return frame }
        return Frame(
            revision: frame.revision, bytes: change(frame.bytes), committedNanoseconds: frame.committedNanoseconds,
            isBookmark: frame.isBookmark)
    }

    private func told(_ frame: Frame) {
        current = nil
        if hasBeenLive || frame.isBookmark {
            group.meter.told(frame.committedNanoseconds, isBookmark: frame.isBookmark)
        } else {
            group.meter.tally.initialEvents.count()
        }
        // The objects of a snapshot come in key order: only its end says how far the watcher has come.
        if case .initial = phase { return }
        if frame.isBookmark {
            seenOfRevision = 0
        } else {
            seenOfRevision = frame.revision == seen ? seenOfRevision + 1 : 1
        }
        seen = max(seen, frame.revision)
    }

    private enum Next {
        case frame(Frame)
        case outcome(WatchPull)
    }

    private func next() -> Next {
        while true {
            switch phase {
            case .initial(let snapshot, var cursor):
                if let frame = nextObject(snapshot, &cursor) {
                    phase = .initial(snapshot, cursor)
                    return .frame(frame)
                }
                seen = snapshot.revision
                seenOfRevision = 0
                goLive()
                if endsInitialEventsWithBookmark {
                    return .frame(
                        Frame(
                            revision: snapshot.revision, bytes: group.key.format.bookmark(snapshot.revision, true),
                            isBookmark: true))
                }
            case .replay(var events, let through):
                if let frame = nextEvent(&events) {
                    phase = .replay(events, through: through)
                    return .frame(frame)
                }
                joined = through
                if through > seen {
                    seen = through
                    seenOfRevision = 0
                }
                goLive()
            case .live:
                if position < group.base {
                    catchUp()
                    continue
                }
                guard let frame = group.frame(at: position) else {
                    group.wait(self)
                    return .outcome(.blocked)
                }
                position += 1
                if frame.revision > joined { return .frame(frame) }
            case .expired: return .outcome(.expired)
            case .stopped: return .outcome(.stopped)
            }
        }
    }

    /// Everything up to `joined` was told: on with the log, if it reaches back that far.
    private func goLive() {
        phase = .live
        hasBeenLive = true
        position = joined < group.droppedThrough ? group.base - 1 : group.index(after: joined)
    }

    /// The log has gone on without this watcher: what it missed is in history, or it must start over.
    private func catchUp() {
        group.meter.tally.stalls.count()
        let resume = seenOfRevision == 0 ? seen : Revision(seen.rawValue - 1)
        switch group.cache.start(after: resume) {
        case .events(var events, let through):
            // Of a revision with several events, those that were told are not told again.
            var skip = seenOfRevision
            while skip > 0, let event = events.first, event.revision <= seen {
                events.removeFirst()
                if event.change(for: group.key.interest) != nil { skip -= 1 }
            }
            phase = .replay(events, through: through)
        case .expired, .snapshot: phase = .expired
        }
    }

    private func nextObject(_ snapshot: ResourceCache.Snapshot, _ cursor: inout ObjectTree.Cursor) -> Frame? {
        let interest = group.key.interest
        while let object = snapshot.objects.next(&cursor) {
            if !interest.namespace.isEmpty, object.namespace != interest.namespace { return nil }
            guard interest.matches(object) else { continue }
            return Frame(revision: object.revision, bytes: group.key.format.encode(.added, object, object.revision))
        }
        return nil
    }

    private func nextEvent(_ events: inout ArraySlice<CacheEvent>) -> Frame? {
        while let event = events.popFirst() {
            if let change = event.change(for: group.key.interest) { return event.frame(change, in: group.key.format) }
        }
        return nil
    }

    /// Ends the watch after the event that is being told.
    public func stop() {
        isStopping = true
        if current == nil { phase = .stopped }
        wake()
    }

    func expire() {
        phase = .expired
    }

    func leave() {
        group.leave(self)
    }

    var owner: LoopGroup { group }
}
