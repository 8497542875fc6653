internal import Synchronization

/// Copies the write-ahead log into the database on a thread of its own, while writes go on.
///
/// What is written meanwhile is left over, so that the log would never be at its end: the writer copies that rest by
/// itself, between two commits, and its next write starts the log afresh. A writer alone would keep everybody waiting
/// for the whole of it.
final class Checkpointer: Sendable {
    private enum Stage {
        case resting
        case wanted
        case copying
        /// But for the rest, which waits for the writer.
        case copied
    }

    private struct State {
        var stage = Stage.resting
        var isClosed = false
    }

    private let state = Mutex(State())
    private let toThread = Signal()
    private let toWriter = Signal()
    /// A second pass copies what came during the first: it leaves less than a commit or two.
    private static let passes = 2
    /// In the log after the writer's last commit.
    private let logPages = Atomic<Int>(0)

    /// Called by the writer after every commit.
    func note(logPages: Int) { self.logPages.store(logPages, ordering: .releasing) }

    /// Called by the writer when the log is long. Does nothing while the last call is still being seen to.
    func begin() {
        let isNew = state.withLock { state in
            guard state.stage == .resting else { return false }
            state.stage = .wanted
            return true
        }
        if isNew { toThread.raise() }
    }

    /// Called by the writer: whether all but a short rest has been copied, which is now its own to copy.
    func takeRest() -> Bool {
        state.withLock { state in
            guard state.stage == .copied else { return false }
            state.stage = .resting
            return true
        }
    }

    /// Called by the writer before it copies the log by itself, at once: two cannot.
    func waitUntilIdle() {
        while state.withLock({ $0.stage == .wanted || $0.stage == .copying }) { toWriter.wait(milliseconds: nil) }
    }

    /// The body of the thread.
    func run(_ connection: Connection) {
        while true {
            let (isDue, isClosed) = state.withLock { state in
                let isDue = state.stage == .wanted
                if isDue { state.stage = .copying }
                return (isDue, state.isClosed)
            }
            if isDue {
                // What fails here, for want of room or because of a reader, the writer finds out and tries later.
                for _ in 0..<Self.passes {
                    // A log that is all copied is not to be looked at: the writer may start it afresh in that moment,
                    // and SQLite before 3.51.3 then takes new pages for copied ones ("WAL-reset bug").
                    guard let done = try? connection.checkpoint(),
                        logPages.load(ordering: .acquiring) > done.copied
                    else { break }
                }
                state.withLock { $0.stage = .copied }
                toWriter.raise()
            } else if isClosed {
                return
            } else {
                toThread.wait(milliseconds: nil)
            }
        }
    }

    func close() {
        state.withLock { $0.isClosed = true }
        toThread.raise()
    }
}
