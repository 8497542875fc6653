import CJemalloc
import CLinux
import Store
import Synchronization

/// Gives memory that nobody uses back to the system, when little is going on.
///
/// The allocator keeps what a burst of writes has used and given up, for the next one: after 120,000 updates 52 of 168 MiB
/// held nothing. And the code that only starting or a rare request has run stays resident: of 17 MiB, an idle server runs
/// two. Giving it back takes the allocator's locks for some milliseconds, so it waits for a quiet moment.
final class FreedMemory: Sendable {
    private let pace = Mutex(QuietPace())

    /// To be called once a second.
    /// - Parameter revision: the store's newest, which tells how much is written.
    func tick(revision: Revision) {
        guard pace.withLock({ $0.tick(revision: revision.rawValue) }) else { return }
        giveBack()
    }

    /// Not on a loop: its streams would wait for the locks.
    func giveBack() {
        Task.detached(priority: .background) {
            Self.purge()
            clinux_give_back_code()
        }
    }

    /// What the allocator keeps of all its arenas for the next burst (jemalloc(3), `arena.<i>.purge`).
    static func purge() { _ = mallctl("arena.\(MALLCTL_ARENAS_ALL).purge", nil, nil, nil, 0) }
}

/// Finds the quiet moments: pure.
struct QuietPace {
    /// Fewer writes than this in a second are quiet.
    static let writesPerSecond: Int64 = 100
    /// So many quiet seconds in a row are a moment to use.
    static let quietSeconds = 5
    /// And so many seconds after the last one at the earliest: what is freed in between is little. Starting frees much,
    /// so that the first quiet moment is one to use.
    static let seconds = 60

    private var last: Int64 = 0
    private var quiet = 0
    private var since = seconds

    init() {}

    /// One second has passed. Returns whether the moment has come.
    mutating func tick(revision: Int64) -> Bool {
        quiet = revision - last < Self.writesPerSecond ? quiet + 1 : 0
        last = revision
        since += 1
        guard quiet >= Self.quietSeconds, since >= Self.seconds else { return false }
        since = 0
        return true
    }
}
