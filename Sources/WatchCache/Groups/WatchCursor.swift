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
        /// Telling events from history.
        case replay(Replay)
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
    /// Ends when everything that is in the log is told.
    private var isLast = false
    private var isFresh = true
    /// The reader's memory may be gone.
    private var hasLeft = false
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
            let (interest, resource) = (group.key.interest, group.cache.resource)
            let first = interest.onlyKey(in: resource) ?? resource.prefix(namespace: interest.namespace)
            phase = .initial(snapshot, snapshot.objects.cursor(from: first))
            joined = snapshot.revision
            seen = snapshot.revision
        case .events(let replay):
            phase = .replay(replay)
            joined = replay.through
            seen = revision ?? replay.through
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
        guard case .live = phase, current == nil, !isFresh, !isStopping, !isLast else { return false }
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
                let step = nextObject(snapshot, &cursor)
                phase = .initial(snapshot, cursor)
                switch step {
                case .frame(let frame): return .frame(frame)
                case .pause:
                    group.turns.pause(self)
                    return .outcome(.blocked)
                case .done, .gone: break
                }
                toldAll(through: snapshot.revision)
                goLive()
                if endsInitialEventsWithBookmark {
                    return .frame(
                        Frame(
                            revision: snapshot.revision.rawValue,
                            bytes: group.key.format.bookmark(snapshot.revision, true), isBookmark: true))
                }
            case .replay(var replay):
                let step = group.turns.history.next(&replay, of: group)
                phase = .replay(replay)
                switch step {
                case .frame(let frame): return .frame(frame)
                case .done:
                    joined = replay.through
                    toldAll(through: replay.through)
                    goLive()
                case .gone: phase = .expired
                case .pause:
                    group.turns.pause(self)
                    return .outcome(.blocked)
                }
            case .live:
                let position = reader.pointee.position
                if position < group.log.base {
                    catchUp()
                    continue
                }
                guard let frame = group.log.frame(at: position) else {
                    if isLast {
                        phase = .stopped
                        continue
                    }
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
        case .events(var replay):
            // Of a revision with several events, those that were told are not told again.
            replay.skip = seenOfRevision
            replay.skipRevision = seen
            phase = .replay(replay)
        case .expired, .snapshot: phase = .expired
        }
    }

    private func nextObject(
        _ snapshot: ResourceCache.Snapshot, _ cursor: inout ObjectTree.Cursor
    ) -> HistoryReader.Step {
        let key = group.key
        let only = key.interest.onlyKey(in: group.cache.resource)
        var passed = 0
        while let object = snapshot.objects.next(&cursor) {
            if !key.interest.namespace.isEmpty, object.namespace != key.interest.namespace { return .done }
            if let only, object.key != only { return .done }
            if key.interest.matches(object) { return .frame(object.added(in: key.format, keeping: group.cache.frames)) }
            passed += 1
            if passed >= HistoryReader.objectsPerTurn { return .pause }
        }
        return .done
    }

    /// Ends the watch after the event that is being told.
    public func stop() {
        isStopping = true
        reader.pointee.isFollowing = false
        if current == nil { phase = .stopped }
        reader.wakeUp()
    }

    /// Ends the watch once it has told what there is: nothing more will come.
    func finish() {
        isLast = true
        reader.pointee.isFollowing = false
        reader.wakeUp()
    }

    func expire() {
        reader.pointee.isFollowing = false
        phase = .expired
    }

    func leave() {
        hasLeft = true
        reader.leave()
    }

    /// Goes on after a pause.
    func goOn() {
        if !hasLeft { reader.wakeUp() }
    }

    /// Lets go of a list that is being told when history has gone on past it: what came after it cannot be told any
    /// more. So a reader that stalls in its list keeps no more in memory than history does.
    ///
    /// - Returns: whether it is still telling its list.
    func checkStart(_ historyStart: Revision) -> Bool {
        guard case .initial(let snapshot, _) = phase else { return false }
        guard snapshot.revision < historyStart else { return true }
        expire()
        goOn()
        return false
    }

    var owner: LoopGroup { group }
}
