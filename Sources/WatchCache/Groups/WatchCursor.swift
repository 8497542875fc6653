public import FrameLog
import Store

public enum WatchPull: Sendable {
    /// The window is full; there may be more.
    case more
    /// All is told; the reader is woken when there is more.
    case blocked
    /// History has passed this watcher: it must list again.
    case expired
    /// `stop` was called, and the last event is told whole.
    case stopped
}

/// One watcher: where it is in its group's log, and how it gets there. No queue, no task, no timer of its own. Lives on
/// its hub's loop.
///
/// Once it has told what was before, its reader follows the log, and the stream copies from there without asking the
/// cursor. It is asked again when the log has gone on without it, when a frame does not fit whole, and when it ends.
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
    /// Its place in the log and the last event that it told.
    private let reader: UnsafeMutablePointer<LogReader>
    private let endsInitialEventsWithBookmark: Bool
    private var phase: Phase
    /// Frames up to here were told before the cursor went live.
    private var joined: Revision
    private var current: Frame?
    private var offset = 0
    private var isStopping = false
    private var isFresh = true
    /// What it is told of from now on happened while it watched.
    private var hasBeenLive = false

    init(
        group: LoopGroup, start: ResourceCache.Start, after revision: Revision?, bookmarkAfterInitial: Bool,
        reader: UnsafeMutablePointer<LogReader>
    ) {
        self.group = group
        self.reader = reader
        endsInitialEventsWithBookmark = bookmarkAfterInitial
        let seen: Revision
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
        reader.pointee.seen = seen.rawValue
        reader.join(group.log)
    }

    /// Copies what there is to tell into the window.
    public func pull(into window: inout some FrameWindow & ~Copyable) -> WatchPull {
        reader.pointee.isFollowing = false
        defer { reader.pointee.isFollowing = canFollow }
        while true {
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

    /// Whether all that comes next is in the log, or will be: frames that it was told before are behind it.
    private var canFollow: Bool {
        guard case .live = phase, current == nil, !isFresh, !isStopping else { return false }
        return group.log.newest > joined.rawValue
    }

    /// The frame as this watcher is to see it: its first may look different.
    private func first(_ frame: Frame) -> Frame {
        guard isFresh else { return frame }
        isFresh = false
        guard let change = group.key.format.first else { return frame }
        return Frame(
            revision: frame.revision, bytes: FrameBytes(change(frame.bytes.array)), isBookmark: frame.isBookmark,
            committedNanoseconds: frame.committedNanoseconds)
    }

    private func told(_ frame: Frame) {
        current = nil
        if hasBeenLive || frame.isBookmark {
            group.meter.told(frame.committedNanoseconds, isBookmark: frame.isBookmark)
        } else {
            group.tally.initialEvents.count()
        }
        // The objects of a snapshot come in key order: only its end says how far the watcher has come.
        if case .initial = phase { return }
        if frame.isBookmark {
            reader.pointee.seenOfRevision = 0
        } else if frame.revision == reader.pointee.seen {
            reader.pointee.seenOfRevision &+= 1
        } else {
            reader.pointee.seenOfRevision = 1
        }
        reader.pointee.seen = max(reader.pointee.seen, frame.revision)
    }

    /// Everything up to that revision is told.
    private func toldAll(through revision: Revision) {
        guard revision.rawValue > reader.pointee.seen else { return }
        reader.pointee.seen = revision.rawValue
        reader.pointee.seenOfRevision = 0
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
                toldAll(through: snapshot.revision)
                goLive()
                if endsInitialEventsWithBookmark {
                    return .frame(
                        Frame(
                            revision: snapshot.revision.rawValue,
                            bytes: group.key.format.bookmark(snapshot.revision, true), isBookmark: true))
                }
            case .replay(var events, let through):
                if let frame = nextEvent(&events) {
                    phase = .replay(events, through: through)
                    return .frame(frame)
                }
                joined = through
                toldAll(through: through)
                goLive()
            case .live:
                let position = reader.pointee.position
                if position < group.log.base {
                    catchUp()
                    continue
                }
                guard let frame = group.log.frame(at: position) else {
                    _ = reader.waitAtEnd()
                    return .outcome(.blocked)
                }
                reader.pointee.position = position + 1
                if frame.revision > joined.rawValue { return .frame(frame) }
            case .expired: return .outcome(.expired)
            case .stopped: return .outcome(.stopped)
            }
        }
    }

    /// Everything up to `joined` was told: on with the log, if it reaches back that far.
    private func goLive() {
        phase = .live
        hasBeenLive = true
        let log = group.log
        reader.pointee.position =
            joined.rawValue < log.droppedThrough ? log.base - 1 : log.index(after: joined.rawValue)
    }

    /// The log has gone on without this watcher: what it missed is in history, or it must start over.
    private func catchUp() {
        group.tally.stalls.count()
        let (seen, seenOfRevision) = (Revision(reader.pointee.seen), Int(reader.pointee.seenOfRevision))
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
            return Frame(
                revision: object.revision.rawValue, bytes: group.key.format.encode(.added, object, object.revision))
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
        reader.pointee.isFollowing = false
        if current == nil { phase = .stopped }
        reader.wakeUp()
    }

    func expire() {
        reader.pointee.isFollowing = false
        phase = .expired
    }

    func leave() { reader.leave() }

    var owner: LoopGroup { group }
}
