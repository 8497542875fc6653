import FrameLog
import Synchronization

/// Something that keeps the frames that were made of it.
protocol FrameHolder: AnyObject, Sendable {
    func forgetFrames()
}

/// Bounds the encoded frames that events and objects keep because they may be asked for again: by watches that resume,
/// by loops that begin with a list. The frames made first go first; they can be made again.
final class FrameMemory: Sendable {
    private struct Kept {
        let holder: any FrameHolder
        let bytes: Int
    }
    private struct State {
        /// Those before `head` are gone.
        var kept: [Kept?] = []
        var head = 0
        var bytes = 0
    }
    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    var bytes: Int { state.withLock { $0.bytes } }

    /// Notes a frame that `holder` has kept.
    /// - Parameter bytes: of the frame, and of what the holder keeps alive with it.
    func keep(_ holder: any FrameHolder, bytes: Int) {
        let forgotten = state.withLock { state in
            state.kept.append(Kept(holder: holder, bytes: bytes))
            state.bytes += bytes
            var forgotten: [any FrameHolder] = []
            while state.bytes > limit, state.kept.indices.contains(state.head), let oldest = state.kept[state.head] {
                state.kept[state.head] = nil
                state.head += 1
                state.bytes -= oldest.bytes
                forgotten.append(oldest.holder)
            }
            if state.head > 1024, state.head * 2 > state.kept.count {
                state.kept.removeFirst(state.head)
                state.head = 0
            }
            return forgotten
        }
        for holder in forgotten { holder.forgetFrames() }
    }
}

/// The frames made of one event or object so far, by format and type.
struct MadeFrames: ~Copyable, Sendable {
    private let frames = Mutex<[(format: Int, type: ChangeType, frame: Frame)]>([])

    func find(_ type: ChangeType, _ format: Int) -> Frame? {
        frames.withLock { $0.first { $0.format == format && $0.type == type }?.frame }
    }

    /// Keeps the frame unless another thread was faster; returns the one that is kept, and whether it is this one.
    func keep(_ frame: Frame, _ type: ChangeType, _ format: Int) -> (frame: Frame, isNew: Bool) {
        frames.withLock { frames in
            if let made = frames.first(where: { $0.format == format && $0.type == type }) { return (made.frame, false) }
            frames.append((format, type, frame))
            return (frame, true)
        }
    }

    func forget() {
        let gone = frames.withLock { frames in
            defer { frames = [] }
            return frames
        }
        _ = consume gone
    }
}
