import FrameLog
import Store

/// Where a watcher stands that is told events from history. It holds numbers alone: a reader that stalls keeps nothing
/// in memory.
struct Replay {
    /// The sequence number of the next event.
    var next: Int
    /// All events up to here were in the cache when it began; those from `end` on come from the log.
    let end: Int
    let through: Revision
    /// Of a revision that was told in part, how many events to pass over.
    var skip = 0
    var skipRevision = Revision.zero
}

/// What one loop's watchers are reading of history. Lives on that loop.
///
/// Watchers of a group that resume together, as after a lost connection, stand at about the same place: what was read
/// and encoded for the first of them is here for the others.
final class HistoryReader {
    enum Step {
        case frame(Frame)
        /// Everything up to the replay's end was told.
        case done
        /// History has dropped what comes next.
        case gone
        /// Much was passed over and nothing was of interest so far: others have their turn, then this one goes on.
        case pause
    }
    /// Events taken from the cache at a time: what one window takes, and a few microseconds of the cache's lock.
    private static let eventsPerPiece = 64
    /// Bytes of frames after which a piece is cut: a stream takes no more at a time anyway.
    private static let bytesPerPiece = 256 << 10
    /// Events that do not match that are passed over in one turn: half a millisecond.
    private static let eventsPerTurn = 4096
    /// Objects of a list that do not match, likewise.
    static let objectsPerTurn = 4096

    /// The group whose piece this is.
    private var owner: ObjectIdentifier?
    private var frames: [(sequence: Int, frame: Frame)] = []
    private var covered = 0..<0

    func next(_ replay: inout Replay, of group: LoopGroup) -> Step {
        var passed = 0
        while replay.next < replay.end {
            if owner != ObjectIdentifier(group) || !covered.contains(replay.next) {
                guard passed < Self.eventsPerTurn else { return .pause }
                guard let read = load(group, replay) else { return .gone }
                passed += read
            }
            guard let found = first(from: replay.next), found.sequence < replay.end else {
                replay.next = min(covered.upperBound, replay.end)
                continue
            }
            replay.next = found.sequence + 1
            if replay.skip > 0, found.frame.revision <= replay.skipRevision.rawValue {
                replay.skip -= 1
                continue
            }
            return .frame(found.frame)
        }
        return .done
    }

    /// Forgets the group's piece: it has no watchers any more.
    func forget(_ group: LoopGroup) {
        guard owner == ObjectIdentifier(group) else { return }
        owner = nil
        frames = []
        covered = 0..<0
    }

    /// Reads the next piece. Returns how many events were looked at; nil when history has gone on.
    private func load(_ group: LoopGroup, _ replay: Replay) -> Int? {
        let key = group.key
        let cache = group.cache
        guard
            let piece = cache.read(
                from: replay.next, upTo: replay.end, interest: key.interest, limit: Self.eventsPerPiece)
        else { return nil }
        owner = ObjectIdentifier(group)
        frames.removeAll(keepingCapacity: true)
        var end = piece.end
        var bytes = 0
        for (sequence, event) in piece.events {
            guard let change = event.change(for: key.interest) else { continue }
            let frame = event.frame(change, in: key.format, keeping: cache.frames)
            frames.append((sequence, frame))
            bytes += frame.bytes.count
            if bytes > Self.bytesPerPiece {
                end = sequence + 1
                break
            }
        }
        covered = replay.next..<end
        return piece.events.count
    }

    private func first(from sequence: Int) -> (sequence: Int, frame: Frame)? {
        var low = 0
        var high = frames.count
        while low < high {
            let middle = (low + high) / 2
            if frames[middle].sequence < sequence { low = middle + 1 } else { high = middle }
        }
        return low < frames.count ? frames[low] : nil
    }
}
